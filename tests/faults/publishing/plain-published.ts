// What the judge is given: the numbers that went out, as anybody has them.
import type { Measure, PublishedTable } from "../../../src/domain/edition-records.ts";

export type Cell = {
  readonly measure: Measure;
  readonly by: readonly string[];
  readonly keys: readonly string[];
};
export type ShownCell = Cell & { readonly shown: number | undefined };
export type Published = {
  readonly releases: readonly string[];
  readonly tables: readonly PublishedTable[];
  /** Findings told to have been heard in several sessions, without a number. */
  readonly several?: readonly string[];
};
export type Least = { readonly notes: number; readonly sessions: number; readonly people: number };

/** Keys that were merged stand in one, line by line. */
export const membersOf = (key: string): readonly string[] => key.split("\n");

export const nameOf = ({ measure, by, keys }: Cell): string =>
  `${measure}:${by
    .map(
      (facet, at) =>
        `${facet}=${membersOf(keys[at] ?? "")
          .toSorted()
          .join("+")}`,
    )
    .sort()
    .join("&")}`;

export const cellsOf = ({ measure, by, cells }: PublishedTable): readonly ShownCell[] =>
  cells.map(({ keys, shown }) => ({ measure, by, keys, shown }));

/** Languages and groups are listed where there are notes of them, and so is what has no dimension or no polarity. */
const isListedWhereFound = (facet: string | undefined, key: string | undefined): boolean =>
  facet === "language" || facet === "group" || key === "none";

/** Cells of which at least one holds a note, since their key is listed. */
export const foundTogether = (table: PublishedTable): readonly (readonly Cell[])[] =>
  table.by.flatMap((facet, at) =>
    [...new Set(table.cells.map(({ keys }) => keys[at]))]
      .filter((key) => isListedWhereFound(facet, key))
      .map((key) => cellsOf(table).filter(({ keys }) => keys[at] === key)),
  );

/** By edition: cells of others whose language, group or "none" it does not list, so that nothing was said there. */
export const listAbsent = (editions: readonly Published[]): readonly (readonly Cell[])[] => {
  const all = editions.flatMap(({ tables }) => tables.flatMap(cellsOf));
  return editions.map(({ tables }) => {
    const listed = new Map<string, Set<string>>();
    for (const { by, keys } of tables.flatMap(cellsOf)) {
      for (const [at, facet] of by.entries()) {
        const known = listed.get(facet) ?? new Set();
        for (const key of membersOf(keys[at] ?? "")) known.add(key);
        listed.set(facet, known);
      }
    }
    return all.filter(({ by, keys }) =>
      by.some((facet, at) => {
        const known = listed.get(facet);
        const members = membersOf(keys[at] ?? "");
        return (
          isListedWhereFound(facet, keys[at]) && known && !members.some((each) => known.has(each))
        );
      }),
    );
  });
};
