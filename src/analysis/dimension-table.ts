// Dimension × polarity: how many notes, and from how many sessions. A note counts once in each of its dimensions, so
// rows may add up to more than the notes there are. Counts are never shares of opinion.
import { type Polarity, polarities } from "../domain/note.ts";
import type { DeskNote } from "./released-notes.ts";

export type PolarityColumn = Polarity | "none";
export const polarityColumns: readonly PolarityColumn[] = [...polarities, "none"];

export type DimensionRow = {
  /** A dimension of the codebook, a foreign tag shown by its id, or `none` for untagged notes. */
  readonly dimension: string;
  readonly byPolarity: Readonly<Record<PolarityColumn, number>>;
  readonly notes: number;
  readonly sessions: number;
};

/** Rows in the codebook's order, then foreign tags in order of appearance, then untagged notes where there are any. */
export const tabulateDimensions = (
  notes: readonly DeskNote[],
  dimensions: readonly string[],
): readonly DimensionRow[] => {
  const foreign = notes.flatMap((note) => note.dimensions).filter((id) => !dimensions.includes(id));
  const known = [...dimensions, ...new Set(foreign)];
  const rows = known.map((id) =>
    toRow(
      id,
      notes.filter((note) => note.dimensions.includes(id)),
    ),
  );
  const untagged = notes.filter((note) => note.dimensions.length === 0);
  return untagged.length === 0 ? rows : [...rows, toRow("none", untagged)];
};

const toRow = (dimension: string, notes: readonly DeskNote[]): DimensionRow => {
  const byPolarity = { strengthens: 0, weakens: 0, mixed: 0, none: 0 };
  for (const { polarity } of notes) byPolarity[polarity ?? "none"] += 1;
  const sessions = new Set(notes.map(({ session }) => session)).size;
  return { dimension, byPolarity, notes: notes.length, sessions };
};
