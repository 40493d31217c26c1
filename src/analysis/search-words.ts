// What it means that a searched word is found in a written one. Text is folded first: no case, no accents, one form of
// each Arabic letter. `matchWord` is the definition; the index in `search-index.ts` answers the same for all words at once.

/** Better ways of being found have higher numbers; 0 is not found. */
export const ranks = { exact: 8, beginning: 6, inside: 4, form: 3, typo: 1 } as const;

const letters: Readonly<Record<string, string>> = {
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ک: "ك",
  ة: "ه",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  ٱ: "ا",
  ء: "",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ı: "i",
  đ: "d",
  ł: "l",
};
const foldable = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

/** Marks take the accents of Latin and the vowel signs of Arabic, and the hamza of أ إ ؤ ئ; tatweel and joiners go too. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, "")
    .toLowerCase()
    .replaceAll(foldable, (letter) => letters[letter] ?? letter)
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/** An apostrophe within a word belongs to it: Somali writes its glottal stop so. */
export const writtenWord = /[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** The folded form of one written word; empty where nothing of it is a letter or a digit. */
export const foldWord = (word: string): string => foldText(word).replaceAll(/[^\p{L}\p{N}]/gu, "");

export const listWords = (text: string): readonly string[] =>
  (text.match(writtenWord) ?? []).map(foldWord).filter((word) => word !== "");

/** Languages without spaces between words: there any part may be a word. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;
export const isFoundInside = (asked: string): boolean => asked.length >= 3 || unspaced.test(asked);

/** Words without their doubled letters and with t for d: katu and kadulla, pysäkki and pysäkillä stand closer so. */
export const plainForm = (word: string): string =>
  word.replaceAll("d", "t").replaceAll(/(.)\1+/g, "$1");

const endings =
  /(?:isa|ila|ista|ilta|ile|iksi|ina|iten|ien|iin|sta|lta|ksi|nen|set|sten|sa|la|le|na|ta|ja|en|in|an|un|on|et|at|or|ar|er|s|n|t)$/;
const shortest = 4;

/**
 * The part of a word that its forms share, in plain form: an ending off, then vowels, then the consonant that Finnish
 * weakens after l, m, n, r. Undefined where too little would be left. Rules of thumb for Finnish that do Swedish and
 * English no harm: what they find is ranked below what is written as asked.
 */
export const stemOf = (asked: string): string | undefined => {
  if (!/^[a-z]+$/.test(asked)) return undefined;
  const cut = (word: string, part: RegExp): string => {
    const rest = word.replace(part, "");
    return rest.length < shortest ? word : rest;
  };
  const plain = plainForm(asked);
  if (plain.length < shortest + 1) return undefined;
  const stem = cut(cut(cut(plain, endings), /[aeiouy]+$/), /(?<=[lmnr])[tkp]$/);
  return stem.length < shortest ? undefined : stem;
};

/** Whether some beginning of `written` is `asked` with at most one letter more, less, other or changed round. */
export const startsWithinOne = (written: string, asked: string): boolean => {
  let at = 0;
  while (at < asked.length && at < written.length && asked[at] === written[at]) at++;
  if (at === 0) return false; // The first letter is seldom wrong, and looking past it would find too much.
  const rest = asked.slice(at);
  const left = written.slice(at);
  return (
    rest.length <= 1 ||
    left.startsWith(rest.slice(1)) ||
    left.slice(1).startsWith(rest.slice(1)) ||
    left.slice(1).startsWith(rest) ||
    (left[0] === rest[1] && left[1] === rest[0] && left.slice(2).startsWith(rest.slice(2)))
  );
};

export const toleratesTypo = (asked: string): boolean => asked.length >= 5;

/** How well one folded written word answers a folded asked one. Typos only where `typos` says so. */
export const matchWord = (written: string, asked: string, typos: boolean): number => {
  if (written === asked) return ranks.exact;
  if (written.startsWith(asked)) return ranks.beginning;
  if (isFoundInside(asked) && written.includes(asked)) return ranks.inside;
  const stem = stemOf(asked);
  if (stem !== undefined && plainForm(written).includes(stem)) return ranks.form;
  return typos && toleratesTypo(asked) && startsWithinOne(written, asked) ? ranks.typo : 0;
};
