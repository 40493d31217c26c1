// Cells of a workbook as markup. Text is always text: it lies in the cell as a string, never as a formula, and what begins
// like one carries the mark that keeps it a text when somebody edits it.
import { guardFormula } from "./csv-table.ts";
import type { Cell } from "./report.ts";
import { escapeText, type Markup } from "./xml.ts";

/** As many characters as a cell of a spreadsheet takes. */
export const maxCellLength = 32_767;

/** Places in the list of cell formats (xlsx-styles.ts), which number formats follow. */
export const formats = {
  plain: 0,
  head: 1,
  guarded: 2,
  hidden: 3,
  title: 4,
  firstNumber: 5,
} as const;

/** "AB" for the 28th column, counted from 0. */
export const columnName = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the format has a way to write these characters.
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The format's own way to write what XML cannot: `_x000D_`. A text that looks like one is written so too. */
const escapeCell = (text: string): string =>
  escapeText(
    text.replace(
      unwritable,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    ),
  );

const stringCell = (place: string, text: string, format: number): Markup =>
  `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;

/** "noin 15" keeps its words as a number format, so that the cell stays a number. Undefined: the number says it all. */
export const numberFormatOf = ({
  value,
  said,
}: {
  readonly value: number;
  readonly said: string;
}) => {
  const digits = String(value);
  if (said === digits) return undefined;
  const quote = (words: string) => (words === "" ? "" : `"${words.replaceAll('"', "”")}"`);
  const at = said.indexOf(digits);
  if (at >= 0) return `${quote(said.slice(0, at))}0${quote(said.slice(at + digits.length))}`;
  return said.replaceAll(/[\s.,’']/g, "") === digits ? "#,##0" : undefined;
};

export type NumberFormats = ReadonlyMap<string, number>;

export const toCellMarkup = (
  cell: Cell,
  place: string,
  isHead: boolean,
  numbers: NumberFormats,
): Markup => {
  if (cell.kind === "count") {
    const format = numbers.get(numberFormatOf(cell) ?? "") ?? formats.plain;
    return `<c r="${place}" s="${format}"><v>${cell.value}</v></c>`;
  }
  const text = cell.kind === "text" ? cell.text.text : cell.said;
  if (text === "") return "";
  const format = isHead
    ? formats.head
    : cell.kind === "hidden"
      ? formats.hidden
      : guardFormula(text) === text
        ? formats.plain
        : formats.guarded;
  return stringCell(place, text, format);
};
