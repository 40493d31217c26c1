// What the scribe did last, so that it can be taken back. Taking back is itself a new record: nothing is ever removed.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { NoteFields } from "../../domain/note.ts";
import type { EntityId, Tag } from "../../domain/schema.ts";

export type UndoEntry =
  | { readonly kind: "saved"; readonly noteId: EntityId; readonly excerpt: string }
  | {
      readonly kind: "tagged" | "edited" | "struck" | "restored";
      readonly noteId: EntityId;
      readonly excerpt: string;
      /** The changed fields as they were; a field that was absent stands here as undefined. */
      readonly before: Partial<NoteFields>;
    }
  | { readonly kind: "phase"; readonly previous: Tag; readonly begunAt: string };

export interface UndoStack {
  readonly top: ReadonlySignal<UndoEntry | undefined>;
  /** False after the bar was put away, until the next change. */
  readonly isShown: ReadonlySignal<boolean>;
  readonly push: (entry: UndoEntry) => void;
  readonly pop: () => void;
  /** Nothing of this note is to be had back. */
  readonly forget: (noteId: EntityId) => void;
  readonly dismiss: () => void;
}

const levels = 50;

export const createUndoStack = (): UndoStack => {
  const entries = signal<readonly UndoEntry[]>([]);
  const isDismissed = signal(false);
  const top = computed(() => entries.value.at(-1));
  return {
    top,
    isShown: computed(() => top.value !== undefined && !isDismissed.value),
    push: (entry) => {
      entries.value = [...entries.value, entry].slice(-levels);
      isDismissed.value = false;
    },
    pop: () => {
      entries.value = entries.value.slice(0, -1);
    },
    forget: (noteId) => {
      entries.value = entries.value.filter(
        (entry) => !("noteId" in entry && entry.noteId === noteId),
      );
    },
    dismiss: () => {
      isDismissed.value = true;
    },
  };
};

/** Enough of a text to recognise it by. */
export const toExcerpt = (text: string): string => {
  const words = [...text.replaceAll(/\s+/g, " ").trim()];
  return words.length > 32 ? `${words.slice(0, 31).join("").trimEnd()}…` : words.join("");
};
