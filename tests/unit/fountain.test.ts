import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createFountain,
  createFountainDecoder,
  isPossible,
  maxBlocks,
  maxFountainBytes,
} from "../../src/sync/fountain.ts";
import { createChance } from "../faults/random.ts";

const payloadOf = (length: number, seed = 7) => createChance(seed).bytes(length);

/** How many symbols a decoder took until it knew all, and what it then said. */
const receive = (
  payload: Uint8Array<ArrayBuffer>,
  blockBytes: number,
  numbers: Iterable<number>,
) => {
  const fountain = createFountain(payload, blockBytes);
  const decoder = createFountainDecoder({ payloadBytes: payload.length, blockBytes });
  let taken = 0;
  for (const number of numbers) {
    taken += 1;
    decoder.add(number, fountain.symbol(number));
    const got = decoder.payload();
    if (got) return { taken, got, blocks: fountain.blocks };
  }
  return { taken, got: undefined, blocks: fountain.blocks };
};

function* countFrom(start: number): Generator<number> {
  for (let number = start; ; number += 1) yield number;
}

test("gives the payload back from its first symbols alone, which are its blocks", () => {
  const payload = payloadOf(1_000);
  expect(createFountain(payload, 64).symbol(1)).toEqual(payload.slice(64, 128));
  const { taken, got } = receive(payload, 64, countFrom(0));
  expect(got).toEqual(payload);
  expect(taken).toBe(16);
});

test("gives it back from any symbols in any order, whatever was lost and how often each came", () => {
  const cases = fc.record({
    length: fc.integer({ min: 1, max: 3_000 }),
    blockBytes: fc.integer({ min: 1, max: 257 }),
    seed: fc.nat(),
    start: fc.integer({ min: 0, max: 2 ** 23 }),
    loss: fc.constantFrom(0, 0.2, 0.5, 0.9),
  });
  fc.assert(
    fc.property(cases, ({ length, blockBytes, seed, start, loss }) => {
      fc.pre(length / blockBytes <= 300);
      const chance = createChance(seed);
      const payload = chance.bytes(length);
      function* seen() {
        for (let number = start; ; number += 1) {
          if (chance.odds(loss)) continue;
          yield number;
          if (chance.odds(0.3)) yield number; // A camera looks twice at one frame.
          if (chance.odds(0.2)) yield start + chance.below(number - start + 1); // And at older ones again.
        }
      }
      expect(receive(payload, blockBytes, seen()).got).toEqual(payload);
    }),
    { numRuns: 120 },
  );
});

test("does not mind the order", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 80 }), (seed, blocks) => {
      const chance = createChance(seed);
      const payload = chance.bytes(blocks * 10);
      const numbers = chance.shuffle(Array.from({ length: 2 * blocks + 40 }, (_, at) => at));
      expect(receive(payload, 10, numbers).got).toEqual(payload);
    }),
    { numRuns: 60 },
  );
});

test.each([5, 36, 62, 125, 400])(
  "needs 1.6 symbols more than its %i blocks on average",
  (blocks) => {
    const chance = createChance(blocks);
    const payload = payloadOf(blocks * 8);
    let more = 0;
    const runs = 60;
    for (let run = 0; run < runs; run += 1) {
      // Half of the first pass is lost, and half of all that follows.
      function* half() {
        for (let number = 0; ; number += 1) if (chance.odds(0.5)) yield number;
      }
      more += receive(payload, 8, half()).taken - blocks;
    }
    expect(more / runs).toBeLessThan(2.5);
  },
);

test("serves somebody who comes long after the first pass as well as anybody", () => {
  const payload = payloadOf(60 * 50);
  for (let start = 60; start < 60_000; start += 1_003) {
    const { taken, got } = receive(payload, 50, countFrom(start));
    expect(got).toEqual(payload);
    expect(taken).toBeLessThanOrEqual(60 + 20); // One chance in a million each.
  }
});

test("counts only what tells something new", () => {
  const payload = payloadOf(300);
  const fountain = createFountain(payload, 100);
  const decoder = createFountainDecoder({ payloadBytes: 300, blockBytes: 100 });
  expect(decoder.add(2, fountain.symbol(2))).toBe(true);
  expect(decoder.add(2, fountain.symbol(2))).toBe(false);
  expect([decoder.known(), decoder.blocks, decoder.payload()]).toEqual([1, 3, undefined]);
});

test("never changes which blocks are in a symbol: an old app must understand a new one", () => {
  const ones = Uint8Array.from({ length: 40 }, (_, at) => at + 1);
  const sums = [40, 41, 1_000, 2 ** 24 - 1].map(
    (number) => createFountain(ones, 1).symbol(number)[0],
  );
  expect(sums).toMatchInlineSnapshot(`
    [
      58,
      11,
      34,
      40,
    ]
  `);
});

test("refuses what no decoder should hold", () => {
  expect(isPossible({ payloadBytes: maxFountainBytes, blockBytes: 512 })).toBe(true);
  for (const [payloadBytes, blockBytes] of [
    [0, 10],
    [10, 0],
    [maxFountainBytes + 1, 2_000],
    [maxBlocks + 1, 1],
    [Number.NaN, 10],
    [10.5, 10],
  ] as const) {
    expect(isPossible({ payloadBytes, blockBytes })).toBe(false);
  }
});

test("gives two megabytes back with half of everything lost", () => {
  const chance = createChance(3);
  const payload = payloadOf(maxFountainBytes);
  function* half() {
    for (let number = 0; ; number += 1) if (chance.odds(0.5)) yield number;
  }
  const { taken, got, blocks } = receive(payload, 2_000, half());
  expect(Buffer.compare(got ?? new Uint8Array(), payload)).toBe(0);
  expect(taken).toBeLessThan(blocks + 25);
});
