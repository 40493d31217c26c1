// The dimensions of a codebook as they are shown: number, and the short word in the language of the screen.
import { type Codebook, labelOf } from "../../domain/codebook.ts";
import type { Tag } from "../../domain/schema.ts";

export type DimensionWord = { readonly id: Tag; readonly number: number; readonly word: string };

export const dimensionWords = (
  { dimensions }: Pick<Codebook, "dimensions">,
  language: string,
): readonly DimensionWord[] => {
  const shorts = dimensions.map(({ id, short }) => ({ id, label: short }));
  return dimensions.map(({ id }, at) => ({
    id,
    number: at + 1,
    word: labelOf(shorts, id, language),
  }));
};
