// The sections of a report, each as blocks of words, findings and numbers that have passed the one layer.

import type { PublishedComparison } from "../../../analysis/published-comparison.ts";
import { leastForSessionCounts } from "../../../analysis/publishing/allowed.ts";
import type { Block, Wording } from "../../../report/report.ts";
import { changesSection } from "./changes-section.ts";
import type { ReportFinding, ReportQuote } from "./report-findings.ts";
import type { ReportSettings, SectionId } from "./report-settings.ts";
import { dimensionOf, isOn } from "./report-settings.ts";
import {
  dimensionTable,
  gridTable,
  hasNumbers,
  nameOfDimension,
  nameOfSubTheme,
  subThemeTable,
  type TableContext,
} from "./report-tables.ts";

export type SectionContext = TableContext & {
  readonly settings: ReportSettings;
  readonly findings: readonly ReportFinding[];
  readonly findingsLeftOut: number;
  /** Sessions that are planned or were held and have handed nothing over. */
  readonly missing: number;
  /** An earlier round as it was published, for the section about changes. */
  readonly compared: PublishedComparison | undefined;
  readonly unreviewed: number;
  /** Notes were held back, returned or struck before the desk got them. */
  readonly holdsBack: boolean;
  /** Sessions of the round with another codebook: not counted. */
  readonly hasForeign: boolean;
};

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: "heading", level, text });
const paragraph = (text: string): Block => ({ kind: "paragraph", text: { text } });

/** In the report's language, else in the first there is, marked as that. */
const wordingOf = (texts: Readonly<Record<string, string>>, lang: string): Wording => {
  const own = texts[lang];
  if (own !== undefined) return { text: own };
  const [other, text = ""] = Object.entries(texts)[0] ?? [];
  return other === undefined ? { text } : { text, lang: other };
};

export const evidenceOf = (context: SectionContext, finding: ReportFinding): string => {
  const { counts, settings, words } = context;
  const { t } = words;
  if (finding.from) {
    const { source, heard: number } = finding.from;
    return number === undefined
      ? t("evidence.handedOver", { source })
      : t("evidence.handedOverCounted", { number, source });
  }
  const value = settings.inWords.includes("findings")
    ? undefined
    : counts.shown("sessions", ["finding"], [finding.findingId]);
  const heard =
    value === undefined
      ? t("evidence.heard")
      : counts.sessions < leastForSessionCounts
        ? t("evidence.several")
        : t("evidence.counted", { number: value, of: counts.sessions });
  return finding.opposes.length === 0 ? heard : `${heard} ${t("evidence.against")}`;
};

const toQuote = ({ text, lang, translation, groups }: ReportQuote, context: SectionContext) => {
  const { words } = context;
  const translated = lang === words.lang ? undefined : translation[words.lang];
  const from = groups && groups.length > 0 ? words.format.list(groups) : words.t("quote.source");
  const wording: Wording =
    translated === undefined
      ? { text, ...(lang === words.lang ? {} : { lang }) }
      : { text: translated };
  const source = translated === undefined ? from : words.t("quote.translated", { source: from });
  return { kind: "quote" as const, text: wording, source };
};

export const toFindings = (
  context: SectionContext,
  findings: readonly ReportFinding[],
): readonly Block[] =>
  findings.flatMap((finding): readonly Block[] => [
    {
      kind: "finding",
      statement: wordingOf(finding.statement, context.words.lang),
      evidence: evidenceOf(context, finding),
    },
    ...finding.quotes
      .filter(({ quoteId }) => !context.settings.withoutQuotes?.includes(quoteId))
      .map((quote) => toQuote(quote, context)),
  ]);

const dimensionSection = (context: SectionContext, id: string): readonly Block[] => {
  const { words, settings, findings } = context;
  const name = nameOfDimension(context, id);
  const own = findings.filter(({ dimension }) => dimension === id);
  const inWords = settings.inWords.includes(`dimension:${id}`);
  const table = dimensionTable(context, id);
  const { t } = words;
  const isPlain = settings.withoutCharts?.includes(`dimension:${id}`) ?? false;
  const numbers: readonly Block[] = inWords
    ? []
    : hasNumbers(table) && isPlain
      ? [{ kind: "table", table }]
      : hasNumbers(table)
        ? [
            {
              kind: "chart",
              chart: {
                form: "bars",
                title: t("chart.dimension", { dimension: name }),
                alternative: t("chart.alternative"),
                table,
              },
            },
          ]
        : [paragraph(t("dimension.noNumbers"))];
  return [
    heading(name),
    ...numbers,
    ...(own.length > 0 ? [heading(t("dimension.findings"), 3)] : []),
    ...toFindings(context, own),
    ...(own.length === 0 ? [paragraph(t("dimension.noFindings"))] : []),
  ];
};

