// What a note said when it was linked: an earlier release of its session that is still here has the words.

import type { ReleasedNote } from "../../../domain/desk-records.ts";
import type { NoteRef } from "../../../domain/finding-records.ts";
import { type Named, ofKind } from "../../../domain/record.ts";

export const formerWords = (
  records: readonly Named[],
  { session, noteId, revision }: NoteRef,
): ReleasedNote | undefined =>
  ofKind(records, "release/1")
    .filter(({ record }) => record.session === session)
    .flatMap(({ record }) => record.notes)
    .find((note) => note.noteId === noteId && note.revision === revision);
