// The words inside a report's files: in the report's own language, whatever the screen speaks.
import { createFormat } from "../../../i18n/format.ts";
import { interfaceLanguage, isInterfaceCode } from "../../../i18n/languages.ts";
import { createTexts, type LoadTexts } from "../../../i18n/texts.ts";
import { countHidden, type ExportWords } from "../../../report/export-words.ts";
import type { Report } from "../../../report/report.ts";
import { tablesOf } from "../../../report/report-parts.ts";

/** Rejects where the texts cannot be had: the file is then not made, and that is said. */
export const loadExportWords = async (report: Report, load: LoadTexts): Promise<ExportWords> => {
  const language = isInterfaceCode(report.lang) ? report.lang : "en";
  const texts = await createTexts({ language, namespaces: ["exports"], load });
  const t = texts.translate("exports");
  const format = createFormat(interfaceLanguage(language));
  const hidden = countHidden(tablesOf(report));
  return {
    made: t("words.made", { time: format.dayTime(report.madeAt) }),
    contents: t("words.contents"),
    tableFollows: t("words.tableFollows"),
    about: t("words.about"),
    sheet: t("words.sheet"),
    hidden: hidden > 0 ? t("words.hidden", { count: hidden }) : "",
  };
};
