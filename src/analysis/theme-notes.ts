// Which themes a note lies in. The notes of a merged theme count where it was merged into; what was set aside counts nowhere.
import { standingThemes, type ThemeView } from "../domain/findings.ts";
import { noteKey } from "./columns.ts";

/** Theme ids by note key. Notes are named without their revision: a reworded note stays in its theme. */
export const themesByNote = (
  views: readonly ThemeView[],
): ReadonlyMap<string, readonly string[]> => {
  const standing = standingThemes(views);
  const found = new Map<string, Set<string>>();
  for (const { themeId, fields } of views) {
    const root = standing.get(themeId);
    if (root === undefined) continue;
    for (const ref of fields.notes) {
      const of = found.get(noteKey(ref)) ?? new Set();
      found.set(noteKey(ref), of.add(root));
    }
  }
  return new Map([...found].map(([key, ids]) => [key, [...ids]]));
};
