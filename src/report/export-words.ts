// The words that an export needs beside the report's own, all of them plain texts: they come from the locales and travel to
// a worker. Below the app nobody speaks.
import type { ReportTable } from "./report.ts";

export type ExportWords = {
  /** "Tehty 24.11.2026 klo 18.42": the report's own moment, in words. */
  readonly made: string;
  readonly contents: string;
  /** Where the picture points to its table. */
  readonly tableFollows: string;
  /** The name of the first sheet of a workbook. */
  readonly about: string;
  /** What a sheet is called, before its name: "Välilehti". */
  readonly sheet: string;
  /** "3 lukua ei näytetä." Empty where nothing is hidden. */
  readonly hidden: string;
};

/** What is hidden is at least counted. */
export const countHidden = (tables: readonly ReportTable[]): number =>
  tables.flatMap(({ rows }) => rows.flat()).filter(({ kind }) => kind === "hidden").length;
