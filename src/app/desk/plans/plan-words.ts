// A plan's words in the plan's own language, whatever the screen speaks: those of plans, and those of reports where a plan
// says what a report says.
import { attempt, type Result } from "../../../base/result.ts";
import type { Localized } from "../../../domain/schema.ts";
import type { Format } from "../../../i18n/format.ts";
import type { Translate } from "../../../i18n/resources.ts";
import { createTexts, type LoadTexts } from "../../../i18n/texts.ts";
import type { Wording } from "../../../report/report.ts";
import type { ReportLanguage } from "../reports/report-settings.ts";
import { loadReportWords, type ReportWords, type WordsMissing } from "../reports/report-words.ts";

export type PlanWords = {
  readonly lang: ReportLanguage;
  readonly t: Translate<"plans">;
  readonly format: Format;
  readonly report: ReportWords;
};

export const loadPlanWords = async (
  lang: ReportLanguage,
  load: LoadTexts,
): Promise<Result<PlanWords, WordsMissing>> => {
  const report = await loadReportWords(lang, load);
  if (!report.ok) return report;
  return attempt(
    async () => {
      const texts = await createTexts({ language: lang, namespaces: ["plans"], load });
      const { format } = report.value;
      return { lang, t: texts.translate("plans"), format, report: report.value };
    },
    () => ({ type: "words-missing" }) as const, // A file of texts rejects where it cannot be had.
  );
};

/** In the language, else in the first there is, marked as that; undefined where there are no words at all. */
export const wordingIn = (texts: Localized, lang: string): Wording | undefined => {
  const own = texts[lang];
  if (own !== undefined) return { text: own };
  const [other, text] = Object.entries(texts)[0] ?? [];
  return other === undefined || text === undefined ? undefined : { text, lang: other };
};

export const statusKeys = {
  proposed: "status.proposed",
  decided: "status.decided",
  "under-way": "status.underWay",
  done: "status.done",
  dropped: "status.dropped",
} as const;

/** "1.3.2027–30.9.2027", or whichever end is known. */
export const sayPeriod = (
  { t, format }: Pick<PlanWords, "t" | "format">,
  from: string | undefined,
  until: string | undefined,
): string | undefined =>
  from && until
    ? t("time.both", { from: format.day(from), until: format.day(until) })
    : from
      ? t("time.from", { from: format.day(from) })
      : until
        ? t("time.until", { until: format.day(until) })
        : undefined;
