// What the follow-up waits for, by a clock that is moved: nothing a day too early, and nothing that was answered.
import fc from "fast-check";
import { expect, test } from "vitest";
import { listReminders } from "../../src/analysis/due-reminders.ts";
import type { Named } from "../../src/domain/record.ts";
import { decision, followUp, measure, noteIdOf } from "../fixtures/records.ts";

const seen = (records: readonly Named[], today: string) =>
  listReminders(records, today).map(({ type, on, isOverdue }) => [type, on, isOverdue]);

test("a follow-up day waits from its own day on, until somebody has looked", () => {
  const lit = measure({ followUpOn: ["2027-03-01", "2027-09-01"], status: "under-way" });
  expect(seen([lit], "2027-02-28")).toEqual([]);
  expect(seen([lit], "2027-03-01")).toEqual([["look", "2027-03-01", false]]);
  expect(seen([lit], "2027-03-02")).toEqual([["look", "2027-03-01", true]]);
  const looked = followUp({ type: "seen", on: "2027-03-03" });
  expect(seen([lit, looked], "2027-08-31")).toEqual([]);
  expect(seen([lit, looked], "2027-09-01")).toEqual([["look", "2027-09-01", false]]);
});

test("an entry that was withdrawn, or that only tells, is no look", () => {
  const lit = measure({ followUpOn: ["2027-03-01"], status: "under-way" });
  expect(seen([lit, followUp({ on: "2027-03-01", dropped: true })], "2027-03-02")).toHaveLength(1);
  expect(seen([lit, followUp({ on: "2027-03-01", type: "told" })], "2027-03-02")).toHaveLength(1);
  const value = followUp({ on: "2027-03-01", type: "indicator", value: "12" });
  expect(seen([lit, value], "2027-03-02")).toEqual([]);
});

test("a measure is late the day after its day, and only while it is open", () => {
  expect(seen([measure({ dueOn: "2027-05-31" })], "2027-05-31")).toEqual([]);
  expect(seen([measure({ dueOn: "2027-05-31" })], "2027-06-01")).toEqual([
    ["late", "2027-05-31", true],
  ]);
  const given = measure({ dueOn: "2027-05-31", status: "dropped", statusReason: "Raha loppui" });
  expect(seen([given], "2027-06-01")).toEqual([]);
  expect(seen([measure({ dueOn: "2027-05-31", removed: true })], "2027-06-01")).toEqual([]);
});

test("what is done waits until people were told of its being done", () => {
  const done = measure({ status: "done", statusOn: "2027-06-10" });
  expect(seen([done], "2027-06-11")).toEqual([["untold", "2027-06-10", false]]);
  const before = followUp({ type: "told", on: "2027-06-01", text: { fi: "Kirjastossa" } });
  expect(seen([done, before], "2027-06-11")).toHaveLength(1);
  const after = followUp({ type: "told", on: "2027-06-10", text: { fi: "Kirjastossa" } });
  expect(seen([done, after], "2027-06-11")).toEqual([]);
});

test("a commitment waits for its first look, and for a measure when its own day has passed", () => {
  const promised = decision({ firstFollowUpOn: "2027-01-15", dueOn: "2027-03-31" });
  expect(seen([promised], "2027-01-15")).toEqual([["first-look", "2027-01-15", false]]);
  expect(seen([promised], "2027-04-01")).toEqual([
    ["first-look", "2027-01-15", true],
    ["promise-late", "2027-03-31", true],
  ]);
  const answer = measure({ decisions: [noteIdOf(0xd1)], status: "under-way" });
  const looked = followUp({ type: "seen", on: "2027-01-20" });
  expect(seen([promised, answer, looked], "2027-04-01")).toEqual([]);
});

test("says the same whatever the order of the records and however often they come", () => {
  const records = [
    decision({ firstFollowUpOn: "2027-01-15", dueOn: "2027-03-31" }),
    measure({ followUpOn: ["2027-02-01"], dueOn: "2027-02-02", status: "under-way" }),
    measure({ measureId: noteIdOf(0xa2), status: "done", at: 5 }),
    followUp({ type: "told", measureId: noteIdOf(0xa2), dropped: true, at: 6 }),
  ];
  const straight = seen(records, "2027-06-01");
  expect(straight).toHaveLength(5);
  fc.assert(
    fc.property(fc.shuffledSubarray([...records, ...records], { minLength: 8 }), (mixed) => {
      expect(seen(mixed, "2027-06-01")).toEqual(straight);
    }),
  );
});

test("a later day never makes a waiting look go away", () => {
  const days = fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2027-02-${String(day).padStart(2, "0")}`);
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 4 }), days, days, (on, one, other) => {
      const records = [measure({ followUpOn: [...new Set(on)], status: "under-way" })];
      const [sooner, later] = [one, other].sort();
      const waits = (day = "") => seen(records, day).length;
      expect(waits(later)).toBeGreaterThanOrEqual(waits(sooner));
    }),
  );
});
