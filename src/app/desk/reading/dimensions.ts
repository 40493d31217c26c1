// The dimensions of a reading: the codebook's in its order, then what else occurs in the notes.
import type { RoundReading } from "../use-round.ts";

export const listDimensions = ({ round, columns }: RoundReading): readonly string[] => [
  ...new Set([
    ...(round?.fields.codebook.dimensions ?? []).map(({ id }) => id),
    ...columns.dimension.ids,
  ]),
];
