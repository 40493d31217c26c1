// Which themes a note lies in. The notes of a merged theme count where it was merged into; what was set aside counts nowhere.
import type { ThemeView } from "../domain/findings.ts";
import type { EntityId } from "../domain/schema.ts";
import { noteKey } from "./columns.ts";

/** The theme that stands for this one; undefined where it was set aside, or where merges run in a ring. */
export const standingTheme = (
  themes: ReadonlyMap<EntityId, ThemeView>,
  themeId: EntityId,
): ThemeView | undefined => {
  const seen = new Set<EntityId>();
  let theme = themes.get(themeId);
  while (theme?.fields.mergedInto !== undefined && !seen.has(theme.themeId)) {
    seen.add(theme.themeId);
    theme = themes.get(theme.fields.mergedInto);
  }
  return theme?.fields.dropped || (theme && seen.has(theme.themeId)) ? undefined : theme;
};

/** Theme ids by note key. Notes are named without their revision: a reworded note stays in its theme. */
export const themesByNote = (
  views: readonly ThemeView[],
): ReadonlyMap<string, readonly string[]> => {
  const themes = new Map(views.map((theme) => [theme.themeId, theme]));
  const found = new Map<string, Set<string>>();
  for (const view of views) {
    const standing = view.fields.dropped ? undefined : standingTheme(themes, view.themeId);
    if (!standing) continue;
    for (const ref of view.fields.notes) {
      const of = found.get(noteKey(ref)) ?? new Set();
      found.set(noteKey(ref), of.add(standing.themeId));
    }
  }
  return new Map([...found].map(([key, ids]) => [key, [...ids]]));
};
