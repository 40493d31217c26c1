// A report's own words, in its own language, whatever the interface speaks.

import { attempt, type Result } from "../../../base/result.ts";
import { createFormat, type Format } from "../../../i18n/format.ts";
import { interfaceLanguage } from "../../../i18n/languages.ts";
import type { Translate } from "../../../i18n/resources.ts";
import { createTexts, type LoadTexts } from "../../../i18n/texts.ts";
import type { ReportLanguage } from "./report-settings.ts";

export type ReportWords = {
  readonly lang: ReportLanguage;
  readonly t: Translate<"reports">;
  readonly format: Format;
};

export type WordsMissing = { readonly type: "words-missing" };

export const loadReportWords = (
  lang: ReportLanguage,
  load: LoadTexts,
): Promise<Result<ReportWords, WordsMissing>> =>
  attempt(
    async () => {
      const texts = await createTexts({ language: lang, namespaces: ["reports"], load });
      return {
        lang,
        t: texts.translate("reports"),
        format: createFormat(interfaceLanguage(lang)),
      };
    },
    () => ({ type: "words-missing" }) as const, // A file of texts rejects where it cannot be had.
  );
