// Dimension × polarity: how many notes, and from how many sessions. A note counts once in each of its dimensions, so
// rows may add up to more than the notes there are. Counts are never shares of opinion.
import { type Polarity, polarities } from "../domain/note.ts";
import { buildColumns, type Columns } from "./columns.ts";
import { countValues, crossCount } from "./cross-count.ts";
import type { DeskNote } from "./released-notes.ts";

export type PolarityColumn = Polarity | "none";
export const polarityColumns: readonly PolarityColumn[] = [...polarities, "none"];

export type ByPolarity = Readonly<Record<PolarityColumn, number>>;
export type DimensionRow = {
  /** A dimension of the codebook, a foreign tag shown by its id, or `none` for untagged notes. */
  readonly dimension: string;
  readonly byPolarity: ByPolarity;
  readonly notes: number;
  readonly sessions: number;
};

/** Rows in the codebook's order, then foreign tags in order of appearance, then untagged notes where there are any. */
export const tabulateColumns = (
  columns: Columns,
  dimensions: readonly string[],
): readonly DimensionRow[] => {
  const tone = crossCount(columns, "dimension", "polarity");
  const places = crossCount(columns, "dimension", "session");
  const counts = countValues(columns, "dimension");
  const known = [...new Set([...dimensions, ...columns.dimension.ids])];
  return [...known, ...(counts.has("none") ? ["none"] : [])].map((dimension) => ({
    dimension,
    byPolarity: {
      strengthens: tone.cell(dimension, "strengthens"),
      weakens: tone.cell(dimension, "weakens"),
      mixed: tone.cell(dimension, "mixed"),
      none: tone.cell(dimension, "none"),
    },
    notes: counts.get(dimension) ?? 0,
    sessions: places.spread(dimension),
  }));
};

export const tabulateDimensions = (
  notes: readonly DeskNote[],
  dimensions: readonly string[],
): readonly DimensionRow[] => tabulateColumns(buildColumns(notes), dimensions);
