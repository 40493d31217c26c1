// The words inside sheets that go out, and what a status may be called in those that come back: in any language a sheet may
// have gone out in.
import { attempt } from "../../../base/result.ts";
import type { Translate } from "../../../i18n/resources.ts";
import { createTexts, type LoadTexts } from "../../../i18n/texts.ts";
import type { AnswerCode, RequestWords } from "../../../report/follow-up-request.ts";
import type { ColumnCode } from "../../../report/measure-columns.ts";
import type { MeasureSheetWords, StatusWords } from "../../../report/measure-sheet.ts";
import { reportLanguages } from "../reports/report-settings.ts";
import type { PlanWords } from "./plan-words.ts";

export const statusWords = (t: Translate<"plans">): StatusWords => ({
  proposed: t("status.proposed"),
  decided: t("status.decided"),
  "under-way": t("status.underWay"),
  done: t("status.done"),
  dropped: t("status.dropped"),
});

export const columnKeys = {
  objective: "head.objective",
  measure: "head.measure",
  starts: "head.starts",
  due: "head.due",
  cost: "head.cost",
  party: "head.party",
  cooperation: "head.cooperation",
  indicator: "head.indicator",
  baseline: "head.baseline",
  target: "head.target",
  source: "head.source",
  status: "head.status",
  "status-reason": "head.statusReason",
  "status-since": "head.statusSince",
  "follow-ups": "head.followUps",
  assessment: "head.assessment",
} as const satisfies Readonly<Record<ColumnCode, string>>;

export const answerKeys = {
  status: "ask.status",
  reason: "ask.reason",
  day: "ask.day",
  seen: "ask.seen",
  value: "ask.value",
  source: "ask.source",
  evidence: "ask.evidence",
  by: "ask.by",
} as const satisfies Readonly<Record<AnswerCode, string>>;

/** Of a literal map to a literal map: every key with its word. */
const speakAll = <K extends string, V extends Parameters<Translate<"plans">>[0]>(
  t: Translate<"plans">,
  keys: Readonly<Record<K, V>>,
): Readonly<Record<K, string>> =>
  // The same keys as were given.
  Object.fromEntries(
    Object.entries<V>(keys).map(([code, key]) => [code, (t as (key: V) => string)(key)]),
  ) as Record<K, string>;

export const measureSheetWords = ({ t }: Pick<PlanWords, "t">): MeasureSheetWords => ({
  id: t("sheet.id"),
  version: t("sheet.version"),
  columns: speakAll(t, columnKeys),
  status: statusWords(t),
});

export const requestWords = ({ t, lang }: Pick<PlanWords, "t" | "lang">): RequestWords => ({
  title: t("ask.title"),
  guide: [
    ...[
      t("ask.guideFill"),
      t("ask.guideStatus", { all: Object.values(statusWords(t)).join(", ") }),
    ],
    ...[t("ask.guideDay"), t("ask.guideValue"), t("ask.guideNames"), t("ask.guideKeep")],
  ],
  about: t("ask.about"),
  sheet: t("ask.sheet"),
  id: t("sheet.id"),
  told: {
    measure: t("head.measure"),
    objective: t("head.objective"),
    due: t("head.due"),
    indicator: t("head.indicator"),
    now: t("ask.now"),
  },
  answers: speakAll(t, answerKeys),
  status: statusWords(t),
  lang,
});

/** A language whose texts cannot be had now is left out: the codes are always understood. */
export const loadStatusWords = async (load: LoadTexts): Promise<readonly StatusWords[]> => {
  const all = await Promise.all(
    reportLanguages.map((language) =>
      attempt(
        async () => {
          const texts = await createTexts({ language, namespaces: ["plans"], load });
          return statusWords(texts.translate("plans"));
        },
        () => ({ type: "words-missing" }) as const,
      ),
    ),
  );
  return all.flatMap((each) => (each.ok ? [each.value] : []));
};
