// The one door for measures, commitments and follow-up: each thing that keeps one inside, and nothing unchecked passes.
import { expect, test } from "vitest";
import { standingOf } from "../../src/analysis/publishable.ts";
import {
  decisionObstacles,
  followUpObstacles,
  listPublishableDecisions,
  listPublishableFollowUps,
  listPublishableMeasures,
  measureObstacles,
} from "../../src/analysis/publishable-measures.ts";
import { foldDecisions, foldFollowUps, foldMeasures } from "../../src/domain/measures.ts";
import type { Named } from "../../src/domain/record.ts";
import {
  decision,
  deviceB,
  finding,
  followUp,
  measure,
  noteIdOf,
  noteRef,
  release,
  releasedNote,
} from "../fixtures/records.ts";

const { roundId } = measure().record;
const author = { device: deviceB, role: "coordinator" } as const;
/** Group, place and role in one sentence; both names come from the session's release. */
const telling = { fi: "Nuorten rehtori lupasi sen kirjastossa." };
const world: readonly Named[] = [
  release({ notes: [releasedNote({ number: 1 })], groups: ["Nuoret"], place: "Kirjasto" }),
];
const standing = standingOf(world, roundId);
const keepsMeasure = (...records: readonly Named[]) => {
  const [view] = foldMeasures(records);
  if (!view) throw new Error("no measure");
  return measureObstacles(view, standing);
};
const rooted = { notes: [noteRef(1)] };
const checkedMeasure = (change: Parameters<typeof measure>[0] = {}) => {
  const first = measure({ at: 1, ...rooted, ...change });
  return [first, measure({ at: 2, ...rooted, ...change, parents: [first.id], checked: first.id })];
};

test("lets out a measure that was checked and has a trace back, and tells each thing that keeps one in", () => {
  expect(keepsMeasure(...checkedMeasure())).toEqual([]);
  expect(keepsMeasure(measure(rooted))).toEqual(["unchecked"]);
  expect(keepsMeasure(...checkedMeasure({ notes: [] }))).toEqual(["no-roots"]);
  expect(keepsMeasure(...checkedMeasure({ what: {} }))).toEqual(["no-words"]);
  expect(keepsMeasure(...checkedMeasure({ removed: true }))).toEqual(["removed"]);
  expect(keepsMeasure(...checkedMeasure({ what: telling }))).toEqual(["telling"]);
  expect(keepsMeasure(...checkedMeasure({ objective: telling }))).toEqual(["telling"]);
  expect(keepsMeasure(...checkedMeasure({ assessment: telling }))).toEqual(["telling"]);
});

test("keeps a measure in while two desks have it apart, in words or in facts", () => {
  const [first, checked] = checkedMeasure();
  if (!first || !checked) throw new Error("two records");
  const apart = (ours: object, theirs: object) =>
    keepsMeasure(
      ...[first, checked],
      measure({ at: 3, ...rooted, checked: first.id, parents: [checked.id], ...ours }),
      measure({ at: 4, ...rooted, checked: first.id, parents: [checked.id], author, ...theirs }),
    );
  expect(apart({ status: "done" }, { status: "decided" })).toEqual(["rivals"]);
  expect(apart({ what: { fi: "A" } }, { what: { fi: "B" } })).toEqual(["rivals", "unchecked"]);
  expect(apart({ dueOn: "2027-01-01" }, { status: "done" })).toEqual([]);
});

test.each([
  ["unit", { unit: "Tekninen keskus" }],
  ["partners", { partners: "Asukasyhdistys" }],
  ["assessment", { assessment: { fi: "Valot palavat." } }],
  ["reason", { status: "dropped", statusReason: "Rahaa ei saatu" }],
] as const)("needs new eyes when its %s changes after the check", (_, change) => {
  const [first, checked] = checkedMeasure();
  if (!first || !checked) throw new Error("two records");
  const changed = measure({
    at: 3,
    ...rooted,
    ...change,
    checked: first.id,
    parents: [checked.id],
  });
  expect(keepsMeasure(first, checked, changed)).toEqual(["unchecked"]);
});

