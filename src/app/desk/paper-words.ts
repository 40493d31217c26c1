// In which language the papers' own fixed words are said to a session's people.
import { type InterfaceCode, isInterfaceCode } from "../../i18n/languages.ts";

const primary = (language: string): string => language.split("-")[0] ?? "";

export const paperLanguage = (language: string): InterfaceCode | undefined => {
  const code = primary(language);
  return isInterfaceCode(code) ? code : undefined;
};

/** Whether the fixed words exist in a language; where not, a paper says them in the screen's language. */
export const hasPaperWords = (language: string): boolean => paperLanguage(language) !== undefined;
