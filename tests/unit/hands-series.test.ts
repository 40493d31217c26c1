// Hands by round: a sum only of what one count says, apart by codebook, and marked where it is too small to be told.
import fc from "fast-check";
import { expect, test } from "vitest";
import { listHandsSeries } from "../../src/analysis/hands-series.ts";
import type { HandCount, ReleasedHands } from "../../src/domain/hands.ts";
import { BoxId } from "../../src/domain/schema.ts";
import { digestOf, release } from "../fixtures/records.ts";
import { round } from "../fixtures/round.ts";

const hands = (
  agree: number,
  disagree: number,
  unsure: number,
  statement = "A1",
): ReleasedHands => ({
  ...{ statement, agree, disagree, unsure },
});
const held = (number: number, shown: readonly ReleasedHands[], codebook = "c") =>
  release({
    session: BoxId.parse(number.toString(16).padStart(32, "0")),
    codebook: digestOf(codebook) as never,
    hands: shown,
  });
const rowsOf = (records: Parameters<typeof listHandsSeries>[0]) =>
  listHandsSeries(records).flatMap(({ rows }) => rows);

test("adds up sessions, and keeps out those whose devices counted differently", () => {
  const records = [
    round(),
    held(1, [hands(6, 2, 0)]),
    held(2, [hands(4, 0, 3)]),
    held(3, [hands(5, 1, 0), hands(6, 1, 0)]),
  ];
  expect(rowsOf(records)).toMatchObject([
    { agree: 10, disagree: 2, unsure: 3, sessions: 2, apart: 1, isTellable: false },
  ]);
});

test("the same id in another codebook is another statement", () => {
  const series = listHandsSeries([
    round(),
    held(1, [hands(6, 2, 0)]),
    held(2, [hands(4, 0, 3)], "d"),
  ]);
  expect(series).toHaveLength(2);
});

test.each<[string, HandCount, number, boolean]>([
  ["enough people on every side", { agree: 20, disagree: 12, unsure: 0 }, 3, true],
  ["a side that only a few chose", { agree: 20, disagree: 2, unsure: 0 }, 3, false],
  ["a side that everybody chose", { agree: 40, disagree: 0, unsure: 0 }, 3, false],
  ["too few sessions", { agree: 20, disagree: 12, unsure: 0 }, 2, false],
])("%s: may be told outside, %o in %i sessions, is %s", (_, count, sessions, isTold) => {
  const records = Array.from({ length: sessions }, (__, at) =>
    held(at + 1, [at === 0 ? { statement: "A1", ...count } : hands(0, 0, 0)]),
  );
  expect(rowsOf([round(), ...records])[0]?.isTellable).toBe(isTold);
});

test("order and repetition of records change nothing", () => {
  const records = [round(), held(1, [hands(6, 2, 0)]), held(2, [hands(4, 0, 3, "S1")])];
  const straight = listHandsSeries(records);
  fc.assert(
    fc.property(fc.shuffledSubarray([...records, ...records], { minLength: 6 }), (mixed) => {
      expect(listHandsSeries(mixed)).toEqual(straight);
    }),
  );
});
