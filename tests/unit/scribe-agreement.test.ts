// Two scribes at one table: which of their notes belong together, and how far they tagged alike.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agreeOn,
  compareScribes,
  kappaOf,
  listDiffering,
} from "../../src/analysis/scribe-agreement.ts";
import type { Note } from "../../src/domain/note.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import type { Named } from "../../src/domain/record.ts";
import { deviceA, deviceB, note, noteIdOf } from "../fixtures/records.ts";

const wrote = (
  number: number,
  device: typeof deviceA,
  second: number,
  change: Partial<Note> = {},
): Named<Note> =>
  note({
    at: second,
    noteId: noteIdOf(number),
    author: { device, role: "scribe" },
    begunAt: new Date(Date.UTC(2026, 10, 24, 16, 0, second)).toISOString(),
    ...change,
  });
const agreementOf = (records: readonly Named[]) => {
  const [agreement] = compareScribes(foldNotes(records));
  return agreement;
};
const pairsOf = (records: readonly Named[]) =>
  agreementOf(records)?.pairs.map(({ first, second }) => [first.noteId, second.noteId]) ?? [];

describe("pairs", () => {
  const dark = "Aseman alikulku on pimeä ja siellä pelottaa";
  const other = "Kirjaston kahvihetki kokoaa naapurit yhteen";

  test("the same speaker within a minute, whatever the words", () => {
    const records = [
      wrote(1, deviceA, 0, { speaker: "P3", text: dark }),
      wrote(2, deviceB, 60, { speaker: "P3", text: other }),
    ];
    expect(pairsOf(records)).toEqual([[noteIdOf(1), noteIdOf(2)]]);
    expect(
      pairsOf([records[0], wrote(2, deviceB, 61, { speaker: "P3" })].flatMap((r) => r ?? [])),
    ).toEqual([]);
  });

  test("much the same words within a minute, whoever spoke", () => {
    const records = [
      wrote(1, deviceA, 0, { text: dark }),
      wrote(2, deviceB, 20, { text: "Alikulku aseman luona pelotti", speaker: "P2" }),
    ];
    expect(pairsOf(records)).toHaveLength(1);
  });

  test("nothing else: neither other words of another speaker, nor a code of nobody in particular", () => {
    for (const speaker of ["several", "observation", undefined] as const) {
      const both = [
        wrote(1, deviceA, 0, { text: dark, ...(speaker && { speaker }) }),
        wrote(2, deviceB, 5, { text: other, ...(speaker && { speaker }) }),
      ];
      expect(pairsOf(both)).toEqual([]);
    }
  });

  test("the nearest in time, each note once", () => {
    const records = [
      wrote(1, deviceA, 0, { speaker: "P1" }),
      wrote(2, deviceA, 30, { speaker: "P1" }),
      wrote(3, deviceB, 28, { speaker: "P1" }),
    ];
    expect(pairsOf(records)).toEqual([[noteIdOf(2), noteIdOf(3)]]);
    expect(agreementOf(records)?.alone).toEqual([1, 0]);
  });

  test("the same whatever the order of the records", () => {
    const records = Array.from({ length: 8 }, (_, at) =>
      wrote(at + 1, at % 2 ? deviceA : deviceB, at * 7, { speaker: at % 3 ? "P1" : "P2" }),
    );
    const expected = pairsOf(records);
    expect(expected.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 8, maxLength: 8 }), (mixed) => {
        expect(pairsOf(mixed)).toEqual(expected);
      }),
    );
  });

  test("none where one scribe wrote alone, or the other notes are the reviewer's", () => {
    const own = wrote(2, deviceB, 5, {
      speaker: "P1",
      author: { device: deviceB, role: "facilitator" },
    });
    expect(pairsOf([wrote(1, deviceA, 0, { speaker: "P1" }), own])).toEqual([]);
  });
});

describe("agreement", () => {
  /** One pair a minute and a half. */
  const tagged = (pairs: readonly (readonly [readonly string[], readonly string[]])[]) =>
    pairs.flatMap(([ours, theirs], at) => [
      wrote(2 * at + 1, deviceA, at * 90, { speaker: "P1", dimensions: ours }),
      wrote(2 * at + 2, deviceB, at * 90 + 10, { speaker: "P1", dimensions: theirs }),
    ]);

  test("counts pairs with the same dimensions, in any order, of those that both tagged", () => {
    const agreement = agreementOf(
      tagged([
        [
          ["A", "S"],
          ["S", "A"],
        ],
        [["V"], ["O"]],
        [["O"], ["O"]],
        [["O"], []],
      ]),
    );
    expect([agreement?.pairs.length, agreement?.compared.length]).toEqual([4, 3]);
    expect([agreement?.agreed.length, agreement?.differing.length]).toEqual([2, 1]);
    expect([...listDiffering(agreement ? [agreement] : [])]).toEqual([noteIdOf(3), noteIdOf(4)]);
  });

  test("looks at the scribes' own tags: what a reviewer changes makes them no more alike", () => {
    const records = tagged([[["V"], ["O"]]]);
    const [first] = records;
    if (!first) throw new Error("no note");
    const changed = note({
      ...{ at: 500, noteId: noteIdOf(1), parents: [first.id], dimensions: ["O"] },
      author: { device: deviceA, role: "facilitator" },
    });
    expect(agreementOf([...records, changed])?.differing).toHaveLength(1);
  });

  test("gives the kappa of the textbook, of full, chance and opposite agreement", () => {
    // Two readers of 50 proposals: 20 yes and 15 no together, 5 and 10 apart. κ = (0.7 − 0.5) / (1 − 0.5).
    expect(kappaOf({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 })).toBeCloseTo(0.4, 10);
    expect(kappaOf({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 7 })).toBe(1);
    expect(kappaOf({ both: 1, onlyFirst: 1, onlySecond: 1, neither: 1 })).toBe(0);
    expect(kappaOf({ both: 0, onlyFirst: 2, onlySecond: 2, neither: 0 })).toBe(-1);
    expect(kappaOf({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 9 })).toBeUndefined();
    expect(kappaOf({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeUndefined();
  });

  test("tells it dimension by dimension", () => {
    const agreement = agreementOf(
      tagged([
        [["A"], ["A"]],
        [["A"], ["S"]],
        [["S"], ["S"]],
        [["S"], ["S"]],
      ]),
    );
    if (!agreement) throw new Error("no pairs");
    expect(agreeOn(agreement, "A")).toEqual({
      both: 1,
      onlyFirst: 1,
      onlySecond: 0,
      neither: 2,
      kappa: 0.5,
    });
    expect(agreeOn(agreement, "O").kappa).toBeUndefined();
  });
});
