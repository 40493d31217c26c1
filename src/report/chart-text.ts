// Text in a picture, without a page to measure it on: widths are guessed on the safe side, lines are cut between words,
// and a word too long for its place is cut inside.
import { escapeText, type Markup } from "./xml.ts";

export const fontSize = 14;
export const lineHeight = 18;

/** In parts of the font size. Han, Kana and Hangul are as wide as high. */
const widthOfCharacter = (character: string): number =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
    character,
  )
    ? 1.05
    : /[\p{Lu}mwMW@%—]/u.test(character)
      ? 0.72
      : /[\p{M}\u200c-\u200f\u2060-\u206f]/u.test(character)
        ? 0
        : 0.54;

export const widthOf = (text: string, size = fontSize): number =>
  [...text].reduce((sum, character) => sum + widthOfCharacter(character), 0) * size;

const cutWord = (word: string, room: number): readonly string[] => {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && widthOf(piece + character) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
};

/** Lines of at most `room`; never an empty list, and no letter is lost. */
export const wrapText = (text: string, room: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((each) => cutWord(each, room))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};

export type Anchor = "start" | "middle" | "end";

export const textAt = (
  x: number,
  y: number,
  text: string,
  anchor: Anchor,
  style: "plain" | "bold" | "quiet" = "plain",
): Markup => {
  const shape =
    style === "bold" ? ' font-weight="600"' : style === "quiet" ? ' font-style="italic"' : "";
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${shape}>${escapeText(text)}</text>`;
};

/** Lines one under the other, the first with its baseline at `y`. */
export const linesAt = (
  x: number,
  y: number,
  lines: readonly string[],
  anchor: Anchor,
  style: "plain" | "bold" | "quiet" = "plain",
): Markup =>
  lines.map((line, index) => textAt(x, y + index * lineHeight, line, anchor, style)).join("");

export const round = (value: number): number => Math.round(value * 10) / 10;
