// The words that an export needs beside the report's own. They come from the locales; below the app nobody speaks.
import type { ReportTable } from "./report.ts";

export type ExportWords = {
  /** "Tehty 24.11.2026 klo 18.42": the report's own moment, in words. */
  readonly made: string;
  readonly contents: string;
  /** Where the picture points to its table. */
  readonly tableFollows: string;
  /** The name of the first sheet of a workbook. */
  readonly about: string;
  /** "Taulukko 1: …" */
  readonly tableOnSheet: (sheet: string, table: ReportTable) => string;
  /** "3 lukua ei näytetä." What is hidden is at least counted. */
  readonly hidden: (count: number) => string;
};

export const countHidden = (tables: readonly ReportTable[]): number =>
  tables.flatMap(({ rows }) => rows.flat()).filter(({ kind }) => kind === "hidden").length;
