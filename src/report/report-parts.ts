// What every export asks of a report: its tables in order, a cell in words, and which way a text runs.
import type { Language } from "../domain/schema.ts";
import type { Cell, Report, ReportTable, Wording } from "./report.ts";
import { isRightToLeft } from "./text-direction.ts";

/** Tables and the tables of pictures, in the order of the report. */
export const tablesOf = ({ blocks }: Pick<Report, "blocks">): readonly ReportTable[] =>
  blocks.flatMap((block) =>
    block.kind === "table" ? [block.table] : block.kind === "chart" ? [block.chart.table] : [],
  );

export const sayCell = (cell: Cell): string => (cell.kind === "text" ? cell.text.text : cell.said);

const rightToLeft = new Set(["ar", "fa", "prs", "ckb", "ps", "ur", "he", "yi", "dv", "ug", "sd"]);

/** Of a language; script subtags win, since Kurdish is written both ways. */
export const directionOf = (lang: Language): "ltr" | "rtl" => {
  const [base = "", ...rest] = lang.split("-");
  if (rest.some((part) => part === "Arab" || part === "Hebr")) return "rtl";
  if (rest.some((part) => part === "Latn" || part === "Cyrl")) return "ltr";
  return rightToLeft.has(base) ? "rtl" : "ltr";
};

/** Of somebody's words: what they look like, since a language named wrongly must not turn them round. */
export const directionOfText = ({ text, lang }: Wording, own: Language): "ltr" | "rtl" =>
  isRightToLeft(text) ? "rtl" : /\p{L}/u.test(text) ? "ltr" : directionOf(lang ?? own);
