// A second opinion, written apart from the app's solver: it looks for whole worlds of counts that would have been published
// exactly so, one for each value that a hidden count might have. A value with a world cannot be excluded by anybody.
// Slow and plain on purpose: every unknown is tried, nearest to a guess first.
import type { PublishedTable } from "../../../src/domain/edition-records.ts";

export type Published = {
  readonly releases: readonly string[];
  readonly tables: readonly PublishedTable[];
};

type Sum = {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly low: number;
  readonly high: number;
};

const many = 1_000;

export type World = {
  /** Whether some world has exactly this count in the cell over these releases; undefined: given up. */
  readonly canBe: (cell: string, releases: readonly string[], value: number) => boolean | undefined;
};

const nameOf = (measure: string, by: readonly string[], keys: readonly string[]) =>
  `${measure}:${by
    .map((facet, at) => `${facet}=${keys[at]}`)
    .sort()
    .join("&")}`;
export const cellName = nameOf;

export const createWorld = (
  editions: readonly Published[],
  least: { readonly notes: number; readonly sessions: number },
  /** Where to begin looking; a wrong guess costs time and nothing else. */
  guess: (cell: string, releases: readonly string[]) => number,
): World => {
  const all = [...new Set(editions.flatMap(({ releases }) => releases))];
  const patternOf = (release: string) =>
    editions.map(({ releases }) => (releases.includes(release) ? 1 : 0)).join("");
  const patterns = [...new Set(all.map(patternOf))];
  const sizes = patterns.map((pattern) => all.filter((each) => patternOf(each) === pattern).length);

  const guesses: number[] = [];
  /** Whole worlds found so far: each is one for many cells. */
  const worlds: (readonly number[])[] = [];
  const index = new Map<string, number>();
  const low: number[] = [];
  const high: number[] = [];
  const unknown = (cell: string, pattern: number): number => {
    const key = `${cell}@${pattern}`;
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, low.length);
    low.push(0);
    guesses.push(
      guess(
        cell,
        all.filter((each) => patternOf(each) === patterns[pattern]),
      ),
    );
    high.push(cell.startsWith("sessions") ? (sizes[pattern] ?? 0) : many);
    return low.length - 1;
  };

  const sums: Sum[] = [];
  for (const [at, { releases, tables }] of editions.entries()) {
    const over = patterns.flatMap((pattern, place) => (pattern[at] === "1" ? [place] : []));
    const find = (...by: readonly string[]) =>
      tables.find((table) => table.measure === "notes" && table.by.join() === by.join());
    const total = find("dimension");
    const whole = find();
    // Every dimension's row: its polarities add up to it, and so do its languages.
    const fullRows = new Set<string>();
    for (const other of ["polarity", "language", "group"]) {
      const grid = find("dimension", other);
      for (const row of total?.cells ?? []) {
        const parts = (grid?.cells ?? []).filter(({ keys }) => keys[0] === row.keys[0]);
        if (parts.length === 0) continue;
        const isSum = other !== "group";
        if (isSum && row.shown !== undefined && parts.every(({ shown }) => shown !== undefined)) {
          for (const part of parts) fullRows.add(nameOf("notes", ["dimension", other], part.keys));
        }
        for (const place of over) {
          const cells = parts.map(({ keys }) =>
            unknown(nameOf("notes", ["dimension", other], keys), place),
          );
          const mother = unknown(nameOf("notes", ["dimension"], row.keys), place);
          sums.push({ plus: cells, minus: [mother], low: 0, high: isSum ? 0 : many });
          if (!isSum)
            for (const cell of cells)
              sums.push({ plus: [mother], minus: [cell], low: 0, high: many });
        }
      }
    }
    if (whole && total) {
      for (const place of over) {
        const cells = total.cells.map(({ keys }) =>
          unknown(nameOf("notes", ["dimension"], keys), place),
        );
        const mother = unknown(nameOf("notes", [], []), place);
        sums.push({ plus: cells, minus: [mother], low: 0, high: many });
        for (const cell of cells) sums.push({ plus: [mother], minus: [cell], low: 0, high: many });
      }
    }
    for (const { measure, by, cells } of tables) {
      const saysZero = by.join() === "sub-theme" && cells.some(({ shown }) => shown === 0);
      for (const { keys, shown } of cells) {
        const name = nameOf(measure, by, keys);
        const plus = over.map((place) => unknown(name, place));
        if (shown === undefined) sums.push({ plus, minus: [], low: saysZero ? 1 : 0, high: many });
        else if (shown === 0) sums.push({ plus, minus: [], low: 0, high: 0 });
        else {
          const give = fullRows.has(name) ? 4 : 2;
          const top =
            measure === "sessions"
              ? Math.min(releases.length, shown + (shown + 5 > releases.length ? 4 : 2))
              : shown + give;
          const from = measure === "sessions" ? least.sessions : least.notes;
          sums.push({
            plus,
            minus: [],
            low: Math.max(from, shown === 5 ? 0 : shown - give),
            high: top,
          });
        }
      }
    }
  }

  return {
    canBe: (cell, releases, value) => {
      const places = patterns.flatMap((pattern, at) =>
        releases.some((each) => patternOf(each) === pattern) ? [at] : [],
      );
      const asked: Sum = {
        plus: places.map((place) => unknown(cell, place)),
        minus: [],
        low: value,
        high: value,
      };
      const has = (found: readonly number[]) =>
        asked.plus.reduce((sum, at) => sum + (found[at] ?? 0), 0) === value;
      if (worlds.some(has)) return true;
      return search([...sums, asked], low, high, guesses, (found) => worlds.push(found));
    },
  };
};

