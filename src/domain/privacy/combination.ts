// Group, place and role told together point to one person, whatever the counts say. Looked for in the words themselves:
// better one warning too many than one too few.
import { languageWordsOf } from "./find-hints.ts";
import { flatten } from "./flat-text.ts";
import { isFormOf, toWordsOf } from "./words.ts";

export type TellingNames = {
  /** Groups and places as the round's cards and codebook call them, in any language. */
  readonly groups: readonly string[];
  readonly places: readonly string[];
};
export const tellingParts = ["group", "place", "role"] as const;
export type TellingPart = (typeof tellingParts)[number];

/** A word without the end that cases change: "nuoret" and "nuorten", "seutu" and "seudulla" are told alike. */
const stemOf = (word: string): string =>
  word.length < 5 ? word : word.slice(0, Math.max(3, word.length - 2));

const mentions = (words: readonly string[], names: readonly string[]): boolean =>
  names.some((name) => {
    const parts = toWordsOf(flatten(name)).map(({ small }) => stemOf(small));
    const telling = parts.filter((part) => part.length > 2);
    const asked = telling.length > 0 ? telling : parts;
    return asked.length > 0 && asked.every((part) => words.some((word) => word.startsWith(part)));
  });

/** Which of the three a text tells. Text inside [brackets] is general already and tells none. */
export const tellingPartsOf = (
  text: string,
  lang: string,
  { groups, places }: TellingNames,
): readonly TellingPart[] => {
  const found = toWordsOf(flatten(text));
  const small = found.map((word) => word.small);
  const language = languageWordsOf(lang);
  const hasRole =
    language !== undefined &&
    small.some((word) => isFormOf(word, language.roles, language.endings));
  return [
    ...(mentions(small, groups) ? (["group"] as const) : []),
    ...(mentions(small, places) ? (["place"] as const) : []),
    ...(hasRole ? (["role"] as const) : []),
  ];
};
