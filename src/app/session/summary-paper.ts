// The words of a session's one page: what its records say, worded once for the page and for the file.
import type { Codebook } from "../../domain/codebook.ts";
import type { Named } from "../../domain/record.ts";
import type { Language } from "../../domain/schema.ts";
import { foldSession, peopleOf } from "../../domain/session.ts";
import type { Format } from "../../i18n/format.ts";
import { type InterfaceLanguage, writtenLanguage } from "../../i18n/languages.ts";
import type { Translate } from "../../i18n/resources.ts";
import { type SummaryPaper, toSessionSummary } from "../../report/session-summary.ts";
import type { SessionFields } from "../session-plan.ts";
import { dimensionWords } from "./dimension-words.ts";
import { summaryKeys, summaryTexts } from "./summary-words.ts";

export type PaperSource = {
  readonly records: readonly Named[];
  readonly fields: SessionFields | undefined;
  readonly codebook: Codebook;
  /** The language the summary was written in. */
  readonly writtenIn: Language;
};
export type PaperWords = {
  readonly t: Translate<"debrief">;
  readonly spoken: InterfaceLanguage;
  readonly format: Format;
};

export const toSummaryPaper = (
  { records, fields, codebook, writtenIn }: PaperSource,
  { t, spoken, format }: PaperWords,
): SummaryPaper => {
  const { texts, groupConsent, dimensions, notes, untagged } = toSessionSummary(records, codebook);
  const session = foldSession(records);
  const people = session ? peopleOf(session) : [];
  const words = dimensionWords(codebook, spoken.code);
  const facts = [
    [t("paper.round"), fields?.roundName],
    [t("paper.day"), fields?.heldOn && format.longDay(`${fields.heldOn}T12:00:00Z`)],
    [t("paper.place"), fields?.place],
    [
      t("paper.languages"),
      fields && format.list(fields.languages.map((code) => writtenLanguage(code).endonym)),
    ],
    // Counts of two devices stay side by side, never a sum.
    [t("paper.people"), people.map((count) => format.number(count)).join(" / ")],
  ] as const;
  const consent =
    groupConsent === undefined
      ? t("paper.consentUnasked")
      : groupConsent
        ? t("paper.consentYes")
        : t("paper.consentNo");
  return {
    lang: spoken.code,
    isRtl: spoken.dir === "rtl",
    title: fields?.title ?? t("paper.untitled"),
    kicker: t("paper.kicker"),
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    sections: summaryTexts
      // The five headings always stand there; corrections only where there were any.
      .filter((field) => field !== "corrections" || texts.corrections !== undefined)
      .map((field) => {
        const text = texts[field];
        return {
          heading: t(summaryKeys[field]),
          said:
            text === undefined
              ? { text: t("paper.nothing"), lang: spoken.code }
              : { text, lang: writtenIn },
        };
      }),
    counts: {
      heading: t("paper.counts"),
      head: [
        t("paper.dimension"),
        ...[t("paper.notes"), t("paper.strengths"), t("paper.concerns"), t("paper.proposals")],
      ],
      rows: dimensions.map(({ id, number, ...count }) => [
        `${number} ${words.find((each) => each.id === id)?.word ?? id}`,
        ...[count.notes, count.strengths, count.concerns, count.proposals].map(format.number),
      ]),
      foot: t("paper.countsFoot", { notes, untagged }),
    },
    foot: [consent, t("paper.noNames")],
  };
};
