// One field by polarity: how many notes each of its values has, and in how many sessions it was raised. A note counts
// once for each of its values, so rows may add up to more than the notes there are. Counts are never shares of opinion.
import { type Polarity, polarities } from "../domain/note.ts";
import type { ColumnName, Columns } from "./columns.ts";
import { countValues, crossCount } from "./cross-count.ts";

export type PolarityColumn = Polarity | "none";
export const polarityColumns: readonly PolarityColumn[] = [...polarities, "none"];
export type ByPolarity = Readonly<Record<PolarityColumn, number>>;

export type ToneRow = {
  /** A value of the field, or `none` for notes without any. */
  readonly id: string;
  readonly byPolarity: ByPolarity;
  readonly notes: number;
  readonly sessions: number;
};

/** Rows for `known` in that order, then for what else occurs in order of appearance, then for notes without any. */
export const tabulateTone = (
  columns: Columns,
  name: ColumnName,
  known: readonly string[] = [],
): readonly ToneRow[] => {
  const tone = crossCount(columns, name, "polarity");
  const places = crossCount(columns, name, "session");
  const counts = countValues(columns, name);
  const ids = [...new Set([...known, ...columns[name].ids])];
  return [...ids, ...(counts.has("none") ? ["none"] : [])].map((id) => ({
    id,
    byPolarity: {
      strengthens: tone.cell(id, "strengthens"),
      weakens: tone.cell(id, "weakens"),
      mixed: tone.cell(id, "mixed"),
      none: tone.cell(id, "none"),
    },
    notes: counts.get(id) ?? 0,
    sessions: places.spread(id),
  }));
};

/** What most sessions raised first: a talkative session weighs no more than a quiet one. Without what nobody raised. */
export const rankBySessions = (rows: readonly ToneRow[]): readonly ToneRow[] =>
  rows
    .filter(({ id, notes }) => id !== "none" && notes > 0)
    .toSorted((a, b) => b.sessions - a.sessions || b.notes - a.notes);
