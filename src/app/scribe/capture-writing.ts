// The field: a new note, or a note being edited while the half-typed new one waits. Text leaves the field only after the
// disk has it.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { ok } from "../../base/result.ts";
import type { NoteFields } from "../../domain/note.ts";
import type { EntityId, Language, RecordId, Tag } from "../../domain/schema.ts";
import type { DraftStore } from "../../storage/ports.ts";
import type { RecordDraft } from "../record-writer.ts";
import { findReplaced, reviseTo } from "../session/note-revision.ts";
import type { CaptureCore } from "./capture-core.ts";
import {
  CaptureDraft,
  canSave,
  EditDraft,
  emptyDraft,
  isBegun,
  remainderOf,
  toDraft,
  toNoteFields,
} from "./capture-draft.ts";
import { createDraftKeeper } from "./draft-keeper.ts";
import { toExcerpt } from "./undo-stack.ts";

export type EditTarget = { readonly noteId: EntityId; readonly parents: readonly RecordId[] };

export interface CaptureWriting {
  readonly draft: ReadonlySignal<CaptureDraft>;
  readonly editing: ReadonlySignal<EditTarget | undefined>;
  readonly isSaving: () => boolean;
  /** Changes what is being written; the first change tells when it began. */
  readonly change: (part: Partial<CaptureDraft>) => void;
  /** Puts a whole draft into the empty field. */
  readonly fill: (draft: CaptureDraft) => void;
  readonly save: () => Promise<void>;
  readonly edit: (noteId: EntityId) => Promise<void>;
  readonly cancelEdit: () => void;
  /** Writes the draft at once: the page is about to go. */
  readonly flush: () => Promise<void>;
  /** Writes the draft; answers the record that would save it where the disk refuses. */
  readonly settle: () => Promise<readonly RecordDraft[]>;
  /** Taken over by another window: what is unwritten, as a note of its own. The draft on the disk is no longer ours. */
  readonly aside: () => readonly RecordDraft[];
  /** Brings back what was being typed when the app last ended. */
  readonly restore: () => Promise<void>;
}

