// What every reader of the publications knows, written apart from the app: which sums of counts the shown numbers, the hidden
// places and the totals allow. A count is an unknown for each cell over each area.
import type { Measure, PublishedTable } from "../../../src/domain/edition-records.ts";
import { type Area, isIn, toAreas } from "./plain-areas.ts";
import {
  type Cell,
  cellsOf,
  foundTogether,
  type Least,
  listAbsent,
  membersOf,
  nameOf,
  type Published,
  type ShownCell,
} from "./plain-published.ts";

/** `low ≤ Σ plus − Σ minus ≤ high`, over the numbers of unknowns. */
export type Sum = {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly low: number;
  readonly high: number;
};
export type Unknown = {
  readonly cell: Cell;
  readonly releases: readonly string[];
  readonly high: number;
};
export type Rules = {
  readonly sums: readonly Sum[];
  readonly unknowns: readonly Unknown[];
  /** The cell over one of the areas; undefined where no publication binds it. */
  readonly find: (cell: Cell, releases: readonly string[]) => number | undefined;
};

/** More than any count of these rounds. */
const many = 1_000;

export const readRules = (editions: readonly Published[], least: Least): Rules => {
  const { areas, splits } = toAreas(editions);
  const index = new Map<string, number>();
  const unknowns: Unknown[] = [];
  const sums: Sum[] = [];
  const bind = (plus: readonly number[], minus: readonly number[], low: number, high = many) => {
    sums.push({ plus, minus, low, high });
  };
  const unknown = (cell: Cell, { at, releases }: Area): number => {
    const key = `${nameOf(cell)}@${at}`;
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, unknowns.length);
    const high = cell.measure === "sessions" ? releases.length : many;
    return unknowns.push({ cell, releases, high }) - 1;
  };
  /** None of the parts is more than the whole; they may overlap and cover it, or they add up to it. */
  const relate = (
    whole: Cell,
    parts: readonly Cell[],
    over: readonly Area[],
    kind: "sum" | "cover" | "part",
  ) => {
    for (const area of over) {
      const mother = unknown(whole, area);
      const children = parts.map((part) => unknown(part, area));
      if (kind === "sum") bind(children, [mother], 0, 0);
      else for (const child of children) bind([mother], [child], 0);
      if (kind === "cover") bind(children, [mother], 0);
    }
  };

  const absent = listAbsent(editions);
  for (const [at, { releases, tables, several = [] }] of editions.entries()) {
    const over = areas.filter((area) => isIn(area.releases, releases));
    const all = over.find((area) => area.releases.length === releases.length);
    if (!all) continue;
    const rounded = new Set<string>();
    for (const { whole, parts, kind } of totalsOf(tables)) {
      relate(whole, parts, over, kind);
      // The parts of a row that is shown whole were rounded together: each to one of two neighbours.
      const isShown = [whole, ...parts].every(({ shown }) => shown !== undefined);
      if (isShown && kind === "sum") for (const part of parts) rounded.add(nameOf(part));
    }
    const hasZeros = tellsZeros(tables, releases, least);
    for (const cell of tables.flatMap(cellsOf)) {
      for (const area of over) unknown(cell, area);
      const span = spanOf(cell, rounded.has(nameOf(cell)), releases.length, least);
      const isSome = cell.shown === undefined && hasZeros && cell.by.join() === "sub-theme";
      bind([unknown(cell, all)], [], isSome ? 1 : span.low, span.high);
    }
    for (const cells of tables.flatMap(foundTogether)) {
      bind(
        cells.map((cell) => unknown(cell, all)),
        [],
        1,
      );
    }
    for (const cell of absent[at] ?? [])
      for (const area of over) bind([unknown(cell, area)], [], 0, 0);
    for (const key of several) {
      const cell: Cell = { measure: "sessions", by: ["finding"], keys: [key] };
      for (const area of over) unknown(cell, area);
      bind([unknown(cell, all)], [], least.sessions);
    }
  }
  relateMerged(unknowns, bind);
  for (const name of new Set(unknowns.map(({ cell }) => nameOf(cell)))) {
    for (const { whole, parts } of splits) {
      const [sum, ...list] = [whole, ...parts].map(({ at }) => index.get(`${name}@${at}`) ?? -1);
      if (sum !== undefined && ![sum, ...list].includes(-1)) bind(list, [sum], 0, 0);
    }
  }
  return {
    ...{ sums, unknowns },
    find: (cell, releases) => {
      const area = areas.find(
        (each) => each.releases.length === releases.length && isIn(each.releases, releases),
      );
      return index.get(`${nameOf(cell)}@${area?.at}`);
    },
  };
};

