// One row of a follow-up request as entries of the follow-up and a new status. An entry's id comes with the row, and what
// was taken in once is known by it, whatever the desk did with it since.
import type { MeasureStatus } from "../domain/measure-records.ts";
import type { FollowUpView, MeasureView } from "../domain/measures.ts";
import type { EntityId, Language } from "../domain/schema.ts";
import { type AnswerCode, answerCodes } from "./follow-up-request.ts";
import { isIllFormed, isSameText, parseDayCell } from "./kept-cell.ts";
import type { StatusWords } from "./measure-sheet.ts";
import { findStatus } from "./measure-sheet-reading.ts";
import { fieldsAt, revisionsAt } from "./measure-versions.ts";

export type EntryFields = Pick<
  FollowUpView["fields"],
  "on" | "text" | "unit" | "value" | "source" | "evidence"
> & { readonly type: "seen" | "indicator" };

export type RequestEntry = {
  readonly row: number;
  readonly measureId: EntityId;
  readonly followUpId: EntityId;
  readonly fields: EntryFields;
  /** The row was read before and now says otherwise. */
  readonly isAmended: boolean;
};
export type RequestStatus = {
  readonly row: number;
  readonly measureId: EntityId;
  readonly from: MeasureStatus;
  readonly to: MeasureStatus;
  readonly on: string;
  readonly reason?: string;
};

export type RequestRefusal = { readonly row: number } & (
  | { readonly type: "unknown"; readonly id: string }
  | { readonly type: "twice" | "rivals" | "needs-day" | "needs-reason" | "nothing-seen" }
  /** The entry was withdrawn on the desk; a sheet does not bring it back. */
  | { readonly type: "withdrawn" }
  | { readonly type: "status" | "day" | "value"; readonly said: string }
  | { readonly type: "too-long"; readonly column: AnswerCode; readonly limit: number }
  | { readonly type: "ill-formed"; readonly column: AnswerCode }
);

/** The desk gave the measure another status since the sheet went out, and that one stays. */
export type MovedStatus = {
  readonly row: number;
  readonly measureId: EntityId;
  readonly now: MeasureStatus;
  readonly said: MeasureStatus;
};

export type ReadRequest = {
  readonly entries: readonly RequestEntry[];
  readonly statuses: readonly RequestStatus[];
  readonly moved: readonly MovedStatus[];
  readonly refusals: readonly RequestRefusal[];
  /** Rows that say nothing, or nothing that the desk has not taken in. */
  readonly unchanged: number;
};
export type RequestOptions = {
  readonly measures: readonly MeasureView[];
  readonly followUps: readonly FollowUpView[];
  readonly statuses: readonly StatusWords[];
  readonly today: string;
};

const limits: Readonly<Partial<Record<AnswerCode, number>>> = {
  ...{ reason: 2_000, seen: 4_000, source: 500, evidence: 2_000, by: 200 },
};

/** "1 234,50" as people write it, to a decimal number as the record keeps it. */
const parseValue = (said: string): string | undefined => {
  const plain = said
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
};

export type Answers = Readonly<Record<AnswerCode, string>>;
export type Names = {
  readonly seenId: EntityId;
  readonly valueId: EntityId;
  readonly version: string;
};

const textRefusals = (answers: Answers, row: number): readonly RequestRefusal[] =>
  answerCodes.flatMap((column): readonly RequestRefusal[] => {
    const limit = limits[column];
    if (limit === undefined) return [];
    if (isIllFormed(answers[column])) return [{ row, type: "ill-formed", column }];
    return answers[column].length > limit ? [{ row, type: "too-long", column, limit }] : [];
  });

/** Undefined values are left out, as in a record. */
const present = <T extends object>(fields: T): { readonly [K in keyof T]: NonNullable<T[K]> } =>
  // Empty cells are no values.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")) as never;

const toEntries = (answers: Answers, on: string, value: string, lang: Language) => {
  const { seen, source, evidence, by: unit } = answers;
  const entries: EntryFields[] = [];
  if (seen !== "") {
    const own = present({ unit, evidence, source: value === "" ? source : "" });
    entries.push({ type: "seen", on, text: { [lang]: seen }, ...own });
  }
  if (value !== "") {
    const own = present({ unit, value, source, evidence: seen === "" ? evidence : "" });
    entries.push({ type: "indicator", on, text: {}, ...own });
  }
  return entries;
};

