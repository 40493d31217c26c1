// What the debrief still has to look at: notes left unfinished, and notes without a dimension. Advice, never a gate.
import type { NoteView } from "../../domain/notes.ts";

export type FinishNeed = "unfinished" | "untagged";

/** Struck notes and those that go nowhere need nothing. */
export const staysInTalk = ({ fields, verdict }: NoteView): boolean =>
  fields.struck !== true && verdict !== "held-back";

/** The first thing a note lacks; an unfinished one is finished before it is tagged. */
export const needOf = (note: NoteView): FinishNeed | undefined => {
  if (!staysInTalk(note)) return undefined;
  if (note.fields.unfinished) return "unfinished";
  return note.fields.dimensions.length === 0 ? "untagged" : undefined;
};

export type FinishCounts = Readonly<Record<FinishNeed, number>>;

/** Each counted for itself, as the list of what is handed over does: a note may be both. */
export const countNeeds = (notes: readonly NoteView[]): FinishCounts => {
  const talked = notes.filter(staysInTalk);
  return {
    unfinished: talked.filter(({ fields }) => fields.unfinished).length,
    untagged: talked.filter(({ fields }) => fields.dimensions.length === 0).length,
  };
};
