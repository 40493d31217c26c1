// Which lines of a slide stand together: items one after the other are a list, everything else stands by itself.
import type { SlideLine } from "./slides.ts";

type Item = Extract<SlideLine, { readonly kind: "item" }>;
export type LineGroup =
  | { readonly items: readonly Item[] }
  | { readonly line: Exclude<SlideLine, Item> };

export const groupLines = (lines: readonly SlideLine[]): readonly LineGroup[] => {
  const groups: LineGroup[] = [];
  for (const line of lines) {
    if (line.kind !== "item") {
      groups.push({ line });
      continue;
    }
    const last = groups.at(-1);
    if (last && "items" in last) groups.splice(-1, 1, { items: [...last.items, line] });
    else groups.push({ items: [line] });
  }
  return groups;
};
