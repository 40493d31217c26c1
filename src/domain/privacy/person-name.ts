// Probable names: what is introduced as one, listed as one, or written with a capital where no sentence begins.
// Weakest of all hints, and weakest for the names that Finnish lists leave out; it says so by its certainty.
import type { Certainty, HintReason, Sighting } from "./hint.ts";
import type { LanguageWords } from "./word-list.ts";
import { isCapital, isFormOf, stemsOf, type Word } from "./words.ts";
import { firstNames, organisations, places } from "./words-shared.ts";

type Judged = { readonly certainty: Certainty; readonly reason: HintReason };

/** Of "Ilta-Sanomat" and "Finnish-sounding" one part is enough. */
const isNoPerson = ({ small }: Word, language: LanguageWords): boolean =>
  [small, ...small.split("-")].some((part) =>
    [language.notNames, organisations, places].some((list) =>
      isFormOf(part, list, language.endings),
    ),
  );

const isListed = (word: Word, language: LanguageWords): boolean =>
  [word.small, word.small.split("-")[0] ?? ""].some((part) =>
    isFormOf(part, firstNames, language.endings),
  );

/** "Toivo" is a hope as often as a man. */
const isAlsoWord = (word: Word, language: LanguageWords): boolean =>
  stemsOf(word.small, language.endings).some((stem) => language.alsoWords.has(stem));

const isPlaceByNeighbours = (
  word: Word,
  words: readonly Word[],
  at: number,
  language: LanguageWords,
): boolean => {
  const before = words[at - 1];
  const after = words[at + 1];
  return (
    language.placeForm.test(word.small) ||
    (word.follows && before !== undefined && language.placeBefore.test(before.small)) ||
    (after?.follows === true && language.placeNoun.test(after.small))
  );
};

const isTitle = (word: Word | undefined, language: LanguageWords): boolean =>
  word !== undefined && language.titles.has(word.small);

const judgeName = (
  word: Word,
  words: readonly Word[],
  at: number,
  flat: string,
  language: LanguageWords,
): Judged | undefined => {
  const isBig = isCapital(word);
  const listed = isListed(word, language);
  const lead = flat.slice(Math.max(0, word.start - 24), word.start);
  const isKnownOther = isNoPerson(word, language);
  if (language.introducers.test(lead) && (listed || (isBig && !isKnownOther))) {
    return { certainty: "sure", reason: "name-introduced" };
  }
  if (!isBig) return undefined;
  const isWord = isAlsoWord(word, language);
  const before = words[at - 1];
  const isTitled =
    isTitle(before, language) && /^[. ]{1,2}$/.test(flat.slice(before?.end, word.start));
  if (isTitled && (listed || !isKnownOther)) return { certainty: "likely", reason: "name-titled" };
  if (listed && !isKnownOther) {
    if (word.opens && isWord) return undefined;
    return { certainty: isWord ? "weak" : "likely", reason: "name-listed" };
  }
  if (word.opens || isKnownOther || word.text.length < 3) return undefined;
  if (isPlaceByNeighbours(word, words, at, language)) return undefined;
  if (language.surname.test(word.small)) return { certainty: "likely", reason: "name-surname" };
  return { certainty: "weak", reason: "name-capital" };
};

/** A capital word right behind a name is most often its surname. */
const isSurname = (word: Word | undefined, language: LanguageWords): word is Word =>
  word?.follows === true &&
  !word.opens &&
  isCapital(word) &&
  (!isNoPerson(word, language) || isListed(word, language));

export const findNames = (
  flat: string,
  words: readonly Word[],
  language: LanguageWords,
): readonly Sighting[] => {
  const found: Sighting[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const judged = word && judgeName(word, words, at, flat, language);
    if (!word || !judged) continue;
    let last = word;
    while (isSurname(words[at + 1], language)) {
      at += 1;
      last = words[at] ?? last;
    }
    const isPair = last !== word;
    const isStronger = isPair && judged.certainty !== "sure";
    found.push({
      kind: "name",
      certainty:
        isStronger && judged.reason !== "name-capital"
          ? "sure"
          : isStronger
            ? "likely"
            : judged.certainty,
      reason: isStronger ? "name-paired" : judged.reason,
      start: word.start,
      end: last.end,
    });
  }
  return found;
};
