// People told without a name: a task that one person has in one place, and "the only one" of a group.
import type { Sighting } from "./hint.ts";
import type { LanguageWords } from "./word-list.ts";
import { isCapital, isFormOf, type Word } from "./words.ts";
import { places } from "./words-shared.ts";

/** The words behind this one in its sentence, at most `count`. */
const behind = (words: readonly Word[], at: number, count: number): readonly Word[] => {
  const rest = words.slice(at + 1, at + 1 + count);
  const stop = rest.findIndex(({ opens }) => opens);
  return stop < 0 ? rest : rest.slice(0, stop);
};

const isPlace = (word: Word, before: Word | undefined, language: LanguageWords): boolean =>
  isFormOf(word.small, places, language.endings) ||
  (isCapital(word) &&
    !isFormOf(word.small, language.notNames, language.endings) &&
    (language.placeForm.test(word.small) ||
      (before !== undefined && language.placeBefore.test(before.small))));

export const findRolesWithPlaces = (
  words: readonly Word[],
  language: LanguageWords,
): readonly Sighting[] =>
  words.flatMap((word, at): readonly Sighting[] => {
    if (!isFormOf(word.small, language.roles, language.endings)) return [];
    const next = behind(words, at, 3);
    const place = next.find((each, index) => isPlace(each, next[index - 1] ?? word, language));
    const before = words[at - 1];
    const isBefore = before !== undefined && word.follows && !word.opens;
    const owner = isBefore && isFormOf(before.small, places, language.endings) ? before : undefined;
    const first = owner ?? word;
    const last = place ?? word;
    if (first === last) return [];
    const isNear = owner !== undefined || (place !== undefined && next.indexOf(place) < 2);
    return [
      {
        kind: "role-place",
        certainty: isNear ? "likely" : "weak",
        reason: "role-and-place",
        start: first.start,
        end: last.end,
      },
    ];
  });

export const findOnlyOnes = (
  words: readonly Word[],
  language: LanguageWords,
): readonly Sighting[] =>
  words.flatMap((word, at): readonly Sighting[] => {
    if (!language.only.test(word.small)) return [];
    const next = behind(words, at, 6);
    const group = next.findIndex(({ small }, index) => index < 2 && language.groups.test(small));
    if (group < 0) return [];
    const setting = next.findLastIndex(
      ({ small }, index) => index > group && language.settings.test(small),
    );
    const isPlaced = next.some(
      (each, index) => index > group && isPlace(each, next[index - 1], language),
    );
    return [
      {
        kind: "only-one",
        certainty: setting >= 0 || isPlaced ? "likely" : "weak",
        reason: "one-of-group",
        start: word.start,
        end: (next[Math.max(group, setting)] ?? word).end,
      },
    ];
  });
