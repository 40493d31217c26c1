// The review of one session: what can be done to the note that is open. Whatever is done can be taken back by a further
// record, except forgetting.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { ok, type Result } from "../../base/result.ts";
import { type NoteView, noteFieldsOf } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";
import { letterScribes, measureQueue, type QueueProgress } from "../../domain/review-queue.ts";
import type { EntityId, Tag } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import { type EraseError, eraseNote } from "../erasing.ts";
import type { OpenBox } from "../open-box.ts";
import { createEntityId } from "../record-writer.ts";
import { addKnownWord, readKnownWords } from "../session/known-words.ts";
import { type NoteChange, reviseTo, toRevision } from "../session/note-revision.ts";
import type { TagChange } from "../session/tag-changes.ts";
import { toReviews } from "../session/verdicts.ts";
import { createReviewCore, type ReviewCore, type ReviewDone } from "./review-core.ts";
import {
  type Chosen,
  canApprove,
  isUntouched,
  merge,
  restoreVerdict,
  settle,
  split,
} from "./review-records.ts";
import { createReviewSuggesting, type ReviewSuggesting } from "./review-suggesting.ts";

export interface ReviewModel
  extends Pick<
    ReviewCore,
    | "log"
    | "filter"
    | "hinted"
    | "agreements"
    | "marks"
    | "queue"
    | "shown"
    | "current"
    | "next"
    | "failure"
    | "busy"
  > {
  readonly undo: ReadonlySignal<ReviewCore["undo"]["value"]>;
  readonly suggesting: ReviewSuggesting;
  readonly progress: ReadonlySignal<QueueProgress>;
  /** By device, where more than one wrote. */
  readonly scribes: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Nobody judged them and nothing in them is open. */
  readonly untouched: ReadonlySignal<readonly NoteView[]>;
  /** What has been said to be no personal data. */
  readonly knownWords: ReadonlySignal<readonly string[]>;
  readonly addKnownWord: (word: string) => Promise<boolean>;
  readonly open: (noteId: EntityId) => void;
  readonly move: (by: 1 | -1) => void;
  /** Approves what is open and opens the next. */
  readonly approve: () => Promise<boolean>;
  readonly approveUntouched: () => Promise<boolean>;
  readonly giveBack: (remark: string) => Promise<boolean>;
  readonly holdBack: (remark: string) => Promise<boolean>;
  readonly reword: (text: string, lang?: string) => Promise<boolean>;
  readonly translate: (translation: NoteChange["translation"]) => Promise<boolean>;
  readonly tag: (change: TagChange) => Promise<boolean>;
  readonly splitAt: (first: string, second: string) => Promise<boolean>;
  /** Takes the next note of the talk into this one. */
  readonly mergeNext: () => Promise<boolean>;
  readonly settle: (chosen: Chosen) => Promise<boolean>;
  /** Puts these words in place of all earlier ones and forgets those everywhere. Not to be taken back. */
  readonly generalise: (text: string) => Promise<boolean>;
  readonly erase: () => Promise<Result<void, EraseError>>;
  readonly add: (text: string, lang: string, dimensions: readonly Tag[]) => Promise<boolean>;
  readonly takeBack: () => Promise<boolean>;
  readonly dismissUndo: () => void;
  readonly stop: () => void;
}

export type ReviewDeps = Pick<AppDeps, "env" | "delivery" | "device"> & {
  readonly courier: Pick<AppDeps["courier"], "nudge">;
};

