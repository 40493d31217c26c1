// Looks for whole worlds of counts that keep to all sums: every value of every unknown that hangs together with what is
// asked, nearest to a known world first. Bounds drawn together on the way cut off what cannot be. No arithmetic beyond adding:
// plain enough to be believed.
import { createMove, type Move } from "./plain-move.ts";
import type { Rules } from "./plain-rules.ts";

/** One count for each unknown. */
export type World = Int32Array;
export type Asked = { readonly at: number; readonly value: number };

export type Search = {
  readonly isWorld: (world: World) => boolean;
  /** The least and the most that the sums leave to an unknown. */
  readonly reach: (at: number) => { readonly low: number; readonly high: number };
  readonly move: Move;
  /** A world in which this is so, or any world; false: there is none; undefined: given up. */
  readonly find: (near: World, asked?: Asked) => World | false | undefined;
};

const patience = 300_000;

export const createSearch = ({ sums, unknowns }: Rules): Search => {
  const size = unknowns.length;
  const sumsOf: readonly number[][] = Array.from({ length: size }, () => []);
  for (const [at, { plus, minus }] of sums.entries())
    for (const each of [...plus, ...minus]) sumsOf[each]?.push(at);
  const low = new Int32Array(size);
  const high = Int32Array.from(unknowns, (each) => each.high);
  /** What was narrowed, to be taken back: unknown, low and high before. */
  const trail: number[] = [];
  const undo = (to: number): void => {
    while (trail.length > to) {
      const [top = 0, bottom = 0, at = 0] = [trail.pop(), trail.pop(), trail.pop()];
      low[at] = bottom;
      high[at] = top;
    }
  };
  /** Sums to be looked at again. */
  const queue: number[] = [];
  const isQueued = new Uint8Array(sums.length);
  /** False: nothing is left. */
  const set = (at: number, bottom: number, top: number): boolean => {
    const [before, after] = [low[at] ?? 0, high[at] ?? 0];
    if (bottom <= before && top >= after) return true;
    trail.push(at, before, after);
    low[at] = Math.max(before, bottom);
    high[at] = Math.min(after, top);
    for (const next of sumsOf[at] ?? []) {
      if (isQueued[next]) continue;
      queue.push(next);
      isQueued[next] = 1;
    }
    return Math.max(before, bottom) <= Math.min(after, top);
  };
  const narrow = (sum: Rules["sums"][number]): boolean => {
    let [least, most] = [0, 0];
    for (const at of sum.plus) {
      least += low[at] ?? 0;
      most += high[at] ?? 0;
    }
    for (const at of sum.minus) {
      least -= high[at] ?? 0;
      most -= low[at] ?? 0;
    }
    if (least > sum.high || most < sum.low) return false;
    if (least >= sum.low && most <= sum.high) return true;
    const [up, down] = [sum.high - least, most - sum.low];
    for (const at of sum.plus)
      if (!set(at, (high[at] ?? 0) - down, (low[at] ?? 0) + up)) return false;
    for (const at of sum.minus)
      if (!set(at, (high[at] ?? 0) - up, (low[at] ?? 0) + down)) return false;
    return true;
  };
  /** Draws the bounds together until nothing moves. False: some sum cannot be kept to. */
  const settle = (): boolean => {
    let isKept = true;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      isQueued[next] = 0;
      const sum = sums[next];
      if (sum && isKept) isKept = narrow(sum);
    }
    return isKept;
  };
  for (const at of sums.keys()) {
    queue.push(at);
    isQueued[at] = 1;
  }
  settle();
  trail.length = 0;

  /** Unknowns that hang together with this one by any sum, but for those that are settled. */
  const connected = (asked: number): readonly number[] => {
    const seen = new Set([asked]);
    for (const at of seen) {
      for (const next of sumsOf[at] ?? []) {
        for (const other of [...(sums[next]?.plus ?? []), ...(sums[next]?.minus ?? [])])
          if ((low[other] ?? 0) < (high[other] ?? 0)) seen.add(other);
      }
    }
    return [...seen];
  };

  const find: Search["find"] = (near, asked) => {
    const parts = asked ? connected(asked.at) : [...unknowns.keys()];
    let tries = patience;
    const go = (): boolean | undefined => {
      tries -= 1;
      if (tries < 0) return undefined;
      let open = -1;
      let least = Number.POSITIVE_INFINITY;
      for (const at of parts) {
        const room = (high[at] ?? 0) - (low[at] ?? 0);
        if (room > 0 && room < least) [open, least] = [at, room];
      }
      if (open < 0) return true;
      const [bottom, top] = [low[open] ?? 0, high[open] ?? 0];
      // The nearest to the known world, then the two parts beside it.
      const middle = Math.min(top, Math.max(bottom, near[open] ?? 0));
      const ways = [
        [middle, middle],
        [middle + 1, top],
        [bottom, middle - 1],
      ] as const;
      for (const [from, to] of ways) {
        if (from > to) continue;
        const mark = trail.length;
        set(open, from, to);
        const found = settle() ? go() : false;
        if (found !== false) return found;
        undo(mark);
      }
      return false;
    };
    const canBegin = !asked || set(asked.at, asked.value, asked.value);
    const found = settle() && canBegin ? go() : false;
    const world = found && Int32Array.from(near);
    if (world) for (const at of parts) world[at] = low[at] ?? 0;
    undo(0);
    return world;
  };

  return {
    isWorld: (world) =>
      sums.every(({ plus, minus, low, high }) => {
        const of = (list: readonly number[]) => list.reduce((sum, at) => sum + (world[at] ?? 0), 0);
        const value = of(plus) - of(minus);
        return value >= low && value <= high;
      }) && world.every((count, at) => count >= 0 && count <= (unknowns[at]?.high ?? 0)),
    reach: (at) => ({ low: low[at] ?? 0, high: high[at] ?? 0 }),
    move: createMove(sums, sumsOf, { low, high }),
    find,
  };
};
