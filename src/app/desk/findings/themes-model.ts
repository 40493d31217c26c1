// What a coordinator does with themes of their own: names them, gathers notes under them, merges two and takes them apart.
import type { NoteRef } from "../../../domain/finding-records.ts";
import { foldThemes, standingThemes, type ThemeView } from "../../../domain/findings.ts";
import { refKey } from "../../../domain/joined.ts";
import type { EntityId, Language, Tag } from "../../../domain/schema.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type Change, type DeskWork, nextDraft } from "../desk-work.ts";

type Fields = ThemeView["fields"];
const draftOf = (view: ThemeView, change: Change<Fields>): RecordDraft =>
  nextDraft("theme/1", { themeId: view.themeId }, view, change);

export const createThemesModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => {
  const edit = (themeId: EntityId, toDrafts: (view: ThemeView) => readonly RecordDraft[]) =>
    work.change((records) => {
      const view = foldThemes(records).find((each) => each.themeId === themeId);
      return view && toDrafts(view);
    });
  const set = (themeId: EntityId, toChange: (fields: Fields) => Change<Fields>) =>
    edit(themeId, (view) => [draftOf(view, toChange(view.fields))]);
  return {
    create: async (
      roundId: EntityId,
      lang: Language,
      name: string,
      notes: readonly NoteRef[] = [],
    ): Promise<EntityId | undefined> => {
      const themeId = createEntityId(env.random);
      const written = await work.change(() => [
        { kind: "theme/1", parents: [], themeId, roundId, name: { [lang]: name.trim() }, notes },
      ]);
      return written && themeId;
    },
    /** Empty words take the language away, but a theme keeps one name. */
    rename: (themeId: EntityId, lang: Language, words: string) =>
      edit(themeId, (view) => {
        const { [lang]: before, ...others } = view.fields.name;
        const text = words.trim();
        if ((before ?? "") === text || (text === "" && Object.keys(others).length === 0)) return [];
        return [draftOf(view, { name: text === "" ? others : { ...others, [lang]: text } })];
      }),
    describe: (
      themeId: EntityId,
      change: { readonly memo?: string | undefined; readonly dimension?: Tag | undefined },
    ) => set(themeId, () => change),
    link: (themeId: EntityId, refs: readonly NoteRef[]) =>
      set(themeId, ({ notes }) => {
        const keys = new Set(refs.map(refKey));
        return { notes: [...notes.filter((ref) => !keys.has(refKey(ref))), ...refs] };
      }),
    unlink: (themeId: EntityId, refs: readonly NoteRef[]) =>
      set(themeId, ({ notes }) => {
        const keys = new Set(refs.map(refKey));
        return { notes: notes.filter((ref) => !keys.has(refKey(ref))) };
      }),
    /** The notes of `themeId` count in `into` from now on; nothing of either is rewritten, so they come apart again. */
    merge: (themeId: EntityId, into: EntityId) =>
      work.change((records) => {
        const themes = foldThemes(records);
        const view = themes.find((each) => each.themeId === themeId);
        const root = standingThemes(themes).get(into);
        // Into itself, by whatever way: nothing to merge.
        if (!view || root === undefined || root === themeId) return undefined;
        return [draftOf(view, { mergedInto: root })];
      }),
    takeApart: (themeId: EntityId) => set(themeId, () => ({ mergedInto: undefined })),
    drop: (themeId: EntityId) => set(themeId, () => ({ dropped: true })),
    restore: (themeId: EntityId) => set(themeId, () => ({ dropped: undefined })),
  };
};
export type ThemesModel = ReturnType<typeof createThemesModel>;
