// Who may take back that a note is not passed on: the table what the table asked for, and nothing that a reviewer judged.
import type { NoteView } from "../../domain/notes.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import { byStamp } from "../../domain/revisions.ts";

/** The table may take back what it asked for; what a reviewer held back is the reviewer's to judge again. */
export const isAskedByTable = (view: NoteView, records: readonly Named[]): boolean => {
  if (view.verdict !== "held-back") return false;
  const reviews = ofKind(records, "review/1");
  return view.heads.every(({ id }) => {
    const newest = reviews
      .filter(({ record }) => record.revision === id)
      .sort(byStamp)
      .at(-1);
    return newest === undefined || newest.record.author.role === "scribe";
  });
};
