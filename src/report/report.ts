// A report as data: what is said, in which order, in one language, with all words chosen. Every export draws this and
// nothing else, so that what is hidden here is hidden everywhere.
import type { Language } from "../domain/schema.ts";

/** A text with the language it is written in, where that is not the report's own. */
export type Wording = { readonly text: string; readonly lang?: Language };

export type Cell =
  | { readonly kind: "text"; readonly text: Wording }
  /** `said` is how people read it ("noin 15"), `value` what a machine reads. */
  | { readonly kind: "count"; readonly value: number; readonly said: string }
  /** Too small to be shown, or hidden so that another cannot be worked out: `said` tells it in words. */
  | { readonly kind: "hidden"; readonly said: string };

export type ReportColumn = { readonly label: string; readonly numeric: boolean };

export type ReportTable = {
  /** A name for files and links, ASCII letters, digits and hyphens; unique in the report. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
  /** A form: what is asked stands in the narrow first column, what is said in the wide second one. */
  readonly isPairs?: true;
};

/** A picture of its table: horizontal bars or a grid of numbers. The table stands under it, always. */
export type ReportChart = {
  readonly form: "bars" | "grid";
  /** Says what the picture shows, as a sentence; the alternative text points to the table. */
  readonly title: string;
  readonly alternative: string;
  readonly table: ReportTable;
};

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: Wording }
  | { readonly kind: "list"; readonly items: readonly Wording[] }
  /** Somebody's own words, with where they come from in words that name nobody. */
  | { readonly kind: "quote"; readonly text: Wording; readonly source?: string }
  /** A statement and, under it, what it rests on ("heard in 7 of 12 sessions"). */
  | { readonly kind: "finding"; readonly statement: Wording; readonly evidence: string }
  | { readonly kind: "table"; readonly table: ReportTable }
  | { readonly kind: "chart"; readonly chart: ReportChart };

export type Report = {
  readonly title: string;
  readonly lang: Language;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** False: raw notes are in it, and every page and file says that it is not for publishing. */
  readonly forPublishing: boolean;
  /** The sentence that says so, or undefined. */
  readonly mark?: string;
  readonly blocks: readonly Block[];
};
