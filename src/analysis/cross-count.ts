// How many notes have this and that: the one loop behind every table. A note counts once for each pair of its values.
import type { Column, ColumnName, Columns } from "./columns.ts";

export type CrossCount = {
  /** Values that occur, in order of appearance; `none` is always asked for by its name. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Notes with this value in the row's field and that one in the column's. 0 for a value that does not occur. */
  readonly cell: (row: string, column: string) => number;
  /** In how many of the column's values (`none` is none) this row stands at all: from how many sessions, say. */
  readonly spread: (row: string) => number;
};

const createNumberOf = ({ ids }: Column): ((id: string) => number | undefined) => {
  const numbers = new Map(ids.map((id, at) => [id, at + 1]));
  return (id) => (id === "none" ? 0 : numbers.get(id));
};

/** Over all notes, or over those that `chosen` marks. */
export const crossCount = (
  columns: Columns,
  rowName: ColumnName,
  columnName: ColumnName,
  chosen?: Uint8Array,
): CrossCount => {
  const [row, column] = [columns[rowName], columns[columnName]];
  const width = column.ids.length + 1;
  const counts = new Uint32Array((row.ids.length + 1) * width);
  for (let n = 0; n < columns.notes.length; n++) {
    if (chosen && chosen[n] === 0) continue;
    const rowEnd = row.starts[n + 1] ?? 0;
    const columnEnd = column.starts[n + 1] ?? 0;
    for (let r = row.starts[n] ?? 0; r < rowEnd; r++) {
      const base = (row.values[r] ?? 0) * width;
      for (let c = column.starts[n] ?? 0; c < columnEnd; c++) {
        const at = base + (column.values[c] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  const rowNumber = createNumberOf(row);
  const columnNumber = createNumberOf(column);
  return {
    rows: row.ids,
    columns: column.ids,
    cell: (rowId, columnId) => {
      const [r, c] = [rowNumber(rowId), columnNumber(columnId)];
      return r === undefined || c === undefined ? 0 : (counts[r * width + c] ?? 0);
    },
    spread: (rowId) => {
      const r = rowNumber(rowId);
      if (r === undefined) return 0;
      let found = 0;
      for (let c = 1; c < width; c++) if ((counts[r * width + c] ?? 0) > 0) found += 1;
      return found;
    },
  };
};

/** How many notes have each value of a field, `none` included; a note with several counts once for each. */
export const countValues = (
  columns: Columns,
  name: ColumnName,
  chosen?: Uint8Array,
): ReadonlyMap<string, number> => {
  const { ids, starts, values } = columns[name];
  const counts = new Uint32Array(ids.length + 1);
  for (let n = 0; n < columns.notes.length; n++) {
    if (chosen && chosen[n] === 0) continue;
    const end = starts[n + 1] ?? 0;
    for (let at = starts[n] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const all = [
    ["none", counts[0] ?? 0] as const,
    ...ids.map((id, at) => [id, counts[at + 1] ?? 0] as const),
  ];
  return new Map(all.filter(([, count]) => count > 0));
};
