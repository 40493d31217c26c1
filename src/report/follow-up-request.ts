// Asks a unit or a council what came of its measures: one workbook with a row a measure, to be filled in and sent back
// (follow-up-request-reading.ts). A row carries the ids that its answers will have, so that reading it twice adds nothing.
import type { Bytes } from "../base/bytes.ts";
import type { MeasureStatus } from "../domain/measure-records.ts";
import type { EntityId, Language } from "../domain/schema.ts";
import type { Cell } from "./report.ts";
import { directionOf } from "./report-parts.ts";
import { toWorkbook } from "./xlsx-writing.ts";

export type RequestRow = {
  /** Fresh, random: what was seen will be kept under it. */
  readonly seenId: EntityId;
  /** Fresh, random: the indicator's value will be kept under it. */
  readonly valueId: EntityId;
  readonly measureId: EntityId;
  /** As `versionOf` says it. */
  readonly version: string;
  readonly status: MeasureStatus;
  /** In the order of `toldCodes`. */
  readonly told: readonly string[];
};

/** For the reader of the sheet; not read again. */
export const toldCodes = ["measure", "objective", "due", "indicator", "now"] as const;
/** To be filled in; found again by the code in brackets. `seen` carries the language of the sheet: `(seen:fi)`. */
export const answerCodes = [
  ...(["status", "reason", "day", "seen", "value", "source", "evidence", "by"] as const),
] as const;
export type AnswerCode = (typeof answerCodes)[number];

export type RequestWords = {
  readonly title: string;
  /** How to fill the sheet, a line each. */
  readonly guide: readonly string[];
  readonly about: string;
  readonly sheet: string;
  readonly id: string;
  readonly told: Readonly<Record<(typeof toldCodes)[number], string>>;
  readonly answers: Readonly<Record<AnswerCode, string>>;
  readonly status: Readonly<Record<MeasureStatus, string>>;
  readonly lang: Language;
};

export type FollowUpRequest = {
  readonly unit: string;
  readonly rows: readonly RequestRow[];
  readonly words: RequestWords;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
};

export const toRowId = ({ seenId, valueId, measureId, version }: RequestRow): string =>
  ["k", seenId, valueId, measureId, version].join("-");

const text = (value: string): Cell => ({ kind: "text", text: { text: value } });

export const toFollowUpRequest = ({ unit, rows, words, madeAt }: FollowUpRequest): Bytes => {
  const { lang, answers, status } = words;
  const isRtl = directionOf(lang) === "rtl";
  const codeOf = (code: AnswerCode) => (code === "seen" ? `seen:${lang}` : code);
  const head = [
    `${words.id} (row)`,
    ...toldCodes.map((code) => words.told[code]),
    ...answerCodes.map((code) => `${answers[code]} (${codeOf(code)})`),
  ];
  const statusAt = 1 + toldCodes.length;
  return toWorkbook({
    title: words.title,
    lang,
    madeAt,
    sheets: [
      {
        name: words.sheet,
        rows: [
          head.map(text),
          ...rows.map((row) =>
            [
              toRowId(row),
              ...row.told,
              ...answerCodes.map((code) => (code === "by" ? unit : "")),
            ].map(text),
          ),
        ],
        hasHead: true,
        isRtl,
        widths: [12, 40, 30, 14, 30, 16, 16, 24, 14, 50, 14, 30, 30, 24],
        hidden: [0],
        choices: [{ column: statusAt, values: Object.values(status) }],
      },
      {
        name: words.about,
        rows: [words.title, ...words.guide].map((line) => [text(line)]),
        hasHead: false,
        isRtl,
        widths: [100],
      },
    ],
  });
};
