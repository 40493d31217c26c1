// From the desk's records and the coordinator's choices to a report as data, with what has to be known before it goes out.
import {
  comparePublished,
  type PublishedComparison,
} from "../../../analysis/published-comparison.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { Block, Cell, Report, Wording } from "../../../report/report.ts";
import { readRound } from "../use-round.ts";
import { type CountedRound, countForReport, type ReportCounts } from "./report-counts.ts";
import { listReportFindings, type ReportFindings } from "./report-findings.ts";
import { type SectionContext, toSection } from "./report-sections.ts";
import { dimensionOf, isOn, type ReportSettings } from "./report-settings.ts";
import { dimensionTable, hasNumbers } from "./report-tables.ts";
import type { ReportWords } from "./report-words.ts";

export type RoundForReport = CountedRound & {
  readonly leftOut: ReportFindings["leftOut"];
  readonly missing: number;
  readonly hasForeign: boolean;
  readonly compared: PublishedComparison | undefined;
};

/** What a report of the round can hold; undefined where nothing has arrived yet. */
export const readForReport = (
  records: readonly Named[],
  roundId: EntityId,
): RoundForReport | undefined => {
  const { round, releases, missing, foreign } = readRound(records, roundId);
  if (!round || round.roundId !== roundId || releases.length === 0) return undefined;
  const { findings, leftOut } = listReportFindings(records, roundId);
  const sessions = new Set(releases.map(({ record }) => record.session));
  const counted = findings.filter(({ supports }) =>
    supports.some(({ session }) => sessions.has(session)),
  );
  const { guide } = round.fields;
  return {
    ...{ round, releases, findings: counted, leftOut, missing, hasForeign: foreign > 0 },
    compared: comparePublished(records, roundId, { guide, releases }),
  };
};

export type ReportCheck = {
  /** Parts of its texts that look like personal data. */
  readonly names: readonly string[];
  readonly hidden: number;
  readonly findings: number;
  readonly findingsLeftOut: number;
  /** Quotes that may be told and were left out by choice. */
  readonly quotesLeftOut: number;
};

export type BuiltReport = {
  readonly report: Report;
  readonly counts: ReportCounts;
  readonly check: ReportCheck;
};

export const buildReport = (
  read: RoundForReport,
  counts: ReportCounts,
  options: {
    readonly settings: ReportSettings;
    readonly words: ReportWords;
    readonly madeAt: string;
    readonly isDraft: boolean;
  },
): BuiltReport => {
  const { settings, words, madeAt, isDraft } = options;
  const { round, releases } = read;
  const context: SectionContext = {
    ...{ round, counts, words, settings, findings: read.findings },
    findingsLeftOut: read.leftOut,
    missing: read.missing,
    compared: read.compared,
    unreviewed: releases.filter(({ record }) => !record.reviewed).length,
    holdsBack: releases.some(
      ({ record: { counts: told } }) => told.heldBack + told.returned + told.struck > 0,
    ),
    hasForeign: read.hasForeign,
  };
  const blocks = settings.order
    .filter((section) => isOn(settings, section))
    .flatMap((section) => toSection(context, section));
  const all = [...blocks, ...methods(context)];
  const title = settings.title.trim() || words.t("title", { round: round.fields.name });
  const report: Report = {
    ...{ title, lang: settings.lang, madeAt, forPublishing: !isDraft, blocks: all },
    ...(isDraft ? { mark: words.t("draftMark") } : {}),
  };
  return {
    report,
    counts,
    check: {
      names: findNames(all, settings),
      hidden: all.flatMap(cellsOf).filter(({ kind }) => kind === "hidden").length,
      findings: new Set(read.findings.map(({ findingId }) => findingId)).size,
      findingsLeftOut: read.leftOut,
      quotesLeftOut: listLeftOut(context).quotes,
    },
  };
};

export const countRound = (read: RoundForReport, settings: ReportSettings): ReportCounts =>
  countForReport(read, settings);

const cellsOf = (block: Block): readonly Cell[] =>
  block.kind === "table"
    ? block.table.rows.flat()
    : block.kind === "chart"
      ? block.chart.table.rows.flat()
      : [];

const textsOf = (block: Block): readonly Wording[] =>
  block.kind === "quote" ? [block.text] : block.kind === "finding" ? [block.statement] : [];

/** In what people wrote; the report's own words name nobody. */
const findNames = (
  blocks: readonly Block[],
  { lang, title, introduction }: ReportSettings,
): readonly string[] => [
  ...new Set(
    [...blocks.flatMap(textsOf), { text: title }, { text: introduction }]
      .flatMap((wording: Wording) => findHints(wording.text, wording.lang ?? lang))
      .map(({ text }) => text),
  ),
];

/** What could stand in the report and was left out by choice; of pictures only those that their section would show. */
const listLeftOut = (context: SectionContext) => {
  const { findings, settings } = context;
  const offered = new Set(findings.flatMap(({ quotes }) => quotes.map(({ quoteId }) => quoteId)));
  return {
    quotes: (settings.withoutQuotes ?? []).filter((id) => offered.has(id)).length,
    charts: (settings.withoutCharts ?? []).filter(
      (section) =>
        isOn(settings, section) &&
        !settings.inWords.includes(section) &&
        hasNumbers(dimensionTable(context, dimensionOf(section) ?? "")),
    ).length,
  };
};

/** Always at the end: how these numbers and sentences came to be, and what the report cannot say. */
const methods = (context: SectionContext): readonly Block[] => {
  const { round, counts, words, settings } = context;
  const { quotes, charts } = listLeftOut(context);
  const { t } = words;
  const { thresholds, codebook } = round.fields;
  const paragraphs = [
    t("methods.notes"),
    t("methods.tags", { codebook: codebook.name }),
    t("methods.thresholds", { ...thresholds }),
    t("methods.hidden"),
    t("methods.rounding"),
    t("methods.editions"),
    t("methods.findings"),
    ...(settings.inWords.length > 0 ? [t("methods.inWords")] : []),
    ...(quotes > 0 ? [t("methods.quotesLeftOut", { count: quotes })] : []),
    ...(charts > 0 ? [t("methods.chartsLeftOut", { count: charts })] : []),
    t("methods.rests", { count: counts.sessions }),
  ];
  return [
    { kind: "heading", level: 2, text: t("methods.title") },
    ...paragraphs.map((text): Block => ({ kind: "paragraph", text: { text } })),
  ];
};
