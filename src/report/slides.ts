// A slide as data, and how much fits on one. Sizes are those of a window of 1280 by 720; a larger window shows the same
// slide larger, so what fits here fits there. No text is smaller than 32: who sits in the last row reads it too.
import type { Language } from "../domain/schema.ts";

export type Said = { readonly text: string; readonly lang: Language };

export type SlideLine =
  /** What the slide is about, the largest on it. */
  | { readonly kind: "statement"; readonly said: Said }
  | { readonly kind: "quote"; readonly said: Said }
  /** Where a quote comes from, what a statement rests on. */
  | { readonly kind: "under"; readonly said: Said }
  /** A stage of the programme; `side` stands at the end of the line. */
  | { readonly kind: "stage"; readonly name: string; readonly side: string }
  /** Who, by when: smaller than the promise that they belong to. */
  | { readonly kind: "fact"; readonly name: string; readonly side: string }
  | { readonly kind: "item"; readonly said: Said; readonly side?: string };

export const textSizes = [64, 52, 44, 38, 32] as const;
export type TextSize = (typeof textSizes)[number];

export type Slide = {
  /** Stays the same when other slides come and go. */
  readonly id: string;
  readonly kind: "title" | "programme" | "finding" | "ideas" | "commitment" | "commitments";
  readonly title: Said;
  /** From 1; 0 where it is of no dimension. */
  readonly dimension: number;
  readonly findingId?: string;
  readonly size: TextSize;
  readonly lines: readonly SlideLine[];
  /** "2/3" where one matter fills several slides. */
  readonly part?: string;
};

export type SlideMove = "next" | "back" | "first" | "last" | "black" | "full";
/** What clickers and keyboards send. Arrows follow the direction of reading: see `moveOf`. */
export const slideKeys: Readonly<Record<string, SlideMove>> = {
  PageDown: "next",
  ArrowRight: "next",
  ArrowDown: "next",
  " ": "next",
  Enter: "next",
  PageUp: "back",
  ArrowLeft: "back",
  ArrowUp: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  b: "black",
  ".": "black",
  f: "full",
};

export const moveOf = (key: string, isRightToLeft: boolean): SlideMove | undefined => {
  if (isRightToLeft && key === "ArrowRight") return "back";
  if (isRightToLeft && key === "ArrowLeft") return "next";
  return slideKeys[key.length === 1 ? key.toLowerCase() : key];
};

/** Where a move leads among so many slides. */
export const moved = (at: number, move: SlideMove, count: number): number => {
  const last = Math.max(0, count - 1);
  if (move === "first") return 0;
  if (move === "last") return last;
  return Math.min(last, Math.max(0, at + (move === "next" ? 1 : move === "back" ? -1 : 0)));
};

const width = 1_130;
const height = 512;
const leading = 1.3;
const gap = 14;

/** In parts of the letter size; on the generous side, since a fallback font may be wider than ours. */
const widthOf = (character: string): number =>
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|\p{Extended_Pictographic}/u.test(
    character,
  )
    ? 1.05
    : /[\p{Lu}MWmw@%—–…]/u.test(character)
      ? 0.74
      : /\p{Mark}/u.test(character)
        ? 0
        : 0.54;

const wordWidth = (word: string, size: number): number => {
  let sum = 0;
  for (const character of word) sum += widthOf(character);
  return sum * size;
};

const linesOf = (text: string, size: number, room: number): number => {
  let lines = 0;
  for (const paragraph of text.split(/\r\n|[\n\r]/)) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/\s+/)) {
      const needs = wordWidth(word, size);
      if (used > 0 && used + needs > room) {
        lines += 1;
        used = 0;
      }
      // A word longer than a line breaks within itself.
      lines += Math.max(0, Math.ceil(needs / room) - 1);
      used += (needs % room) + size * 0.3;
    }
  }
  return lines;
};

const underSize = (size: number): number => Math.max(32, Math.round(size * 0.66));

const wordsOf = (line: SlideLine): string =>
  "name" in line ? `${line.name}: ${line.side}` : line.said.text;
const sizeOf = (line: SlideLine, size: number): number =>
  line.kind === "under" || line.kind === "fact" ? underSize(size) : size;
const roomOf = (line: SlideLine): number =>
  line.kind === "quote"
    ? width - 60
    : line.kind === "item"
      ? width - (line.side ? 260 : 60)
      : width;

const heightOf = (line: SlideLine, size: number): number => {
  const own = sizeOf(line, size);
  return linesOf(wordsOf(line), own, roomOf(line)) * own * leading + gap;
};

const heightOfAll = (lines: readonly SlideLine[], size: number): number =>
  lines.reduce((sum, line) => sum + heightOf(line, size), 0);

/** The largest size at which all lines fit on one slide, up to `largest`. */
export const sizeFor = (lines: readonly SlideLine[], largest: TextSize): TextSize | undefined =>
  textSizes.find((size) => size <= largest && heightOfAll(lines, size) <= height);

/** One line too long for a slide, at the ends of its words. */
const cutLine = (line: SlideLine): readonly SlideLine[] => {
  if ("name" in line || heightOf(line, 32) <= height) return [line];
  const parts: SlideLine[] = [];
  let rest = line.said.text;
  while (rest !== "") {
    let end = rest.length;
    const of = (text: string): SlideLine => ({ ...line, said: { ...line.said, text } });
    while (heightOf(of(rest.slice(0, end)), 32) > height) end = Math.floor(end * 0.85);
    if (end < rest.length) {
      const head = rest.slice(0, end);
      const sentence = Math.max(...[". ", "! ", "? ", "\n"].map((stop) => head.lastIndexOf(stop)));
      const word = Math.max(head.lastIndexOf(" "), head.lastIndexOf("\n"));
      end = sentence > end / 2 ? sentence + 1 : word > 0 ? word : end;
      // Never between the two halves of one character.
      if (/[\ud800-\udbff]/.test(rest.charAt(end - 1))) end += 1;
    }
    parts.push(of(rest.slice(0, end).trim()));
    rest = rest.slice(end).trim();
  }
  return parts;
};

/** Slides for one matter: one as large as can be, or as many as it takes at the smallest size. */
export const toSlides = (
  slide: Omit<Slide, "size" | "part">,
  largest: TextSize = 64,
): readonly Slide[] => {
  const size = sizeFor(slide.lines, largest);
  if (size !== undefined) return [{ ...slide, size }];
  const pages: SlideLine[][] = [[]];
  let used = 0;
  for (const line of slide.lines.flatMap(cutLine)) {
    const needs = heightOf(line, 32);
    if (used > 0 && used + needs > height) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += needs;
  }
  return pages.map((lines, at) => ({
    ...slide,
    id: at === 0 ? slide.id : `${slide.id}.${at + 1}`,
    lines,
    size: 32 as const,
    part: `${at + 1}/${pages.length}`,
  }));
};
