// The debrief without its markup, right after the talk: notes are finished, read back to the table, and summed up. It
// shares the live screen's log, queue and way of saving; only where one is in it is its own.
import { computed, effect, signal } from "@preact/signals";
import type { NoteView } from "../../domain/notes.ts";
import type { EntityId, Language, Tag } from "../../domain/schema.ts";
import { staysInTalk } from "../session/finish-need.ts";
import { type TagChange, toggleMark } from "../session/tag-changes.ts";
import { toReviews, unjudge } from "../session/verdicts.ts";
import { type CaptureBox, type CaptureDeps, createCaptureCore } from "./capture-core.ts";
import { CaptureDraft, canSave } from "./capture-draft.ts";
import { createCaptureWriting } from "./capture-writing.ts";
import { createDebriefFinish } from "./debrief-finish.ts";
import { createDebriefHands } from "./debrief-hands.ts";
import { isAskedByTable } from "./debrief-holding.ts";
import { createDebriefPlace } from "./debrief-place.ts";
import { createDebriefSummary } from "./debrief-summary.ts";

export type DebriefWords = {
  /** Why a note is held back, as its review will say. */
  readonly remark: string;
  /** How the summary tells that a note was corrected: when it was said, never its words, which may yet be erased. */
  readonly toCorrection: (note: NoteView) => string;
};

export type DebriefModel = ReturnType<typeof createDebriefModel>;