export const createReviewModel = (deps: ReviewDeps, box: OpenBox): ReviewModel => {
  const core = createReviewCore(deps.courier, box);
  const { log, filter, hinted, chosen, undo, failure, busy } = core;
  const { queue, shown, current, next, after, now, during, keep, write, act } = core;

  const suggesting = createReviewSuggesting(deps.device, core);
  const knownWords = signal<readonly string[]>([]);
  void readKnownWords(box).then((known) => {
    if (known.ok) knownWords.value = known.value;
  });
  const toVerdict = (note: NoteView, records: readonly Named[]) =>
    restoreVerdict(note, now(note), records);
  const change = (part: NoteChange, done: ReviewDone) =>
    act(
      (note) => [toRevision(note, () => part).record],
      done,
      (note) => [toRevision(now(note), () => pickFrom(note, part)).record],
    );

  return {
    knownWords,
    addKnownWord: async (word) => {
      const known = await addKnownWord(box, word);
      if (known.ok) knownWords.value = known.value;
      return keep(known);
    },
    ...{ agreements: core.agreements, marks: core.marks },
    ...{ log, filter, hinted, queue, shown, current, next, failure, busy, undo, suggesting },
    progress: computed(() => measureQueue(queue.value)),
    scribes: computed(() => letterScribes(queue.value)),
    untouched: computed(() => queue.value.filter(isUntouched)),
    open: (noteId) => {
      chosen.value = noteId;
    },
    move: (by) => {
      const at = shown.value.findIndex(({ noteId }) => noteId === current.value?.noteId);
      const to = shown.value[at + by];
      if (to) chosen.value = to.noteId;
    },
    approve: async () =>
      current.value && canApprove(current.value)
        ? act((note) => toReviews(note, "approved"), "approved", toVerdict)
        : false,
    approveUntouched: () =>
      during(async () => {
        const notes = queue.value.filter(isUntouched);
        const before = log.records.value;
        const drafts = notes.flatMap((note) => toReviews(note, "approved", { together: true }));
        if (drafts.length === 0 || !(await write(drafts))) return false;
        undo.value = {
          ...{ done: "approvedAll", count: notes.length },
          drafts: () => notes.flatMap((note) => restoreVerdict(note, now(note), before)),
        };
        return true;
      }),
    giveBack: (remark) =>
      act((note) => toReviews(note, "returned", toRemark(remark)), "returned", toVerdict),
    holdBack: (remark) =>
      act((note) => toReviews(note, "held-back", toRemark(remark)), "heldBack", toVerdict),
    reword: (text, lang) => change({ text, ...(lang === undefined ? {} : { lang }) }, "reworded"),
    translate: (translation) => change({ translation }, "reworded"),
    tag: async (tagging) => {
      const note = current.value;
      return note ? change(tagging(note.fields), "tagged") : false;
    },
    splitAt: (first, second) => {
      const secondId = createEntityId(deps.env.random);
      return act(
        (note) => split(note, [first, second], secondId),
        "split",
        (note) => {
          const made = log.note(secondId);
          const { text, translation } = note.fields;
          return [
            toRevision(now(note), () => ({ text, translation })).record,
            ...(made ? [toRevision(made, () => ({ struck: true })).record] : []),
          ];
        },
      );
    },
    mergeNext: async () => {
      const other = next.value;
      if (!other) return false;
      return act(
        (note) => merge(note, other),
        "merged",
        (note) => [
          toRevision(now(note), () => noteFieldsOf(note)).record,
          toRevision(now(other), () => ({ struck: undefined })).record,
        ],
      );
    },
    settle: (choice) =>
      act(
        (note) => [settle(note, choice)],
        "settled",
        (note) => [toRevision(now(note), () => noteFieldsOf(note)).record],
      ),
    generalise: (text) =>
      during(async () => {
        const note = current.value;
        if (!note) return false;
        const heads = note.heads.map(({ id }) => id);
        const fields = { ...note.fields, text };
        const written = await write([reviseTo(note, fields, heads)]);
        const [revision] = written ?? [];
        if (!revision) return false;
        undo.value = undefined;
        return keep(await eraseNote(deps.delivery, box, note.noteId, [revision.id]));
      }),
    erase: async () => {
      const note = current.value;
      if (!note) return ok(undefined);
      const goTo = after(note);
      undo.value = undefined;
      const erased = await eraseNote(deps.delivery, box, note.noteId);
      if (erased.ok) chosen.value = goTo === note.noteId ? undefined : goTo;
      return erased;
    },
    add: (text, lang, dimensions) =>
      during(async () => {
        const noteId = createEntityId(deps.env.random);
        const begunAt = new Date(deps.env.now()).toISOString();
        const empty = { kinds: [], subThemes: [], topics: [], begunAt };
        const fields = { text, lang, dimensions, ...empty, speaker: "facilitator" as const };
        if (!(await write([reviseTo({ noteId }, fields, [])]))) return false;
        const strike = () => {
          const made = log.note(noteId);
          return made ? [toRevision(made, () => ({ struck: true })).record] : [];
        };
        undo.value = { done: "added", count: 1, drafts: strike };
        chosen.value = noteId;
        return true;
      }),
    takeBack: () =>
      during(async () => {
        const last = undo.value;
        if (!last) return false;
        undo.value = undefined;
        return (await write(last.drafts())) !== undefined;
      }),
    dismissUndo: () => {
      undo.value = undefined;
    },
    stop: () => {
      suggesting.stop();
      log.stop();
    },
  };
};

const toRemark = (remark: string) => (remark.trim() === "" ? {} : { remark: remark.trim() });

/** The note's own values of these fields; what was absent stands as undefined. */
const pickFrom = ({ fields }: NoteView, part: NoteChange): NoteChange =>
  Object.fromEntries(
    (Object.keys(part) as (keyof NoteChange)[]).map((name) => [name, fields[name]]),
  );
