import fc from "fast-check";
import { expect, test } from "vitest";
import { nextTryMs } from "../../src/sync/retry-schedule.ts";

const failures = fc.integer({ min: 1, max: 100_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("waits longer after each failure, from 5 seconds to 15 minutes", () => {
  const waits = [1, 2, 3, 8, 9, 1_000].map((count) =>
    nextTryMs({ failures: count, nowMs: 0, random: 1 }),
  );
  expect(waits).toEqual([5_000, 10_000, 20_000, 640_000, 900_000, 900_000]);
});

test("scatters tries over the second half of the wait", () => {
  fc.assert(
    fc.property(failures, random, (count, chance) => {
      const longest = nextTryMs({ failures: count, nowMs: 0, random: 1 });
      const wait = nextTryMs({ failures: count, nowMs: 0, random: chance });
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
    }),
  );
});

test("never comes before the hub asked, and follows no wish beyond 15 minutes", () => {
  const at = (retryAfterMs: number) =>
    nextTryMs({ failures: 1, nowMs: 1_000, random: 0, retryAfterMs });
  expect(at(60_000)).toBe(61_000);
  expect(at(Number.MAX_SAFE_INTEGER)).toBe(1_000 + 15 * 60_000);
});
