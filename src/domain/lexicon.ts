// Words that point at a dimension: data, one file per language and version, made by people and open to anybody's eyes.
import type { Codebook } from "./codebook.ts";
import { Language, Tag, text, z } from "./schema.ts";

/**
 * `stems` lists, under what they stand for (a sub-theme of the codebook), beginnings of words in small letters:
 * `pelk` meets "pelko" and "pelkään". `|` at the end asks for the whole word, `*` at the beginning finds it anywhere in a
 * word, and a space stands between words that follow one another.
 */
export const Lexicon = z.readonly(
  z.strictObject({
    format: z.literal("kuuluu-lexicon/1"),
    language: Language,
    version: z.int().check(z.minimum(1)),
    stems: z.readonly(
      z.record(
        Tag,
        z.readonly(z.array(text(60).check(z.regex(/^\*?[^\s*|]+(\|? [^\s*|]+)*\|?$/u)))),
      ),
    ),
  }),
);
export type Lexicon = z.infer<typeof Lexicon>;

/** Why a dimension is suggested: a word as it stands in the text, and the sub-theme that it points at. */
export type Reason = { readonly word: string; readonly subTheme: Tag };
export type TagSuggestion = {
  readonly dimension: Tag;
  /** How many words speak for it. Ranks only: no probability. */
  readonly score: number;
  readonly why: readonly Reason[];
  /** Who says so: language and version. */
  readonly lexicon: Tag;
};

/** What a suggestion is made from: nothing but the words. Never who said it. */
export type Suggestible = {
  readonly text: string;
  readonly lang: string;
  readonly translation?: { readonly text: string; readonly lang: string } | undefined;
};
/** The one interface of whatever may suggest: words today, a model that a municipality brings tomorrow. */
export type Suggest = (note: Suggestible) => readonly TagSuggestion[];

type Word = { readonly shown: string; readonly folded: string };
type Stem = { readonly parts: readonly string[]; readonly subTheme: Tag; readonly dimension: Tag };

/** Small letters, composed; å, ä and ö stay: "pelätä" is not "pelata". */
const fold = (word: string): string =>
  word
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/['’´`]/g, "");

const toWords = (whole: string): readonly Word[] =>
  (whole.match(/[\p{L}\p{M}\p{N}]+(?:['’´`][\p{L}\p{M}]+)*/gu) ?? []).map((shown) => ({
    shown,
    folded: fold(shown),
  }));

const meets = (part: string, folded: string): boolean => {
  const isWhole = part.endsWith("|");
  const bare = isWhole ? part.slice(0, -1) : part;
  if (bare.startsWith("*")) return folded.includes(bare.slice(1));
  return isWhole ? folded === bare : folded.startsWith(bare);
};

/** As many suggestions as a person looks at. */
const most = 2;

/** Suggests from lexicons by language. A stem whose sub-theme the codebook does not have says nothing. */
export const createSuggest = (
  lexicons: readonly Lexicon[],
  codebook: Pick<Codebook, "subThemes" | "dimensions">,
): Suggest => {
  const known = new Map(
    lexicons.map((lexicon) => [
      lexicon.language,
      { name: `${lexicon.language}-${lexicon.version}`, stems: toStems(lexicon, codebook) },
    ]),
  );
  const order = codebook.dimensions.map(({ id }) => id);
  return (note) => {
    const sides = [note, ...(note.translation ? [note.translation] : [])];
    const side = sides.find(({ lang }) => known.has(lang));
    const lexicon = side && known.get(side.lang);
    if (!side || !lexicon) return [];
    const byDimension = new Map<Tag, Map<string, Reason>>();
    for (const { dimension, ...reason } of findReasons(toWords(side.text), lexicon.stems)) {
      const reasons = byDimension.get(dimension) ?? new Map<string, Reason>();
      const key = fold(reason.word);
      if (!reasons.has(key)) reasons.set(key, reason);
      byDimension.set(dimension, reasons);
    }
    return [...byDimension]
      .map(([dimension, reasons]) => ({
        dimension,
        score: reasons.size,
        why: [...reasons.values()],
        lexicon: lexicon.name,
      }))
      .sort((a, b) => b.score - a.score || order.indexOf(a.dimension) - order.indexOf(b.dimension))
      .slice(0, most);
  };
};

/** Longer stems first: of two that meet one word the exacter one speaks. */
const toStems = ({ stems }: Lexicon, { subThemes }: Pick<Codebook, "subThemes">): readonly Stem[] =>
  Object.entries(stems)
    .flatMap(([subTheme, list]) => {
      const dimension = subThemes.find(({ id }) => id === subTheme)?.dimension;
      if (dimension === undefined) return [];
      return list.map((stem) => ({ parts: stem.split(" "), subTheme, dimension }));
    })
    .sort((a, b) => b.parts.length - a.parts.length || lengthOf(b) - lengthOf(a));

const lengthOf = ({ parts }: Stem): number => parts.join("").length;

/** Each word speaks once: for the longest stem that meets it. */
const findReasons = (
  words: readonly Word[],
  stems: readonly Stem[],
): readonly (Reason & Pick<Stem, "dimension">)[] => {
  const spent = new Set<number>();
  const found: (Reason & Pick<Stem, "dimension">)[] = [];
  for (const { parts, subTheme, dimension } of stems) {
    for (let at = 0; at + parts.length <= words.length; at += 1) {
      const met = words.slice(at, at + parts.length);
      const places = met.map((_, index) => at + index);
      if (places.some((place) => spent.has(place))) continue;
      if (!met.every(({ folded }, index) => meets(parts[index] ?? "", folded))) continue;
      for (const place of places) spent.add(place);
      found.push({ word: met.map(({ shown }) => shown).join(" "), subTheme, dimension });
    }
  }
  return found;
};
