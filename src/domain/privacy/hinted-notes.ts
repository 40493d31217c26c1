// How many notes still hold something that may be personal data: the question before notes leave.
import type { NoteFields } from "../note.ts";
import { findHints } from "./find-hints.ts";
import type { PrivacyHint } from "./hint.ts";

export type HintedText = Pick<NoteFields, "text" | "lang" | "translation">;

/** The hints of a note's own words, then those of its translation. */
export const hintsOfNote = (
  { text, lang, translation }: HintedText,
  known: Iterable<string> = [],
): readonly PrivacyHint[] => {
  const words = [...known];
  return [
    ...findHints(text, lang, words),
    ...(translation ? findHints(translation.text, translation.lang, words) : []),
  ];
};

/** How many of the notes have a hint that nobody has dismissed. */
export const countHinted = (notes: readonly HintedText[], known: Iterable<string> = []): number => {
  const words = [...known];
  return notes.filter((note) => hintsOfNote(note, words).length > 0).length;
};
