// One session's notes as handed to the desk. Apart from what a desk alone writes: the live screen has this one in its first
// load.
import { noteContent } from "./note.ts";
import {
  BoxId,
  Count,
  common,
  Day,
  Digest,
  EntityId,
  Language,
  RecordId,
  Tag,
  tags,
  text,
  z,
} from "./schema.ts";
import { handCounts } from "./session-records.ts";

const shortText = text(200);
const languages = z.readonly(z.array(Language).check(z.minLength(1), z.maxLength(12)));

export const ReleasedNote = z.readonly(
  z.strictObject({
    noteId: EntityId,
    revision: RecordId,
    ...noteContent,
    /** Those of its dimensions that a reviewer took from a suggestion, so that counts can do without them. */
    suggestedDimensions: z.optional(tags(8)),
  }),
);
export type ReleasedNote = z.infer<typeof ReleasedNote>;

/** Honest counts: what the release does not show is at least told. */
export const ReleaseCounts = z.readonly(
  z.strictObject({
    written: Count,
    released: Count,
    struck: Count,
    heldBack: Count,
    returned: Count,
    untagged: Count,
    untranslated: Count,
    changedInReview: Count,
    approvedOneByOne: Count,
    approvedTogether: Count,
    rivals: Count,
  }),
);
export type ReleaseCounts = z.infer<typeof ReleaseCounts>;

/** One session's notes as handed to the desk: without history, speaker codes or device names. */
export const Release = z.readonly(
  z.strictObject({
    kind: z.literal("release/1"),
    ...common,
    session: BoxId,
    roundId: EntityId,
    codebook: Digest,
    guideDigest: Digest,
    title: shortText,
    groups: z.readonly(z.array(shortText).check(z.maxLength(12))),
    languages,
    place: z.optional(shortText),
    heldOn: z.optional(Day),
    /** Rival head counts stay side by side; they are never a sum. */
    people: z.readonly(z.array(Count).check(z.maxLength(8))),
    groupConsent: z.optional(z.boolean()),
    /** Hands shown for statements; counts of two devices that differ stand side by side, never a sum. */
    hands: z.optional(
      z.readonly(
        z
          .array(z.readonly(z.strictObject({ statement: Tag, ...handCounts })))
          .check(z.maxLength(64)),
      ),
    ),
    noticeRead: z.boolean(),
    reviewed: z.boolean(),
    /** Made by the desk out of a locked tablet's rows: nobody at the table closed or signed it. */
    rescued: z.optional(z.literal(true)),
    /** Typed in at the desk afterwards, from paper or from another file: no tablet was at the table. */
    entered: z.optional(z.literal(true)),
    /** Envelopes of this session that held what was erased since: the desk lets go of them and takes none in again. */
    forgets: z.optional(z.readonly(z.array(Digest).check(z.maxLength(1_000)))),
    counts: ReleaseCounts,
    notes: z.readonly(z.array(ReleasedNote).check(z.maxLength(5_000))),
  }),
);
export type Release = z.infer<typeof Release>;
