// Tables as text (RFC 4180): one writer and one strict reader, so that what goes out comes back to the letter.
// The reader refuses with the line where a person finds the fault, and guesses nothing about a broken quote.
import { failed, ok, type Result } from "./result.ts";

export type CsvSeparator = "," | ";" | "\t";
export type CsvRow = {
  /** Where the row begins in the file, from 1. A quoted cell may make it several lines long. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type CsvError =
  /** A quote was opened here and never closed. */
  | { readonly type: "csv-open-quote"; readonly line: number }
  /** A quote stands inside a cell that is not quoted, or text follows a closing quote. */
  | { readonly type: "csv-stray-quote"; readonly line: number }
  | {
      readonly type: "csv-columns";
      readonly line: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly type: "csv-empty" }
  | { readonly type: "csv-too-long"; readonly limit: number };

export type CsvLimits = { readonly maxCharacters: number; readonly maxRows: number };
const defaultLimits: CsvLimits = { maxCharacters: 50_000_000, maxRows: 200_000 };

const byteOrderMark = "\ufeff";
const mustQuote = /["\r\n\t,;]|^\s|\s$/;

const toCell = (text: string): string =>
  mustQuote.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text;

/** Every line ends with CRLF; empty cells are quoted, so that a row of one empty cell is not an empty line. */
export const writeCsv = (
  rows: readonly (readonly string[])[],
  separator: CsvSeparator = ",",
): string => byteOrderMark + rows.map((row) => `${row.map(toCell).join(separator)}\r\n`).join("");

/** What the first line is cut by: whichever of the three stands most often outside quotes; a comma where none does. */
const findSeparator = (text: string): CsvSeparator => {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) break;
    else if (!isQuoted && (character === "," || character === ";" || character === "\t")) {
      counts[character] += 1;
    }
  }
  const most = Math.max(counts[","], counts[";"], counts["\t"]);
  return counts[","] === most ? "," : counts[";"] === most ? ";" : "\t";
};

/**
 * The rows, all as wide as the first; with `mayBeShort` none wider. Empty lines are passed over. Takes LF, CRLF and CR.
 * Never throws.
 */
export const parseCsv = (
  file: string,
  options: {
    readonly separator?: CsvSeparator;
    readonly limits?: CsvLimits;
    /** Excel leaves out the separators of empty cells at the end of a row, if sixteen rows have none there. */
    readonly mayBeShort?: boolean;
  } = {},
): Result<readonly CsvRow[], CsvError> => {
  const { limits = defaultLimits, mayBeShort = false } = options;
  const text = file.startsWith(byteOrderMark) ? file.slice(1) : file;
  if (text.length > limits.maxCharacters) {
    return failed({ type: "csv-too-long", limit: limits.maxCharacters });
  }
  const scanned = scanRows(text, options.separator ?? findSeparator(text), limits.maxRows);
  if (!scanned.ok) return scanned;
  const width = scanned.value[0]?.cells.length;
  if (width === undefined) return failed({ type: "csv-empty" });
  const odd = scanned.value.find(({ cells }) =>
    mayBeShort ? cells.length > width : cells.length !== width,
  );
  if (!odd) return scanned;
  return failed({
    type: "csv-columns",
    line: odd.line,
    expected: width,
    found: odd.cells.length,
  });
};

const scanRows = (
  text: string,
  separator: CsvSeparator,
  maxRows: number,
): Result<readonly CsvRow[], CsvError> => {
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row = scanRow(text, at, line, separator);
    if (!row.ok) return row;
    const { cells, isBlank, end, lines } = row.value;
    if (!isBlank) rows.push({ line, cells });
    if (rows.length > maxRows) return failed({ type: "csv-too-long", limit: maxRows });
    at = end;
    line += lines;
  }
  return ok(rows);
};

type Scanned = {
  readonly cells: readonly string[];
  readonly isBlank: boolean;
  readonly end: number;
  readonly lines: number;
};

const scanRow = (
  text: string,
  start: number,
  line: number,
  separator: CsvSeparator,
): Result<Scanned, CsvError> => {
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  let isQuotedRow = false;
  for (;;) {
    if (text[at] === '"') {
      isQuotedRow = true;
      const cell = scanQuoted(text, at + 1);
      if (!cell) return failed({ type: "csv-open-quote", line: line + lines });
      cells.push(cell.text);
      at = cell.end;
      lines += countBreaks(cell.text);
    } else {
      const end = endOfBare(text, at, separator);
      const cell = text.slice(at, end);
      if (cell.includes('"')) return failed({ type: "csv-stray-quote", line: line + lines });
      cells.push(cell);
      at = end;
    }
    const next = text[at];
    if (next === separator) {
      at += 1;
      continue;
    }
    const isBlank = cells.length === 1 && cells[0] === "" && !isQuotedRow;
    if (next === undefined) return ok({ cells, isBlank, end: at, lines });
    if (next !== "\r" && next !== "\n") {
      return failed({ type: "csv-stray-quote", line: line + lines });
    }
    const end = next === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
    return ok({ cells, isBlank, end, lines: lines + 1 });
  }
};

const countBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

const endOfBare = (text: string, start: number, separator: CsvSeparator): number => {
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === separator || character === "\n" || character === "\r") break;
    at += 1;
  }
  return at;
};

/** From behind the opening quote to behind the closing one; undefined where none closes. */
const scanQuoted = (
  text: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined => {
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') {
      return { text: text.slice(start, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    from = quote + 2;
  }
};
