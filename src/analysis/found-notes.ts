// The notes to show: those the filter lets through, in the order of the search where something is asked.
import type { Columns } from "./columns.ts";
import { listChosen } from "./note-filter.ts";
import type { DeskNote } from "./released-notes.ts";
import type { Hits } from "./search-index.ts";

export const listFound = (
  columns: Columns,
  chosen: Uint8Array,
  hits: Pick<Hits, "places"> | undefined,
): readonly DeskNote[] =>
  hits
    ? [...hits.places].flatMap((place) => (chosen[place] === 1 ? (columns.notes[place] ?? []) : []))
    : listChosen(columns, chosen);
