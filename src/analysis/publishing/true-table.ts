// The counts as they are, before anything is hidden: for the desk alone.
import type { Measure } from "../../domain/edition-records.ts";
import { type Axis, membersOf } from "./axis.ts";
import type { CountedNote } from "./counted-note.ts";

export type TableSpec = { readonly measure: Measure; readonly by: readonly Axis[] };

export type TrueCell = {
  readonly keys: readonly string[];
  readonly notes: number;
  readonly sessions: number;
  /** Present in these sessions, at least. */
  readonly people: number;
};
export type TrueTable = {
  readonly measure: Measure;
  readonly by: readonly string[];
  readonly cells: readonly TrueCell[];
};

/** One name for one number, whichever table it stands in. */
export const nameOfCell = (
  measure: Measure,
  by: readonly string[],
  keys: readonly string[],
): string => {
  const pairs = by.map((facet, at) => [
    facet,
    membersOf(keys[at] ?? "")
      .toSorted()
      .join("\n"),
  ]);
  return JSON.stringify([measure, ...pairs.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))]);
};

export const countIn = (measure: Measure, cell: TrueCell): number => cell[measure];

const combine = (axes: readonly Axis[]): readonly (readonly string[])[] =>
  axes.reduce<readonly (readonly string[])[]>(
    (rows, axis) => rows.flatMap((row) => axis.keys.map((key) => [...row, key])),
    [[]],
  );

export const countTable = (
  { measure, by }: TableSpec,
  notes: readonly CountedNote[],
): TrueTable => {
  const found = new Map<string, CountedNote[]>();
  for (const note of notes) {
    for (const keys of combine(by.map((axis) => ({ ...axis, keys: axis.keysOf(note) })))) {
      const name = JSON.stringify(keys);
      const list = found.get(name);
      if (list) list.push(note);
      else found.set(name, [note]);
    }
  }
  const cells = combine(by).map((keys) => {
    const of = found.get(JSON.stringify(keys)) ?? [];
    const people = new Map(of.map((note) => [note.session, note.people]));
    return {
      keys,
      notes: of.length,
      sessions: people.size,
      people: [...people.values()].reduce((sum, count) => sum + count, 0),
    };
  });
  return { measure, by: by.map(({ facet }) => facet), cells };
};
