// The five headings of a municipality's plan as CSV, to be edited in a spreadsheet and read back (measure-sheet-reading.ts).
import { type CsvSeparator, writeCsv } from "../base/csv.ts";
import type { MeasureStatus } from "../domain/measure-records.ts";
import type { MeasureView } from "../domain/measures.ts";
import type { Language } from "../domain/schema.ts";
import { toKeptCell } from "./kept-cell.ts";
import {
  type Column,
  type ColumnCode,
  isDayCode,
  listColumns,
  nameOfColumn,
  saidIn,
} from "./measure-columns.ts";
import { versionOf } from "./measure-versions.ts";

export type StatusWords = Readonly<Record<MeasureStatus, string>>;
export type MeasureSheetWords = {
  readonly id: string;
  readonly version: string;
  readonly columns: Readonly<Record<ColumnCode, string>>;
  readonly status: StatusWords;
};

export const toMeasureSheet = (
  measures: readonly MeasureView[],
  languages: readonly Language[],
  words: MeasureSheetWords,
  separator: CsvSeparator = ";",
): string => {
  const columns = listColumns(languages);
  const cellOf = (fields: MeasureView["fields"], column: Column): string =>
    column.code === "status"
      ? words.status[fields.status]
      : isDayCode(column.code)
        ? saidIn(fields, column)
        : toKeptCell(saidIn(fields, column));
  return writeCsv(
    [
      [
        `${words.id} (id)`,
        `${words.version} (version)`,
        ...columns.map((column) => `${words.columns[column.code]} (${nameOfColumn(column)})`),
      ],
      ...measures.map((view) => [
        `m-${view.measureId}`,
        versionOf(view),
        ...columns.map((column) => cellOf(view.fields, column)),
      ]),
    ],
    separator,
  );
};
