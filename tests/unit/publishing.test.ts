// The one layer before everything that is published: what it hides, what it rounds, and that nothing gives it away.
import fc from "fast-check";
import { expect, test } from "vitest";
import { whatThresholdsAllow } from "../../src/analysis/publishing/allowed.ts";
import { findLeaks } from "../../src/analysis/publishing/attack.ts";
import { createAxis, mergeKeys } from "../../src/analysis/publishing/axis.ts";
import { toCountedNotes } from "../../src/analysis/publishing/counted-note.ts";
import { weighEdition } from "../../src/analysis/publishing/edition-check.ts";
import { createReach, propagate } from "../../src/analysis/publishing/propagate.ts";
import { repairsFor } from "../../src/analysis/publishing/repairs.ts";
import { roundParts } from "../../src/analysis/publishing/rounding.ts";
import { suppress } from "../../src/analysis/publishing/suppress.ts";
import {
  countTable,
  nameOfCell,
  type TrueTable,
} from "../../src/analysis/publishing/true-table.ts";
import type { Release } from "../../src/domain/desk-records.ts";
import type { PublishedTable } from "../../src/domain/edition-records.ts";
import type { Named } from "../../src/domain/record.ts";
import { BoxId } from "../../src/domain/schema.ts";
import { release, releasedNote } from "../fixtures/records.ts";

const least = { notes: 5, sessions: 3, people: 10 };

/** Counts with so many sessions and people that only the number of notes can be too small. */
const cell = (keys: readonly string[], notes: number, sessions = 9, people = 90) => ({
  ...{ keys, notes, sessions, people },
});
const row = (total: number, parts: readonly number[]): readonly TrueTable[] => [
  { measure: "notes", by: ["dimension"], cells: [cell(["A"], total)] },
  {
    measure: "notes",
    by: ["dimension", "polarity"],
    cells: parts.map((notes, at) => cell(["A", `p${at}`], notes)),
  },
];
const ids = Array.from({ length: 12 }, (_, at) => `r${at}`);
const shownOf = (tables: readonly PublishedTable[], ...keys: readonly string[]) =>
  tables.flatMap(({ cells }) => cells).find((each) => each.keys.join() === keys.join())?.shown;
const table = (
  by: readonly string[],
  cells: readonly (readonly [...string[], number | undefined])[],
  measure: "notes" | "sessions" = "notes",
): PublishedTable => ({
  measure,
  by: [...by],
  cells: cells.map((each) => {
    const shown = each.at(-1);
    const keys = each.slice(0, -1).map(String);
    return { keys, ...(typeof shown === "number" ? { shown } : {}) };
  }),
});

const session = (number: number, change: Partial<Release> = {}): Named<Release> =>
  release({
    session: BoxId.parse(number.toString(16).padStart(32, "0")),
    people: [8],
    notes: Array.from({ length: 5 }, (_, at) =>
      releasedNote({ number: number * 100 + at, dimensions: ["A"], polarity: "weakens" }),
    ),
    ...change,
  });
const publish = (releases: readonly Named<Release>[]) => {
  const notes = toCountedNotes(releases);
  const dimension = createAxis("dimension", notes, ["A"]);
  const tables = [
    countTable({ measure: "notes", by: [dimension] }, notes),
    countTable({ measure: "notes", by: [dimension, createAxis("polarity", notes)] }, notes),
  ];
  return {
    releases: releases.map(({ id, record }) => ({ session: record.session, release: id })),
    tables: suppress(
      tables,
      least,
      releases.map(({ id }) => id),
    ).tables,
  };
};

test("hides a cell with too few notes, too few sessions or too few people, and says which", () => {
  const cells = [cell(["A"], 4), cell(["B"], 9, 2), cell(["C"], 9, 3, 9), cell(["D"], 9, 3, 10)];
  const { tables, hidden } = suppress([{ measure: "notes", by: ["topic"], cells }], least, ids);
  expect(
    ["A", "B", "C", "D"].map((key) => hidden.get(nameOfCell("notes", ["topic"], [key]))),
  ).toEqual(["few-notes", "few-sessions", "few-people", undefined]);
  expect(shownOf(tables, "D")).toBe(10);
});

test("counts the smallest of rival head counts", () => {
  const [note] = toCountedNotes([session(1, { people: [9, 4, 7] })]);
  expect(note?.people).toBe(4);
});

test("hides a second cell so that the total does not give the first one away", () => {
  const { tables, hidden } = suppress(row(60, [30, 26, 4]), least, ids);
  expect([...hidden.values()]).toEqual(["few-notes", "protects"]);
  expect(["p0", "p1", "p2"].map((key) => shownOf(tables, "A", key))).toEqual([
    30,
    undefined,
    undefined,
  ]);
});

