// Draws the bounds of whole-numbered unknowns together until nothing moves, then asks each independent part of the system,
// by linear programming, how far a sum can reach.
import { type Condition, createLinearSystem, type LinearSystem } from "./linear-bounds.ts";
import type { Interval } from "./rounding.ts";

export type SystemCondition = Condition & {
  /** About the total of everything: it binds all parts together, so it counts in propagation alone. */
  readonly isWhole: boolean;
};
export type System = {
  readonly bounds: readonly Interval[];
  readonly conditions: readonly SystemCondition[];
};

/** Enough for any chain of totals; more would only find what linear programming finds anyway. */
const maxRounds = 200;

export const propagate = ({ bounds, conditions }: System): readonly Interval[] => {
  const lows = bounds.map(({ low }) => low);
  const highs = bounds.map(({ high }) => high);
  const least = (at: number, factor: number) => (factor > 0 ? (lows[at] ?? 0) : -(highs[at] ?? 0));
  const most = (at: number, factor: number) => (factor > 0 ? (highs[at] ?? 0) : -(lows[at] ?? 0));
  let isChanged = true;
  for (let round = 0; isChanged && round < maxRounds; round += 1) {
    isChanged = false;
    for (const { terms, low, high } of conditions) {
      for (const { at, factor } of terms) {
        const others = terms.filter((term) => term.at !== at);
        // With factors of 1 and -1 all stays whole.
        const up = high - others.reduce((sum, term) => sum + least(term.at, term.factor), 0);
        const down = low - others.reduce((sum, term) => sum + most(term.at, term.factor), 0);
        const [newLow, newHigh] = factor > 0 ? [down, up] : [-up, -down];
        if (newHigh < (highs[at] ?? 0)) {
          highs[at] = newHigh;
          isChanged = true;
        }
        if (newLow > (lows[at] ?? 0)) {
          lows[at] = newLow;
          isChanged = true;
        }
      }
    }
  }
  return lows.map((low, at) => ({ low, high: highs[at] ?? low }));
};

export interface Reach {
  /** The least and the greatest whole number that these unknowns can add up to. */
  readonly of: (unknowns: readonly number[]) => Interval;
}

const findRoots = ({ bounds, conditions }: System): readonly number[] => {
  const parents = bounds.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  for (const { terms, isWhole } of conditions) {
    if (isWhole) continue;
    const first = terms[0];
    for (const { at } of terms) if (first) parents[rootOf(at)] = rootOf(first.at);
  }
  return bounds.map((_, at) => rootOf(at));
};

export const createReach = (system: System): Reach => {
  const { bounds, conditions } = system;
  const roots = findRoots(system);
  const members = new Map<number, number[]>();
  for (const [at, root] of roots.entries()) {
    const list = members.get(root);
    if (list) list.push(at);
    else members.set(root, [at]);
  }
  const conditionsOf = new Map<number, SystemCondition[]>();
  for (const condition of conditions) {
    const root = roots[condition.terms[0]?.at ?? -1];
    if (condition.isWhole || root === undefined) continue;
    const list = conditionsOf.get(root);
    if (list) list.push(condition);
    else conditionsOf.set(root, [condition]);
  }
  const solved = new Map<number, LinearSystem | undefined>();
  // Every unknown is counted from its lower bound, so that zero is the least of each.
  const solve = (root: number): LinearSystem | undefined => {
    const list = members.get(root) ?? [];
    const place = new Map(list.map((at, index) => [at, index]));
    const moved = (conditionsOf.get(root) ?? []).map(({ terms, low, high }) => {
      const shift = terms.reduce((sum, { at, factor }) => sum + factor * (bounds[at]?.low ?? 0), 0);
      return {
        terms: terms.map(({ at, factor }) => ({ at: place.get(at) ?? 0, factor })),
        low: low - shift,
        high: high - shift,
      };
    });
    const ceilings = list.map((at, index) => ({
      terms: [{ at: index, factor: 1 }],
      low: 0,
      high: (bounds[at]?.high ?? 0) - (bounds[at]?.low ?? 0),
    }));
    return createLinearSystem(list.length, [...moved, ...ceilings]);
  };
  const reachIn = (root: number, unknowns: readonly number[]): Interval => {
    if (!solved.has(root)) solved.set(root, solve(root));
    const system = solved.get(root);
    const list = members.get(root) ?? [];
    const from = unknowns.reduce((sum, at) => sum + (bounds[at]?.low ?? 0), 0);
    // Nothing fits: then nothing can be promised either.
    if (!system) return { low: from, high: from };
    const terms = unknowns.map((at) => ({ at: list.indexOf(at), factor: 1 }));
    const down = -system.greatest(terms.map(({ at }) => ({ at, factor: -1 })));
    return {
      low: from + Math.ceil(down - 1e-6),
      high: from + Math.floor(system.greatest(terms) + 1e-6),
    };
  };
  return {
    of: (unknowns) => {
      const groups = new Map<number, number[]>();
      for (const at of unknowns) {
        const root = roots[at] ?? at;
        groups.set(root, [...(groups.get(root) ?? []), at]);
      }
      return [...groups].reduce<Interval>(
        (sum, [root, list]) => {
          const { low, high } = reachIn(root, list);
          return { low: sum.low + low, high: sum.high + high };
        },
        { low: 0, high: 0 },
      );
    },
  };
};
