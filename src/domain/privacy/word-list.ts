// Word lists are data: words in a row, small letters, one list per question asked of a word.

/** The words of a list, as people would read it aloud. */
export const toWords = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.toLowerCase().split(/\s+/)).filter((word) => word !== ""));

/** What a language brings to the search for names and for people told by what they are. */
export type LanguageWords = {
  /** What may follow a listed word: case endings, plurals, the people of a place. */
  readonly endings: RegExp;
  /** Written with a capital and no person: days, feasts, peoples, languages, offices. */
  readonly notNames: ReadonlySet<string>;
  /** First names that are also plain words. */
  readonly alsoWords: ReadonlySet<string>;
  /** Stands right before a name: "nimeltä", "heter", "called". */
  readonly introducers: RegExp;
  /** Titles and kin that stand before a name. */
  readonly titles: ReadonlySet<string>;
  /** A surname by its shape. */
  readonly surname: RegExp;
  /** A capital word of this shape is a place: "Kontulassa". */
  readonly placeForm: RegExp;
  /** A capital word right before one of these names a place: "Kontulan koulu". */
  readonly placeNoun: RegExp;
  /** A capital word right after one of these names a place: "i Närpes". */
  readonly placeBefore: RegExp;
  /** Tasks that one person has in one place. */
  readonly roles: ReadonlySet<string>;
  readonly only: RegExp;
  /** Whom "the only" is said of, when it tells who it is. */
  readonly groups: RegExp;
  /** Where: makes "the only" a person that others can find. */
  readonly settings: RegExp;
};
