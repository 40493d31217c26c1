// The words of all notes, small enough for a national round: a sorted dictionary as one string, searched by the engine's
// own substring search, and for each word the notes it stands in as varint differences.
import {
  foldWord,
  isFoundInside,
  listWords,
  plainForm,
  ranks,
  startsWithinOne,
  stemOf,
  toleratesTypo,
  writtenWord,
} from "./search-words.ts";

export type SearchIndex = {
  readonly size: number;
  /** `\nword\nword\n`, sorted; the same in plain form, in the same order. */
  readonly words: string;
  readonly plain: string;
  /** Where each word begins in `words` and in `plain`, and its postings. One more than there are words. */
  readonly wordStarts: Uint32Array;
  readonly plainStarts: Uint32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint8Array;
};

export type Hits = {
  /** Places of the notes found, best first; equal ones in the order of the notes. */
  readonly places: Uint32Array;
  /** The asked words, folded, and whether each was only found by allowing a typo. */
  readonly asked: readonly { readonly word: string; readonly typo: boolean }[];
};

/** `texts` are all that is to be found of each note: its words and their translation. */
export const buildIndex = (texts: readonly string[]): SearchIndex => {
  const folded = new Map<string, string>();
  const notesByWord = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const written of text.match(writtenWord) ?? []) {
      const word = folded.get(written) ?? foldWord(written);
      folded.set(written, word);
      if (word === "") continue;
      const notes = notesByWord.get(word);
      if (!notes) notesByWord.set(word, [place]);
      else if (notes.at(-1) !== place) notes.push(place);
    }
  }
  const dictionary = [...notesByWord.keys()].sort();
  const forms = dictionary.map(plainForm);
  const postings: number[] = [];
  const postingStarts = new Uint32Array(dictionary.length + 1);
  for (const [at, word] of dictionary.entries()) {
    postingStarts[at] = postings.length;
    let last = 0;
    for (const place of notesByWord.get(word) ?? []) {
      let step = place - last;
      last = place;
      for (; step >= 0x80; step >>>= 7) postings.push((step & 0x7f) | 0x80);
      postings.push(step);
    }
  }
  postingStarts[dictionary.length] = postings.length;
  return {
    size: texts.length,
    words: toLines(dictionary),
    plain: toLines(forms),
    wordStarts: startsOf(dictionary),
    plainStarts: startsOf(forms),
    postingStarts,
    postings: Uint8Array.from(postings),
  };
};

const toLines = (words: readonly string[]): string => `\n${words.join("\n")}\n`;

const startsOf = (words: readonly string[]): Uint32Array => {
  const starts = new Uint32Array(words.length + 1);
  let at = 1;
  for (const [n, word] of words.entries()) {
    starts[n] = at;
    at += word.length + 1;
  }
  starts[words.length] = at;
  return starts;
};

/** Notes in which every asked word is found; undefined where nothing was asked. */
export const searchIndex = (index: SearchIndex, query: string): Hits | undefined => {
  const words = [...new Set(listWords(query))];
  if (words.length === 0) return undefined;
  const total = new Uint16Array(index.size).fill(1);
  const asked = words.map((word) => {
    const { scores, typo } = scoreNotes(index, word);
    for (let n = 0; n < total.length; n++) {
      const score = scores[n] ?? 0;
      total[n] = score === 0 ? 0 : (total[n] ?? 0) && (total[n] ?? 0) + score;
    }
    return { word, typo };
  });
  return { places: bestFirst(total), asked };
};

/** Counting sort: scores are small numbers, and equal ones keep their order. */
const bestFirst = (scores: Uint16Array): Uint32Array => {
  const counts: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score > 0) counts[score] = (counts[score] ?? 0) + 1;
  }
  const ends: number[] = [];
  let found = 0;
  for (let score = counts.length - 1; score > 0; score--) {
    ends[score] = found;
    found += counts[score] ?? 0;
  }
  const places = new Uint32Array(found);
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score === 0) continue;
    const at = ends[score] ?? 0;
    places[at] = place;
    ends[score] = at + 1;
  }
  return places;
};

/** The best rank of one asked word in each note. Typos are looked for only where nothing is written as asked. */
const scoreNotes = (index: SearchIndex, asked: string) => {
  const scores = new Uint8Array(index.size);
  let isFound = false;
  const give = (word: number, rank: number) => {
    isFound = true;
    raise(index, word, rank, scores);
  };
  const first = findFirst(index, asked);
  const from = index.wordStarts[first];
  const count = index.wordStarts.length - 1;
  if (from !== undefined) {
    for (let word = first; word < count && wordAt(index, word).startsWith(asked); word++) {
      give(word, wordAt(index, word) === asked ? ranks.exact : ranks.beginning);
    }
  }
  if (isFoundInside(asked)) {
    for (const word of linesWith(index.words, index.wordStarts, asked)) give(word, ranks.inside);
  }
  const stem = stemOf(asked);
  if (stem !== undefined) {
    for (const word of linesWith(index.plain, index.plainStarts, stem)) give(word, ranks.form);
  }
  const typo = !isFound && toleratesTypo(asked);
  if (typo) {
    const letter = asked.charAt(0);
    for (let word = findFirst(index, letter); word < count; word++) {
      const written = wordAt(index, word);
      if (!written.startsWith(letter)) break;
      if (startsWithinOne(written, asked)) give(word, ranks.typo);
    }
  }
  return { scores, typo };
};

const wordAt = ({ words, wordStarts }: SearchIndex, word: number): string =>
  words.slice(wordStarts[word], (wordStarts[word + 1] ?? 0) - 1);

/** The first word that is not before `asked`, by the order of `sort`. */
const findFirst = (index: SearchIndex, asked: string): number => {
  let low = 0;
  let high = index.wordStarts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordAt(index, middle) < asked) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The lines in which `part` stands, each once. */
function* linesWith(lines: string, starts: Uint32Array, part: string): Generator<number> {
  let line = 0;
  for (let at = lines.indexOf(part); at >= 0; ) {
    line = lineAt(starts, at, line);
    yield line;
    at = lines.indexOf(part, starts[line + 1] ?? lines.length);
  }
}

const lineAt = (starts: Uint32Array, at: number, from: number): number => {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Gives every note of this word at least this rank. Written out: a generator here took most of a search's time. */
const raise = (index: SearchIndex, word: number, rank: number, scores: Uint8Array): void => {
  const { postings, postingStarts } = index;
  const end = postingStarts[word + 1] ?? 0;
  let place = 0;
  for (let at = postingStarts[word] ?? 0; at < end; ) {
    let step = 0;
    let shift = 0;
    let byte = postings[at++] ?? 0;
    for (; byte >= 0x80; byte = postings[at++] ?? 0) {
      step |= (byte & 0x7f) << shift;
      shift += 7;
    }
    place += step | (byte << shift);
    if ((scores[place] ?? 0) < rank) scores[place] = rank;
  }
};
