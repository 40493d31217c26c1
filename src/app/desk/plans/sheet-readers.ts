// The two sheets that come back to this area, each with how it is read and what becomes of it: normal revisions, and
// entries of the follow-up that nobody has checked yet.
import { parseUtf8 } from "../../../base/bytes.ts";
import { failed } from "../../../base/result.ts";
import {
  type FollowUpView,
  foldFollowUps,
  foldMeasures,
  type MeasureView,
} from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { ReadRequest, RequestEntry } from "../../../report/follow-up-answers.ts";
import type { RequestError } from "../../../report/follow-up-request-reading.ts";
import { toMeasureChange } from "../../../report/measure-columns.ts";
import type { MeasureSheet, MeasureSheetError } from "../../../report/measure-sheet-reading.ts";
import type { RecordDraft } from "../../record-writer.ts";
import { nextDraft } from "../desk-work.ts";
import type { SheetReader } from "./sheet-in.ts";
import { loadStatusWords } from "./sheet-words.ts";

type ReaderDeps = {
  readonly roundId: EntityId;
  readonly load: LoadTexts;
  /** ISO day. */
  readonly today: () => string;
};

/** Those of the round that stand. */
export const standingMeasures = (
  records: readonly Named[],
  roundId: EntityId,
): readonly MeasureView[] =>
  foldMeasures(records).filter(({ fields }) => fields.roundId === roundId && !fields.removed);

/** A file that is no UTF-8 was saved by a program that has lost letters already. */
export type CsvSheetError = MeasureSheetError | { readonly type: "sheet-not-utf8" };

export const createMeasureSheetReader = ({
  roundId,
  load,
  today,
}: ReaderDeps): SheetReader<MeasureSheet, CsvSheetError> => ({
  prepare: async () => {
    const { readMeasureSheet } = await import("../../../report/measure-sheet-reading.ts");
    const options = { statuses: await loadStatusWords(load), today: today() };
    return (bytes, records) => {
      const text = parseUtf8(bytes);
      if (text === undefined) return failed({ type: "sheet-not-utf8" });
      return readMeasureSheet(text, standingMeasures(records, roundId), options);
    };
  },
  draftsOf: ({ changes }, records) => {
    const byId = new Map(standingMeasures(records, roundId).map((view) => [view.measureId, view]));
    return changes.flatMap(({ measureId, fields }) => {
      const view = byId.get(measureId);
      if (!view) return [];
      const change = toMeasureChange(view.fields, fields);
      return [nextDraft("measure/1", { measureId }, view, change)];
    });
  },
  countOf: ({ changes }) => changes.length,
});

const toEntryDraft = (
  { followUpId, measureId, fields: said }: RequestEntry,
  known: FollowUpView | undefined,
  roundId: EntityId,
): RecordDraft => {
  const { type, on, text, unit, value, source, evidence } = said;
  const change = { type, on, text, unit, value, source, evidence };
  if (known) return nextDraft("follow-up/1", { followUpId }, known, change);
  const fields = { roundId, measureId, notes: [], ...change };
  return nextDraft("follow-up/1", { followUpId }, { heads: [] as readonly Named[], fields }, {});
};

export const createRequestReader = ({
  roundId,
  load,
  today,
}: ReaderDeps): SheetReader<ReadRequest, RequestError> => ({
  prepare: async () => {
    const { readFollowUpRequest } = await import("../../../report/follow-up-request-reading.ts");
    const options = { statuses: await loadStatusWords(load), today: today() };
    return (bytes, records) =>
      readFollowUpRequest(bytes, {
        ...options,
        measures: standingMeasures(records, roundId),
        followUps: foldFollowUps(records),
      });
  },
  draftsOf: ({ entries, statuses }, records) => {
    const measures = new Map(
      standingMeasures(records, roundId).map((view) => [view.measureId, view]),
    );
    const followUps = new Map(foldFollowUps(records).map((view) => [view.followUpId, view]));
    return [
      ...entries.map((entry) => toEntryDraft(entry, followUps.get(entry.followUpId), roundId)),
      ...statuses.flatMap(({ measureId, to, on, reason }) => {
        const view = measures.get(measureId);
        if (!view) return [];
        const change = { status: to, statusOn: on, statusReason: reason };
        return [nextDraft("measure/1", { measureId }, view, change)];
      }),
    ];
  },
  countOf: ({ entries, statuses }) => entries.length + statuses.length,
});
