// What came of a measure, entry by entry: what was seen, values of its indicator, and that participants were told. An entry
// made by mistake is set aside, and comes back with one tap.
import { type FollowUp, followUpFields } from "../../../domain/measure-records.ts";
import { type FollowUpView, foldFollowUps, isFollowUpChecked } from "../../../domain/measures.ts";
import type { EntityId, Language } from "../../../domain/schema.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type Change, type DeskWork, nextDraft } from "../desk-work.ts";
import { type Choices, onOwnHead, toSettled } from "./settling.ts";

type Fields = FollowUpView["fields"];
export type EntryFact = Exclude<keyof Fields, "text" | "notes" | "roundId" | "checked">;
export type NewEntry = Pick<FollowUp, "roundId" | "type" | "on" | "text"> & {
  readonly measureId: EntityId;
  readonly unit?: string | undefined;
  readonly value?: string | undefined;
  readonly source?: string | undefined;
  readonly evidence?: string | undefined;
};

/** As people write numbers: "12,5" is 12.5. Undefined where it is none, or too long to be kept. */
export const toValue = (written: string): string | undefined => {
  const value = written
    .trim()
    .replace(/[\s\u00a0]/gu, "")
    .replace(",", ".")
    .replace("−", "-");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(value) ? value : undefined;
};

const draftOf = (view: FollowUpView, change: Change<Fields>): RecordDraft =>
  nextDraft("follow-up/1", { followUpId: view.followUpId }, view, change);

export const createFollowUpsModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => {
  const editAll = (
    followUpId: EntityId,
    toDrafts: (view: FollowUpView) => readonly RecordDraft[],
  ) =>
    work.change((records) => {
      const view = foldFollowUps(records).find((each) => each.followUpId === followUpId);
      return view && toDrafts(view);
    });
  const edit: typeof editAll = (followUpId, toDrafts) =>
    editAll(followUpId, (view) => toDrafts(onOwnHead(view, followUpFields)));
  const set = (followUpId: EntityId, change: Change<Fields>) =>
    edit(followUpId, (view) => [draftOf(view, change)]);
  return {
    create: async (entry: NewEntry): Promise<EntityId | undefined> => {
      const { unit, value, source, evidence, ...rest } = entry;
      const followUpId = createEntityId(env.random);
      const written = await work.change(() => [
        {
          ...{ kind: "follow-up/1", parents: [], followUpId, notes: [] },
          ...rest,
          ...(unit === undefined ? {} : { unit }),
          ...(value === undefined ? {} : { value }),
          ...(source === undefined ? {} : { source }),
          ...(evidence === undefined ? {} : { evidence }),
        },
      ]);
      return written && followUpId;
    },
    set: (followUpId: EntityId, change: Change<Pick<Fields, "on" | "unit" | "evidence">>) =>
      set(followUpId, change),
    /** Empty words take the language away. */
    word: (followUpId: EntityId, lang: Language, words: string) =>
      edit(followUpId, (view) => {
        const { [lang]: before, ...others } = view.fields.text;
        if ((before ?? "") === words.trim()) return [];
        const text = words.trim() === "" ? others : { ...others, [lang]: words.trim() };
        return [draftOf(view, { text })];
      }),
    /** Names the revision that was looked at; where heads have joined, they first become one. */
    check: async (followUpId: EntityId) => {
      const written = await editAll(followUpId, (view) =>
        view.heads.length > 1 ? [draftOf(view, { checked: undefined })] : [],
      );
      if (!written) return undefined;
      return editAll(followUpId, (view) => {
        const [head, ...others] = view.heads;
        const isOne = head && others.length === 0 && !isFollowUpChecked(view);
        return isOne ? [draftOf(view, { checked: head.id })] : [];
      });
    },
    uncheck: (followUpId: EntityId) => set(followUpId, { checked: undefined }),
    drop: (followUpId: EntityId) => set(followUpId, { dropped: true }),
    restore: (followUpId: EntityId) => set(followUpId, { dropped: undefined }),
    settle: (followUpId: EntityId, choices: Choices<"text", EntryFact>) =>
      editAll(followUpId, (view) => [draftOf(view, toSettled(view, choices))]),
  };
};
export type FollowUpsModel = ReturnType<typeof createFollowUpsModel>;
