// What nobody spoke about: what the round asked or its codebook names, and no note has.
import type { Codebook } from "../domain/codebook.ts";
import type { Guide } from "../domain/guide.ts";
import type { ColumnName, Columns } from "./columns.ts";

export type Silence = Readonly<
  Record<"phase" | "dimension" | "subTheme" | "topic" | "area", readonly string[]>
>;

export const listSilence = (
  columns: Columns,
  codebook: Codebook,
  { questions }: Pick<Guide, "questions">,
): Silence => {
  const unheard = (name: ColumnName, entries: readonly { readonly id: string }[]) => {
    const heard = new Set(columns[name].ids);
    return entries.flatMap(({ id }) => (heard.has(id) ? [] : [id]));
  };
  return {
    phase: unheard("phase", questions),
    dimension: unheard("dimension", codebook.dimensions),
    subTheme: unheard("subTheme", codebook.subThemes),
    topic: unheard("topic", codebook.topics),
    area: unheard("area", codebook.areas),
  };
};
