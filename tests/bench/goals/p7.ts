// P7: a filter or a table of a national round, beside the least that anybody could do for it.
import { buildColumns, type ColumnName, type Columns } from "../../../src/analysis/columns.ts";
import { crossCount } from "../../../src/analysis/cross-count.ts";
import { filterNotes, type NoteFilter, selectNotes } from "../../../src/analysis/note-filter.ts";
import type { DeskNote } from "../../../src/analysis/released-notes.ts";
import { readDeskNotes, wallOf } from "../desk-notes.ts";
import type { Goal, Samples } from "../goal.ts";
import { quantile } from "../results.ts";

const sizes = [12, 300, 1_500] as const;
const turns = 15;
const filters: readonly NoteFilter[] = [
  { polarity: "weakens" },
  { lang: "ar" },
  { dimension: "security", with: "attitudes" },
  { quotable: true },
];
const tables: readonly (readonly [ColumnName, ColumnName])[] = [
  ["dimension", "polarity"],
  ["session", "dimension"],
  ["subTheme", "session"],
  ["dimension", "dimension"],
];

/** One pass that counts by two numbers of each note: what no table can be made without. */
const onePass = (a: Uint8Array, b: Uint16Array): Uint32Array => {
  const counts = new Uint32Array(16 * 65_536);
  for (let n = 0; n < a.length; n++) {
    const at = ((a[n] ?? 0) << 12) + (b[n] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};

const check = (columns: Columns): void => {
  for (const filter of filters) {
    const chosen = selectNotes(columns, filter).reduce((sum, each) => sum + each, 0);
    const naive = filterNotes(columns.notes, filter).length;
    if (chosen !== naive) throw new Error(`${JSON.stringify(filter)}: ${chosen}, not ${naive}`);
  }
  const table = crossCount(columns, "dimension", "polarity");
  for (const row of [...table.rows, "none"]) {
    for (const column of [...table.columns, "none"]) {
      const of = (values: readonly string[], id: string) =>
        id === "none" ? values.length === 0 : values.includes(id);
      const naive = columns.notes.filter(
        ({ dimensions, polarity }) =>
          of(dimensions, row) && of(polarity === undefined ? [] : [polarity], column),
      ).length;
      if (table.cell(row, column) !== naive) throw new Error(`${row} × ${column} differs`);
    }
  }
};

const measureOnce = (columns: Columns) => {
  const { notes } = columns;
  const first = Uint8Array.from(notes, (_, n) => n & 3);
  const second = Uint16Array.from(notes, (_, n) => n % 1_500);
  const slowest = (works: readonly (() => unknown)[]) =>
    Math.max(
      ...works.map((work) => {
        const times = Array.from({ length: turns }, () => wallOf(work).ms);
        return quantile(times, 0.5);
      }),
    );
  const limit = slowest([() => onePass(first, second)]);
  return {
    limit,
    filter: slowest(filters.map((filter) => () => selectNotes(columns, filter))),
    table: slowest(
      tables.map(
        ([row, column]) =>
          () =>
            crossCount(columns, row, column),
      ),
    ),
  };
};

const exponent = (small: number, large: number, times: number): number =>
  Math.log(large / small) / Math.log(times);

export const goal: Goal = {
  what: "The slowest of four filters and of four tables over the columns of 90,000 notes (1,500 sessions), beside one pass over typed arrays of the same length in the same round. Every cell of dimension × polarity and every filter is compared with a naive count. Growth: how the slowest grows from 300 to 1,500 sessions.",
  figures: {
    "filter to one pass": { unit: "ratio", median: 10 },
    "table to one pass": { unit: "ratio", median: 10 },
    filter: { unit: "ms", median: 10 },
    table: { unit: "ms", median: 10 },
    "growth of the filter": { unit: "exponent", median: 1.1 },
    "growth of the table": { unit: "exponent", median: 1.1 },
  },
  measure: async (rounds) => {
    const all = sizes.map((size): Columns => {
      const notes: readonly DeskNote[] = readDeskNotes(size);
      return buildColumns(notes);
    });
    for (const columns of all) check(columns);
    return Array.from({ length: rounds }, (): Samples => {
      const [, middle, large] = all.map(measureOnce);
      if (!middle || !large) throw new Error("three sizes");
      return {
        "filter to one pass": [large.filter / large.limit],
        "table to one pass": [large.table / large.limit],
        filter: [large.filter],
        table: [large.table],
        "growth of the filter": [exponent(middle.filter, large.filter, 5)],
        "growth of the table": [exponent(middle.table, large.table, 5)],
      };
    });
  },
};
