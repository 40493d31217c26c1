// Fixed words of papers in the languages of a round's people: to ask about a measure, and for leaflets.

import type { Format } from "../../../i18n/format.ts";
import type { InterfaceCode } from "../../../i18n/languages.ts";
import { loadTexts } from "../../../i18n/load-texts.ts";
import type { Translate } from "../../../i18n/resources.ts";
import { createTexts } from "../../../i18n/texts.ts";
import { paperLanguage } from "../paper-words.ts";
import type { Asks } from "./follow-up-model.ts";

/** Rejects when the words cannot be had: offline before the app was kept whole. */
export const loadPaperWords = async (
  code: InterfaceCode,
): Promise<{
  readonly code: InterfaceCode;
  readonly t: Translate<"paper">;
  readonly format: Format;
}> => {
  const texts = await createTexts({ language: code, namespaces: ["paper"], load: loadTexts });
  return { code, t: texts.translate("paper"), format: texts.format() };
};

/** For the languages that have words of their own; in others the question stays to be written. */
export const loadAsks = async (languages: readonly string[]): Promise<Asks> => {
  const known = await Promise.all(
    languages.flatMap((language) => {
      const code = paperLanguage(language);
      return code === undefined ? [] : [loadPaperWords(code).then(({ t }) => ({ language, t }))];
    }),
  );
  return {
    decided: new Map(
      known.map(({ language, t }) => [language, (what: string) => t("ask.decided", { what })]),
    ),
    proposed: new Map(
      known.map(({ language, t }) => [language, (what: string) => t("ask.proposed", { what })]),
    ),
  };
};