test("does not stop at two hidden cells that are too small even together", () => {
  const { tables } = suppress(row(60, [40, 18, 1, 1]), least, ids);
  expect(shownOf(tables, "A", "p1")).toBeUndefined();
});

test("hides the total where no part beside the hidden one is left", () => {
  const { tables } = suppress(row(7, [7, 0]), least, ids);
  expect(
    tables.flatMap(({ cells }) => cells).filter(({ shown }) => shown !== undefined).length,
  ).toBeLessThan(2);
});

test("hides a group's whole column where nearly all of it says one thing", () => {
  const cells = [
    cell(["A", "g1"], 38),
    cell(["B", "g1"], 2),
    cell(["A", "g2"], 20),
    cell(["B", "g2"], 20),
  ];
  const { tables, hidden } = suppress(
    [{ measure: "notes", by: ["dimension", "group"], cells }],
    least,
    ids,
  );
  expect(hidden.get(nameOfCell("notes", ["dimension", "group"], ["A", "g1"]))).toBe("one-sided");
  expect(shownOf(tables, "A", "g2")).toBe(20);
});

test("rounds the parts so that they add up to the rounded total, each to a neighbour", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 12 }), (parts) => {
      const rounded = roundParts(parts);
      const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
      expect(sum(rounded)).toBe(5 * Math.round(sum(parts) / 5));
      for (const [at, part] of parts.entries())
        expect(Math.abs((rounded[at] ?? 0) - part)).toBeLessThan(5);
    }),
  );
});

test("shows one number for one cell, whichever table it stands in, and sums that add up", () => {
  const { tables } = suppress(row(63, [21, 21, 21]), least, ids);
  const parts = ["p0", "p1", "p2"].map((key) => shownOf(tables, "A", key) ?? 0);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(shownOf(tables, "A"));
});

test("tells that nobody spoke about a sub-theme, but not in fewer sessions than the thresholds ask for", () => {
  const silent: TrueTable = {
    measure: "sessions",
    by: ["sub-theme"],
    cells: [cell(["A1"], 0, 0, 0)],
  };
  expect(shownOf(suppress([silent], least, ids).tables, "A1")).toBe(0);
  expect(shownOf(suppress([silent], least, ids.slice(0, 2)).tables, "A1")).toBeUndefined();
});

test("names a session's group only where its table agreed", () => {
  const told = toCountedNotes([session(1, { groups: ["nuoret"], groupConsent: true })]);
  const silent = toCountedNotes([session(1, { groups: ["nuoret"] })]);
  expect([told[0]?.groups, silent[0]?.groups]).toEqual([["nuoret"], ["-"]]);
});

test("catches a planted leak by a total: one hidden part beside shown ones", () => {
  const leaks = findLeaks(
    [
      {
        releases: ids,
        tables: [
          table(["dimension"], [["A", 5]]),
          table(
            ["dimension", "polarity"],
            [
              ["A", "p0", 5],
              ["A", "p1", undefined],
            ],
          ),
        ],
      },
    ],
    least,
  );
  expect(leaks).toMatchObject([{ keys: ["A", "p1"], low: 0, high: 2 }]);
});

test("catches a planted leak by two editions: what was hidden is shown next time over the same notes", () => {
  const before = { releases: ids, tables: [table(["topic"], [["T", undefined]])] };
  const after = { releases: ids, tables: [table(["topic"], [["T", 5]])] };
  expect(findLeaks([before, after], least)).toMatchObject([{ keys: ["T"], low: 5, high: 7 }]);
});

test("catches a planted leak by a difference: the later edition less the earlier one", () => {
  const sessions = (shown: number) => [table(["topic"], [["T", shown]], "sessions")];
  const leaks = findLeaks(
    [
      { releases: ids.slice(0, 11), tables: sessions(5) },
      { releases: ids, tables: sessions(10) },
    ],
    least,
  );
  expect(leaks).toMatchObject([{ isDifference: true, releases: ["r11"], low: 1, high: 1 }]);
});

test("knows that what a list with numbers hides was heard: silence would be told there", () => {
  const list = (releases: readonly string[], second: number | undefined) => ({
    releases,
    tables: [
      table(
        ["sub-theme"],
        [
          ["A1", 5],
          ["A2", second],
        ],
        "sessions",
      ),
    ],
  });
  const leaks = findLeaks([list(ids.slice(0, 6), 0), list(ids.slice(0, 8), undefined)], least);
  expect(leaks).toMatchObject([
    { keys: ["A2"], isDifference: false, low: 1, high: 2 },
    { keys: ["A2"], releases: ["r6", "r7"], low: 1, high: 2 },
  ]);
});

