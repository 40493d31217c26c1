// Published counts are rounded to 5. A total goes to the nearest multiple; its parts each to one of the two multiples
// beside them, so that they add up to the total that is shown (controlled rounding, zero-restricted: Cox, "A constructive
// procedure for unbiased controlled rounding", JASA 82 (1987); base 5 as Statistics Finland does for small areas).
import type { Measure } from "../../domain/edition-records.ts";

export const base = 5;

const floorTo = (value: number): number => base * Math.floor(value / base);
const nearest = (value: number): number => base * Math.round(value / base);

/** Sessions never round to more than there were. */
export const roundAlone = (measure: Measure, value: number, sessions: number): number => {
  const rounded = nearest(value);
  if (measure === "notes") return Math.max(base, rounded);
  return rounded > sessions && floorTo(value) > 0 ? floorTo(value) : Math.max(base, rounded);
};

/**
 * The parts of a total, each at a neighbouring multiple, adding up to `total` rounded. What has the largest remainder goes
 * up. Possible for every list: the sum of the lower neighbours is never more than the rounded total, nor that of the
 * upper ones less.
 */
export const roundParts = (parts: readonly number[]): readonly number[] => {
  const total = nearest(parts.reduce((sum, part) => sum + part, 0));
  const lower = parts.map(floorTo);
  const ups = (total - lower.reduce((sum, part) => sum + part, 0)) / base;
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part % base }))
    .filter(({ remainder }) => remainder > 0)
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const up = new Set(byRemainder.slice(0, ups).map(({ at }) => at));
  return lower.map((part, at) => (up.has(at) ? part + base : part));
};

export type Interval = { readonly low: number; readonly high: number };

export type Known = {
  /** A shown cell reaches the thresholds, and everybody knows them. */
  readonly notes: number;
  readonly sessions: number;
};

/** What a reader who knows all these rules can tell of a shown value. `isPart`: it was rounded together with its siblings. */
export const intervalOf = (
  measure: Measure,
  shown: number,
  options: { readonly isPart: boolean; readonly sessions: number; readonly least: Known },
): Interval => {
  if (shown === 0) return { low: 0, high: 0 };
  const { isPart, sessions, least } = options;
  const slack = isPart ? base - 1 : Math.floor(base / 2);
  // Five is also what less than three would be lifted to, where the thresholds allow so little.
  const low = Math.max(shown === base ? 0 : shown - slack, least[measure]);
  if (measure === "notes") return { low, high: shown + slack };
  const isCapped = shown + base > sessions;
  return { low, high: Math.min(sessions, shown + (isCapped ? base - 1 : slack)) };
};
