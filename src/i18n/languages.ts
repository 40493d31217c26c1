// Languages by an own table: engines answer wrongly on direction (ku-Arab) and default to other calendars (fa, th).
import type { Namespace } from "./resources.ts";

export type Direction = "ltr" | "rtl";

/** A language that people speak or write in a session. */
export type WrittenLanguage = {
  readonly code: string;
  /** Its own name in itself. */
  readonly endonym: string;
  readonly dir: Direction;
};

export type InterfaceCode = "fi" | "sv" | "en" | "so" | "ar";
/** A language the interface speaks. A draft lacks a native speaker's signature and speaks only its namespaces. */
export type InterfaceLanguage = WrittenLanguage & {
  readonly code: InterfaceCode;
  /** For Intl: Gregorian calendar, and digits that match the codes on paper. */
  readonly intl: string;
  readonly draft: boolean;
  readonly namespaces: "all" | readonly Namespace[];
};

const gregorian = "-u-ca-gregory-nu-latn";
const draftNamespaces: readonly Namespace[] = [
  "common",
  "device",
  "paper",
  "prepare",
  "scribe",
  "session",
];

export const finnish: InterfaceLanguage = {
  code: "fi",
  endonym: "suomi",
  dir: "ltr",
  intl: `fi-FI${gregorian}`,
  draft: false,
  namespaces: "all",
};
/** Spoken wherever a draft language is silent. */
export const english: InterfaceLanguage = {
  code: "en",
  endonym: "English",
  dir: "ltr",
  intl: `en-GB${gregorian}`,
  draft: false,
  namespaces: "all",
};
export const interfaceLanguages: readonly InterfaceLanguage[] = [
  finnish,
  {
    code: "sv",
    endonym: "svenska",
    dir: "ltr",
    intl: `sv-FI${gregorian}`,
    draft: false,
    namespaces: "all",
  },
  english,
  {
    code: "so",
    endonym: "Soomaali",
    dir: "ltr",
    intl: `so${gregorian}`,
    draft: true,
    namespaces: draftNamespaces,
  },
  {
    code: "ar",
    endonym: "العربية",
    dir: "rtl",
    intl: `ar${gregorian}`,
    draft: true,
    namespaces: draftNamespaces,
  },
];

/** Languages offered for notes and sessions, in the order a Finnish municipality meets them. */
export const writtenLanguages: readonly WrittenLanguage[] = [
  { code: "fi", endonym: "suomi", dir: "ltr" },
  { code: "sv", endonym: "svenska", dir: "ltr" },
  { code: "en", endonym: "English", dir: "ltr" },
  { code: "ru", endonym: "русский", dir: "ltr" },
  { code: "uk", endonym: "українська", dir: "ltr" },
  { code: "et", endonym: "eesti", dir: "ltr" },
  { code: "ar", endonym: "العربية", dir: "rtl" },
  { code: "so", endonym: "Soomaali", dir: "ltr" },
  { code: "fa", endonym: "فارسی", dir: "rtl" },
  { code: "prs", endonym: "دری", dir: "rtl" },
  { code: "ckb", endonym: "کوردیی ناوەندی", dir: "rtl" },
  { code: "ku", endonym: "Kurdî (Kurmancî)", dir: "ltr" },
  { code: "sq", endonym: "shqip", dir: "ltr" },
  { code: "tr", endonym: "Türkçe", dir: "ltr" },
  { code: "vi", endonym: "Tiếng Việt", dir: "ltr" },
  { code: "th", endonym: "ไทย", dir: "ltr" },
  { code: "zh", endonym: "中文", dir: "ltr" },
  { code: "ti", endonym: "ትግርኛ", dir: "ltr" },
  { code: "ps", endonym: "پښتو", dir: "rtl" },
  { code: "ur", endonym: "اردو", dir: "rtl" },
  { code: "se", endonym: "davvisámegiella", dir: "ltr" },
];

/** The table's entry; an unknown language is shown by its code, left to right. */
export const writtenLanguage = (code: string): WrittenLanguage =>
  writtenLanguages.find((language) => language.code === code) ??
  writtenLanguages.find((language) => language.code === code.split("-")[0]) ?? {
    code,
    endonym: code,
    dir: "ltr",
  };

export const isInterfaceCode = (code: string): code is InterfaceCode =>
  interfaceLanguages.some((language) => language.code === code);

export const interfaceLanguage = (code: InterfaceCode): InterfaceLanguage =>
  interfaceLanguages.find((language) => language.code === code) ?? finnish;

/** What to start in: the first wish that is spoken in full, else Finnish. Drafts are chosen by hand only. */
export const chooseLanguage = (wishes: readonly string[]): InterfaceCode => {
  for (const wish of wishes) {
    const code = wish.toLowerCase().split("-")[0] ?? "";
    if (isInterfaceCode(code) && !interfaceLanguage(code).draft) return code;
  }
  return "fi";
};