const gathered = (context: SectionContext): readonly Block[] => {
  const { counts, settings, words } = context;
  const { t, format } = words;
  const notes = settings.inWords.includes("gathered") ? undefined : counts.shown("notes", [], []);
  return [
    heading(t("gathered.title")),
    paragraph(t("gathered.sessions", { count: counts.sessions })),
    ...(counts.people === undefined
      ? []
      : [paragraph(t("gathered.people", { number: format.number(counts.people) }))]),
    ...(notes === undefined
      ? []
      : [paragraph(t("gathered.notes", { number: format.number(notes) }))]),
    paragraph(t("gathered.caution")),
  ];
};

const silent = (context: SectionContext): readonly Block[] => {
  const { counts, words } = context;
  const { t } = words;
  const unheard = (counts.tableOf(["sub-theme"])?.cells ?? []).filter(({ shown }) => shown === 0);
  return [
    heading(t("silent.title")),
    ...(unheard.length === 0
      ? [paragraph(t("silent.nothing"))]
      : [
          paragraph(t("silent.lead")),
          {
            kind: "list" as const,
            items: unheard.map(({ keys }) => ({ text: nameOfSubTheme(context, keys[0] ?? "") })),
          },
        ]),
  ];
};

const limits = (context: SectionContext): readonly Block[] => {
  const { t } = context.words;
  const items = [
    t("limits.voices"),
    ...(context.missing > 0 ? [t("limits.missing", { count: context.missing })] : []),
    ...(context.unreviewed > 0 ? [t("limits.unreviewed")] : []),
    ...(context.holdsBack ? [t("limits.heldBack")] : []),
    ...(context.hasForeign ? [t("limits.foreign")] : []),
    ...(context.findingsLeftOut > 0 ? [t("limits.findings")] : []),
  ];
  return [heading(t("limits.title")), { kind: "list", items: items.map((text) => ({ text })) }];
};

const numbered = (context: SectionContext): readonly string[] =>
  context.settings.order.flatMap((section) => {
    const id = dimensionOf(section);
    const hasOwn = isOn(context.settings, section) && !context.settings.inWords.includes(section);
    return id !== undefined && hasOwn ? [id] : [];
  });

const grid = (context: SectionContext, facet: "group" | "language"): readonly Block[] => {
  const { t } = context.words;
  const section = facet === "group" ? "groups" : "languages";
  const table = gridTable(context, facet, numbered(context));
  const isEmpty = context.settings.inWords.includes(section) || !hasNumbers(table);
  return [
    heading(t(facet === "group" ? "section.groups" : "section.languages")),
    isEmpty ? paragraph(t("dimension.noNumbers")) : { kind: "table", table },
  ];
};

export const toSection = (context: SectionContext, section: SectionId): readonly Block[] => {
  const { settings, findings, words, round } = context;
  const { t } = words;
  const dimension = dimensionOf(section);
  if (dimension !== undefined) return dimensionSection(context, dimension);
  if (section === "introduction") {
    const own = settings.introduction.split(/\n\s*\n/).filter((part) => part.trim() !== "");
    return [
      heading(t("introduction.title")),
      ...own.map((part) => paragraph(part.trim())),
      paragraph(t("introduction.what", { round: round.fields.name, desk: round.fields.deskName })),
    ];
  }
  if (section === "gathered") return gathered(context);
  if (section === "silent") return silent(context);
  if (section === "limits") return limits(context);
  if (section === "changes") {
    return changesSection(context, context.compared, settings.inWords.includes("sub-themes"));
  }
  if (section === "groups") return grid(context, "group");
  if (section === "languages") return grid(context, "language");
  if (section === "sub-themes") {
    const table = subThemeTable(context);
    const isEmpty = settings.inWords.includes("sub-themes") || !hasNumbers(table);
    return [
      heading(t("section.subThemes")),
      isEmpty ? paragraph(t("dimension.noNumbers")) : { kind: "table", table },
    ];
  }
  if (section === "dissent") {
    const differing = findings.filter(
      ({ type, opposes }) => type === "disagreement" || opposes.length > 0,
    );
    return [
      heading(t("section.dissent")),
      ...(differing.length === 0 ? [paragraph(t("dissent.none"))] : toFindings(context, differing)),
    ];
  }
  const known = round.fields.codebook.dimensions.map(({ id }) => id);
  const across = findings.filter(
    (each) => each.dimension === undefined || !known.includes(each.dimension),
  );
  return across.length === 0 ? [] : [heading(t("section.across")), ...toFindings(context, across)];
};
