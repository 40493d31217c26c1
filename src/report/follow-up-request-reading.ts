// A follow-up request that comes back filled in. What does not fit is refused with its row; the same sheet read twice gives
// nothing the second time.
import { failed, ok, type Result } from "../base/result.ts";
import type { MeasureView } from "../domain/measures.ts";
import { EntityId, Language } from "../domain/schema.ts";
import {
  type Answers,
  type MovedStatus,
  type ReadRequest,
  type RequestEntry,
  type RequestOptions,
  type RequestRefusal,
  type RequestStatus,
  readAnswers,
} from "./follow-up-answers.ts";
import { type AnswerCode, answerCodes } from "./follow-up-request.ts";
import { readWorkbook, type XlsxError } from "./xlsx-reading.ts";

export type RequestError =
  | XlsxError
  | { readonly type: "request-foreign" }
  | { readonly type: "request-column-twice"; readonly column: AnswerCode };

const rowIdForm = /^k-([0-9a-f]{32})-([0-9a-f]{32})-([0-9a-f]{32})-(v(?:-[0-9a-f]+)+)$/;

/** Never throws, changes nothing. `measures` are those of the round that stand, `followUps` all. */
export const readFollowUpRequest = (
  bytes: Uint8Array,
  options: RequestOptions,
): Result<ReadRequest, RequestError> => {
  const book = readWorkbook(bytes);
  if (!book.ok) return book;
  const isIdHead = (label: string) => label.trim().endsWith("(row)");
  // The sheet may be renamed or moved; the one with our first heading is it.
  const sheet = book.value.find(({ rows }) => rows[0]?.cells.some(isIdHead));
  const head = sheet?.rows[0]?.cells ?? [];
  const idAt = head.findIndex(isIdHead);
  const codes = head.map((label) => /\(([a-z]+)(?::([A-Za-z0-9-]+))?\)\s*$/.exec(label));
  const placesOf = (code: AnswerCode) =>
    codes.flatMap((found, at) => (found?.[1] === code && at !== idAt ? [at] : []));
  const seenAt = placesOf("seen")[0];
  const lang = Language.safeParse(seenAt === undefined ? "" : codes[seenAt]?.[2]);
  if (!sheet || seenAt === undefined || !lang.success) return failed({ type: "request-foreign" });
  const twice = answerCodes.find((code) => placesOf(code).length > 1);
  if (twice) return failed({ type: "request-column-twice", column: twice });

  const known = new Map<string, MeasureView>(
    options.measures.map((view) => [view.measureId, view]),
  );
  const rows = sheet.rows.slice(1);
  const ids = rows.map(({ cells }) => (cells[idAt] ?? "").trim());
  const entries: RequestEntry[] = [];
  const statuses: RequestStatus[] = [];
  const moved: MovedStatus[] = [];
  const refusals: RequestRefusal[] = [];
  let unchanged = 0;
  for (const [at, { number: row, cells }] of rows.entries()) {
    const id = ids[at] ?? "";
    const [, seenId, valueId, measureId = "", version = ""] = rowIdForm.exec(id) ?? [];
    const view = known.get(measureId);
    if (!view) {
      refusals.push({ row, type: "unknown", id: id.slice(0, 20) });
      continue;
    }
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) {
      refusals.push({ row, type: "twice" });
      continue;
    }
    const answerOf = (code: AnswerCode) => {
      const place = placesOf(code)[0];
      return place === undefined ? "" : (cells[place] ?? "").trim();
    };
    // One entry for each of the codes.
    const answers = Object.fromEntries(
      answerCodes.map((code) => [code, answerOf(code)]),
    ) as Answers;
    const names = { seenId: EntityId.parse(seenId), valueId: EntityId.parse(valueId), version };
    const read = readAnswers(answers, row, view, names, lang.data, options);
    // Two sheets put into one: which of two statuses is meant cannot be told.
    const isSecond = read.statuses.some(({ measureId: own }) =>
      statuses.some((each) => each.measureId === own),
    );
    const refused = isSecond ? [...read.refusals, { row, type: "twice" as const }] : read.refusals;
    refusals.push(...refused);
    if (refused.length > 0) continue;
    entries.push(...read.entries);
    statuses.push(...read.statuses);
    moved.push(...read.moved);
    if (read.entries.length + read.statuses.length + read.moved.length === 0) unchanged += 1;
  }
  return ok({ entries, statuses, moved, refusals, unchanged });
};
