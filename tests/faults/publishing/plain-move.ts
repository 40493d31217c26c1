// From one world of counts to another near it: the count that is asked for is moved, then one in every sum that breaks, until
// none does. Finds most worlds at once; where it finds none it says nothing.
import type { Sum } from "./plain-rules.ts";
import type { Asked, World } from "./plain-search.ts";

/** A world near this one in which this is so; undefined says nothing. */
export type Move = (from: World, asked: Asked) => World | undefined;

const patience = 400;

export const createMove =
  (
    sums: readonly Sum[],
    sumsOf: readonly (readonly number[])[],
    within: { readonly low: World; readonly high: World },
  ): Move =>
  (from, asked) => {
    const now = Int32Array.from(from);
    const of = (list: readonly number[]) => list.reduce((sum, at) => sum + (now[at] ?? 0), 0);
    const values = Int32Array.from(sums, ({ plus, minus }) => of(plus) - of(minus));
    const isMoved = new Uint8Array(now.length);
    let moves = patience;

    const shift = (at: number, by: number): void => {
      now[at] = (now[at] ?? 0) + by;
      for (const next of sumsOf[at] ?? []) {
        const isAdded = sums[next]?.plus.includes(at);
        values[next] = (values[next] ?? 0) + (isAdded ? by : -by);
      }
    };
    /** What the sum is short of, or over: 0 where it is kept to. */
    const lack = (next: number): number => {
      const [sum, value] = [sums[next], values[next] ?? 0];
      return !sum ? 0 : value < sum.low ? sum.low - value : value > sum.high ? sum.high - value : 0;
    };
    const broken: number[] = [];
    const waysToMend = (next: number) => {
      const by = lack(next);
      const { plus = [], minus = [] } = sums[next] ?? {};
      return [...plus.map((at) => ({ at, by })), ...minus.map((at) => ({ at, by: -by }))]
        .filter(({ at, by }) => {
          const count = (now[at] ?? 0) + by;
          return !isMoved[at] && count >= (within.low[at] ?? 0) && count <= (within.high[at] ?? 0);
        })
        .map((way) => {
          shift(way.at, way.by);
          const harm = (sumsOf[way.at] ?? []).filter((each) => lack(each) !== 0).length;
          shift(way.at, -way.by);
          return { ...way, harm };
        })
        .sort((a, b) => a.harm - b.harm);
    };
    const go = (): boolean => {
      moves -= 1;
      if (moves < 0) return false;
      const next = broken.findLast((each) => lack(each) !== 0);
      if (next === undefined) return true;
      for (const { at, by } of waysToMend(next)) {
        const mark = broken.length;
        isMoved[at] = 1;
        shift(at, by);
        broken.push(...(sumsOf[at] ?? []));
        if (go()) return true;
        broken.length = mark;
        shift(at, -by);
        isMoved[at] = 0;
      }
      return false;
    };
    isMoved[asked.at] = 1;
    shift(asked.at, asked.value - (now[asked.at] ?? 0));
    broken.push(...(sumsOf[asked.at] ?? []));
    return go() ? now : undefined;
  };
