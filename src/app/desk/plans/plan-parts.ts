// The small pieces both plans are made of: headings, pairs of a heading and what stands under it, and places that are
// still to be filled in, marked so that nobody takes them for text.
import type { PublishableMeasure } from "../../../analysis/publishable-measures.ts";
import type { Block, Cell, ReportTable, Wording } from "../../../report/report.ts";
import { type PlanWords, sayPeriod, statusKeys, wordingIn } from "./plan-words.ts";

export const heading = (text: string, level: 2 | 3 = 2): Block => ({
  kind: "heading",
  level,
  text,
});
export const paragraph = (text: string | Wording): Block => ({
  kind: "paragraph",
  text: typeof text === "string" ? { text } : text,
});
export const bullets = (items: readonly (string | Wording)[]): Block => ({
  kind: "list",
  items: items.map((item) => (typeof item === "string" ? { text: item } : item)),
});

/** "[täydennetään: hyväksyjä]" */
export const toFill = ({ t }: Pick<PlanWords, "t">, what: string): string => t("fill", { what });

export const textCell = (text: string | Wording): Cell => ({
  kind: "text",
  text: typeof text === "string" ? { text } : text,
});

export type Pair = readonly [label: string, said: string | Wording | undefined];

/** A heading of the form beside what stands under it; what is not known is to be filled in. */
export const pairsTable = (
  words: PlanWords,
  id: string,
  caption: string,
  pairs: readonly Pair[],
): ReportTable => ({
  ...{ id, caption, isPairs: true, notes: [] },
  columns: [
    { label: words.t("pairs.what"), numeric: false },
    { label: words.t("pairs.said"), numeric: false },
  ],
  rows: pairs.map(([label, said]) => {
    const text = typeof said === "string" ? said : (said?.text ?? "");
    const isBlank = said === undefined || text.trim() === "";
    const open = toFill(words, label.toLocaleLowerCase(words.lang));
    return [textCell(label), textCell(isBlank ? open : said)];
  }),
});

export const sayWhat = (measure: PublishableMeasure, { lang }: PlanWords): Wording =>
  wordingIn(measure.what, lang) ?? { text: "" };

export const sayStatus = (measure: PublishableMeasure, { t, format }: PlanWords): string => {
  const { status, statusOn, statusReason } = measure;
  const word = t(statusKeys[status]);
  const since = statusOn ? t("status.since", { status: word, day: format.day(statusOn) }) : word;
  return statusReason ? t("status.because", { status: since, reason: statusReason }) : since;
};

export const sayTime = (measure: PublishableMeasure, words: PlanWords): string | undefined =>
  sayPeriod(words, measure.startsOn, measure.dueOn);

export const sayDays = (days: readonly string[], { format }: PlanWords): string =>
  format.list(days.map((day) => format.day(day)));

/** Several in one cell, a line each: in their own language where they share one. */
export const joinLines = (all: readonly Wording[]): Wording => {
  const text = all.map((each) => each.text).join("\n");
  const [lang, ...others] = new Set(all.map((each) => each.lang));
  return lang === undefined || others.length > 0 ? { text } : { text, lang };
};

/** What a follow-up says, a line each: a day, and words or a value. */
export const sayFollowUps = (
  measure: PublishableMeasure,
  type: PublishableMeasure["followUps"][number]["type"],
  { t, format, lang }: PlanWords,
): readonly Wording[] =>
  measure.followUps
    .filter((each) => each.type === type)
    .map(({ on, text, value, source, unit }) => {
      const words = wordingIn(text, lang);
      const said = [value, words?.text].filter((each) => each !== undefined).join(" – ");
      const by = [unit, source].filter((each) => each !== undefined).join(", ");
      const told = t("followed.line", { day: format.day(on), said });
      const line = by === "" ? told : t("followed.by", { line: told, by });
      return words?.lang === undefined ? { text: line } : { text: line, lang: words.lang };
    });