test("tells what keeps a commitment in", () => {
  const keeps = (...records: readonly Named[]) => {
    const [view] = foldDecisions(records);
    return view && decisionObstacles(view, standing);
  };
  const first = decision({ at: 1 });
  const checked = decision({ at: 2, parents: [first.id], checked: first.id });
  const next = (change: Parameters<typeof decision>[0]) =>
    decision({ at: 3, parents: [checked.id], checked: first.id, ...change });
  expect(keeps(first)).toEqual(["unchecked"]);
  expect(keeps(first, checked)).toEqual([]);
  expect(keeps(first, checked, next({ dropped: true }))).toEqual(["dropped"]);
  expect(keeps(first, checked, next({ promise: {} }))).toEqual(["no-words", "unchecked"]);
  expect(keeps(first, checked, next({ promise: telling }))).toEqual(["telling", "unchecked"]);
  const apart = [next({ dueOn: "2027-01-01" }), next({ at: 4, dueOn: "2027-02-01", author })];
  expect(keeps(first, checked, ...apart)).toEqual(["rivals"]);
});

test("tells what keeps an entry of the follow-up in", () => {
  const keeps = (...records: readonly Named[]) => {
    const [view] = foldFollowUps(records);
    return view && followUpObstacles(view, standing);
  };
  const first = followUp({ at: 1 });
  const checked = followUp({ at: 2, parents: [first.id], checked: first.id });
  const next = (change: Parameters<typeof followUp>[0]) =>
    followUp({ at: 3, parents: [checked.id], checked: first.id, ...change });
  expect(keeps(first)).toEqual(["unchecked"]);
  expect(keeps(first, checked)).toEqual([]);
  expect(keeps(first, checked, next({ dropped: true }))).toEqual(["dropped"]);
  expect(keeps(first, checked, next({ text: telling }))).toEqual(["telling", "unchecked"]);
  expect(keeps(first, checked, next({ evidence: "Pöytäkirja" }))).toEqual(["unchecked"]);
  expect(
    keeps(first, checked, next({ on: "2027-05-01" }), next({ at: 4, on: "2027-06-01", author })),
  ).toEqual(["rivals"]);
});

test("passes nothing unchecked on, nor the ids of findings that may not be told, and never a memo", () => {
  const stated = finding({ at: 0, supports: [noteRef(1)] });
  const promised = decision({ at: 1, findings: [stated.record.findingId] });
  const decisions = [promised.record.decisionId];
  const measures = checkedMeasure({
    findings: [stated.record.findingId],
    ...{ decisions, memo: "Vain työpöydälle", unit: "Tekninen keskus" },
  });
  const seen = followUp({ at: 5 });
  const records = [...world, stated, promised, seen, ...measures];
  const [told, ...others] = listPublishableMeasures(records, roundId);
  expect(others).toEqual([]);
  expect(told).toMatchObject({ findings: [], decisions: [], followUps: [] });
  expect(JSON.stringify(told)).not.toContain("Vain työpöydälle");
  expect(listPublishableDecisions([...world, promised], roundId)).toEqual([]);
  expect(listPublishableFollowUps([...world, seen], roundId)).toEqual([]);
});

test("hangs what was checked under its measure, oldest day first", () => {
  const promised = decision({ at: 1 });
  const promisedChecked = decision({ at: 2, parents: [promised.id], checked: promised.id });
  const entries = [
    { followUpId: noteIdOf(0xb1), on: "2027-03-01" },
    { followUpId: noteIdOf(0xb2), on: "2027-01-01", type: "told" as const },
  ].flatMap((change) => {
    const first = followUp({ at: 3, ...change });
    return [first, followUp({ at: 4, ...change, parents: [first.id], checked: first.id })];
  });
  const records = [
    ...[...world, promised, promisedChecked, ...entries],
    ...checkedMeasure({ decisions: [promised.record.decisionId] }),
  ];
  const [told] = listPublishableMeasures(records, roundId);
  expect(told?.decisions).toHaveLength(1);
  expect(told?.followUps.map(({ on, type }) => [on, type])).toEqual([
    ["2027-01-01", "told"],
    ["2027-03-01", "seen"],
  ]);
  expect(listPublishableMeasures(records, noteIdOf(0xbad))).toEqual([]);
});
