import { expect, test } from "vitest";
import {
  type BoxMark,
  findClockBack,
  findLoss,
  type Mark,
  parseMark,
  parseSecondMark,
  toBoxMark,
  toSums,
} from "../../src/app/support/mark.ts";
import { isOverdue } from "../../src/app/support/overdue.ts";
import { Digest, RecordId } from "../../src/domain/schema.ts";
import { digestOf, sessionBox } from "../fixtures/records.ts";

const hour = 60 * 60 * 1_000;
const held: BoxMark = { kind: "session", notes: 41, rows: 60, unsent: 3, unsentSinceMs: 1_000 };
const markOf = (box: BoxMark): Mark => ({ seenMs: 9_000, boxes: { [sessionBox]: box } });
const secondOf = (mark: Mark) => ({ sums: toSums(mark) });

const digest = Digest.parse(digestOf("a"));
const envelope = {
  digest,
  box: sessionBox,
  records: [RecordId.parse(digestOf("1")), RecordId.parse(digestOf("2"))],
  device: "d",
  seq: 1,
  size: 900,
};
const receipt = {
  digest,
  destination: "hub",
  epoch: "e",
  cursor: "1",
  receivedAt: "2026-11-24T16:00:00.000Z",
};

test("a device that never held anything has lost nothing", () => {
  expect(findLoss(undefined, undefined, new Map())).toBeUndefined();
});

test("an emptied database is told by the numbers beside it", () => {
  expect(findLoss(undefined, secondOf(markOf(held)), new Map())).toEqual({
    sessions: 1,
    desks: 0,
    notes: 41,
    unsent: 3,
    seenMs: 9_000,
  });
});

test("a session whose rows are gone is told by the database's own mark", () => {
  expect(findLoss(markOf(held), undefined, new Map([[sessionBox, 0]]))).toMatchObject({
    notes: 41,
  });
  expect(findLoss(markOf(held), undefined, new Map())).toMatchObject({ sessions: 1 });
});

test("what is still there is not said to be gone, however the second store differs", () => {
  const older = secondOf(markOf({ ...held, notes: 99 }));
  expect(findLoss(markOf(held), older, new Map([[sessionBox, 60]]))).toBeUndefined();
  expect(findLoss(undefined, older, new Map([[sessionBox, 60]]))).toBeUndefined();
});

test("a card that was never written with is no loss", () => {
  const read = markOf({ kind: "session", notes: 0, rows: 0, unsent: 0 });
  expect(findLoss(read, undefined, new Map())).toBeUndefined();
  expect(findLoss(undefined, secondOf(read), new Map())).toBeUndefined();
});

test("a loss is told until somebody has read it", () => {
  const lost = toSums(markOf(held));
  expect(findLoss({ seenMs: 1, boxes: {}, lost }, undefined, new Map())).toEqual(lost);
  expect(findLoss(undefined, { sums: toSums({ seenMs: 1, boxes: {} }), lost }, new Map())).toEqual(
    lost,
  );
});

test("a mark that we did not write is no mark", () => {
  expect(parseMark({ seenMs: "yesterday" })).toBeUndefined();
  expect(parseSecondMark("{not json")).toBeUndefined();
  expect(parseSecondMark('{"sums":{}}')).toBeUndefined();
});

test("counts as unsent what has no receipt and no saved file, and remembers since when", () => {
  const parcels = { envelopes: [envelope], deliveries: [], unbundled: 2 };
  const first = toBoxMark(undefined, "session", parcels, 5 * hour);
  expect(first).toMatchObject({ rows: 4, unsent: 3, unsentSinceMs: 5 * hour });
  expect(toBoxMark(first, "session", parcels, 9 * hour).unsentSinceMs).toBe(5 * hour);
  const sent = toBoxMark(
    first,
    "session",
    { envelopes: [envelope], deliveries: [receipt], unbundled: 0 },
    9 * hour,
  );
  expect(sent).toMatchObject({ unsent: 0, copyMs: Date.parse(receipt.receivedAt) });
  expect(sent.unsentSinceMs).toBeUndefined();
});

test("a clock put back does not make the unsent older or younger than now", () => {
  const before = { ...held, unsentSinceMs: 50 * hour };
  const parcels = { envelopes: [], deliveries: [], unbundled: 1 };
  expect(toBoxMark(before, "session", parcels, 3 * hour).unsentSinceMs).toBe(3 * hour);
});

test("reminds after a day, not before", () => {
  expect(isOverdue({ unsentSinceMs: 0 }, 24 * hour - 1)).toBe(false);
  expect(isOverdue({ unsentSinceMs: 0 }, 24 * hour)).toBe(true);
  expect(isOverdue({}, 99 * hour)).toBe(false);
});

test("tells a clock that went back, for a day, and never one that only drifts", () => {
  const mark = { seenMs: 50 * hour, boxes: {} };
  expect(findClockBack(mark, 50 * hour - 60_000)).toBeUndefined();
  const back = findClockBack(mark, 10 * hour);
  expect(back).toEqual({ fromMs: 50 * hour, toMs: 10 * hour });
  const later = { seenMs: 11 * hour, boxes: {}, ...(back ? { clockBack: back } : {}) };
  expect(findClockBack(later, 12 * hour)).toEqual(back);
  expect(findClockBack(later, 35 * hour)).toBeUndefined();
});
