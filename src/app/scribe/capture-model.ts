// The scribe's live screen without its markup: what is written, what chips and keys do, and how each is taken back.
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Codebook } from "../../domain/codebook.ts";
import type { Guide } from "../../domain/guide.ts";
import type { Speaker } from "../../domain/note.ts";
import type { NoteView } from "../../domain/notes.ts";
import type { EntityId, Language } from "../../domain/schema.ts";
import { peopleOf } from "../../domain/session.ts";
import { createEntityId } from "../record-writer.ts";
import type { TagChange, TagFields } from "../session/tag-changes.ts";
import { toggleDimension } from "../session/tag-changes.ts";
import { type CaptureBox, type CaptureDeps, createCaptureCore } from "./capture-core.ts";
import { isBegun, toDraft } from "./capture-draft.ts";
import { createCapturePhases } from "./capture-phases.ts";
import { createCaptureWriting } from "./capture-writing.ts";
import { createCodeTyping } from "./code-typing.ts";

/** What chips apply to: the note being written, or the latest one while nothing is. */
export type ChipTarget = { readonly fields: TagFields; readonly latest: NoteView | undefined };

export type CaptureOptions = {
  /** The language that is usually written: of every note unless another is chosen for it. */
  readonly lang: Language;
  /** Are `p3 `, ` #2` and the like turned into chips? */
  readonly inlineCodes?: () => boolean;
};

export type CaptureModel = ReturnType<typeof createCaptureModel>;

export const createCaptureModel = (
  deps: CaptureDeps,
  box: CaptureBox,
  guide: Guide,
  codebook: Codebook,
  options: CaptureOptions,
) => {
  const core = createCaptureCore(deps, box);
  const { log, undoStack, status, enqueue } = core;
  const phases = createCapturePhases(core, guide);
  const writing = createCaptureWriting(core, {
    store: box.drafts,
    screen: "capture",
    lang: options.lang,
    createNoteId: () => createEntityId(deps.env.random),
    currentQuestion: phases.currentQuestion,
  });
  const { draft, editing } = writing;
  const typing = createCodeTyping(writing, {
    dimensions: codebook.dimensions.map(({ id }) => id),
    isOn: options.inlineCodes ?? (() => false),
  });

  const isWriting = () => editing.value !== undefined || isBegun(draft.value);
  const latest = computed(() =>
    log.notes.value.findLast(
      ({ fields, history, verdict }) =>
        !fields.struck &&
        verdict !== "held-back" &&
        history[0]?.record.author.device === box.signer.device,
    ),
  );
  const target = computed(
    (): ChipTarget =>
      isWriting() || !latest.value
        ? { fields: draft.value, latest: undefined }
        : { fields: latest.value.fields, latest: latest.value },
  );

  const tag = async (change: TagChange): Promise<void> => {
    // While a save is under way the press is for the note being saved: it waits until that is the latest one.
    if (!writing.isSaving() && !target.value.latest) {
      writing.change(change(draft.value));
      return;
    }
    await enqueue(async () => {
      const note = target.value.latest;
      if (note) await core.revise(note.noteId, change, "tagged");
      else writing.change(change(draft.value));
    });
  };

  const strike = (noteId: EntityId, struck: boolean) =>
    enqueue(async () => {
      const change = () => ({ struck: struck ? (true as const) : undefined });
      await core.revise(noteId, change, struck ? "struck" : "restored");
    });

  const undoOnce = async () => {
    const entry = undoStack.top.value;
    if (!entry || editing.value) return;
    if (entry.kind === "phase") {
      // The same moment again: the question that was left goes on as if the step had not been.
      if (await phases.returnTo(entry.previous, entry.begunAt)) undoStack.pop();
      return;
    }
    if (entry.kind !== "saved") {
      if (await core.revise(entry.noteId, () => entry.before)) undoStack.pop();
      return;
    }
    const fields = log.note(entry.noteId)?.fields;
    if (!(await core.revise(entry.noteId, () => ({ struck: true })))) return;
    undoStack.pop();
    if (fields && !isBegun(draft.value)) writing.fill(toDraft(fields));
  };

  const { restore, fill, isSaving, ...actions } = writing;
  void [fill, isSaving]; // For the parts of the model, not for screens.
  return {
    ...actions,
    ...phases,
    log,
    status: status as ReadonlySignal<typeof status.value>, // Screens read it only.
    undoStack,
    target,
    latest,
    /** How many seats the speaker strip shows: those said to be present, else all it has. */
    seats: computed(() => {
      const people = log.session.value ? (peopleOf(log.session.value).at(-1) ?? 0) : 0;
      return people > 0 ? Math.min(people, 12) : 12;
    }),
    ready: restore(),
    /** The text of the field after a key, with the caret's place; answers where the caret is to be now. */
    typed: typing.typed,
    /** Backspace: gives back as text the code that was just taken out, and answers the caret's place when it did. */
    giveBack: typing.giveBack,
    /** Whose words these are. Always of the note being written: the next speaker is often tapped before the first key. */
    setSpeaker: (speaker: Speaker) =>
      writing.change({ speaker: draft.value.speaker === speaker ? undefined : speaker }),
    /** In which language it is said. Like the speaker, of the note being written; a saved one is corrected by editing. */
    setLanguage: (lang: Language) => writing.change({ lang }),
    /** Puts the line for a translation away; an empty field goes back to the usual language with it. */
    dropTranslation: () =>
      writing.change({
        translation: undefined,
        ...(isBegun(draft.value) ? {} : { lang: options.lang }),
      }),
    tag,
    tagDimension: (number: number) => {
      const id = codebook.dimensions[number - 1]?.id;
      return id === undefined ? Promise.resolve() : tag(toggleDimension(id));
    },
    /** A chip of a row in the log, whatever is being written. */
    tagNote: (noteId: EntityId, change: TagChange) =>
      enqueue(async () => {
        await core.revise(noteId, change, "tagged");
      }),
    strikeLatest: () => (latest.value ? strike(latest.value.noteId, true) : Promise.resolve()),
    editLatest: () => (latest.value ? writing.edit(latest.value.noteId) : Promise.resolve()),
    strike: (noteId: EntityId) => strike(noteId, true),
    unstrike: (noteId: EntityId) => strike(noteId, false),
    /** It is about to be erased: no undo and no half-made change may bring it back. */
    forget: (noteId: EntityId) => {
      undoStack.forget(noteId);
      if (editing.value?.noteId === noteId) writing.cancelEdit();
    },
    undo: () => enqueue(undoOnce),
    /** Resolves when what was being typed is on the disk; nothing is watched after. */
    dispose: async () => {
      await writing.flush();
      log.stop();
    },
  };
};
