// What must stay in the dark after all that went out, asked one count after the other: every hidden place of every
// publication, and every count over the sessions that tell two publications apart.
import { createWorlds } from "./plain-checker.ts";
import { type Cell, type Least, listAbsent, nameOf, type Published } from "./plain-published.ts";

export type Truth = (
  cell: Cell,
  releases: readonly string[],
) => { readonly notes: number; readonly sessions: number; readonly people: number };

export type Verdict = {
  readonly isTruthOne: boolean;
  readonly hidden: number;
  readonly differences: number;
  /** Might be told, and could have been published by itself: no secret. */
  readonly open: number;
  /** The search gave up: neither safe nor a leak. */
  readonly undecided: readonly string[];
  readonly leaks: readonly string[];
};

type Question = {
  readonly cell: Cell;
  readonly releases: readonly string[];
  readonly isDifference: boolean;
};

const holds = (edition: Published, releases: readonly string[]) =>
  releases.every((each) => edition.releases.includes(each));
const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

const listQuestions = (editions: readonly Published[]): readonly Question[] => {
  const questions = new Map<string, Question>();
  const cells = new Map<string, Cell>();
  const shown = editions.map(({ tables }) => {
    const values = new Map<string, number | undefined>();
    for (const { measure, by, cells: list } of tables) {
      for (const { keys, shown } of list) {
        const cell: Cell = { measure, by, keys };
        cells.set(nameOf(cell), cell);
        values.set(nameOf(cell), shown);
      }
    }
    return values;
  });
  const absent = listAbsent(editions).map((cells) => new Set(cells.map(nameOf)));
  const ask = (name: string, releases: readonly string[], isDifference: boolean) => {
    const cell = cells.get(name);
    // That nobody spoke about a thing is told on purpose, of these sessions and of more.
    const isZeroTold = editions.some(
      (edition, at) =>
        holds(edition, releases) && (shown[at]?.get(name) === 0 || absent[at]?.has(name)),
    );
    if (!cell || isZeroTold) return;
    const id = `${name} over ${releases.toSorted().join()}`;
    if (!questions.has(id)) questions.set(id, { cell, releases, isDifference });
  };
  for (const [at, { releases }] of editions.entries()) {
    for (const [name, value] of shown[at] ?? [])
      if (value === undefined) ask(name, releases, false);
  }
  const telling = editions.filter(
    ({ several = [] }, at) =>
      several.length > 0 || [...(shown[at]?.values() ?? [])].some((value) => value !== undefined),
  );
  for (const first of telling) {
    for (const second of telling) {
      const more = second.releases.filter((each) => !first.releases.includes(each));
      // What a whole publication shows is no secret, and what it hides is asked already.
      if (more.length === 0 || editions.some((each) => isSame(each.releases, more))) continue;
      for (const name of cells.keys()) ask(name, more, true);
    }
  }
  return [...questions.values()];
};

export const judge = (editions: readonly Published[], least: Least, truth: Truth): Verdict => {
  const worlds = createWorlds(
    editions,
    least,
    (cell, releases) => truth(cell, releases)[cell.measure],
  );
  const sums = { hidden: 0, differences: 0, open: 0 };
  const undecided: string[] = [];
  const leaks: string[] = [];
  for (const { cell, releases, isDifference } of listQuestions(editions)) {
    if (isDifference) sums.differences += 1;
    else sums.hidden += 1;
    const needed =
      cell.measure === "notes" ? least.notes : Math.min(least.sessions, releases.length + 1);
    const { notes, sessions, people } = truth(cell, releases);
    const isOpen = notes >= least.notes && sessions >= least.sessions && people >= least.people;
    const values = worlds.valuesOf(cell, releases, needed, !isOpen);
    if (values !== undefined && values >= needed) continue;
    if (isOpen) sums.open += 1;
    else if (values === undefined) undecided.push(`${nameOf(cell)} over ${releases.length}`);
    else leaks.push(`${nameOf(cell)} over ${releases.length}: ${values} values`);
  }
  return { isTruthOne: worlds.isTruthOne, ...sums, undecided, leaks };
};
