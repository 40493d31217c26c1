// The five headings of a municipality's plan, in words: as a table on the screen, and as what is put on the clipboard for
// Word and Excel.
import type { PublishableMeasure } from "../../../analysis/publishable-measures.ts";
import { writeCsv } from "../../../base/csv.ts";
import { guardFormula } from "../../../report/csv-table.ts";
import type { Wording } from "../../../report/report.ts";
import { directionOf, directionOfText } from "../../../report/report-parts.ts";
import { escapeText } from "../../../report/xml.ts";
import { sayDays, sayStatus, sayTime } from "./plan-parts.ts";
import { type PlanWords, wordingIn } from "./plan-words.ts";

export const fiveHeadings = ["objective", "measure", "party", "cooperation", "followUp"] as const;
export const headingKeys = {
  objective: "head.objective",
  measure: "head.measure",
  party: "head.party",
  cooperation: "head.cooperation",
  followUp: "head.followUp",
} as const;

export type HeadingRow = Readonly<Record<(typeof fiveHeadings)[number], Wording>> & {
  readonly measureId: string;
};

const followUpOf = (measure: PublishableMeasure, words: PlanWords): string => {
  const { t } = words;
  const { indicator, baseline, target, source, followUpOn } = measure;
  const time = sayTime(measure, words);
  const named = (label: string, said: string | undefined) =>
    said ? [t("named", { label, said })] : [];
  return [
    ...named(t("head.indicator"), indicator),
    ...named(t("head.baseline"), baseline),
    ...named(t("head.target"), target),
    ...named(t("head.source"), source),
    ...named(t("head.time"), time),
    ...named(t("head.followUps"), sayDays(followUpOn, words)),
    ...named(t("head.status"), sayStatus(measure, words)),
  ].join("\n");
};

export const toHeadingRows = (
  measures: readonly PublishableMeasure[],
  words: PlanWords,
): readonly HeadingRow[] =>
  measures.map((measure) => ({
    measureId: measure.measureId,
    objective: wordingIn(measure.objective, words.lang) ?? { text: "" },
    measure: wordingIn(measure.what, words.lang) ?? { text: "" },
    party: { text: measure.unit ?? "" },
    cooperation: { text: measure.partners ?? "" },
    followUp: { text: followUpOf(measure, words) },
  }));

const cellsOf = (row: HeadingRow): readonly Wording[] => fiveHeadings.map((name) => row[name]);

/** For a spreadsheet: tabs between cells, quotes round line breaks, and nothing that would run. */
export const toTabbed = (rows: readonly HeadingRow[], { t }: Pick<PlanWords, "t">): string =>
  writeCsv(
    [
      fiveHeadings.map((name) => t(headingKeys[name])),
      ...rows.map((row) => cellsOf(row).map(({ text }) => guardFormula(text))),
    ],
    "\t",
  ).replace(/^\ufeff/, "");

/** For a word processor: a table with its heads, each text in its own language. */
export const toHtmlTable = (
  rows: readonly HeadingRow[],
  { t, lang: own }: Pick<PlanWords, "t" | "lang">,
): string => {
  const heads = fiveHeadings.map(
    (name) => `<th scope="col">${escapeText(t(headingKeys[name]))}</th>`,
  );
  const toCell = (wording: Wording) => {
    const lang = wording.lang === undefined ? "" : ` lang="${wording.lang}"`;
    const dir = directionOfText(wording, own);
    const lines = escapeText(guardFormula(wording.text)).split("\n").join("<br>");
    return `<td${lang}${dir === directionOf(own) ? "" : ` dir="${dir}"`}>${lines}</td>`;
  };
  const body = rows.map((row) => `<tr>${cellsOf(row).map(toCell).join("")}</tr>`);
  return `<table lang="${own}"><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
};
