// The session's summary: what is typed is kept at once and becomes a record when its field is left. What another device
// wrote meanwhile stands beside it until a person chooses; nothing is written over.
import { computed, signal } from "@preact/signals";
import type { Result } from "../../base/result.ts";
import type { Named } from "../../domain/record.ts";
import { foldSummary, keepBoth, type SummaryFieldName } from "../../domain/session.ts";
import type { DraftStore } from "../../storage/ports.ts";
import type { RecordDraft, WriteError } from "../record-writer.ts";
import {
  SummaryDraft,
  saysMore,
  summaryDraftKey,
  toSaid,
  toSummaryRecord,
} from "../session/summary-draft.ts";
import type { SummaryText } from "../session/summary-words.ts";
import type { CaptureCore } from "./capture-core.ts";
import { createDraftKeeper } from "./draft-keeper.ts";

export type DebriefSummary = ReturnType<typeof createDebriefSummary>;

export const createDebriefSummary = (core: CaptureCore, store: DraftStore) => {
  const folded = computed(() => foldSummary(core.log.records.value));
  const draft = signal<SummaryDraft | undefined>(undefined);

  /** Where texts grew apart the newest alone is carried on: typing in one field chooses nothing in another. */
  const begin = (): SummaryDraft => {
    const view = folded.value;
    const newest = view?.heads.at(-1);
    if (!view || !newest) return { parents: [], before: {}, typed: {} };
    const isApart = view.rivals.size > 0;
    return {
      parents: isApart ? [newest.id] : view.heads.map(({ id }) => id),
      before: isApart ? toSaid(newest.record) : view.fields,
      typed: {},
    };
  };

  const keeper = createDraftKeeper({
    store,
    enqueue: core.enqueue,
    read: () => ({ key: summaryDraftKey, draft: draft.value }),
    onWritten: core.noteKept,
  });

  /** To be called in the queue. What was typed on while the disk worked goes on from what has just been saved. */
  const write = async (
    sent: SummaryDraft,
    record = toSummaryRecord(sent),
  ): Promise<Result<readonly Named[], WriteError>> => {
    keeper.settle();
    const saved = await core.commit(record, { clearDraft: summaryDraftKey });
    if (!saved.ok) {
      keeper.touch();
      return saved;
    }
    const now = draft.value;
    const later = Object.entries(now?.typed ?? {}).filter(
      ([name, text]) => sent.typed[name as SummaryText] !== text, // The keys of a strict object.
    );
    draft.value = undefined;
    if (later.length > 0) set({ ...begin(), typed: Object.fromEntries(later) });
    return saved;
  };

  const set = (next: SummaryDraft) => {
    draft.value = next;
    keeper.touch();
  };

  const save = () =>
    core.enqueue(async () => {
      const sent = draft.value;
      if (!sent) return;
      if (saysMore(sent)) {
        await write(sent);
        return;
      }
      keeper.settle();
      draft.value = undefined;
      await store.remove(summaryDraftKey);
    });

  const type = (field: SummaryText, text: string) => {
    const now = draft.value ?? begin();
    set({ ...now, typed: { ...now.typed, [field]: text } });
  };

  const textOf = (field: SummaryText): string =>
    draft.value?.typed[field] ?? folded.value?.fields[field] ?? "";

  /** Takes the place of all that grew apart: this field as chosen, the others with every text kept. */
  const choose = async (field: SummaryFieldName, value: string | boolean | undefined) => {
    await save();
    await core.enqueue(async () => {
      const view = folded.value;
      if (!view || view.rivals.size === 0) return;
      const before = { ...view.fields, ...keepBoth(view), [field]: value };
      await write({ parents: view.heads.map(({ id }) => id), before, typed: {} });
    });
  };

  return {
    folded,
    textOf,
    /** More than one where devices wrote a field differently. */
    rivalsOf: (field: SummaryFieldName) => folded.value?.rivals.get(field) ?? [],
    type,
    save,
    /** A line of its own at the end of the corrections. */
    addCorrection: (line: string) => {
      const known = textOf("corrections");
      if (known.split("\n").includes(line)) return Promise.resolve();
      type("corrections", known === "" ? line : `${known}\n${line}`);
      return save();
    },
    dropCorrection: (line: string) => {
      const lines = textOf("corrections").split("\n");
      if (!lines.includes(line)) return Promise.resolve();
      type("corrections", lines.filter((each) => each !== line).join("\n"));
      return save();
    },
    /** Undefined: not asked. */
    consent: (answer: boolean | undefined) => {
      if (folded.value?.rivals.has("groupConsent")) return choose("groupConsent", answer);
      return core.enqueue(async () => {
        const sent = draft.value ?? begin();
        const groupConsent = answer === undefined ? {} : { groupConsent: answer };
        const { groupConsent: earlier, ...before } = sent.before;
        void earlier;
        await write(sent, toSummaryRecord({ ...sent, before: { ...before, ...groupConsent } }));
      });
    },
    choose,
    flush: keeper.flush,
    /** The record that would save what the disk does not have. */
    unwritten: (): readonly RecordDraft[] =>
      keeper.isDirty() && draft.value && saysMore(draft.value)
        ? [toSummaryRecord(draft.value)]
        : [],
    /** Another window writes here now: its drafts are no longer ours. */
    drop: keeper.settle,
    restore: async () => {
      const row = await store.read(summaryDraftKey);
      const kept = SummaryDraft.safeParse(row.ok ? row.value : undefined);
      if (kept.success) draft.value = kept.data;
    },
  };
};
