// How measured figures become a result: quantiles, goals kept and missed, and no figure without a sample.
import { expect, test } from "vitest";
import type { Goal } from "../bench/goal.ts";
import { quantile, toRows } from "../bench/results.ts";

const goal: Goal = {
  what: "",
  figures: { opening: { unit: "ms", median: 3, p95: 4 } },
  measure: async () => [],
};

test("takes the median and the 95th percentile from the samples themselves", () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
  expect(
    quantile(
      Array.from({ length: 100 }, (_, at) => at + 1),
      0.95,
    ),
  ).toBe(95);
});

test("keeps a goal only where median and tail are within it", () => {
  const kept = (samples: readonly number[]) => toRows(goal, [{ opening: samples }]).opening?.isKept;
  expect(kept([1, 2, 3, 4])).toBe(true);
  expect(kept([1, 2, 3, 5])).toBe(false);
  expect(kept([3.1, 3.1, 3.1])).toBe(false);
});

test("refuses a goal that measured nothing", () => {
  expect(() => toRows(goal, [{}, {}])).toThrow("nothing was measured");
});
