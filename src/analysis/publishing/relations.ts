// Which numbers must agree with which: a total with its parts. Read from the tables alone, as anybody could who has them.
import type { Measure } from "../../domain/edition-records.ts";
import { keysPerNote, membersOf } from "./axis.ts";
import { nameOfCell } from "./true-table.ts";

export type Relation = {
  readonly parent: string;
  readonly children: readonly string[];
  /**
   * `sum`: the parts add up to the whole. `cover`: they may overlap, so they add up to the whole or more.
   * `part`: none is more than the whole, and that is all.
   */
  readonly kind: "sum" | "cover" | "part";
  /** The parent is the total of everything. */
  readonly isWhole: boolean;
};

export type Table = {
  readonly measure: Measure;
  readonly by: readonly string[];
  readonly cells: readonly { readonly keys: readonly string[] }[];
};

const kindBy = (measure: Measure, facet: string): Relation["kind"] => {
  const per = keysPerNote(facet);
  if (per === "any") return "part";
  // One session has notes with many keys: sessions never add up.
  return per === "one" && measure === "notes" ? "sum" : "cover";
};

export const relationsOf = (tables: readonly Table[]): readonly Relation[] => {
  const relations: Relation[] = [];
  const add = (
    table: Table,
    facet: string,
    parent: string,
    children: readonly string[],
    isWhole = false,
  ) => relations.push({ parent, children, kind: kindBy(table.measure, facet), isWhole });

  const find = (measure: Measure, by: readonly string[]) =>
    tables.filter((each) => each.measure === measure && each.by.join() === by.join());

  for (const table of tables) {
    const { measure, by, cells } = table;
    const nameOf = (cell: { readonly keys: readonly string[] }) =>
      nameOfCell(measure, by, cell.keys);
    if (by.length === 1 && find(measure, []).length > 0) {
      add(table, by[0] ?? "", nameOfCell(measure, [], []), cells.map(nameOf), true);
    }
    if (by.length !== 2) continue;
    for (const at of [0, 1]) {
      const [facet = "", other = ""] = [by[at], by[1 - at]];
      for (const { cells: wholes } of find(measure, [facet])) {
        for (const { keys } of wholes) {
          const children = cells.filter((cell) => cell.keys[at] === keys[0]).map(nameOf);
          if (children.length > 0) add(table, other, nameOfCell(measure, [facet], keys), children);
        }
      }
    }
  }
  return [...relations, ...mergedRelations(tables)];
};

/** A merged number and its members, where another table shows these apart. */
export const mergedRelations = (tables: readonly Table[]): readonly Relation[] =>
  tables.flatMap(({ measure, by, cells }) => {
    const known = new Set(
      tables
        .filter((each) => each.measure === measure && each.by.join() === by.join())
        .flatMap((each) => each.cells.map(({ keys }) => nameOfCell(measure, by, keys))),
    );
    return cells.flatMap(({ keys }) =>
      by.flatMap((facet, at): readonly Relation[] => {
        const members = membersOf(keys[at] ?? "");
        if (members.length < 2) return [];
        const parent = nameOfCell(measure, by, keys);
        const parts = members.map((member) => nameOfCell(measure, by, keys.with(at, member)));
        const children = parts.filter((part) => known.has(part));
        if (children.length === 0) return [];
        const isAll = children.length === members.length;
        const per = keysPerNote(facet);
        const kind = !isAll ? "part" : per === "one" && measure === "notes" ? "sum" : "cover";
        return [{ parent, children, kind, isWhole: false }];
      }),
    );
  });
