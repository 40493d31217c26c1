// The words for what a finding is, in the language of the screen.
import { labelOf } from "../../../domain/codebook.ts";
import type { FindingKind } from "../../../domain/finding-records.ts";
import type { Language, Localized } from "../../../domain/schema.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";

export const typeKeys = {
  strength: "type.strength",
  concern: "type.concern",
  proposal: "type.proposal",
  disagreement: "type.disagreement",
} as const satisfies Record<FindingKind, string>;

/** In the language asked for, else in the first of fi, sv, en that has words, else in any. */
export const wordsIn = (
  all: Localized,
  language: string,
): { readonly text: string; readonly lang: Language } | undefined => {
  const lang = [language, "fi", "sv", "en", ...Object.keys(all)].find(
    (code) => all[code] !== undefined,
  );
  const text = lang === undefined ? undefined : all[lang];
  return lang === undefined || text === undefined ? undefined : { text, lang };
};

/** The municipality's own languages first, then those of the round. */
export const languagesOf = (reading: RoundReading): readonly Language[] => [
  ...new Set(["fi", "sv", "en", ...(reading.round?.fields.languages ?? [])]),
];

export const useDimensions = (reading: RoundReading) => {
  const { code } = useTexts().spoken("findings");
  const dimensions = reading.round?.fields.codebook.dimensions ?? [];
  return {
    all: dimensions.map(({ id }) => id),
    nameOf: (id: string) => labelOf(dimensions, id, code),
    /** From 1; 0 for a foreign one. */
    placeOf: (id: string) => dimensions.findIndex((each) => each.id === id) + 1,
  };
};

export const useLanguageName = (): ((code: Language) => string) => (code) =>
  writtenLanguage(code).endonym;

export const useTitles = (reading: RoundReading): ((session: string) => string) => {
  const titles = new Map<string, string>(
    reading.releases.map(({ record }) => [record.session, record.title]),
  );
  return (session) => titles.get(session) ?? session;
};

export const useObstacles = () => {
  const t = useT("findings");
  return {
    dropped: t("keeps.dropped"),
    "no-notes": t("keeps.noNotes"),
    "no-words": t("keeps.noWords"),
    rivals: t("keeps.rivals"),
    "note-changed": t("keeps.noteChanged"),
    "note-gone": t("keeps.noteGone"),
    telling: t("keeps.telling"),
    unchecked: t("keeps.unchecked"),
    "not-quotable": t("keeps.notQuotable"),
    "not-reviewed": t("keeps.notReviewed"),
  } as const;
};
