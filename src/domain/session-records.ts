// The records of a session box besides notes. All carry the common fields; ids are computed, never carried.
import { isAgeRecipient } from "../base/bech32.ts";
import { Guide } from "./guide.ts";
import {
  BoxId,
  Count,
  common,
  Day,
  Digest,
  EntityId,
  Instant,
  Language,
  maxNoteLength,
  RecordId,
  Tag,
  text,
  z,
} from "./schema.ts";

const shortText = text(200);

/** What the desk plans and the scribe completes. The group is the session's, coarse, never a person's. */
export const sessionFields = {
  roundId: EntityId,
  roundName: shortText,
  codebook: Digest,
  guideDigest: Digest,
  /** Travels with a plan so that a typed code alone can show the questions. */
  guide: z.optional(Guide),
  title: shortText,
  groups: z.readonly(z.array(shortText).check(z.maxLength(12))),
  languages: z.readonly(z.array(Language).check(z.minLength(1), z.maxLength(8))),
  place: z.optional(shortText),
  heldOn: z.optional(Day),
  people: z.optional(Count),
  /** Which text of the notice was read (guide digest), in which language, when. */
  noticeRead: z.optional(
    z.readonly(z.strictObject({ guide: Digest, lang: Language, at: Instant })),
  ),
  startedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  reviewRequired: z.optional(z.literal(true)),
  /** The round forbids the resume key: after a reload only the card opens. */
  noResume: z.optional(z.literal(true)),
  /** Days that a tablet keeps the session after the desk's receipt. */
  keepDays: z.optional(z.int().check(z.minimum(1), z.maximum(3_650))),
  /** Who receives the release. A typed code learns it here and compares the fingerprint on paper. */
  desk: z.optional(
    z.readonly(
      z.strictObject({
        box: BoxId,
        recipient: z.string().check(z.regex(/^age1[0-9a-z]{58}$/), z.refine(isAgeRecipient)),
        name: shortText,
        operator: z.enum(["ngo", "municipality"]),
      }),
    ),
  ),
  /** The box whose card this one replaces. */
  replaces: z.optional(BoxId),
};
export const Session = z.readonly(
  z.strictObject({ kind: z.literal("session/1"), ...common, ...sessionFields }),
);
export type Session = z.infer<typeof Session>;

export const Phase = z.readonly(
  z.strictObject({ kind: z.literal("phase/1"), ...common, question: Tag, begunAt: Instant }),
);
export type Phase = z.infer<typeof Phase>;

export const verdicts = ["approved", "returned", "held-back"] as const;
/** Judges one revision, never a note: new text always needs new eyes. */
export const Review = z.readonly(
  z.strictObject({
    kind: z.literal("review/1"),
    ...common,
    noteId: EntityId,
    revision: RecordId,
    verdict: z.enum(verdicts),
    remark: z.optional(text(2_000)),
    /** Approved together with all untouched ones, not one by one. */
    together: z.optional(z.literal(true)),
  }),
);
export type Review = z.infer<typeof Review>;

/** A lexicon proposed a dimension for what was there: what a person said to it. The newest answer stands. */
export const Suggestion = z.readonly(
  z.strictObject({
    kind: z.literal("suggestion/1"),
    ...common,
    noteId: EntityId,
    revision: RecordId,
    dimension: Tag,
    /** Language and version, `fi-1`. */
    lexicon: Tag,
    answer: z.enum(["taken", "refused", "withdrawn"]),
  }),
);
export type Suggestion = z.infer<typeof Suggestion>;

const longText = text(maxNoteLength);
export const summaryFields = {
  important: z.optional(longText),
  agreed: z.optional(longText),
  differed: z.optional(longText),
  unclear: z.optional(longText),
  next: z.optional(longText),
  corrections: z.optional(longText),
  /** May this be told as coming from this session's group? Absent: not asked. */
  groupConsent: z.optional(z.boolean()),
};
export const Summary = z.readonly(
  z.strictObject({ kind: z.literal("summary/1"), ...common, ...summaryFields }),
);
export type Summary = z.infer<typeof Summary>;

export const handCounts = { agree: Count, disagree: Count, unsure: Count };
/** Hands shown for one statement of the codebook when the talk was over. Without a count: taken back. */
export const Hands = z.readonly(
  z.strictObject({
    kind: z.literal("hands/1"),
    ...common,
    /** The sub-theme whose statement was read out. */
    statement: Tag,
    count: z.optional(z.readonly(z.strictObject(handCounts))),
  }),
);
export type Hands = z.infer<typeof Hands>;

export const Receipt = z.readonly(
  z.strictObject({
    kind: z.literal("receipt/1"),
    ...common,
    release: RecordId,
    envelope: Digest,
    notes: Count,
    receivedAt: Instant,
  }),
);
export type Receipt = z.infer<typeof Receipt>;

/** Erasing wins: a revision that is neither a survivor nor its descendant is refused for ever. */
export const Erasure = z.readonly(
  z.strictObject({
    kind: z.literal("erasure/1"),
    ...common,
    noteId: EntityId,
    survivors: z.readonly(z.array(RecordId).check(z.maxLength(64))),
    /** Revisions, and reviews of them, that the eraser had: so that a late child of one is known for what it is. */
    erased: z.optional(z.readonly(z.array(RecordId).check(z.maxLength(1_000)))),
    envelopes: z.readonly(z.array(Digest).check(z.maxLength(1_000))),
  }),
);
export type Erasure = z.infer<typeof Erasure>;
