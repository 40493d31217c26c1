// What a coordinator does with findings: states them, links notes for and against, settles what two made apart, checks
// them as fit to be told outside. Whatever is set aside comes back with one tap.
import type { FindingKind, NoteRef } from "../../../domain/finding-records.ts";
import { type FindingView, foldFindings } from "../../../domain/findings.ts";
import { refKey } from "../../../domain/joined.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Language, Localized, Tag } from "../../../domain/schema.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type Change, type DeskWork, nextDraft } from "../desk-work.ts";

export type Side = "supports" | "opposes";
export type NewFinding = {
  readonly roundId: EntityId;
  readonly statement: Localized;
  readonly type: FindingKind;
  readonly dimension?: Tag | undefined;
  readonly supports?: readonly NoteRef[];
  readonly opposes?: readonly NoteRef[];
};
type Fields = FindingView["fields"];

const without = (refs: readonly NoteRef[], taken: readonly NoteRef[]): readonly NoteRef[] => {
  const keys = new Set(taken.map(refKey));
  return refs.filter((ref) => !keys.has(refKey(ref)));
};

export const draftOf = (view: FindingView, change: Change<Fields> = {}): RecordDraft =>
  nextDraft("finding/1", { findingId: view.findingId }, view, change);

const sameWords = (a: Localized, b: Localized): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

export const createFindingsModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => {
  const edit = (findingId: EntityId, toDrafts: (view: FindingView) => readonly RecordDraft[]) =>
    work.change((records) => {
      const view = foldFindings(records).find((each) => each.findingId === findingId);
      return view && toDrafts(view);
    });
  const set = (findingId: EntityId, toChange: (fields: Fields) => Change<Fields>) =>
    edit(findingId, (view) => [draftOf(view, toChange(view.fields))]);
  const create = async (finding: NewFinding): Promise<EntityId | undefined> => {
    const { dimension, supports = [], opposes = [], ...rest } = finding;
    const findingId = createEntityId(env.random);
    const written = await work.change(() => [
      {
        kind: "finding/1",
        parents: [],
        findingId,
        ...rest,
        ...(dimension === undefined ? {} : { dimension }),
        subThemes: [],
        themes: [],
        supports,
        opposes,
      },
    ]);
    return written && findingId;
  };

  return {
    create,
    set: (
      findingId: EntityId,
      change: Change<Pick<Fields, "type" | "dimension" | "subThemes" | "themes" | "memo">>,
    ) => set(findingId, () => change),
    /** Empty words take the language away. Words that did not change write nothing. */
    word: (findingId: EntityId, lang: Language, words: string) =>
      edit(findingId, (view) => {
        const { [lang]: before, ...others } = view.fields.statement;
        if ((before ?? "") === words.trim()) return [];
        const statement = words.trim() === "" ? others : { ...others, [lang]: words.trim() };
        return [draftOf(view, { statement })];
      }),
    /** A note is for or against, never both. */
    link: (findingId: EntityId, side: Side, refs: readonly NoteRef[]) =>
      set(findingId, ({ supports, opposes }) => {
        const kept = { supports: without(supports, refs), opposes: without(opposes, refs) };
        return { ...kept, [side]: [...kept[side], ...refs] };
      }),
    unlink: (findingId: EntityId, refs: readonly NoteRef[]) =>
      set(findingId, ({ supports, opposes }) => ({
        supports: without(supports, refs),
        opposes: without(opposes, refs),
      })),
    /** The finding rests on the note in its new words from now on. */
    accept: (findingId: EntityId, now: NoteRef) =>
      set(findingId, ({ supports, opposes }) => {
        const renew = (refs: readonly NoteRef[]) =>
          refs.map((ref) => (refKey(ref) === refKey(now) ? now : ref));
        return { supports: renew(supports), opposes: renew(opposes) };
      }),
    /** Names the revision that was looked at; where heads have joined, they first become one. */
    check: async (findingId: EntityId) => {
      const written = await edit(findingId, (view) =>
        view.heads.length > 1 ? [draftOf(view, { checked: undefined })] : [],
      );
      if (!written) return undefined;
      return edit(findingId, (view) => {
        const head = view.heads.at(-1);
        if (!head || !sameWords(head.record.statement, view.fields.statement)) return [];
        return [draftOf(view, { checked: head.id })];
      });
    },
    uncheck: (findingId: EntityId) => set(findingId, () => ({ checked: undefined })),
    drop: (findingId: EntityId) => set(findingId, () => ({ dropped: true })),
    restore: (findingId: EntityId) => set(findingId, () => ({ dropped: undefined })),
    /** One wording of a language stays; the others stand in the history. */
    choose: (findingId: EntityId, lang: Language, words: string | undefined) =>
      set(findingId, ({ statement }) => {
        const { [lang]: _, ...others } = statement;
        return { statement: words === undefined ? others : { ...others, [lang]: words } };
      }),
    /** Every wording becomes a finding of its own, all with the same notes. */
    keepBoth: (findingId: EntityId) =>
      edit(findingId, (view) => {
        const rival = new Set(
          view.rivalWordings.flatMap(({ lang, values }) =>
            values.flatMap(({ value, revision }) =>
              value !== undefined && value !== view.fields.statement[lang] ? [revision] : [],
            ),
          ),
        );
        const others = view.heads.filter(({ id }) => rival.has(id));
        return [
          draftOf(view, { checked: undefined }),
          ...others.map(({ record }) => splitDraft(view, record.statement, env.random)),
        ];
      }),
  };
};
export type FindingsModel = ReturnType<typeof createFindingsModel>;

const splitDraft = (
  view: FindingView,
  statement: Localized,
  random: Parameters<typeof createEntityId>[0],
): RecordDraft =>
  nextDraft(
    "finding/1",
    { findingId: createEntityId(random) },
    { heads: [] as readonly Named[], fields: view.fields },
    { statement, checked: undefined },
  );
