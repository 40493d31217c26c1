// The columns of the measures' sheet, in the order of the five headings of a municipality's plan. A heading is for people;
// the code in brackets at its end is what is read again, so columns may be moved, widened, left out and added.
import { measureStatuses } from "../domain/measure-records.ts";
import type { MeasureView } from "../domain/measures.ts";
import { Language, type Localized } from "../domain/schema.ts";

type MeasureFields = MeasureView["fields"];

export const worded = ["objective", "measure", "assessment"] as const;
export type WordedCode = (typeof worded)[number];
const wordedField = { objective: "objective", measure: "what", assessment: "assessment" } as const;

const plainField = {
  cost: "cost",
  party: "unit",
  cooperation: "partners",
  indicator: "indicator",
  baseline: "baseline",
  target: "target",
  source: "source",
  "status-reason": "statusReason",
} as const;
type PlainCode = keyof typeof plainField;

const dayField = { starts: "startsOn", due: "dueOn", "status-since": "statusOn" } as const;
type DayCode = keyof typeof dayField;

export type ColumnCode = WordedCode | PlainCode | DayCode | "status" | "follow-ups";
export type Column = { readonly code: ColumnCode; readonly lang?: Language };

/** Objective, measure, responsible party, cooperation, follow-up. */
export const columnOrder: readonly ColumnCode[] = [
  ...(["objective", "measure", "starts", "due", "cost", "party", "cooperation"] as const),
  ...(["indicator", "baseline", "target", "source", "status", "status-since"] as const),
  ...(["status-reason", "follow-ups", "assessment"] as const),
];

/** As long as the record takes. */
export const maxLengths: Readonly<Record<WordedCode | PlainCode, number>> = {
  ...{ objective: 2_000, measure: 2_000, assessment: 4_000, cost: 500, party: 200 },
  ...{ cooperation: 1_000, indicator: 500, baseline: 300, target: 300, source: 500 },
  "status-reason": 2_000,
};

export const isWorded = (code: ColumnCode): code is WordedCode =>
  (worded as readonly string[]).includes(code);
export const isPlain = (code: ColumnCode): code is PlainCode => Object.hasOwn(plainField, code);
export const isDayCode = (code: ColumnCode): code is DayCode => Object.hasOwn(dayField, code);

export const nameOfColumn = ({ code, lang }: Column): string =>
  lang === undefined ? code : `${code}:${lang}`;

/** Undefined for a column that is not ours. */
export const parseColumn = (heading: string): Column | undefined => {
  const [, code = "", lang] = /\(([a-z-]+)(?::([A-Za-z0-9-]+))?\)\s*$/.exec(heading) ?? [];
  const known = columnOrder.find((each) => each === code);
  if (!known || isWorded(known) !== (lang !== undefined)) return undefined;
  if (lang === undefined) return { code: known };
  const parsed = Language.safeParse(lang);
  return parsed.success ? { code: known, lang: parsed.data } : undefined;
};

export const listColumns = (languages: readonly Language[]): readonly Column[] =>
  columnOrder.flatMap((code): readonly Column[] =>
    isWorded(code) ? languages.map((lang) => ({ code, lang })) : [{ code }],
  );

/** What stands in that column, as text; a status by its code, days in ISO form. */
export const saidIn = (fields: MeasureFields, { code, lang = "" }: Column): string => {
  if (isWorded(code)) return fields[wordedField[code]][lang] ?? "";
  if (isPlain(code)) return fields[plainField[code]] ?? "";
  if (isDayCode(code)) return fields[dayField[code]] ?? "";
  return code === "status" ? fields.status : [...fields.followUpOn].sort().join(", ");
};

export type NewValue = { readonly column: Column; readonly to: string };
type MeasureChange = { readonly [K in keyof MeasureFields]?: MeasureFields[K] | undefined };

const withWords = (words: Localized, lang: Language, to: string): Localized => {
  const { [lang]: _, ...others } = words;
  return to === "" ? others : { ...others, [lang]: to };
};

/** The values as a change of the record's fields: an empty one takes the field away. */
export const toMeasureChange = (
  fields: MeasureFields,
  values: readonly NewValue[],
): MeasureChange => {
  let change: MeasureChange = {};
  for (const { column, to } of values) {
    const { code, lang = "" } = column;
    const some = to === "" ? undefined : to;
    if (isWorded(code)) {
      const name = wordedField[code];
      change = { ...change, [name]: withWords(change[name] ?? fields[name], lang, to) };
    } else if (isPlain(code)) change = { ...change, [plainField[code]]: some };
    else if (isDayCode(code)) change = { ...change, [dayField[code]]: some };
    else if (code === "status") {
      const status = measureStatuses.find((each) => each === to);
      if (status) change = { ...change, status };
    } else change = { ...change, followUpOn: to === "" ? [] : to.split(", ") };
  }
  return change;
};
