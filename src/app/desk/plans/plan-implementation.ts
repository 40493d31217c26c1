// The implementation plan: a set period, at most three objectives, and under each its measures, one table a measure, with
// everything the frame asks about it.
import type { PublishableMeasure } from "../../../analysis/publishable-measures.ts";
import type { Block } from "../../../report/report.ts";
import { listObjectives, type PlanContent } from "./plan-content.ts";
import {
  heading,
  joinLines,
  type Pair,
  pairsTable,
  paragraph,
  sayDays,
  sayFollowUps,
  sayStatus,
  sayTime,
  sayWhat,
  toFill,
} from "./plan-parts.ts";
import type { PlanSettings } from "./plan-settings.ts";
import { type PlanWords, sayPeriod, wordingIn } from "./plan-words.ts";

const measurePairs = (
  measure: PublishableMeasure,
  content: PlanContent,
  words: PlanWords,
): readonly Pair[] => {
  const { t, lang } = words;
  const { decisions, unit, partners, cost, indicator, baseline, target, source } = measure;
  const findings = content.findings
    .filter(({ findingId }) => measure.findings.includes(findingId))
    .flatMap(({ statement, from }) => {
      const said = wordingIn(statement, lang);
      if (!said || !from) return said ?? [];
      return {
        ...said,
        text: t("situation.findingFrom", { said: said.text, source: from.source }),
      };
    });
  const promises = decisions.flatMap(({ promise }) => wordingIn(promise, lang) ?? []);
  // What comes with time is no gap in the plan.
  const later = (type: "seen" | "indicator" | "told") => {
    const all = sayFollowUps(measure, type, words);
    return all.length > 0 ? joinLines(all) : t("notYet");
  };
  return [
    [t("head.findings"), joinLines(findings)],
    ...(promises.length > 0 ? [[t("head.decisions"), joinLines(promises)] as const] : []),
    [t("head.party"), unit],
    [t("head.cooperation"), partners],
    [t("head.time"), sayTime(measure, words)],
    [t("head.cost"), cost],
    [t("head.indicator"), indicator],
    [t("head.baseline"), baseline],
    [t("head.target"), target],
    [t("head.source"), source],
    [t("head.status"), sayStatus(measure, words)],
    [t("head.followUps"), sayDays(measure.followUpOn, words)],
    [t("head.seen"), later("seen")],
    [t("head.values"), later("indicator")],
    [t("head.assessment"), wordingIn(measure.assessment, lang) ?? t("notYet")],
    [t("head.told"), later("told")],
  ];
};

export const toImplementationPlan = (
  content: PlanContent,
  settings: PlanSettings,
  words: PlanWords,
): readonly Block[] => {
  const { t, lang } = words;
  const { objectives, municipality, approver, from, until } = settings;
  // In the order in which they were chosen; one that was worded anew since is chosen no more.
  const known = listObjectives(content.measures);
  const chosen = objectives.flatMap((key) => known.find((each) => each.key === key) ?? []);
  const facts: readonly Pair[] = [
    [t("fact.municipality"), municipality],
    [t("fact.period"), sayPeriod(words, from, until)],
    [t("fact.approver"), approver],
    [t("fact.handled"), undefined],
  ];
  return [
    { kind: "table", table: pairsTable(words, "facts", t("fact.caption"), facts) },
    ...(chosen.length === 0
      ? [heading(t("section.objectives")), paragraph(toFill(words, t("blank.objectives")))]
      : []),
    ...chosen.flatMap(({ texts, measures }, at): readonly Block[] => [
      heading(t("section.objective", { number: at + 1 })),
      paragraph(wordingIn(texts, lang) ?? ""),
      ...measures.flatMap((measure, place): readonly Block[] => {
        const number = `${at + 1}.${place + 1}`;
        const caption = t("section.measureFacts", { number });
        const id = `measure-${at + 1}-${place + 1}`;
        return [
          heading(t("section.measure", { number }), 3),
          paragraph(sayWhat(measure, words)),
          {
            kind: "table",
            table: pairsTable(words, id, caption, measurePairs(measure, content, words)),
          },
        ];
      }),
    ]),
  ];
};