export const createDebriefModel = (
  deps: CaptureDeps,
  box: CaptureBox,
  options: DebriefWords & { readonly lang: Language },
) => {
  const core = createCaptureCore(deps, box);
  const { log, undoStack, status, enqueue } = core;
  const place = createDebriefPlace(box.drafts, enqueue);
  const finish = createDebriefFinish(core, place);
  const summary = createDebriefSummary(core, box.drafts);
  const hands = createDebriefHands(core);
  const writing = createCaptureWriting(core, {
    store: box.drafts,
    screen: "debrief",
    lang: options.lang,
    createNoteId: () => {
      throw new Error("the debrief makes no notes");
    },
    currentQuestion: () => undefined,
  });
  /** Typed while the words of another note are on their way to the disk. */
  const typed = signal<{ readonly noteId: EntityId; readonly text: string } | undefined>(undefined);
  const isHalfWritten = signal(false);
  /** Notes corrected here, with the line that tells of it. */
  const corrected = new Map<EntityId, string>();
  const now = signal(core.nowMs());
  let stopFinish: () => void = () => undefined;
  let stopErased: () => void = () => undefined;

  const type = async (noteId: EntityId, text: string) => {
    typed.value = { noteId, text };
    await writing.edit(noteId);
    const latest = typed.peek();
    if (writing.editing.value?.noteId !== noteId || latest?.noteId !== noteId) return;
    writing.change({ text: latest.text });
    typed.value = undefined;
  };

  const save = async () => {
    const waiting = typed.peek();
    if (waiting) await type(waiting.noteId, waiting.text);
    if (writing.editing.value) await writing.save();
  };

  const revise = async (noteId: EntityId, change: TagChange) => {
    await save();
    await enqueue(async () => {
      await core.revise(noteId, change, "tagged");
    });
  };

  const undoOnce = async () => {
    const entry = undoStack.top.value;
    if (!entry || entry.kind === "phase" || entry.kind === "saved") return;
    if (!(await core.revise(entry.noteId, () => entry.before))) return;
    undoStack.pop();
    finish.show(entry.noteId);
    const line = entry.kind === "edited" ? corrected.get(entry.noteId) : undefined;
    if (line !== undefined) {
      corrected.delete(entry.noteId);
      void summary.dropCorrection(line);
    }
  };

  return {
    log,
    status,
    undoStack,
    finish,
    summary,
    hands,
    place: place.place,
    startClock: () => {
      now.value = core.nowMs();
      place.change({ begunAt: core.nowText() });
    },
    stopClock: () => place.change({ begunAt: undefined }),
    switchKeys: (isOn: boolean) => place.change({ keysOff: isOn ? undefined : true }),
    toggleLeft: (noteId: EntityId) => finish.leave(noteId, !finish.isLeft(noteId)),
    /** Text that stands in the live screen's field and is no note yet. */
    isHalfWritten,
    now,
    tick: () => {
      now.value = core.nowMs();
    },
    /** What stands in a note's field: as typed, else as it is. Texts that grew apart come when one begins to edit. */
    textOf: (note: NoteView): string => {
      if (typed.value?.noteId === note.noteId) return typed.value.text;
      if (writing.editing.value?.noteId === note.noteId) return writing.draft.value.text;
      return note.fields.text;
    },
    editing: computed(() => writing.editing.value?.noteId),
    edit: writing.edit,
    type,
    save,
    /** Leaves the field of a note that was read out: a change of its words is a participant's correction. */
    correct: async (note: NoteView) => {
      await save();
      const after = log.note(note.noteId);
      if (!after || after.fields.text === note.fields.text) return;
      const line = options.toCorrection(note);
      corrected.set(note.noteId, line);
      await summary.addCorrection(line);
    },
    tag: revise,
    toggleUnfinished: (noteId: EntityId) => revise(noteId, toggleMark("unfinished")),
    next: async () => {
      finish.next();
      await save();
    },
    previous: async () => {
      finish.previous();
      await save();
    },
    /** What is read back under a dimension, or what has none. */
    readingOf: (dimension: Tag | undefined): readonly NoteView[] =>
      log.notes.value.filter(
        ({ fields }) =>
          !fields.struck &&
          (dimension === undefined
            ? fields.dimensions.length === 0
            : fields.dimensions.includes(dimension)),
      ),
    holdBack: async (noteId: EntityId) => {
      await save();
      await enqueue(async () => {
        const note = log.note(noteId);
        if (note && staysInTalk(note))
          await core.commit(toReviews(note, "held-back", { remark: options.remark }));
      });
    },
    mayLetGo: (note: NoteView) => isAskedByTable(note, log.records.value),
    letGo: (noteId: EntityId) =>
      enqueue(async () => {
        const note = log.note(noteId);
        if (note && isAskedByTable(note, log.records.value)) await core.commit(unjudge(note));
      }),
    /** Nothing of it may come back by undo or out of a field: it is about to be erased. */
    forget: (noteId: EntityId) => {
      undoStack.forget(noteId);
      corrected.delete(noteId);
      if (typed.peek()?.noteId === noteId) typed.value = undefined;
      if (writing.editing.value?.noteId === noteId) writing.cancelEdit();
    },
    undo: async () => {
      await save();
      await enqueue(undoOnce);
    },
    /** Tries again what the disk refused. */
    saveAll: async () => {
      await save();
      await summary.save();
      await hands.flush();
    },
    ready: (async () => {
      await Promise.all([place.restore(), writing.restore(), summary.restore()]);
      const half = CaptureDraft.safeParse(await readDraft(box, "capture/new"));
      isHalfWritten.value = half.success && canSave(half.data);
      stopFinish = finish.start();
      stopErased = effect(() => {
        // Erased on another screen or device: what was being typed of it goes too.
        const noteId = writing.editing.value?.noteId;
        if (log.state.value === "ready" && noteId && !log.note(noteId)) writing.cancelEdit();
      });
    })(),
    flush: async () => {
      await writing.flush();
      await summary.flush();
      await hands.flush();
    },
    settle: async () => [...(await writing.settle()), ...(await settleSummary())],
    aside: () => {
      summary.drop();
      hands.drop();
      return writing.aside();
    },
    dispose: async () => {
      await writing.flush();
      await summary.flush();
      await hands.flush();
      stopFinish();
      stopErased();
      log.stop();
    },
  };

  async function settleSummary() {
    await summary.flush();
    await hands.flush();
    return [...summary.unwritten(), ...hands.unwritten()];
  }
};

const readDraft = async (box: CaptureBox, key: string) => {
  const row = await box.drafts.read(key);
  return row.ok ? row.value : undefined;
};
