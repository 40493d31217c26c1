// Where people were not of one mind: kept in sight, because a sum hides it.
import type { Columns } from "./columns.ts";
import { countValues, crossCount } from "./cross-count.ts";
import { selectNotes } from "./note-filter.ts";
import type { ToneRow } from "./tone-table.ts";

export type DissentRow = {
  readonly dimension: string;
  /** Notes that say both that it strengthens and that it weakens. */
  readonly mixed: number;
  /** Notes of which somebody at the table said that they disagreed. */
  readonly disagreed: number;
};

/** Dimensions in the given order, then notes without any. Rows with nothing stay: that nobody disagreed is news too. */
export const tabulateDissent = (
  columns: Columns,
  dimensions: readonly string[],
): readonly DissentRow[] => {
  const tone = crossCount(columns, "dimension", "polarity");
  const disagreed = countValues(columns, "dimension", selectNotes(columns, { disagreed: true }));
  return [...dimensions, "none"].map((dimension) => ({
    dimension,
    mixed: tone.cell(dimension, "mixed"),
    disagreed: disagreed.get(dimension) ?? 0,
  }));
};

/** Sub-themes of which some notes say that it strengthens and others that it weakens, the most evenly parted first. */
export const listBothWays = (rows: readonly ToneRow[]): readonly ToneRow[] => {
  const smaller = ({ byPolarity }: ToneRow) => Math.min(byPolarity.strengthens, byPolarity.weakens);
  return rows
    .filter((row) => row.id !== "none" && smaller(row) > 0)
    .toSorted((a, b) => smaller(b) - smaller(a) || b.notes - a.notes);
};