const tighten = (sums: readonly Sum[], low: number[], high: number[]): boolean => {
  for (let again = true; again; ) {
    again = false;
    for (const sum of sums) {
      let [least, most] = [0, 0];
      for (const at of sum.plus) [least, most] = [least + (low[at] ?? 0), most + (high[at] ?? 0)];
      for (const at of sum.minus) [least, most] = [least - (high[at] ?? 0), most - (low[at] ?? 0)];
      if (least > sum.high || most < sum.low) return false;
      if (least >= sum.low && most <= sum.high) continue;
      const narrow = (at: number, sign: 1 | -1) => {
        const [from, to] = [low[at] ?? 0, high[at] ?? 0];
        const spare = [sum.high - least, most - sum.low] as const;
        const bottom = sign > 0 ? to - spare[1] : to - spare[0];
        const top = sign > 0 ? from + spare[0] : from + spare[1];
        if (top < to) {
          high[at] = top;
          if (sign > 0) most -= to - top;
          else least += to - top;
          again = true;
        }
        if (bottom > from) {
          low[at] = bottom;
          if (sign > 0) least += bottom - from;
          else most -= bottom - from;
          again = true;
        }
        return (low[at] ?? 0) <= (high[at] ?? 0);
      };
      for (const at of sum.plus) if (!narrow(at, 1)) return false;
      for (const at of sum.minus) if (!narrow(at, -1)) return false;
    }
  }
  return true;
};

const search = (
  sums: readonly Sum[],
  low: readonly number[],
  high: readonly number[],
  guesses: readonly number[],
  keep: (world: readonly number[]) => void,
): boolean | undefined => {
  let steps = 0;
  const go = (from: number[], to: number[]): boolean | undefined => {
    steps += 1;
    if (steps > 20_000) return undefined;
    if (!tighten(sums, from, to)) return false;
    let open = -1;
    for (const [at, bottom] of from.entries()) {
      const room = (to[at] ?? 0) - bottom;
      if (room > 0 && (open < 0 || room < (to[open] ?? 0) - (from[open] ?? 0))) open = at;
    }
    if (open < 0) {
      keep(from);
      return true;
    }
    const [bottom, top] = [from[open] ?? 0, to[open] ?? 0];
    const guess = guesses[open] ?? 0;
    // The nearest to the guess, then the two parts beside it.
    const middle = Math.min(top, Math.max(bottom, guess));
    const parts = [
      [middle, middle],
      [middle + 1, top],
      [bottom, middle - 1],
    ] as const;
    for (const [start, end] of parts) {
      if (start > end) continue;
      const [nextLow, nextHigh] = [[...from], [...to]];
      nextLow[open] = start;
      nextHigh[open] = end;
      const found = go(nextLow, nextHigh);
      if (found !== false) return found;
    }
    return false;
  };
  return go([...low], [...high]);
};
