// One table as CSV. A cell that a spreadsheet would run as a formula gets an apostrophe in front, the one change made
// to a text; hidden numbers stand in words.
import { type CsvSeparator, writeCsv } from "../base/csv.ts";
import type { Cell, ReportTable } from "./report.ts";

/** What Excel, LibreOffice and Google Sheets take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/;

export const guardFormula = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** Numbers as they are, without words, spaces or a sign of rounding: the column's notes say how they were made. */
const toText = (cell: Cell): string =>
  cell.kind === "count"
    ? String(cell.value)
    : guardFormula(cell.kind === "text" ? cell.text.text : cell.said);

export const toCsv = (
  { columns, rows }: Pick<ReportTable, "columns" | "rows">,
  { separator = "," }: { readonly separator?: CsvSeparator } = {},
): string =>
  writeCsv(
    [columns.map(({ label }) => guardFormula(label)), ...rows.map((row) => row.map(toText))],
    separator,
  );
