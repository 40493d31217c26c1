// A flat text as words with their places, and the question every list is asked: is this a form of a listed word?

export type Word = {
  /** As written. */
  readonly text: string;
  readonly small: string;
  readonly start: number;
  readonly end: number;
  /** Its capital may be that of a sentence, and nothing before it belongs to it. */
  readonly opens: boolean;
  /** Only a space lies between it and the word before. */
  readonly follows: boolean;
};

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;
/** A new sentence, line, bullet, quotation or speaker: "P3:". A blank stands for a mask and ends none. */
const opening = /(?:[.!?…:;\n\r\t•→»«”“"()/]|\s['’–*+-])[\s"”“'’»«(\uFFFC-]*$/u;

export const toWordsOf = (flat: string): readonly Word[] => {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: text, index: start } of flat.matchAll(wordPattern)) {
    const between = flat.slice(last, start);
    const opens = words.length === 0 || opening.test(between);
    const end = start + text.length;
    const follows = words.length > 0 && / ?/.exec(between)?.[0] === between && between !== "";
    words.push({ text, small: text.toLowerCase(), start, end, opens, follows });
    last = end;
  }
  return words;
};

/** "Maria" and "McCoy", but not "KELA". */
export const isCapital = ({ text }: Word): boolean => /^\p{Lu}.*\p{Ll}/u.test(text);

/** What is left of a Finnish or foreign name before its ending: "juka" for "jukalle" is also "jukka". */
const strengthen = (stem: string): readonly string[] => {
  const strong = /^(.*[^kpt])([kpt])([aeiouyäö])$/u.exec(stem);
  return strong ? [stem, `${strong[1]}${strong[2]}${strong[2]}${strong[3]}`] : [stem];
};

/** The word itself and everything it may be a form of, longest first. */
export const stemsOf = (small: string, endings: RegExp): readonly string[] => {
  const stems: string[] = [small];
  // The last letter of the stem belongs to the question: "sama" is no form of "Sam", whose cases begin with i.
  for (let length = small.length - 1; length >= 2; length -= 1) {
    if (endings.test(small.slice(length - 1))) stems.push(...strengthen(small.slice(0, length)));
  }
  return stems;
};

/** Are these two forms of one word? */
export const areForms = (first: string, second: string, endings: RegExp): boolean => {
  if (first === second) return true;
  if (first.slice(0, 3) !== second.slice(0, 3)) return false;
  const stems = new Set(stemsOf(first, endings));
  return stemsOf(second, endings).some((stem) => stems.has(stem));
};

export const isFormOf = (small: string, list: ReadonlySet<string>, endings: RegExp): boolean =>
  stemsOf(small, endings).some((stem) => list.has(stem));
