// Cells that go out into a spreadsheet and come back to the letter. What a program would run as a formula, or read as a
// number, a day or a truth, gets one apostrophe in front; the reader takes exactly that one away again.
import { isDay } from "../base/instant.ts";

const startsFormula = /^[=+\-@\t\r]/;
/** "1.5" is the first of May to a Finnish spreadsheet, "0012" is 12, "1E5" is 100 000. */
const looksLikeNumber =
  /^[\d\s.,:/%€$()\u00a0-]*\d[\d\s.,:/%€$()\u00a0-]*$|^\d+([.,]\d+)?e[+-]?\d+$/i;
const truths = /^(true|false|tosi|epätosi|sant|falskt)$/i;

const isMisread = (text: string): boolean =>
  startsFormula.test(text) || looksLikeNumber.test(text) || truths.test(text);

/** Any number of apostrophes before a text that would be misread is the text's own, so one more is told from them. */
const needsMark = (text: string): boolean => isMisread(text.replace(/^'+/, ""));

export const toKeptCell = (text: string): string => (needsMark(text) ? `'${text}` : text);

export const fromKeptCell = (cell: string): string =>
  cell.startsWith("'") && needsMark(cell) ? cell.slice(1) : cell;

/** Line ends within a cell are the program's own. */
export const isSameText = (a: string, b: string): boolean =>
  a === b || a.replaceAll(/\r\n?/g, "\n") === b.replaceAll(/\r\n?/g, "\n");

/** ISO, or as Finnish and Swedish spreadsheets write a day; undefined where it is none. */
export const parseDayCell = (cell: string): string | undefined => {
  const text = cell.trim().replace(/[ T]00:00(:00)?$/, "");
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && isDay(iso) ? iso : undefined;
};

const illFormed = /\p{Surrogate}|\ufffd/u;
/** A replacement character means that a program could not write the text and lost it. */
export const isIllFormed = (text: string): boolean =>
  illFormed.test(text) || text.includes("\u0000");
