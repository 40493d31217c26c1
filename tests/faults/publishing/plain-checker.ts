// A second opinion, written apart from the app's solver: it looks for whole worlds of counts that would have been published
// exactly so, one for each value that a hidden count might have. A value with a world cannot be excluded by anybody.
import type { Cell, Least, Published } from "./plain-published.ts";
import { readRules } from "./plain-rules.ts";
import { createSearch, type World } from "./plain-search.ts";

export type Worlds = {
  /** Whether what was truly said would have been published so: else the rules here are not the app's. */
  readonly isTruthOne: boolean;
  /**
   * How many values, up to `needed`, the cell over these releases can have; undefined: the search gave up. Without patience
   * only what lies near is looked at.
   */
  readonly valuesOf: (
    cell: Cell,
    releases: readonly string[],
    needed: number,
    isPatient: boolean,
  ) => number | undefined;
};

/** Values around the known one that are tried. */
const farthest = 60;

export const createWorlds = (
  editions: readonly Published[],
  least: Least,
  /** Where to begin looking; a wrong guess costs time and nothing else. */
  guess: (cell: Cell, releases: readonly string[]) => number,
): Worlds => {
  const rules = readRules(editions, least);
  const search = createSearch(rules);
  const guessed: World = Int32Array.from(rules.unknowns, (each) => guess(each.cell, each.releases));
  const isTruthOne = search.isWorld(guessed);
  const first = isTruthOne ? guessed : search.find(guessed);
  /** Whole worlds found so far: each is one for many cells. */
  const worlds: World[] = first ? [first] : [];

  const valuesOf: Worlds["valuesOf"] = (cell, releases, needed, isPatient) => {
    const asked = rules.find(cell, releases);
    if (asked === undefined) return needed; // No publication binds it: it can be anything.
    if (!first) return 0;
    const inWorld = (world: World) => world[asked] ?? 0;
    const found = new Map<number, World>();
    for (const world of worlds) found.set(inWorld(world), world);
    const add = (value: number, world: World) => {
      // However it was found, it is looked over as a whole: what is no world proves nothing.
      if (!search.isWorld(world) || inWorld(world) !== value) throw new Error("no world");
      found.set(value, world);
      worlds.push(world);
    };
    const nearest = (value: number): World => {
      for (let away = 0; away < farthest; away += 1) {
        const near = found.get(value - away) ?? found.get(value + away);
        if (near) return near;
      }
      return first;
    };
    const { low, high } = search.reach(asked);
    const middle = inWorld(first);
    const candidates = Array.from({ length: 2 * farthest }, (_, step) =>
      step % 2 === 0 ? middle + step / 2 : middle - (step + 1) / 2,
    ).filter((value) => value >= low && value <= high);
    for (const value of candidates) {
      if (found.size >= needed) return needed;
      if (found.has(value)) continue;
      const world = search.move(nearest(value), { at: asked, value });
      if (world) add(value, world);
      else if (value > middle + 2 * needed || value < middle - 2 * needed) break;
    }
    if (!isPatient) return Math.min(needed, found.size);
    // With patience: everything that hangs together with it is searched.
    let isDecided = true;
    for (const value of candidates) {
      if (found.size >= needed) return needed;
      if (found.has(value)) continue;
      const world = search.find(nearest(value), { at: asked, value });
      if (world) add(value, world);
      else if (world === undefined) isDecided = false;
    }
    return isDecided || found.size >= needed ? Math.min(needed, found.size) : undefined;
  };
  return { isTruthOne, valuesOf };
};
