// What a reviewer is typing: kept on the disk soon after a key, in place until it is saved or put away. A remark is kept
// in a shape of its own, so that nobody ever takes it for the words of the note.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { NoteView } from "../../domain/notes.ts";
import { EntityId, maxNoteLength, z } from "../../domain/schema.ts";
import type { DraftStore } from "../../storage/ports.ts";
import type { RecordDraft } from "../record-writer.ts";
import { reviseTo } from "../session/note-revision.ts";

export const writingModes = [
  "reword",
  "generalise",
  "split",
  "translate",
  "return",
  "hold",
  "add",
] as const;
export type WritingMode = (typeof writingModes)[number];

export type ReviewText = {
  readonly mode: WritingMode;
  /** Absent for a note of the reviewer's own. */
  readonly noteId?: NoteView["noteId"] | undefined;
  readonly text: string;
};

export interface ReviewWriting {
  readonly open: ReadonlySignal<ReviewText | undefined>;
  /** What stands in the field is on the disk. */
  readonly isKept: ReadonlySignal<boolean>;
  readonly begin: (mode: WritingMode, note: NoteView | undefined, text: string) => void;
  readonly type: (text: string) => void;
  /** Saved or put away: the text is no longer wanted. */
  readonly end: () => Promise<void>;
  readonly flush: () => Promise<void>;
  /** Writes the text; answers the record that would save it where the disk refuses. */
  readonly settle: () => Promise<readonly RecordDraft[]>;
  readonly restore: () => Promise<void>;
}

const key = "review/edit";
const soonMs = 300;
const Kept = z.object({
  mode: z.enum(writingModes),
  noteId: z.optional(EntityId),
  remark: z.optional(z.string().check(z.maxLength(maxNoteLength))),
  draft: z.optional(z.object({ text: z.string().check(z.maxLength(maxNoteLength)) })),
});

const isRemark = (mode: WritingMode): boolean => mode === "return" || mode === "hold";

export const createReviewWriting = (
  store: DraftStore,
  find: (noteId: EntityId) => NoteView | undefined,
): ReviewWriting => {
  const open = signal<ReviewText | undefined>(undefined);
  const isKept = signal(false);
  let soon: ReturnType<typeof setTimeout> | undefined;
  let isDirty = false;
  let last: Promise<unknown> = Promise.resolve();

  const toRow = ({ mode, noteId, text }: ReviewText): object => {
    if (isRemark(mode)) return { mode, noteId, remark: text };
    const note = noteId && find(noteId);
    const parents = note?.heads.map(({ id }) => id) ?? [];
    const draft = { ...note?.fields, text };
    return note ? { mode, noteId, parents, draft } : { mode, draft, text };
  };

  /** One write after another, so that an older text never lands on a newer one. */
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };

  const flush = async () => {
    clearTimeout(soon);
    soon = undefined;
    if (!isDirty) return;
    await queue(async () => {
      const now = open.peek();
      if (!isDirty || !now) return;
      isDirty = false;
      const written = await store.write(key, toRow(now));
      if (!written.ok) isDirty = true;
      isKept.value = written.ok;
    });
  };

  const touch = () => {
    isDirty = true;
    isKept.value = false;
    soon ??= setTimeout(() => void flush(), soonMs);
  };

  return {
    open,
    isKept,
    begin: (mode, note, text) => {
      isKept.value = false;
      open.value = { mode, noteId: note?.noteId, text };
    },
    type: (text) => {
      const now = open.peek();
      if (!now) return;
      open.value = { ...now, text };
      touch();
    },
    end: async () => {
      clearTimeout(soon);
      soon = undefined;
      isDirty = false;
      open.value = undefined;
      await queue(() => store.remove(key));
    },
    flush,
    settle: async () => {
      await flush();
      const now = open.peek();
      if (!isDirty || !now || isRemark(now.mode) || now.text.trim() === "") return [];
      const note = now.noteId && find(now.noteId);
      if (!note) return [];
      const parents = note.heads.map(({ id }) => id);
      return [reviseTo(note, { ...note.fields, text: now.text }, parents)];
    },
    restore: async () => {
      const kept = await store.read(key);
      const parsed = Kept.safeParse(kept.ok ? kept.value : undefined);
      if (!parsed.success) return;
      const { mode, noteId, remark, draft } = parsed.data;
      isKept.value = true;
      open.value = { mode, noteId, text: remark ?? draft?.text ?? "" };
    },
  };
};
