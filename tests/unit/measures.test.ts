// Commitments, measures and follow-ups of several coordinators: links are joined, words and facts grow apart, order changes
// nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  foldDecisions,
  foldFollowUps,
  foldMeasures,
  isMeasureChecked,
  statusHistory,
} from "../../src/domain/measures.ts";
import type { Named } from "../../src/domain/record.ts";
import { decision, deviceB, followUp, measure, noteIdOf, noteRef } from "../fixtures/records.ts";

const author = { device: deviceB, role: "coordinator" } as const;
const [a, b, c] = [noteIdOf(1), noteIdOf(2), noteIdOf(3)];

test("merges what two desks changed in different fields", () => {
  const first = measure({ at: 0 });
  const ours = measure({ at: 1, unit: "Tekninen keskus", parents: [first.id] });
  const theirs = measure({ at: 2, dueOn: "2027-06-01", parents: [first.id], author });
  const [view] = foldMeasures([first, ours, theirs]);
  expect(view?.fields).toMatchObject({ unit: "Tekninen keskus", dueOn: "2027-06-01" });
  expect(view?.rivals.size).toBe(0);
});

test("shows both where two desks moved one measure to different places", () => {
  const first = measure({ at: 0 });
  const ours = measure({ at: 1, status: "done", parents: [first.id] });
  const theirs = measure({ at: 2, status: "under-way", parents: [first.id], author });
  const [view] = foldMeasures([theirs, ours, first]);
  expect(view?.rivals.get("status")).toEqual([
    { value: "done", revision: ours.id },
    { value: "under-way", revision: theirs.id },
  ]);
});

test("joins the links and days of two desks, without what one of them took away", () => {
  const first = measure({ at: 0, findings: [a], followUpOn: ["2027-01-01"] });
  const ours = measure({
    ...{ at: 1, findings: [a, b], followUpOn: [], notes: [noteRef(1)], parents: [first.id] },
  });
  const theirs = measure({
    ...{ at: 2, findings: [a, c], followUpOn: ["2027-01-01", "2027-05-01"], decisions: [b] },
    ...{ parents: [first.id], author },
  });
  expect(foldMeasures([first, ours, theirs])[0]).toMatchObject({
    fields: {
      ...{ findings: [a, b, c], followUpOn: ["2027-05-01"] },
      ...{ notes: [noteRef(1)], decisions: [b] },
    },
    rivals: new Map(),
  });
});

test("keeps a translation made here beside a wording changed there, and both wordings of one language", () => {
  const first = decision({ at: 0, promise: { fi: "Alku" } });
  const ours = decision({ at: 1, promise: { fi: "Alku", sv: "Början" }, parents: [first.id] });
  const theirs = decision({ at: 2, promise: { fi: "Uusi" }, parents: [first.id], author });
  const [joined] = foldDecisions([first, ours, theirs]);
  expect(joined?.fields.promise).toEqual({ fi: "Uusi", sv: "Början" });
  const third = decision({ at: 3, promise: { fi: "Muu" }, parents: [first.id] });
  expect(foldDecisions([first, theirs, third])[0]?.rivalWordings).toMatchObject([
    { field: "promise", lang: "fi", values: [{ value: "Uusi" }, { value: "Muu" }] },
  ]);
});

test("holds a check for the words that were looked at, whatever else moves on", () => {
  const first = measure({ at: 0 });
  const checked = measure({ at: 1, parents: [first.id], checked: first.id });
  const moved = measure({ at: 2, status: "done", parents: [checked.id], checked: first.id });
  const unit = measure({ at: 3, unit: "Muu", parents: [moved.id], checked: first.id });
  const isChecked = (...records: readonly Named[]) => {
    const [view] = foldMeasures(records);
    return view && isMeasureChecked(view);
  };
  expect(isChecked(first)).toBe(false);
  expect(isChecked(first, checked, moved)).toBe(true);
  expect(isChecked(first, checked, moved, unit)).toBe(false);
});

test("tells the history of a status without its other revisions", () => {
  const first = measure({ at: 0, statusOn: "2027-01-01" });
  const named = measure({ at: 1, statusOn: "2027-01-01", unit: "Muu", parents: [first.id] });
  const done = measure({ at: 2, status: "done", statusOn: "2027-02-01", parents: [named.id] });
  const [view] = foldMeasures([done, named, first]);
  expect(view && statusHistory(view)).toMatchObject([
    { status: "proposed", on: "2027-01-01" },
    { status: "done", on: "2027-02-01" },
  ]);
});

test("folds to the same in any order and with repetitions", () => {
  const first = measure({ at: 0, findings: [a] });
  const promised = decision({ at: 0 });
  const seen = followUp({ at: 0 });
  const records: readonly Named[] = [
    first,
    measure({ at: 1, status: "done", findings: [a, b], parents: [first.id] }),
    measure({ at: 2, status: "decided", what: { fi: "Muu" }, parents: [first.id], author }),
    measure({ at: 3, measureId: noteIdOf(0xa2), urgent: true }),
    promised,
    decision({ at: 1, unit: "Tekninen keskus", parents: [promised.id] }),
    decision({ at: 2, unit: "Sivistys", dropped: true, parents: [promised.id], author }),
    seen,
    followUp({ at: 1, text: { sv: "Ljusen brinner." }, parents: [seen.id] }),
    followUp({ at: 2, type: "told", followUpId: noteIdOf(0xb2), on: "2027-04-01" }),
  ];
  const foldAll = (all: readonly Named[]) => ({
    measures: foldMeasures(all),
    decisions: foldDecisions(all),
    followUps: foldFollowUps(all),
  });
  const whole = foldAll(records);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...records), { maxLength: 12 }),
      fc.shuffledSubarray([...records], { minLength: records.length }),
      (more, shuffled) => {
        expect(foldAll([...more, ...shuffled])).toEqual(whole);
      },
    ),
  );
});
