// Published numbers as the tables of a report: every cell says its number, or that it is not shown.

import { leastForSessionCounts } from "../../../analysis/publishing/allowed.ts";
import { membersOf } from "../../../analysis/publishing/axis.ts";
import { untold } from "../../../analysis/publishing/counted-note.ts";
import { labelOf } from "../../../domain/codebook.ts";
import type { RoundView } from "../../../domain/desk.ts";
import type { Measure } from "../../../domain/edition-records.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import type { Cell, ReportTable } from "../../../report/report.ts";
import type { ReportCounts } from "./report-counts.ts";
import type { ReportWords } from "./report-words.ts";

export type TableContext = {
  readonly round: RoundView;
  readonly counts: ReportCounts;
  readonly words: ReportWords;
};

const text = (words: string): Cell => ({ kind: "text", text: { text: words } });

export const countCell = (
  { counts, words: { t, format } }: TableContext,
  measure: Measure,
  by: readonly string[],
  keys: readonly string[],
): Cell => {
  const value = counts.shown(measure, by, keys);
  if (value === undefined) return { kind: "hidden", said: t("table.hidden") };
  // Of few sessions "5 of 6" would say more than rounding knows.
  if (measure === "sessions" && value > 0 && counts.sessions < leastForSessionCounts) {
    return text(t("table.several"));
  }
  return {
    kind: "count",
    value,
    said: value === 0 ? format.number(0) : t("table.about", { number: format.number(value) }),
  };
};

const polarityKeys = ["strengthens", "weakens", "mixed", "none"] as const;
const polarityWords = {
  strengthens: "polarity.strengthens",
  weakens: "polarity.weakens",
  mixed: "polarity.mixed",
  none: "polarity.none",
} as const;

export const nameOfDimension = ({ round, words }: TableContext, id: string): string =>
  id === "none"
    ? words.t("dimension.none")
    : labelOf(round.fields.codebook.dimensions, id, words.lang);

export const nameOfSubTheme = ({ round, words }: TableContext, key: string): string =>
  words.format.list(
    membersOf(key).map((id) => labelOf(round.fields.codebook.subThemes, id, words.lang)),
  );

const notesUnder = (
  { words: { t } }: TableContext,
  rows: readonly (readonly Cell[])[],
  ...further: readonly string[]
): readonly string[] => [
  ...(rows.flat().some(({ kind }) => kind === "hidden") ? [t("table.hiddenNote")] : []),
  ...further,
];

export const dimensionTable = (context: TableContext, id: string): ReportTable => {
  const { counts, words } = context;
  const known = counts.tableOf(["dimension", "polarity"])?.cells.map(({ keys }) => keys[1]);
  const rows = [
    ...polarityKeys
      .filter((key) => known?.includes(key))
      .map((key) => [
        text(words.t(polarityWords[key])),
        countCell(context, "notes", ["dimension", "polarity"], [id, key]),
      ]),
    [text(words.t("table.total")), countCell(context, "notes", ["dimension"], [id])],
  ];
  return {
    id: `dimension-${id}`,
    caption: words.t("table.dimensionCaption", { dimension: nameOfDimension(context, id) }),
    columns: [
      { label: words.t("table.direction"), numeric: false },
      { label: words.t("table.notes"), numeric: true },
    ],
    rows,
    notes: notesUnder(context, rows, words.t("table.rounded")),
  };
};

/** Sub-themes that somebody spoke about, in the codebook's order. */
export const subThemeTable = (context: TableContext): ReportTable => {
  const { counts, words } = context;
  const rows = (counts.tableOf(["sub-theme"])?.cells ?? [])
    .filter(({ shown }) => shown !== 0)
    .map(({ keys }) => [
      text(nameOfSubTheme(context, keys[0] ?? "")),
      countCell(context, "sessions", ["sub-theme"], keys),
    ]);
  return {
    id: "sub-themes",
    caption: words.t("table.subThemeCaption"),
    columns: [
      { label: words.t("table.subTheme"), numeric: false },
      { label: words.t("table.sessionsOf", { sessions: counts.sessions }), numeric: true },
    ],
    rows,
    notes: notesUnder(context, rows, words.t("table.rounded")),
  };
};

/** Dimensions against groups or languages. Dimensions without numbers are left out. */
export const gridTable = (
  context: TableContext,
  facet: "group" | "language",
  dimensions: readonly string[],
): ReportTable => {
  const { counts, words } = context;
  const by = ["dimension", facet];
  const keys = [...new Set((counts.tableOf(by)?.cells ?? []).map((cell) => cell.keys[1] ?? ""))];
  const nameOf = (key: string) =>
    words.format.list(
      membersOf(key).map((member) =>
        facet === "language"
          ? writtenLanguage(member).endonym
          : member === untold
            ? words.t("table.untold")
            : member,
      ),
    );
  const rows = dimensions.map((id) => [
    text(nameOfDimension(context, id)),
    ...keys.map((key) => countCell(context, "notes", by, [id, key])),
  ]);
  return {
    id: facet === "group" ? "groups" : "languages",
    caption: words.t(facet === "group" ? "table.groupCaption" : "table.languageCaption"),
    columns: [
      { label: words.t("table.dimension"), numeric: false },
      ...keys.map((key) => ({ label: nameOf(key), numeric: true })),
    ],
    rows,
    notes: notesUnder(
      context,
      rows,
      words.t(facet === "group" ? "table.groupNote" : "table.rounded"),
    ),
  };
};

export const hasNumbers = ({ rows }: ReportTable): boolean =>
  rows.some((row) => row.slice(1).some(({ kind }) => kind !== "hidden"));
