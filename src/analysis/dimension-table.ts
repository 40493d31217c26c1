// Dimension × polarity: how many notes, and from how many sessions.
import { buildColumns } from "./columns.ts";
import type { DeskNote } from "./released-notes.ts";
import { type ByPolarity, tabulateTone } from "./tone-table.ts";

export type DimensionRow = {
  /** A dimension of the codebook, a foreign tag shown by its id, or `none` for untagged notes. */
  readonly dimension: string;
  readonly byPolarity: ByPolarity;
  readonly notes: number;
  readonly sessions: number;
};

/** Rows in the codebook's order, then foreign tags in order of appearance, then untagged notes where there are any. */
export const tabulateDimensions = (
  notes: readonly DeskNote[],
  dimensions: readonly string[],
): readonly DimensionRow[] =>
  tabulateTone(buildColumns(notes), "dimension", dimensions).map(({ id, ...row }) => ({
    dimension: id,
    ...row,
  }));
