// The action plan: permanent, with the sections of its frame in order. What the desk knows stands in place; the rest is
// left open and marked.
import { sayOrigin } from "../../../analysis/publishable-received.ts";
import type { Block, ReportTable, Wording } from "../../../report/report.ts";
import { type SectionContext, toFindings } from "../reports/report-sections.ts";
import { dimensionTable, hasNumbers, nameOfDimension } from "../reports/report-tables.ts";
import { listObjectives, type PlanContent } from "./plan-content.ts";
import {
  bullets,
  heading,
  type Pair,
  pairsTable,
  paragraph,
  sayDays,
  sayFollowUps,
  sayStatus,
  sayTime,
  sayWhat,
  textCell,
  toFill,
} from "./plan-parts.ts";
import type { PlanSettings } from "./plan-settings.ts";
import { type PlanWords, wordingIn } from "./plan-words.ts";

const kinds = ["strength", "concern", "proposal"] as const;
const kindKeys = {
  strength: "situation.strengths",
  concern: "situation.concerns",
  proposal: "situation.proposals",
} as const;

const dimension = (id: string, context: SectionContext, words: PlanWords): readonly Block[] => {
  const { t } = words;
  const own = context.findings.filter((finding) => finding.dimension === id);
  const table = dimensionTable(context, id);
  const name = nameOfDimension(context, id);
  const { t: r } = words.report;
  const chart: readonly Block[] = hasNumbers(table)
    ? [
        {
          kind: "chart",
          chart: {
            form: "bars",
            title: r("chart.dimension", { dimension: name }),
            alternative: r("chart.alternative"),
            table,
          },
        },
      ]
    : [];
  const told = kinds.flatMap((kind): readonly Block[] => {
    const findings = own.filter(({ type }) => type === kind);
    return findings.length === 0
      ? []
      : [paragraph(t(kindKeys[kind])), ...toFindings(context, findings)];
  });
  return [
    heading(name, 3),
    ...chart,
    ...told,
    ...(told.length === 0 ? [paragraph(r("dimension.noFindings"))] : []),
  ];
};

const situation = (
  content: PlanContent,
  context: SectionContext,
  words: PlanWords,
): readonly Block[] => {
  const { t, format, report } = words;
  const { round, sessions, missing, origins } = content;
  const languages = round.fields.languages.map((code) => sayLanguage(code, words));
  return [
    heading(t("section.situation")),
    // A round made to answer what another desk heard has no sessions of its own to tell of.
    ...(sessions > 0 || origins.length === 0
      ? [paragraph(t("situation.sessions", { count: sessions, round: round.fields.name }))]
      : []),
    ...(origins.length > 0
      ? [paragraph(t("situation.handedOver", { sources: format.list(origins.map(sayOrigin)) }))]
      : []),
    paragraph(t("situation.languages", { languages: format.list(languages) })),
    ...round.fields.codebook.dimensions.flatMap(({ id }) => dimension(id, context, words)),
    heading(t("situation.limits"), 3),
    bullets([
      report.t("limits.voices"),
      ...(missing > 0 ? [report.t("limits.missing", { count: missing })] : []),
      ...(content.leftOut.findings.length > 0 ? [report.t("limits.findings")] : []),
    ]),
  ];
};

/** A code that no language has a name for stays a code. */
const sayLanguage = (code: string, { lang }: PlanWords): string =>
  new Intl.DisplayNames([lang], { type: "language", fallback: "code" }).of(code) ?? code;

const table = (
  words: PlanWords,
  id: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Wording | undefined)[])[],
): ReportTable => ({
  ...{ id, caption, notes: [] },
  columns: columns.map((label) => ({ label, numeric: false })),
  rows: rows.map((row) =>
    row.map((cell) => textCell(cell === undefined || cell === "" ? words.t("fillShort") : cell)),
  ),
});

const measuresPart = (content: PlanContent, words: PlanWords): readonly Block[] => {
  const { t } = words;
  const { measures, assigned } = content;
  const none = (what: string) => [paragraph(toFill(words, what))];
  const rows = <T>(toRow: (measure: (typeof measures)[number]) => T) => measures.map(toRow);
  const indicated = measures.filter(({ indicator }) => indicator !== undefined);
  const proposals = table(
    words,
    "measures",
    t("caption.measures"),
    [t("head.measure"), t("head.party"), t("head.cooperation"), t("head.time"), t("head.status")],
    rows((each) => [
      ...[sayWhat(each, words), each.unit, each.partners],
      ...[sayTime(each, words), sayStatus(each, words)],
    ]),
  );
  const indicators = table(
    words,
    "indicators",
    t("caption.indicators"),
    [
      ...[t("head.indicator"), t("head.measure"), t("head.baseline")],
      ...[t("head.target"), t("head.source")],
    ],
    indicated.map((each) => [
      ...[each.indicator, sayWhat(each, words), each.baseline, each.target, each.source],
    ]),
  );
  const following = table(
    words,
    "follow-up",
    t("caption.followUp"),
    [t("head.measure"), t("head.party"), t("head.followUps")],
    rows((each) => [sayWhat(each, words), each.unit, sayDays(each.followUpOn, words)]),
  );
  const told = measures.flatMap((each) => sayFollowUps(each, "told", words));
  return [
    heading(t("section.measures")),
    ...(measures.length > 0
      ? [{ kind: "table" as const, table: proposals }]
      : none(t("blank.measures"))),
    heading(t("section.indicators")),
    ...(indicated.length > 0
      ? [{ kind: "table" as const, table: indicators }]
      : none(t("blank.indicators"))),
    heading(t("section.followUp")),
    ...(assigned.length > 0
      ? assigned.map(({ unit = "" }) => paragraph(t("followed.assigned", { unit })))
      : none(t("blank.assigned"))),
    ...(measures.length > 0 ? [{ kind: "table" as const, table: following }] : []),
    heading(t("section.told")),
    ...(told.length > 0 ? [bullets(told)] : []),
    ...none(t("blank.told")),
  ];
};

export const toActionPlan = (
  content: PlanContent,
  settings: PlanSettings,
  context: SectionContext,
  words: PlanWords,
): readonly Block[] => {
  const { t, lang } = words;
  const { round, findings, measures } = content;
  const known = round.fields.codebook.dimensions.map(({ id }) => id);
  const local = findings.filter(
    (each) =>
      each.type === "disagreement" ||
      each.dimension === undefined ||
      !known.includes(each.dimension),
  );
  const objectives = listObjectives(measures).flatMap(({ texts }) => wordingIn(texts, lang) ?? []);
  const actors = [
    ...new Set(measures.flatMap(({ unit, partners }) => [unit ?? [], partners ?? []].flat())),
  ];
  const facts: readonly Pair[] = [
    [t("fact.municipality"), settings.municipality],
    [t("fact.period"), t("fact.permanent")],
    [t("fact.approver"), settings.approver],
    [t("fact.handled"), undefined],
  ];
  return [
    { kind: "table", table: pairsTable(words, "facts", t("fact.caption"), facts) },
    ...situation(content, context, words),
    heading(t("section.objectives")),
    objectives.length > 0 ? bullets(objectives) : paragraph(toFill(words, t("blank.objectives"))),
    heading(t("section.local")),
    ...toFindings(context, local),
    paragraph(toFill(words, t("blank.local"))),
    heading(t("section.channels")),
    paragraph(toFill(words, t("blank.channels"))),
    heading(t("section.actors")),
    ...(actors.length > 0 ? [bullets(actors)] : []),
    paragraph(toFill(words, t("blank.actors"))),
    ...measuresPart(content, words),
  ];
};
