// The parts of a workbook: shared texts, which cell formats are dates, and a sheet's cells as texts.

import { SheetRefused } from "./xlsx-refused.ts";
import { scanXml, XmlRefused } from "./xml-scan.ts";

export type SheetRow = {
  /** As the program shows it in the margin. */
  readonly number: number;
  /** From column A on; a cell that is not there is an empty text. */
  readonly cells: readonly string[];
};

const maxRows = 100_000;
const maxColumns = 300;
const maxCells = 3_000_000;
/** A cell cannot hold more; a reader that takes more would hand on what nobody saw. */
const maxText = 32_767;

/** `_x000D_` is how the format writes what XML cannot. */
const unescapeCell = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Texts of runs joined; readings beside them (rPh) are left out. */
export const readSharedTexts = (part: string | undefined): readonly string[] => {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text = "";
  let isText = false;
  let aside = 0;
  for (const event of scanXml(part)) {
    if (event.kind === "text") {
      if (isText && aside === 0) text += event.text;
    } else if (event.name === "rPh") aside += event.kind === "open" ? 1 : -1;
    else if (event.name === "t") isText = event.kind === "open";
    else if (event.name === "si") {
      if (event.kind === "open") text = "";
      else texts.push(unescapeCell(text));
      if (texts.length > maxCells) throw new SheetRefused("too-large", 0);
    }
  }
  return texts;
};

const builtInDates = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);

/** Whether a number format shows days or hours: letters outside quotes, brackets and escapes. */
const isDateCode = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General/gi, ""));

/** For each cell format, whether its numbers are days. */
export const readDateFormats = (part: string | undefined): readonly boolean[] => {
  const formats: boolean[] = [];
  if (part === undefined) return formats;
  const own = new Map<number, string>();
  let isIn = false;
  for (const event of scanXml(part)) {
    if (event.kind === "text") continue;
    if (event.name === "cellXfs") isIn = event.kind === "open";
    else if (event.kind === "open" && event.name === "numFmt") {
      own.set(Number(event.attributes.get("numFmtId")), event.attributes.get("formatCode") ?? "");
    } else if (event.kind === "open" && event.name === "xf" && isIn) {
      const id = Number(event.attributes.get("numFmtId") ?? 0);
      const code = own.get(id);
      formats.push(code === undefined ? builtInDates(id) : isDateCode(code));
    }
  }
  return formats;
};

const dayMs = 86_400_000;
/** Day 0 of the program's calendar; its 29th of February 1900 never was, so the days before do not count. */
const epoch = Date.UTC(1899, 11, 30);

/** `2026-11-24`, or with a time where there is one. */
const toDate = (days: number): string => {
  const text = new Date(epoch + Math.round(days * dayMs)).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
};

const isRealDate = (days: number): boolean => days >= 61 && days < 2_958_466;

/** Zero for A; undefined where it is no place. */
const columnOf = (place: string): number | undefined => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  return letters
    ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : undefined;
};

type OpenCell = { readonly type: string; readonly format: number; readonly column: number };

/** The rows that hold anything. Formulas are passed over: what they showed is what the person saw. */
export const readSheet = (
  part: string,
  shared: readonly string[],
  dates: readonly boolean[],
): readonly SheetRow[] => {
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let number = 0;
  let total = 0;
  let cell: OpenCell | undefined;
  let text = "";
  let isText = false;
  let aside = 0;
  const finish = ({ type, format, column }: OpenCell) => {
    if (type === "e") throw new SheetRefused("error-cell", number);
    const value = toValue(type, text, shared, dates[format] === true);
    if (value.length > maxText) throw new SheetRefused("too-large", number);
    while (cells.length < column) cells.push("");
    cells.push(value);
    total += 1;
    if (total > maxCells) throw new SheetRefused("too-large", number);
  };
  for (const event of scanXml(part)) {
    if (event.kind === "text") {
      if (cell && isText && aside === 0) text += event.text;
    } else if (event.name === "rPh") aside += event.kind === "open" ? 1 : -1;
    else if (event.name === "row") {
      if (event.kind === "open") {
        const next = Number(event.attributes.get("r") ?? number + 1);
        if (!Number.isInteger(next) || next <= number) throw new XmlRefused("row");
        if (rows.length >= maxRows) throw new SheetRefused("too-large", next);
        number = next;
        cells = [];
      } else if (cells.some((each) => each !== "")) rows.push({ number, cells });
    } else if (event.name === "c") {
      if (event.kind === "open") {
        const place = event.attributes.get("r");
        const column = place === undefined ? cells.length : columnOf(place);
        if (column === undefined || column < cells.length) throw new XmlRefused("cell");
        if (column >= maxColumns) throw new SheetRefused("too-large", number);
        const format = Number(event.attributes.get("s") ?? 0);
        cell = { type: event.attributes.get("t") ?? "n", format, column };
        text = "";
      } else if (cell) {
        finish(cell);
        cell = undefined;
      }
    } else if (event.name === "v" || event.name === "t") isText = event.kind === "open";
  }
  return rows;
};

const toValue = (
  type: string,
  text: string,
  shared: readonly string[],
  isDate: boolean,
): string => {
  if (type === "s") {
    const value = /^\d+$/.test(text) ? shared[Number(text)] : undefined;
    if (value === undefined) throw new XmlRefused("shared text");
    return value;
  }
  if (type === "inlineStr" || type === "str") return unescapeCell(text);
  if (type === "b") return text === "1" ? "true" : "false";
  if (type === "d") return text;
  if (text === "") return "";
  const value = Number(text);
  if (!Number.isFinite(value)) throw new XmlRefused("number");
  return isDate && isRealDate(value) ? toDate(value) : String(value);
};
