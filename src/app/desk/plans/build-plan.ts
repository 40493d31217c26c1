// From the desk's records and the coordinator's choices to a plan as data, drawn on the page and written by Word alike.
import { sayOrigin } from "../../../analysis/publishable-received.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import type { Block, Report, Wording } from "../../../report/report.ts";
import type { SectionContext } from "../reports/report-sections.ts";
import { createSettings } from "../reports/report-settings.ts";
import { toActionPlan } from "./plan-action.ts";
import { countsOf, type PlanContent } from "./plan-content.ts";
import { toImplementationPlan } from "./plan-implementation.ts";
import { heading, paragraph } from "./plan-parts.ts";
import type { PlanSettings } from "./plan-settings.ts";
import type { PlanWords } from "./plan-words.ts";

export type BuiltPlan = {
  readonly report: Report;
  /** Places that are still to be filled in. */
  readonly blanks: number;
  /** Parts of its texts that look like personal data. */
  readonly names: readonly string[];
};

export const buildPlan = (
  content: PlanContent,
  settings: PlanSettings,
  words: PlanWords,
  madeAt: string,
): BuiltPlan => {
  const { t, report: reportWords } = words;
  const { round, findings } = content;
  const context: SectionContext = {
    ...{ round, findings, words: reportWords, counts: countsOf(content) },
    settings: createSettings(
      round.fields.codebook.dimensions.map(({ id }) => id),
      words.lang,
    ),
    findingsLeftOut: content.leftOut.findings.length,
    ...{
      missing: content.missing,
      compared: undefined,
      unreviewed: 0,
      holdsBack: false,
      hasForeign: false,
    },
  };
  const isAction = settings.kind === "action";
  const blocks = [
    paragraph(t("fillNote")),
    ...(isAction
      ? toActionPlan(content, settings, context, words)
      : toImplementationPlan(content, settings, words)),
    ...methods(content, words),
  ];
  const report: Report = {
    title: t(isAction ? "document.action" : "document.implementation"),
    ...{ lang: settings.lang, madeAt, forPublishing: true, blocks },
  };
  const texts = blocks.flatMap(textsOf);
  const marks = [toMark(t("fill", { what: "" })), t("fillShort")];
  return {
    report,
    blanks: texts.filter(({ text }) => marks.some((mark) => text.startsWith(mark))).length,
    names: [
      ...new Set(
        texts
          .flatMap(({ text, lang }) => findHints(text, lang ?? words.lang))
          .map(({ text }) => text),
      ),
    ],
  };
};

/** What every place to be filled begins with. */
const toMark = (empty: string): string => empty.replace(/\s*\]$/, "");

const textsOf = (block: Block): readonly Wording[] => {
  switch (block.kind) {
    case "paragraph":
    case "quote":
      return [block.text];
    case "finding":
      return [block.statement];
    case "list":
      return block.items;
    case "table":
      return block.table.rows.flatMap((row) =>
        row.slice(1).flatMap((cell) => (cell.kind === "text" ? [cell.text] : [])),
      );
    default:
      return [];
  }
};

/** Always at the end, as in a report: how these words and numbers came to be. */
const methods = (
  { round, edition, sessions, origins }: PlanContent,
  words: PlanWords,
): readonly Block[] => {
  const { t, format, report } = words;
  const { codebook, thresholds } = round.fields;
  return [
    heading(t("methods.title")),
    ...[
      report.t("methods.notes"),
      report.t("methods.tags", { codebook: codebook.name }),
      t("methods.findings"),
      ...(origins.length > 0
        ? [t("methods.handedOver", { sources: format.list(origins.map(sayOrigin)) })]
        : []),
      t("methods.measures"),
      ...(edition
        ? [
            t("methods.edition", {
              title: edition.fields.title,
              day: format.day(edition.madeAt),
            }),
            report.t("methods.thresholds", { ...thresholds }),
            report.t("methods.rounding"),
            report.t("methods.rests", { count: sessions }),
          ]
        : [t("methods.noNumbers")]),
    ].map(paragraph),
  ];
};
