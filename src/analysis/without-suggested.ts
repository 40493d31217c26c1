// Counts without what a lexicon proposed: a reader may ask what people tagged by themselves.
import type { ReleasedNote } from "../domain/desk-records.ts";

/**
 * The note without the dimensions that a reviewer took from a suggestion, and without sub-themes of those alone. A note
 * that has no suggested one is the same object as before. Text, polarity and all else stay.
 */
export const withoutSuggested = <N extends ReleasedNote>(
  note: N,
  subThemes: readonly { readonly id: string; readonly dimension: string }[] = [],
): N => {
  const suggested = note.suggestedDimensions ?? [];
  if (suggested.length === 0) return note;
  const gone = new Set(
    subThemes.filter(({ dimension }) => suggested.includes(dimension)).map(({ id }) => id),
  );
  return {
    ...note,
    dimensions: note.dimensions.filter((dimension) => !suggested.includes(dimension)),
    subThemes: note.subThemes.filter((id) => !gone.has(id)),
  };
};

/** How many notes have a dimension that came from a suggestion. */
export const countSuggested = (notes: readonly ReleasedNote[]): number =>
  notes.filter(({ suggestedDimensions }) => (suggestedDimensions ?? []).length > 0).length;
