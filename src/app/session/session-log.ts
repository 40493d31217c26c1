// The open session as the scribe's screen sees it: records as they stand, folded. A write counts here as soon as the
// disk has it, without waiting for the watch to say so.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { groupBy } from "../../base/group.ts";
import type { Result } from "../../base/result.ts";
import { findJudgements } from "../../domain/held-back.ts";
import { foldNotes, type NoteView } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";
import type { EntityId, RecordId } from "../../domain/schema.ts";
import { foldSession, type SessionView } from "../../domain/session.ts";
import { compareStamps } from "../../domain/stamp.ts";
import type { OpenBox } from "../open-box.ts";
import type { RecordDraft, WriteError, WriteOptions } from "../record-writer.ts";

export interface SessionLog {
  readonly state: ReadonlySignal<"loading" | "ready" | "failed">;
  readonly records: ReadonlySignal<readonly Named[]>;
  /** In the order of the talk. A note that did not change is the same object as before. */
  readonly notes: ReadonlySignal<readonly NoteView[]>;
  readonly session: ReadonlySignal<SessionView | undefined>;
  readonly note: (noteId: EntityId) => NoteView | undefined;
  readonly write: (
    drafts: readonly RecordDraft[],
    options?: WriteOptions,
  ) => Promise<Result<readonly Named[], WriteError>>;
  readonly stop: () => void;
}

export const createSessionLog = (box: Pick<OpenBox, "records" | "writer">): SessionLog => {
  const state = signal<"loading" | "ready" | "failed">("loading");
  const records = signal<readonly Named[]>([]);
  /** On the disk, but not yet in an answer of the watch. */
  const written = new Map<RecordId, Named>();
  const fold = createNoteFold();
  const notes = computed(() => fold(records.value));

  const stop = box.records.watch((answer) => {
    if (!answer.ok) {
      state.value = "failed";
      return;
    }
    for (const { id } of answer.value) written.delete(id);
    const next = [...answer.value, ...written.values()];
    // What was just written comes again from the disk: nothing new, and nothing to draw.
    if (!isSame(next, records.value)) records.value = next;
    state.value = "ready";
  });

  return {
    state,
    records,
    notes,
    session: computed(() => foldSession(records.value)),
    note: (noteId) => notes.value.find((view) => view.noteId === noteId),
    write: async (drafts, options) => {
      const result = await box.writer.write(drafts, options);
      if (!result.ok) return result;
      const known = new Set(records.value.map(({ id }) => id));
      const unseen = result.value.filter(({ id }) => !known.has(id));
      for (const named of unseen) written.set(named.id, named);
      records.value = [...records.value, ...unseen];
      return result;
    },
    stop,
  };
};

const isSame = (some: readonly Named[], others: readonly Named[]): boolean =>
  some.length === others.length && some.every(({ id }, at) => id === others[at]?.id);

type Part = { readonly key: string; readonly views: readonly NoteView[] };

/** Folds note by note and keeps what did not change: records never do, so their ids tell. */
export const createNoteFold = () => {
  let parts = new Map<EntityId, Part>();
  return (records: readonly Named[]): readonly NoteView[] => {
    const next = new Map<EntityId, Part>();
    const judgements = findJudgements(records);
    const ofNotes = records.filter(({ record }) => "noteId" in record);
    for (const [noteId, group] of groupBy(ofNotes, noteOf)) {
      if (noteId === undefined) continue;
      // A half split off is held back by what was said of the whole, which is another note.
      const key = group.map(({ id }) => (judgements.held.has(id) ? `${id}!` : id)).join();
      const known = parts.get(noteId);
      next.set(noteId, known?.key === key ? known : { key, views: foldNotes(group, judgements) });
    }
    parts = next;
    return [...next.values()]
      .flatMap(({ views }) => views)
      .sort((a, b) => compareStamps(a.firstStamp, b.firstStamp) || (a.noteId < b.noteId ? -1 : 1));
  };
};

const noteOf = ({ record }: Named): EntityId | undefined =>
  "noteId" in record ? record.noteId : undefined;
