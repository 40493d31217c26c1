// The ground of the review: the log, the queue and what is open in it, one piece of work at a time, and how to take the
// last one back.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import {
  compareScribes,
  listDiffering,
  type ScribeAgreement,
} from "../../analysis/scribe-agreement.ts";
import type { Result } from "../../base/result.ts";
import type { NoteView } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";
import {
  filterQueue,
  type QueueFilter,
  type QueueMarks,
  toQueue,
} from "../../domain/review-queue.ts";
import type { EntityId } from "../../domain/schema.ts";
import type { Courier } from "../courier-port.ts";
import type { EraseError } from "../erasing.ts";
import type { OpenBox } from "../open-box.ts";
import type { RecordDraft, WriteError } from "../record-writer.ts";
import { createSessionLog, type SessionLog } from "../session/session-log.ts";

export type ReviewDone =
  | "approved"
  | "approvedAll"
  | "returned"
  | "heldBack"
  | "reworded"
  | "tagged"
  | "split"
  | "merged"
  | "settled"
  | "refused"
  | "added";
export type ReviewUndo = {
  readonly done: ReviewDone;
  readonly count: number;
  readonly drafts: () => readonly RecordDraft[];
};
export type ReviewFailure = WriteError | EraseError;

export interface ReviewCore {
  readonly log: SessionLog;
  readonly filter: Signal<QueueFilter>;
  /** Notes that may hold personal data, told by whoever looks. */
  readonly hinted: Signal<ReadonlySet<EntityId>>;
  /** Of scribes who wrote at one table. */
  readonly agreements: ReadonlySignal<readonly ScribeAgreement[]>;
  readonly marks: ReadonlySignal<QueueMarks>;
  readonly chosen: Signal<EntityId | undefined>;
  readonly undo: Signal<ReviewUndo | undefined>;
  readonly failure: ReadonlySignal<ReviewFailure | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly queue: ReadonlySignal<readonly NoteView[]>;
  /** What the filter shows; the open note stays in it until another is opened. */
  readonly shown: ReadonlySignal<readonly NoteView[]>;
  readonly current: ReadonlySignal<NoteView | undefined>;
  /** The one that follows the open note in the talk. */
  readonly next: ReadonlySignal<NoteView | undefined>;
  /** Where one goes once this note is judged: the next that passes the filter, else the last before it. */
  readonly after: (note: NoteView) => EntityId;
  /** The note as it stands by now. */
  readonly now: (note: NoteView) => NoteView;
  readonly during: (work: () => Promise<boolean>) => Promise<boolean>;
  readonly keep: <T>(
    result: Result<T, ReviewFailure>,
  ) => result is { readonly ok: true; readonly value: T };
  readonly write: (drafts: readonly RecordDraft[]) => Promise<readonly Named[] | undefined>;
  /** Does something to the open note; `back` makes the records that take it back, from the note and records before. */
  readonly act: (
    make: (note: NoteView) => readonly RecordDraft[],
    done: ReviewDone,
    back: (note: NoteView, records: readonly Named[]) => readonly RecordDraft[],
  ) => Promise<boolean>;
}

const verdicts: readonly ReviewDone[] = ["approved", "returned", "heldBack"];

export const createReviewCore = (courier: Pick<Courier, "nudge">, box: OpenBox): ReviewCore => {
  const log = createSessionLog(box);
  const filter = signal<QueueFilter>("waiting");
  const hinted = signal<ReadonlySet<EntityId>>(new Set());
  const chosen = signal<EntityId | undefined>(undefined);
  const undo = signal<ReviewUndo | undefined>(undefined);
  const failure = signal<ReviewFailure | undefined>(undefined);
  const busy = signal(false);

  const queue = computed(() => toQueue(log.notes.value));
  const agreements = computed(() => compareScribes(queue.value));
  const marks = computed(() => ({
    hinted: hinted.value,
    differing: listDiffering(agreements.value),
  }));
  // Apart from what is open: while one moves along, the list stays the same object and is not drawn anew.
  const passing = computed(() => filterQueue(queue.value, filter.value, marks.value));
  const shown = computed(() => {
    const open = queue.value.find(({ noteId }) => noteId === chosen.value);
    if (!open || passing.value.includes(open)) return passing.value;
    return queue.value.filter((note) => note === open || passing.value.includes(note));
  });
  const current = computed(
    () => shown.value.find(({ noteId }) => noteId === chosen.value) ?? shown.value[0],
  );
  const next = computed(() => {
    const at = queue.value.findIndex(({ noteId }) => noteId === current.value?.noteId);
    return at < 0 ? undefined : queue.value[at + 1];
  });

  const after = (note: NoteView): EntityId => {
    const at = queue.value.indexOf(note);
    const later = passing.value.find((each) => queue.value.indexOf(each) > at);
    return (later ?? passing.value.findLast((each) => each !== note))?.noteId ?? note.noteId;
  };

  const during = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (busy.value) return false;
    busy.value = true;
    failure.value = undefined;
    try {
      return await work();
    } finally {
      busy.value = false;
    }
  };

  const keep = <T>(result: Result<T, ReviewFailure>): result is { ok: true; value: T } => {
    if (!result.ok) failure.value = result.error;
    else courier.nudge();
    return result.ok;
  };

  const write = async (drafts: readonly RecordDraft[]): Promise<readonly Named[] | undefined> => {
    if (drafts.length === 0) return [];
    const written = await log.write(drafts, { as: "facilitator" });
    return keep(written) ? written.value : undefined;
  };

  const act = (
    make: (note: NoteView) => readonly RecordDraft[],
    done: ReviewDone,
    back: (note: NoteView, records: readonly Named[]) => readonly RecordDraft[],
  ): Promise<boolean> =>
    during(async () => {
      const note = current.value;
      if (!note) return false;
      const before = log.records.value;
      const goTo = after(note);
      if (!(await write(make(note)))) return false;
      undo.value = { done, count: 1, drafts: () => back(note, before) };
      chosen.value = verdicts.includes(done) ? goTo : note.noteId;
      return true;
    });

  return {
    ...{ agreements, marks },
    ...{ log, filter, hinted, chosen, undo, failure, busy, queue, shown, current, next, after },
    ...{ during, keep, write, act },
    now: (note) => log.note(note.noteId) ?? note,
  };
};
