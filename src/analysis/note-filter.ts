// One filter for the list and for every number: a count opens exactly the notes it counted.
import type { Polarity } from "../domain/note.ts";
import type { DeskNote } from "./released-notes.ts";

/** `none` asks for notes without that tag. An absent field asks for nothing. */
export type NoteFilter = {
  readonly session?: string;
  readonly dimension?: string | "none";
  readonly polarity?: Polarity | "none";
  readonly subTheme?: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly area?: string;
  readonly lang?: string;
  readonly starred?: boolean;
  readonly quotable?: boolean;
  /** Plain text, matched without case or accents, in the text and its translation. */
  readonly words?: string;
};

/** Lower case without marks, so that "Ääni" finds "aani" and the other way round; Arabic loses its vowel signs and tatweel. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{M}ـ]/gu, "")
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک")
    .toLowerCase();

const hasTag = (tags: readonly string[], asked: string | undefined): boolean =>
  asked === undefined || (asked === "none" ? tags.length === 0 : tags.includes(asked));

export const matches = (note: DeskNote, filter: NoteFilter): boolean => {
  const is = <T>(asked: T | undefined, actual: T | undefined) =>
    asked === undefined || asked === actual;
  if (!is(filter.session, note.session) || !is(filter.lang, note.lang)) return false;
  if (!hasTag(note.dimensions, filter.dimension)) return false;
  if (
    filter.polarity === "none" ? note.polarity !== undefined : !is(filter.polarity, note.polarity)
  )
    return false;
  if (filter.subTheme !== undefined && !note.subThemes.includes(filter.subTheme)) return false;
  if (filter.kind !== undefined && !note.kinds.includes(filter.kind)) return false;
  if (filter.topic !== undefined && !note.topics.includes(filter.topic)) return false;
  if (!is(filter.area, note.area)) return false;
  if (filter.starred === true && note.star !== true) return false;
  if (filter.quotable === true && note.quotable !== true) return false;
  return hasWords(note, filter.words);
};

const hasWords = (note: DeskNote, words: string | undefined): boolean => {
  if (words === undefined || words.trim() === "") return true;
  const text = foldText(`${note.text}\n${note.translation?.text ?? ""}`);
  return foldText(words)
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

export const filterNotes = (notes: readonly DeskNote[], filter: NoteFilter): readonly DeskNote[] =>
  notes.filter((note) => matches(note, filter));
