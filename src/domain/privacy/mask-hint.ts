// Masking: general words in [square brackets] instead of what was found, so that a reader sees that something stood there.
import type { HintKind, PrivacyHint } from "./hint.ts";

/** The words that stand in, in the language of the note: "nimi", "puhelinnumero". */
export type MaskWords = Readonly<Record<HintKind, string>>;

/** The text with one finding masked. Unchanged where it no longer stands there, so that a second tap does nothing. */
export const maskHint = (text: string, hint: PrivacyHint, word: string): string =>
  text.slice(hint.start, hint.end) === hint.text
    ? `${text.slice(0, hint.start)}[${word}]${text.slice(hint.end)}`
    : text;
