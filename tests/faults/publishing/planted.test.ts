// A judge that cannot be alarmed is none: publications that give something away, by hand and by doors with a hole in them.
import { describe, expect, test } from "vitest";
import { createAxis } from "../../../src/analysis/publishing/axis.ts";
import { toCountedNotes } from "../../../src/analysis/publishing/counted-note.ts";
import { weighEdition } from "../../../src/analysis/publishing/edition-check.ts";
import { roundAlone } from "../../../src/analysis/publishing/rounding.ts";
import { reasonToHide } from "../../../src/analysis/publishing/suppress.ts";
import { countTable, type TableSpec } from "../../../src/analysis/publishing/true-table.ts";
import type { PublishedTable } from "../../../src/domain/edition-records.ts";
import { createChance } from "../random.ts";
import { judge } from "./judge.ts";
import type { Published } from "./plain-published.ts";
import { app, type Draft, type House, least, play, supportsOf } from "./sequences.ts";

const ids = Array.from({ length: 12 }, (_, at) => `r${at}`);
const table = (
  measure: PublishedTable["measure"],
  by: readonly string[],
  ...cells: readonly (readonly [keys: string, shown?: number])[]
): PublishedTable => ({
  measure,
  by: [...by],
  cells: cells.map(([keys, shown]) => ({
    keys: keys === "" ? [] : keys.split("/"),
    ...(shown === undefined ? {} : { shown }),
  })),
});
const nothing = () => ({ notes: 0, sessions: 0, people: 0 });
const leaksOf = (...editions: readonly Published[]) => judge(editions, least, nothing).leaks;

describe("by hand", () => {
  test("a total: the one hidden part of a row is the row less the others", () => {
    const tables = [
      table("notes", ["dimension"], ["A", 5]),
      table("notes", ["dimension", "polarity"], ["A/p0", 5], ["A/p1"]),
    ];
    expect(leaksOf({ releases: ids, tables })).toEqual([
      "notes:dimension=A&polarity=p1 over 12: 3 values",
    ]);
  });

  test("two editions: what is hidden in one is shown in the other, over the same sessions", () => {
    const edition = (shown?: number) => ({
      releases: ids,
      tables: [table("notes", ["topic"], shown === undefined ? ["T"] : ["T", shown])],
    });
    expect(leaksOf(edition(), edition(5))).toEqual(["notes:topic=T over 12: 3 values"]);
  });

  test("a difference: what one session said is the later edition less the earlier one", () => {
    const edition = (releases: readonly string[], shown: number) => ({
      releases,
      tables: [table("sessions", ["topic"], ["T", shown])],
    });
    expect(leaksOf(edition(ids.slice(0, 11), 5), edition(ids, 10))).toEqual([
      "sessions:topic=T over 1: 1 values",
    ]);
  });

  test("a word: a page says several sessions where the report hides the number", () => {
    const report = (releases: readonly string[]) => ({
      releases,
      tables: [table("sessions", ["finding"], ["F"])],
    });
    const page = { releases: ids.slice(0, 3), tables: [], several: ["F"] };
    expect(leaksOf(report(ids.slice(0, 3)), page)).toEqual(["sessions:finding=F over 3: 1 values"]);
  });

  test("nothing is found where nothing is given away", () => {
    const tables = [
      table("notes", ["dimension"], ["A", 30]),
      table("notes", ["dimension", "polarity"], ["A/p0", 15], ["A/p1"], ["A/p2"]),
    ];
    expect(leaksOf({ releases: ids, tables })).toEqual([]);
  });
});

/** Whether the judge finds something in one of so many sequences. */
const rounds = 150;
const isCaught = (change: Partial<House>): boolean => {
  for (let seed = 1; seed <= rounds; seed += 1) {
    const { out, truth } = play(createChance(seed), { ...app, ...change });
    if (judge(out, least, truth).leaks.length > 0) return true;
  }
  return false;
};

/** Hides what is small and nothing beside it. */
const onlySmall: House["report"] = (releases) => {
  const notes = toCountedNotes(releases);
  const dimension = createAxis("dimension", notes, ["A", "B"]);
  const polarity = createAxis("polarity", notes, ["strengthens", "weakens", "mixed"]);
  const specs: readonly TableSpec[] = [
    { measure: "notes", by: [dimension] },
    { measure: "notes", by: [dimension, polarity] },
  ];
  return specs.map((spec) => {
    const { measure, by, cells } = countTable(spec, notes);
    return {
      ...{ measure, by: [...by] },
      cells: cells.map((cell) => ({
        keys: [...cell.keys],
        ...(reasonToHide(cell, least)
          ? {}
          : { shown: roundAlone(measure, cell.notes, releases.length) }),
      })),
    };
  });
};

const weigh = (draft: Draft, out: readonly Draft[], known: Parameters<House["mayGoOut"]>[2]) =>
  weighEdition(draft, out, known, least);

describe("by a hole in a door", () => {
  test("hiding nothing beside a small number", () => {
    expect(isCaught({ report: onlySmall, mayGoOut: () => true })).toBe(true);
  });

  test("letting out whatever is drafted", () => {
    expect(isCaught({ mayGoOut: () => true })).toBe(true);
  });

  test("weighing hidden numbers alone, and no difference", () => {
    const mayGoOut: House["mayGoOut"] = (draft, out, known) =>
      weigh(draft, out, known).every((each) => each.type === "leak" && each.leak.isDifference);
    expect(isCaught({ mayGoOut })).toBe(true);
  });

  test("weighing no files", () => {
    const mayGoOut: House["mayGoOut"] = (draft, out, known) =>
      draft.isFile ||
      weigh(
        draft,
        out.filter(({ isFile }) => !isFile),
        known,
      ).length === 0;
    expect(isCaught({ mayGoOut })).toBe(true);
  });

  test("event pages that tell today's number, whatever the reports told", () => {
    const pages: House["pages"] = (_, releases) => {
      const cells = heardIn(releases).map(([id, sessions]) => ({
        ...{ keys: [id], shown: roundAlone("sessions", sessions, releases.length) },
      }));
      return {
        releases: releases.map(({ id }) => id),
        tables: [{ measure: "sessions", by: ["finding"], cells }],
      };
    };
    expect(isCaught({ pages })).toBe(true);
  });

  test("event pages that say several sessions, whatever the reports told", () => {
    const pages: House["pages"] = (_, releases) => ({
      releases: releases.map(({ id }) => id),
      tables: [],
      several: heardIn(releases).map(([id]) => id),
    });
    expect(isCaught({ pages })).toBe(true);
  });
});

/** Findings that reach the threshold among these, each with its number. */
const heardIn = (releases: Parameters<House["pages"]>[1]) =>
  supportsOf(releases)
    .map(({ findingId, supports }): readonly [string, number] => {
      return [findingId, new Set(supports.map(({ session }) => session)).size];
    })
    .filter(([, sessions]) => sessions >= least.sessions);
