// Which notes still hold something that may be personal data: the question before notes leave.
import type { NoteFields } from "../note.ts";
import { findHints } from "./find-hints.ts";
import type { PrivacyHint } from "./hint.ts";

export type HintedText = Pick<NoteFields, "text" | "lang" | "translation">;

/** A note with what was seen in its own words and in their translation. */
export type HintedNote = {
  readonly noteId: string;
  readonly parts: readonly {
    readonly text: string;
    readonly lang: string;
    readonly hints: readonly PrivacyHint[];
  }[];
};

const partsOf = (
  { text, lang, translation }: HintedText,
  known: readonly string[],
): HintedNote["parts"] =>
  [{ text, lang }, ...(translation ? [translation] : [])]
    .map((part) => ({
      text: part.text,
      lang: part.lang,
      hints: findHints(part.text, part.lang, known),
    }))
    .filter(({ hints }) => hints.length > 0);

/** The notes that have a hint which nobody has dismissed, each with the texts it stands in. */
export const toHintedNotes = (
  notes: readonly (HintedText & { readonly noteId: string })[],
  known: readonly string[] = [],
): readonly HintedNote[] =>
  notes
    .map((note) => ({ noteId: note.noteId, parts: partsOf(note, known) }))
    .filter(({ parts }) => parts.length > 0);

/** How many of the notes have a hint that nobody has dismissed. */
export const countHinted = (notes: readonly HintedText[], known: readonly string[] = []): number =>
  notes.filter((note) => partsOf(note, known).length > 0).length;

/** Whether a note is hinted, looked at once: notes that did not change are the same objects as before. */
export const createHintLook = (known: readonly string[]): ((note: HintedText) => boolean) => {
  const seen = new WeakMap<HintedText, boolean>();
  return (note) => {
    const isHinted = seen.get(note) ?? partsOf(note, known).length > 0;
    seen.set(note, isHinted);
    return isHinted;
  };
};
