// A verdict judges the very words that are there. Taking it back is no approval: it is the same words as a new revision,
// that nobody has judged yet.
import type { NoteView, Verdict } from "../../domain/notes.ts";
import type { Review } from "../../domain/session-records.ts";
import type { RecordDraft } from "../record-writer.ts";
import { fieldsOf, reviseTo } from "./note-revision.ts";

/** Every head is judged: a note that grew apart has more than one, and any of them could be chosen later. */
export const toReviews = (
  view: NoteView,
  verdict: Exclude<Verdict, "unreviewed">,
  more: Pick<Partial<Review>, "remark" | "together"> = {},
): readonly RecordDraft[] =>
  view.heads.map(({ id }) => ({
    ...{ kind: "review/1", parents: [], noteId: view.noteId, revision: id, verdict },
    ...more,
  }));

/** The same words anew, head by head, so that rivals stay rivals. */
export const unjudge = (view: NoteView): readonly RecordDraft[] =>
  view.heads.map((head) => reviseTo(view, fieldsOf(head.record), [head.id]));
