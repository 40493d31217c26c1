// From the records of a session box to its notes: current text, tags, rivals, verdict.
import { groupBy } from "../base/group.ts";
import { withoutErased } from "./erasures.ts";
import { findJudgements, type Judgements } from "./held-back.ts";
import { type Note, type NoteFields, noteFields } from "./note.ts";
import type { Named } from "./record.ts";
import { type Folded, foldRevisions } from "./revisions.ts";
import type { EntityId, Stamp } from "./schema.ts";
import type { Review } from "./session-records.ts";
import { compareStamps } from "./stamp.ts";

export type NoteFieldName = keyof NoteFields;
const fieldNames = Object.keys(noteFields) as readonly NoteFieldName[]; // The keys of a literal object.

/** Every field of a note as it stands; what it does not have stands as undefined. */
export const noteFieldsOf = ({ fields }: NoteView): Partial<NoteFields> =>
  Object.fromEntries(fieldNames.map((name) => [name, fields[name]]));

export type Verdict = Review["verdict"] | "unreviewed";

export type NoteView = Folded<Note, NoteFieldName> & {
  readonly noteId: EntityId;
  /** The newest judgement of the head; unreviewed when it changed after it. What was held back stays so over changes. */
  readonly verdict: Verdict;
  readonly remark?: string;
  readonly approvedTogether: boolean;
  /** The place in the talk. */
  readonly firstStamp: Stamp;
};

/** While a note has grown apart no words of it stand approved; but what somebody held back or returned stays so. */
const judge = (heads: readonly Named<Note>[], { newest, held }: Judgements) => {
  const heldBack = heads.flatMap(({ id }) => held.get(id) ?? []).at(-1);
  if (heldBack) return heldBack.record;
  const reviews = heads.map(({ id }) => newest.get(id)?.record);
  return heads.length === 1 ? reviews[0] : reviews.find((review) => review?.verdict === "returned");
};

/**
 * When the first revision was written. Where that was erased, or a note was split off another, it is the time of the
 * first key that the revisions carry on: so a note keeps its place in the talk.
 */
const placeOf = ({ parents, stamp, begunAt }: Note): Stamp =>
  // An instant, a counter and a device, as every stamp is.
  parents.length === 0 ? stamp : (`${begunAt}${stamp.slice(begunAt.length)}` as Stamp);

/**
 * All notes of a session box, in the order they were first written. Pure; order and repetition of records change nothing.
 * `judgements` are those of the whole box, where `records` are a part of it.
 */
export const foldNotes = (
  records: readonly Named[],
  judgements = findJudgements(records),
): readonly NoteView[] => {
  const living = withoutErased(records);
  const views: NoteView[] = [];
  for (const [noteId, revisions] of groupBy(living, ({ record }) => record.noteId)) {
    const folded = foldRevisions(revisions, fieldNames);
    const first = folded?.history[0];
    if (!folded || !first) continue;
    const review = judge(folded.heads, judgements);
    views.push({
      ...folded,
      noteId,
      verdict: review?.verdict ?? "unreviewed",
      ...(review?.remark === undefined ? {} : { remark: review.remark }),
      approvedTogether: review?.together === true,
      firstStamp: placeOf(first.record),
    });
  }
  return views.sort(
    (a, b) => compareStamps(a.firstStamp, b.firstStamp) || (a.noteId < b.noteId ? -1 : 1),
  );
};