test("knows that a session which is the first to list a language has a note, and one that is counted as heard too", () => {
  const edition = (releases: readonly string[], heard: number, ...languages: string[]) => ({
    releases,
    tables: [
      table([], [[20]]),
      table(
        ["dimension", "language"],
        languages.map((lang) => ["A", lang, undefined]),
      ),
      table(["finding"], [["F", heard]], "sessions"),
    ],
  });
  const before = ids.slice(0, 11);
  const about = (...editions: Parameters<typeof findLeaks>[0]) =>
    findLeaks(editions, least).filter(({ by, isDifference }) => by.length === 0 && isDifference);
  expect(about(edition(before, 10, "fi"), edition(ids, 10, "fi"))).toEqual([]);
  expect(about(edition(before, 10, "fi"), edition(ids, 10, "fi", "ar"))).toMatchObject([
    { releases: ["r11"], low: 1, high: 4 },
  ]);
  expect(about(edition(before, 5, "fi"), edition(ids, 10, "fi"))).toMatchObject([
    { releases: ["r11"], low: 1, high: 4 },
  ]);
});

test("finds what no single sum tells: two rows against two columns", () => {
  // a + b = 7, c + d = 8, a + c + h = 9, b + d = 9: then h is 3, though every sum has two unknowns or more.
  const sum = (total: number, ...unknowns: readonly number[]) => ({
    terms: unknowns.map((at) => ({ at, factor: 1 })),
    ...{ low: total, high: total, isWhole: false },
  });
  const system = {
    bounds: Array.from({ length: 5 }, () => ({ low: 0, high: Number.POSITIVE_INFINITY })),
    conditions: [sum(7, 0, 1), sum(8, 2, 3), sum(9, 0, 2, 4), sum(9, 1, 3)],
  };
  const bounds = propagate(system);
  expect(bounds[4]).toEqual({ low: 0, high: 9 });
  expect(createReach({ ...system, bounds }).of([4])).toEqual({ low: 3, high: 3 });
});

test("blocks an edition whose numbers moved while one session was added", () => {
  const first = [1, 2, 3, 4].map((number) => session(number));
  const second = [...first, session(5)];
  const obstacles = weighEdition(publish(second), [publish(first)], second, least);
  expect(obstacles[0]).toMatchObject({ type: "too-close", earlier: 0, sessions: 1 });
});

test("blocks an edition whose numbers moved while one session was handed over anew", () => {
  const first = [1, 2, 3, 4].map((number) => session(number));
  const again = [...first.slice(0, 3), session(4, { notes: [] })];
  const obstacles = weighEdition(publish(again), [publish(first)], [...first, ...again], least);
  expect(obstacles[0]).toMatchObject({ type: "too-close", sessions: 1 });
});

test("lets an edition out again as it was, in another language", () => {
  const releases = [1, 2, 3, 4].map((number) => session(number));
  expect(weighEdition(publish(releases), [publish(releases)], releases, least)).toEqual([]);
});

test("lets an edition out when enough sessions have come since", () => {
  const first = [1, 2, 3, 4].map((number) => session(number));
  const more = [...first, ...[5, 6, 7, 8].map((number) => session(number))];
  expect(weighEdition(publish(more), [publish(first)], more, least)).toEqual([]);
});

test("merges small groups into one that can be shown, and knows its members later", () => {
  const releases = [1, 2, 3, 4].map((number) =>
    session(number, { groups: [number < 3 ? "nuoret" : "vanhat"], groupConsent: true }),
  );
  const notes = toCountedNotes(releases);
  const apart = createAxis("group", notes);
  const merged = mergeKeys(apart, ["nuoret", "vanhat"]);
  const show = (axis: typeof apart) =>
    suppress([countTable({ measure: "notes", by: [axis] }, notes)], least, ids.slice(0, 4)).tables;
  expect(shownOf(show(apart), "nuoret")).toBeUndefined();
  expect(shownOf(show(merged), "nuoret\nvanhat")).toBe(20);
});

test("offers a repair for every place, and merging only where something can be merged", () => {
  expect(repairsFor({ by: ["dimension", "group"], keys: ["A", "g"] })).toEqual([
    "merge-groups",
    "leave-out",
    "tell-in-words",
  ]);
  expect(repairsFor({ by: ["sub-theme"], keys: ["A1\nA2"] })).toEqual([
    "leave-out",
    "tell-in-words",
  ]);
});

test("says of six planned sessions: totals yes, groups no", () => {
  const sessions = Array.from({ length: 6 }, (_, at) => ({ groups: [`g${at % 3}`], people: 8 }));
  expect(whatThresholdsAllow(sessions, least)).toMatchObject({
    total: true,
    sessionCounts: false,
    groups: [],
    tooSmall: ["g0", "g1", "g2"],
  });
});

test("says of twelve planned sessions which groups a table may name", () => {
  const sessions = Array.from({ length: 12 }, (_, at) => ({
    groups: [`g${at % 4}`],
    people: undefined,
  }));
  expect(whatThresholdsAllow(sessions, least)).toMatchObject({
    groups: ["g0", "g1", "g2", "g3"],
    sessionCounts: true,
  });
});