type Total = {
  readonly whole: ShownCell;
  readonly parts: readonly ShownCell[];
  readonly kind: "sum" | "cover" | "part";
};

/** A note has one polarity and one language, one dimension or more, one group or more. */
const totalsOf = (tables: readonly PublishedTable[]): readonly Total[] => {
  const by = (measure: Measure, ...facets: readonly string[]) =>
    tables
      .filter((table) => table.measure === measure && table.by.join() === facets.join())
      .flatMap(cellsOf);
  const rows = by("notes", "dimension");
  // A session that spoke of a thing has a note of it.
  const heard = [...by("sessions", "sub-theme"), ...by("sessions", "finding")];
  return [
    ...by("notes").flatMap((whole): Total[] => [
      ...(rows.length > 0 ? [{ whole, parts: rows, kind: "cover" } as const] : []),
      { whole, parts: heard, kind: "part" },
    ]),
    ...["polarity", "language", "group"].flatMap((facet) => {
      const grid = by("notes", "dimension", facet);
      return rows.flatMap((whole): Total[] => {
        const parts = grid.filter(({ keys }) => keys[0] === whole.keys[0]);
        return parts.length === 0
          ? []
          : [{ whole, parts, kind: facet === "group" ? "cover" : "sum" }];
      });
    }),
  ];
};

/** A sub-theme nobody spoke about is told as such wherever any number of the list is told. */
const tellsZeros = (tables: readonly PublishedTable[], releases: readonly string[], least: Least) =>
  releases.length >= least.sessions &&
  tables.some(
    ({ by, cells }) => by.join() === "sub-theme" && cells.some(({ shown }) => shown !== undefined),
  );

/** What a shown number may stand for; a hidden one for anything. */
const spanOf = (
  { measure, shown }: ShownCell,
  isRoundedTogether: boolean,
  sessions: number,
  least: Least,
) => {
  if (shown === undefined) return { low: 0, high: many };
  if (shown === 0) return { low: 0, high: 0 };
  const give = isRoundedTogether ? 4 : 2;
  const low = Math.max(least[measure], shown === 5 ? 0 : shown - give);
  if (measure === "notes") return { low, high: shown + give };
  const isDown = shown + 5 > sessions; // Rounding up would be more sessions than there were.
  return { low, high: Math.min(sessions, shown + (isDown ? 4 : 2)) };
};

type Bind = (plus: readonly number[], minus: readonly number[], low: number) => void;

/** A merged key holds at least what any part of it holds, and no more than all its members together. */
const relateMerged = (unknowns: readonly Unknown[], bind: Bind): void => {
  for (const [at, { cell, releases }] of unknowns.entries()) {
    const members = cell.keys.map(membersOf);
    if (members.every(({ length }) => length === 1)) continue;
    const parts = unknowns.flatMap((each, part) => {
      const isPart =
        part !== at &&
        each.releases === releases &&
        each.cell.measure === cell.measure &&
        each.cell.by.join() === cell.by.join() &&
        each.cell.keys.every((key, place) => isIn(membersOf(key), members[place] ?? []));
      return isPart ? [{ part, keys: each.cell.keys }] : [];
    });
    for (const { part } of parts) bind([at], [part], 0);
    const singles = parts.filter(({ keys }) => keys.every((key) => membersOf(key).length === 1));
    const isAll = singles.length === members.reduce((count, each) => count * each.length, 1);
    const list = singles.map(({ part }) => part);
    if (isAll) bind(list, [at], 0);
  }
};
