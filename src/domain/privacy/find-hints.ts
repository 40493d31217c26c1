// What in a text may be personal data: pure, on this device, advice only. Patterns that no language owns are looked for in
// every language; names and people told without one in Finnish, Swedish and English.
import { findEmails, findIbans, findPlates } from "./contact.ts";
import { flatten } from "./flat-text.ts";
import { findHenkilotunnus } from "./henkilotunnus.ts";
import { keepStrongest, type PrivacyHint } from "./hint.ts";
import { toKnownWord } from "./known-word.ts";
import { findNames } from "./person-name.ts";
import { findPhones } from "./phone.ts";
import { findAddresses } from "./street-address.ts";
import { findOnlyOnes, findRolesWithPlaces } from "./told-person.ts";
import type { LanguageWords } from "./word-list.ts";
import { areForms, toWordsOf } from "./words.ts";
import { englishWords } from "./words-en.ts";
import { finnishWords } from "./words-fi.ts";
import { swedishWords } from "./words-sv.ts";

const languages: Readonly<Record<string, LanguageWords>> = {
  fi: finnishWords,
  sv: swedishWords,
  en: englishWords,
};
const noEndings = /^(?!)/;

/** The word lists of a text's language, where there are any. */
export const languageWordsOf = (lang: string): LanguageWords | undefined =>
  languages[lang.split("-")[0] ?? ""];

/**
 * The hints of a text, in its order, none overlapping. `known` holds what a person has said is no personal data; another
 * case form of the same word is known too. Text inside [brackets] is masked already and gives none.
 */
export const findHints = (
  text: string,
  lang: string,
  known: Iterable<string> = [],
): readonly PrivacyHint[] => {
  const flat = flatten(text);
  const language = languageWordsOf(lang);
  const words = language ? toWordsOf(flat) : [];
  const endings = language?.endings ?? noEndings;
  const knownWords = [...known].map(toKnownWord);
  const isKnown = (found: string) =>
    knownWords.some((word) => areForms(word, toKnownWord(found), endings));
  const sightings = [
    ...findHenkilotunnus(flat),
    ...findIbans(flat),
    ...findEmails(flat),
    ...findPhones(flat),
    ...findPlates(flat),
    ...findAddresses(flat),
    ...(language
      ? [
          ...findNames(flat, words, language),
          ...findRolesWithPlaces(words, language),
          ...findOnlyOnes(words, language),
        ]
      : []),
  ].filter(({ start, end }) => !isKnown(text.slice(start, end)));
  return keepStrongest(sightings).map((each) => ({
    ...each,
    text: text.slice(each.start, each.end),
  }));
};