export const createCaptureWriting = (
  core: CaptureCore,
  options: {
    readonly store: DraftStore;
    /** Whose drafts: each screen keeps its own. */
    readonly screen: "capture" | "debrief";
    readonly lang: Language;
    readonly createNoteId: () => EntityId;
    readonly currentQuestion: () => Tag | undefined;
  },
): CaptureWriting => {
  const { store, screen } = options;
  const newKey = `${screen}/new`;
  const editKey = `${screen}/edit`;
  const draft: Signal<CaptureDraft> = signal(emptyDraft(options.lang));
  const editing = signal<EditTarget | undefined>(undefined);
  let parked: CaptureDraft | undefined;
  let saves = 0;

  const keeper = createDraftKeeper({
    store,
    enqueue: core.enqueue,
    read: () =>
      editing.value
        ? { key: editKey, draft: { ...editing.value, draft: draft.value } }
        : { key: newKey, draft: isBegun(draft.value) ? draft.value : undefined },
    onWritten: core.noteKept,
  });

  const set = (next: CaptureDraft) => {
    draft.value = next;
    keeper.touch();
  };

  const change = (part: Partial<CaptureDraft>) => {
    const next = { ...draft.value, ...part };
    if (isBlank(next) && !editing.value) {
      const { begunAt, phase, ...rest } = next;
      void [begunAt, phase]; // Named so that they are left out: nothing has begun.
      set(rest);
    } else if (next.begunAt === undefined) {
      const phase = options.currentQuestion();
      set({ ...next, begunAt: core.nowText(), ...(phase === undefined ? {} : { phase }) });
    } else set(next);
  };

  const leaveEdit = () => {
    editing.value = undefined;
    draft.value = parked ?? emptyDraft(draft.value.lang);
    parked = undefined;
  };

  /**
   * Ready for the next note. What was typed or tapped while the disk worked belongs to it. Another language than the
   * usual one holds for one note, or for as long as a line for its translation stands open.
   */
  const clear = (sent: CaptureDraft) => {
    const now = draft.value;
    const { translation } = sent;
    const stays = translation !== undefined || now.lang !== sent.lang;
    draft.value = {
      ...emptyDraft(stays ? now.lang : options.lang),
      ...(translation ? { translation: { ...translation, text: "" } } : {}),
    };
    const text = remainderOf(now.text, sent.text) ?? now.text;
    const speaker = now.speaker === sent.speaker ? undefined : now.speaker;
    if (text !== "" || speaker !== undefined) change({ text, speaker });
  };

  const saveNew = async (sent: CaptureDraft) => {
    const noteId = options.createNoteId();
    const fields = toNoteFields(sent, core.nowText());
    const saved = await core.commit(reviseTo({ noteId }, fields, []), { clearDraft: newKey });
    if (!saved.ok) return saved;
    core.undoStack.push({ kind: "saved", noteId, excerpt: toExcerpt(fields.text) });
    clear(sent);
    return saved;
  };

  const saveEdit = async (sent: CaptureDraft, { noteId, parents }: EditTarget) => {
    const view = core.log.note(noteId);
    const struck = view?.fields.struck ? { struck: true as const } : {};
    const fields: NoteFields = { ...toNoteFields(sent, core.nowText()), ...struck };
    const before = view ? findReplaced(view.fields, fields) : {};
    const hasChanged = Object.keys(before).length > 0 || parents.length > 1;
    if (!hasChanged) {
      leaveEdit();
      const removed = await store.remove(editKey);
      return removed.ok ? ok([]) : removed;
    }
    const saved = await core.commit(reviseTo({ noteId }, fields, parents), {
      clearDraft: editKey,
    });
    if (!saved.ok) return saved;
    core.undoStack.push({ kind: "edited", noteId, before, excerpt: toExcerpt(fields.text) });
    // What was typed while the disk worked is a further change of what has just been saved.
    if (draft.value === sent) leaveEdit();
    else editing.value = { noteId, parents: saved.value.map(({ id }) => id) };
    return saved;
  };

  const save = () => {
    // The text as it stands at the press of Enter, not when its turn comes; a second press takes what is left then.
    const pressed = saves === 0 ? draft.value : undefined;
    saves += 1;
    return core.enqueue(async () => {
      const sent = pressed ?? draft.value;
      const target = editing.value;
      if (canSave(sent)) {
        keeper.settle();
        const saved = await (target ? saveEdit(sent, target) : saveNew(sent));
        if (!saved.ok) keeper.touch();
      }
      saves -= 1;
    });
  };

  const edit = async (noteId: EntityId) => {
    if (editing.value?.noteId === noteId) return;
    if (editing.value) await save();
    const view = core.log.note(noteId);
    if (!view || view.verdict === "held-back" || editing.value) return;
    keeper.settle();
    parked = draft.value;
    if (isBegun(parked)) void core.enqueue(() => store.write(newKey, parked ?? {}));
    const texts = view.rivals.get("text")?.map(({ value }) => String(value)) ?? [];
    editing.value = { noteId, parents: view.heads.map(({ id }) => id) };
    // Texts that grew apart come both, one under the other: keeping both is the default.
    draft.value = {
      ...toDraft(view.fields),
      ...(texts.length > 1 ? { text: [...new Set(texts)].join("\n") } : {}),
    };
  };

  /** The record that would save what the disk does not have. */
  const unwritten = (): readonly RecordDraft[] => {
    if (!keeper.isDirty() || !canSave(draft.value)) return [];
    const target = editing.value;
    const note = { noteId: target?.noteId ?? options.createNoteId() };
    return [reviseTo(note, toNoteFields(draft.value, core.nowText()), target?.parents ?? [])];
  };

  return {
    draft,
    editing,
    isSaving: () => saves > 0,
    change,
    fill: set,
    save,
    edit,
    cancelEdit: () => {
      if (!editing.value) return;
      keeper.settle();
      leaveEdit();
      void core.enqueue(() => store.remove(editKey));
    },
    flush: keeper.flush,
    settle: async () => {
      await core.enqueue(async () => undefined); // A save under way may yet fail.
      await keeper.flush();
      return unwritten();
    },
    aside: () => {
      const left = unwritten();
      keeper.settle();
      return left;
    },
    restore: async () => {
      const kept = await store.read(newKey);
      const edited = await store.read(editKey);
      if (!kept.ok) core.status.value = { state: "failed", error: kept.error.type, what: "draft" };
      const fresh = CaptureDraft.safeParse(kept.ok ? kept.value : undefined);
      if (fresh.success) draft.value = fresh.data;
      const open = EditDraft.safeParse(edited.ok ? edited.value : undefined);
      if (!open.success) return;
      parked = draft.value;
      draft.value = open.data.draft;
      editing.value = { noteId: open.data.noteId, parents: open.data.parents };
    },
  };
};

const isBlank = (draft: CaptureDraft): boolean =>
  draft.text === "" &&
  !draft.translation?.text &&
  draft.speaker === undefined &&
  draft.polarity === undefined &&
  draft.area === undefined &&
  draft.agreement === undefined &&
  !draft.star &&
  !draft.unfinished &&
  !draft.quotable &&
  [draft.kinds, draft.dimensions, draft.subThemes, draft.topics].every(
    ({ length }) => length === 0,
  );
