// The first stage: notes to finish, one at a time. Their order is kept while one works, so that a note that has got its
// dimension stays where it was, and what arrives meanwhile comes last.
import { computed, effect, signal } from "@preact/signals";
import type { NoteView } from "../../domain/notes.ts";
import type { EntityId } from "../../domain/schema.ts";
import { needOf, staysInTalk } from "../session/finish-need.ts";
import type { CaptureCore } from "./capture-core.ts";
import type { DebriefPlace } from "./debrief-place.ts";

export type DebriefFinish = ReturnType<typeof createDebriefFinish>;

export const createDebriefFinish = (
  { log }: Pick<CaptureCore, "log">,
  { place, change }: DebriefPlace,
) => {
  const order = signal<readonly EntityId[]>([]);
  const index = signal(0);
  const isLeft = (noteId: EntityId) => place.value.left.includes(noteId);
  const isDone = (note: NoteView) => {
    const need = needOf(note);
    return need === undefined || (need === "untagged" && isLeft(note.noteId));
  };

  const items = computed(() =>
    order.value
      .map((noteId) => log.notes.value.find((note) => note.noteId === noteId))
      .filter((note) => note !== undefined && staysInTalk(note))
      .filter((note) => note !== undefined),
  );
  const at = computed(() => Math.min(index.value, items.value.length));
  const goTo = (next: number) => {
    index.value = Math.max(0, Math.min(next, items.value.length));
  };

  return {
    items,
    /** From 0; as many as there are notes where the end is reached. */
    at,
    current: computed(() => items.value[at.value]),
    done: computed(() => items.value.filter(isDone).length),
    isLeft,
    isDone,
    /** To be called once the place is known. Answers how to stop. */
    start: () =>
      effect(() => {
        const open = log.notes.value.filter((note) => !isDone(note));
        const byNeed = [
          ...open.filter((note) => needOf(note) === "unfinished"),
          ...open.filter((note) => needOf(note) === "untagged"),
        ].map(({ noteId }) => noteId);
        const known = order.peek();
        const fresh = byNeed.filter((noteId) => !known.includes(noteId));
        if (fresh.length > 0) order.value = [...known, ...fresh];
      }),
    next: () => goTo(at.value + 1),
    previous: () => goTo(at.value - 1),
    show: (noteId: EntityId) => {
      const found = items.value.findIndex((note) => note.noteId === noteId);
      if (found >= 0) goTo(found);
    },
    /** It belongs to no dimension: a decision of the queue, not a fact of the note, which just stays untagged. */
    leave: (noteId: EntityId, isLeaving: boolean) =>
      change({
        left: [
          ...place.value.left.filter((each) => each !== noteId),
          ...(isLeaving ? [noteId] : []),
        ],
      }),
  };
};