const sameEntry = (a: EntryFields, b: FollowUpView["fields"]): boolean =>
  (["on", "unit", "value", "source", "evidence"] as const).every((name) =>
    isSameText(a[name] ?? "", b[name] ?? ""),
  ) &&
  [...new Set([...Object.keys(a.text), ...Object.keys(b.text)])].every((lang) =>
    isSameText(a.text[lang] ?? "", b.text[lang] ?? ""),
  );

type RowRead = Omit<ReadRequest, "unchanged">;

export const readAnswers = (
  answers: Answers,
  row: number,
  view: MeasureView,
  names: Names,
  lang: Language,
  { followUps, statuses, today }: RequestOptions,
): RowRead => {
  const { measureId } = view;
  const { seen, status: said, reason } = answers;
  const refusals: RequestRefusal[] = [...textRefusals(answers, row)];
  const status = said === "" ? undefined : findStatus(said, statuses);
  if (said !== "" && !status) refusals.push({ row, type: "status", said: said.slice(0, 80) });
  const day = answers.day === "" ? undefined : parseDayCell(answers.day);
  if (answers.day !== "" && !day) {
    refusals.push({ row, type: "day", said: answers.day.slice(0, 80) });
  }
  const value = answers.value === "" ? "" : parseValue(answers.value);
  if (value === undefined) {
    refusals.push({ row, type: "value", said: answers.value.slice(0, 80) });
  }
  const hasEntry = seen !== "" || answers.value !== "";
  if (hasEntry && answers.day === "") refusals.push({ row, type: "needs-day" });
  if (!hasEntry && answers.source + answers.evidence !== "") {
    refusals.push({ row, type: "nothing-seen" });
  }
  const written = toEntries(answers, day ?? today, value ?? "", lang);
  const entries: RequestEntry[] = [];
  for (const fields of written) {
    const followUpId = fields.type === "seen" ? names.seenId : names.valueId;
    const known = followUps.find((each) => each.followUpId === followUpId);
    // A sheet read long ago brings back nothing that the desk has worded anew since.
    if (known?.history.some(({ record }) => sameEntry(fields, record))) continue;
    if (known?.fields.dropped) refusals.push({ row, type: "withdrawn" });
    else if (known && known.rivals.size + known.rivalWordings.length > 0) {
      refusals.push({ row, type: "rivals" });
    } else entries.push({ row, measureId, followUpId, fields, isAmended: known !== undefined });
  }
  const change = { row, reason, on: day ?? today };
  const changed = status && readStatus(view, status, change, names);
  return {
    entries,
    statuses: changed?.kind === "change" ? [changed.status] : [],
    moved: changed?.kind === "moved" ? [changed.moved] : [],
    refusals: [...refusals, ...(changed?.kind === "refused" ? [changed.refusal] : [])],
  };
};

type StatusRead =
  | { readonly kind: "change"; readonly status: RequestStatus }
  | { readonly kind: "moved"; readonly moved: MovedStatus }
  | { readonly kind: "refused"; readonly refusal: RequestRefusal }
  | undefined;

const readStatus = (
  view: MeasureView,
  to: MeasureStatus,
  said: { readonly row: number; readonly reason: string; readonly on: string },
  { version }: Names,
): StatusRead => {
  const { row, reason, on } = said;
  const { measureId } = view;
  const from = view.fields.status;
  const then = new Set(revisionsAt(view, version));
  const since = view.history.filter((revision) => !then.has(revision));
  // What was taken in once and has moved on since is no news.
  if (to === from || since.some(({ record }) => record.status === to)) return undefined;
  if (fieldsAt(view, version)?.status !== from) {
    return { kind: "moved", moved: { row, measureId, now: from, said: to } };
  }
  const refuse = (type: "rivals" | "needs-reason"): StatusRead => ({
    kind: "refused",
    refusal: { row, type },
  });
  if (view.rivals.size + view.rivalWordings.length > 0) return refuse("rivals");
  if (to === "dropped" && reason === "") return refuse("needs-reason");
  const status = { row, measureId, from, to, on };
  return { kind: "change", status: reason === "" ? status : { ...status, reason } };
};
