// "Do not pass on", as the table asked for it. It is a judgement of the very words that were read out: the note is in no
// release from then on. Taking it back is no approval, which only a reviewer gives: it is the same words as a new
// revision, that nobody has judged yet.
import type { Note, NoteFields } from "../../domain/note.ts";
import type { NoteView } from "../../domain/notes.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import { byStamp } from "../../domain/revisions.ts";
import type { RecordDraft } from "../record-writer.ts";
import { reviseTo } from "../session/note-revision.ts";

/** Every head is held back: a note that grew apart has more than one, and any of them could be chosen later. */
export const holdBack = (view: NoteView, remark: string): readonly RecordDraft[] =>
  view.heads.map(({ id }) => ({
    ...{ kind: "review/1", parents: [], noteId: view.noteId, revision: id },
    ...{ verdict: "held-back", remark },
  }));

/** The same words anew, head by head, so that rivals stay rivals. */
export const letGo = (view: NoteView): readonly RecordDraft[] =>
  view.heads.map((head) => reviseTo(view, fieldsOf(head), [head.id]));

const fieldsOf = ({ record }: Named<Note>): NoteFields => {
  const { kind, box, author, stamp, salt, parents, noteId, ...fields } = record;
  void [kind, box, author, stamp, salt, parents, noteId]; // Named so that they are left out.
  return fields;
};

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
