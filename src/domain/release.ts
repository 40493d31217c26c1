// A release is one session's notes as handed to the desk: as they stand, without history, speaker codes or device
// names, with honest counts of what it does not show. Made only by the closing step.
import type { Release, ReleaseCounts, ReleasedNote } from "./desk-records.ts";
import { listErasedEnvelopes } from "./doomed.ts";
import { listHands } from "./hands.ts";
import { foldNotes, type NoteView } from "./notes.ts";
import { type Named, ofKind } from "./record.ts";
import { wasChangedInReview } from "./review-queue.ts";
import type { BoxId, Language, Tag } from "./schema.ts";
import { foldSession, groupConsentOf, peopleOf } from "./session.ts";
import { createSuggestedOf } from "./suggestions.ts";

export type ReleaseBody = Omit<Release, "kind" | "box" | "author" | "stamp" | "salt" | "parents">;

export type ReleaseError =
  | { readonly type: "release-no-plan" }
  /** The round asks for review and this many notes still wait. */
  | { readonly type: "release-unreviewed"; readonly waiting: number }
  /** Nothing was written, or nothing was approved. */
  | { readonly type: "release-empty" };

export type ReleaseOptions = {
  /** By the desk: nobody at the table can review any more. */
  readonly isRescue?: boolean;
  /** In place of one that shows what was erased since: nothing may hold it up. */
  readonly isWithdrawal?: boolean;
};

/** As many envelopes as a release can name. */
const maxForgets = 1_000;

/** Which notes leave the room: never struck, returned or held back; with review required, only the approved. */
export const isReleased = (note: NoteView, reviewRequired: boolean): boolean =>
  note.fields.struck !== true &&
  note.verdict !== "held-back" &&
  note.verdict !== "returned" &&
  (!reviewRequired || note.verdict === "approved");

const toReleased = (
  { noteId, heads, fields }: NoteView,
  suggested: readonly Tag[],
): ReleasedNote | undefined => {
  const head = heads.at(-1);
  if (!head) return undefined;
  const { speaker, begunAt, struck, ...content } = fields;
  void [speaker, begunAt, struck]; // Named so that they are left out.
  const suggestedDimensions = suggested.length === 0 ? {} : { suggestedDimensions: suggested };
  return { noteId, revision: head.id, ...content, ...suggestedDimensions };
};

const countNotes = (
  notes: readonly NoteView[],
  released: readonly NoteView[],
  readable: readonly Language[],
): ReleaseCounts => {
  const count = (list: readonly NoteView[], holds: (note: NoteView) => boolean) =>
    list.filter(holds).length;
  return {
    written: notes.length,
    released: released.length,
    struck: count(notes, (note) => note.fields.struck === true),
    heldBack: count(notes, (note) => note.verdict === "held-back"),
    returned: count(notes, (note) => note.verdict === "returned"),
    untagged: count(released, (note) => note.fields.dimensions.length === 0),
    untranslated: count(
      released,
      ({ fields }) =>
        !readable.includes(fields.lang) &&
        !(fields.translation && readable.includes(fields.translation.lang)),
    ),
    changedInReview: count(released, wasChangedInReview),
    approvedOneByOne: count(released, (n) => n.verdict === "approved" && !n.approvedTogether),
    approvedTogether: count(released, (n) => n.verdict === "approved" && n.approvedTogether),
    rivals: count(released, (note) => note.rivals.size > 0),
  };
};

/**
 * The content of a release from the records of a session box, or why there is none yet. `readable` are the
 * languages the desk reads; notes in others without a translation into one of them are counted as untranslated.
 * A rescue takes what was not reviewed, too; what was held back or returned stays out of every release.
 */
export const makeRelease = (
  records: readonly Named[],
  session: BoxId,
  readable: readonly Language[],
  { isRescue = false, isWithdrawal = false }: ReleaseOptions = {},
):
  | { readonly ok: true; readonly value: ReleaseBody }
  | { readonly ok: false; readonly error: ReleaseError } => {
  const plan = foldSession(records);
  if (!plan) return { ok: false, error: { type: "release-no-plan" } };
  const { fields } = plan;
  const notes = foldNotes(records);
  // Nobody at the table can review any more; that it was not reviewed is said.
  const reviewRequired = fields.reviewRequired === true && !isRescue;
  const waiting = notes.filter(
    (n) => n.fields.struck !== true && n.verdict === "unreviewed",
  ).length;
  if (reviewRequired && waiting > 0 && !isWithdrawal) {
    return { ok: false, error: { type: "release-unreviewed", waiting } };
  }
  const released = notes.filter((note) => isReleased(note, reviewRequired));
  if (released.length === 0 && !isWithdrawal)
    return { ok: false, error: { type: "release-empty" } };

  const forgets = listErasedEnvelopes(records).slice(-maxForgets);
  const consent = groupConsentOf(records);
  const suggestedOf = createSuggestedOf(records);
  const hands = listHands(records);
  return {
    ok: true,
    value: {
      session,
      roundId: fields.roundId,
      codebook: fields.codebook,
      guideDigest: fields.guideDigest,
      title: fields.title,
      groups: fields.groups,
      languages: fields.languages,
      ...(fields.place === undefined ? {} : { place: fields.place }),
      ...(fields.heldOn === undefined ? {} : { heldOn: fields.heldOn }),
      people: peopleOf(plan),
      ...(consent === undefined ? {} : { groupConsent: consent }),
      ...(hands.length === 0 ? {} : { hands }),
      noticeRead: fields.noticeRead !== undefined,
      ...(isRescue ? { rescued: true as const } : {}),
      ...(forgets.length === 0 ? {} : { forgets }),
      reviewed: ofKind(records, "review/1").length > 0 && waiting === 0,
      counts: countNotes(notes, released, readable),
      notes: released
        .map((note) => toReleased(note, suggestedOf(note)))
        .filter((note) => note !== undefined),
    },
  };
};
