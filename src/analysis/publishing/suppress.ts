// The one layer between the counts and everything that is published. A cell is shown only when enough notes, sessions and
// people stand behind it. Then more are hidden until no total gives a hidden one away: in a sum that is shown, at least two
// parts are hidden and together they reach the threshold (secondary suppression; where the smallest shown part is taken
// first, as in the hypercube method of Repsilber). Last, the attack is tried on the result, and what it finds is hidden too.
import type { Round } from "../../domain/desk-records.ts";
import type { PublishedTable } from "../../domain/edition-records.ts";
import { type Attacked, findLeaks } from "./attack.ts";
import { isAboutPeople, tellsZero } from "./axis.ts";
import { type Relation, relationsOf } from "./relations.ts";
import { roundAlone, roundParts } from "./rounding.ts";
import { countIn, nameOfCell, type TrueCell, type TrueTable } from "./true-table.ts";

export type Thresholds = Round["thresholds"];

export const reasons = [
  "few-notes",
  "few-sessions",
  "few-people",
  /** Nearly all of a group in one category: told of the group, it is told of each in it. */
  "one-sided",
  /** Hidden so that another one cannot be worked out. */
  "protects",
] as const;
export type Reason = (typeof reasons)[number];

/** Share of a group's notes in one category from which it is told about everybody. */
const oneSided = 0.9;

export type SafeTables = {
  readonly tables: readonly PublishedTable[];
  /** By the cell's name. For the desk alone: a report does not say which reason hid what. */
  readonly hidden: ReadonlyMap<string, Reason>;
};

/** Why the cell cannot be shown by itself, or undefined. */
export const reasonToHide = (
  { notes, sessions, people }: Pick<TrueCell, "notes" | "sessions" | "people">,
  least: Thresholds,
): Reason | undefined =>
  notes < least.notes
    ? "few-notes"
    : sessions < least.sessions
      ? "few-sessions"
      : people < least.people
        ? "few-people"
        : undefined;

type Cells = ReadonlyMap<string, TrueCell & { readonly value: number }>;

const hideSmall = (
  tables: readonly TrueTable[],
  least: Thresholds,
  sessions: number,
): Map<string, Reason> => {
  const hidden = new Map<string, Reason>();
  for (const { measure, by, cells } of tables) {
    for (const cell of cells) {
      // In fewer sessions than the thresholds ask for, even silence would point at somebody.
      if (tellsZero(by) && cell.notes === 0 && sessions >= least.sessions) continue;
      const reason = reasonToHide(cell, least);
      if (reason) hidden.set(nameOfCell(measure, by, cell.keys), reason);
    }
  }
  return hidden;
};

const hideOneSided = (tables: readonly TrueTable[], hidden: Map<string, Reason>): void => {
  for (const { measure, by, cells } of tables) {
    if (by.length !== 2) continue;
    for (const [at, facet] of by.entries()) {
      if (!isAboutPeople(facet)) continue;
      for (const key of new Set(cells.map(({ keys }) => keys[at]))) {
        const ofGroup = cells.filter(({ keys }) => keys[at] === key);
        const all = ofGroup.reduce((sum, { notes }) => sum + notes, 0);
        const most = Math.max(0, ...ofGroup.map(({ notes }) => notes));
        if (ofGroup.length < 2 || all === 0 || most < oneSided * all) continue;
        for (const { keys } of ofGroup) {
          const name = nameOfCell(measure, by, keys);
          if (!hidden.has(name)) hidden.set(name, "one-sided");
        }
      }
    }
  }
};

const smallestShown = (
  names: readonly string[],
  cells: Cells,
  hidden: ReadonlyMap<string, Reason>,
): string | undefined =>
  names
    .filter((name) => !hidden.has(name) && cells.has(name))
    .toSorted((a, b) => (cells.get(a)?.value ?? 0) - (cells.get(b)?.value ?? 0))[0];

const hideBeside = (
  relations: readonly Relation[],
  cells: Cells,
  hidden: Map<string, Reason>,
  least: Thresholds,
): void => {
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const { parent, children, kind } of relations) {
      if (kind === "part" || hidden.has(parent)) continue;
      const away = children.filter((name) => hidden.has(name));
      if (away.length === 0) continue;
      const together = away.reduce((sum, name) => sum + (cells.get(name)?.notes ?? 0), 0);
      if (away.length > 1 && together >= least.notes) continue;
      hidden.set(smallestShown(children, cells, hidden) ?? parent, "protects");
      isChanged = true;
    }
  }
};

const roundAll = (
  tables: readonly TrueTable[],
  relations: readonly Relation[],
  cells: Cells,
  hidden: ReadonlyMap<string, Reason>,
  sessions: number,
): ReadonlyMap<string, number> => {
  const rounded = new Map<string, number>();
  for (const { parent, children, kind } of relations) {
    if (kind !== "sum" || [parent, ...children].some((name) => hidden.has(name))) continue;
    const parts = roundParts(children.map((name) => cells.get(name)?.value ?? 0));
    for (const [at, name] of children.entries()) rounded.set(name, parts[at] ?? 0);
  }
  for (const { measure, by, cells: list } of tables) {
    for (const cell of list) {
      const name = nameOfCell(measure, by, cell.keys);
      const value = countIn(measure, cell);
      if (hidden.has(name) || rounded.has(name)) continue;
      rounded.set(name, value === 0 ? 0 : roundAlone(measure, value, sessions));
    }
  }
  return rounded;
};

/** All tables of one report at once: a number that stands in two of them is hidden in both or in none. */
export const suppress = (
  tables: readonly TrueTable[],
  least: Thresholds,
  releases: readonly string[],
): SafeTables => {
  const cells: Cells = new Map(
    tables.flatMap(({ measure, by, cells: list }) =>
      list.map((cell) => [
        nameOfCell(measure, by, cell.keys),
        { ...cell, value: countIn(measure, cell) },
      ]),
    ),
  );
  const relations = relationsOf(tables);
  const hidden = hideSmall(tables, least, releases.length);
  hideOneSided(tables, hidden);
  for (;;) {
    hideBeside(relations, cells, hidden, least);
    const rounded = roundAll(tables, relations, cells, hidden, releases.length);
    const published = tables.map(({ measure, by, cells: list }) => ({
      measure,
      by: [...by],
      cells: list.map(({ keys }) => {
        const shown = rounded.get(nameOfCell(measure, by, keys));
        return { keys: [...keys], ...(shown === undefined ? {} : { shown }) };
      }),
    }));
    const attacked: Attacked = { releases, tables: published };
    const leaks = findLeaks([attacked], least);
    const found = leaks.flatMap(({ name }) => relations.filter((each) => touches(each, name)));
    const before = hidden.size;
    for (const { parent, children } of found) {
      const next = smallestShown(children, cells, hidden) ?? parent;
      if (!hidden.has(next)) hidden.set(next, "protects");
    }
    if (leaks.length === 0) return { tables: published, hidden };
    if (hidden.size > before) continue;
    // Nothing beside it could be hidden: then nothing is shown at all.
    for (const name of cells.keys()) if (!hidden.has(name)) hidden.set(name, "protects");
    return { tables: published.map(hideAll), hidden };
  }
};

const hideAll = ({ measure, by, cells }: PublishedTable): PublishedTable => ({
  measure,
  by,
  cells: cells.map(({ keys }) => ({ keys })),
});

const touches = ({ parent, children }: Relation, name: string): boolean =>
  parent === name || children.includes(name);
