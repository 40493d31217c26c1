// The records of a desk box: who runs it, its rounds, its cards, and the releases it holds.
import { Codebook } from "./codebook.ts";
import { Guide } from "./guide.ts";
import { noteContent } from "./note.ts";
import {
  BoxId,
  Count,
  common,
  Day,
  Digest,
  EntityId,
  Instant,
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
const days = z.int().check(z.minimum(1), z.maximum(3_650));

export const operators = ["ngo", "municipality"] as const;
export const deskFields = { operator: z.enum(operators), name: shortText, languages };
/** Who runs the desk: the first question of its set-up. */
export const Desk = z.readonly(
  z.strictObject({ kind: z.literal("desk/1"), ...common, ...deskFields }),
);
export type Desk = z.infer<typeof Desk>;
export type Operator = Desk["operator"];

export const roundFields = {
  name: shortText,
  operator: z.enum(operators),
  deskName: shortText,
  languages,
  /** Frozen: rounds with different codebooks are not comparable until someone maps them. */
  codebook: Codebook,
  guide: Guide,
  /** A published cell needs this many notes, sessions and people present. */
  thresholds: z.readonly(z.strictObject({ notes: Count, sessions: Count, people: Count })),
  reviewRequired: z.boolean(),
  allowResume: z.boolean(),
  retention: z.readonly(z.strictObject({ tabletDays: days, hubDays: days, deskDays: days })),
};
export const Round = z.readonly(
  z.strictObject({ kind: z.literal("round/1"), ...common, roundId: EntityId, ...roundFields }),
);
export type Round = z.infer<typeof Round>;

export const cardFields = {
  roundId: EntityId,
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/)),
  /** The root of the session's keys, base64url: opening an envelope costs no second derivation. */
  rootKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  state: z.enum(["live", "replaced", "void"]),
  title: shortText,
  groups: z.readonly(z.array(shortText).check(z.maxLength(12))),
  languages,
  place: z.optional(shortText),
  plannedFor: z.optional(Day),
  peoplePlanned: z.optional(Count),
  replaces: z.optional(BoxId),
};
/** One per session, committed before the card prints, so that recovery and every coordinator have every card. */
export const Card = z.readonly(
  z.strictObject({ kind: z.literal("card/1"), ...common, session: BoxId, ...cardFields }),
);
export type Card = z.infer<typeof Card>;

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

/** That a release is read nowhere, or is again: how a coordinator takes an import back. */
export const Aside = z.readonly(
  z.strictObject({
    kind: z.literal("aside/1"),
    ...common,
    release: RecordId,
    /** False: taken back. */
    aside: z.boolean(),
  }),
);
export type Aside = z.infer<typeof Aside>;

/** That the desk opened a session's raw notes, and why. Written before anything of them is shown. */
export const Rescue = z.readonly(
  z.strictObject({
    kind: z.literal("rescue/1"),
    ...common,
    session: BoxId,
    reason: text(2_000),
    openedAt: Instant,
    /** Opened whole, unfinished texts among them; and rows that did not open. */
    rows: Count,
    drafts: Count,
    damaged: Count,
  }),
);
export type Rescue = z.infer<typeof Rescue>;

export const removalRules = ["hub-time", "desk-time", "before-time"] as const;
/** What was let go of, by which rule: what the certificate says, and what is never taken in again. No content. */
export const Removal = z.readonly(
  z.strictObject({
    kind: z.literal("removal/1"),
    ...common,
    roundId: EntityId,
    from: z.enum(["hub", "desk"]),
    rule: z.enum(removalRules),
    /** When the round's time for keeping ran out. */
    due: Instant,
    removedAt: Instant,
    sessions: Count,
    notes: Count,
    envelopes: z.readonly(z.array(Digest).check(z.maxLength(10_000))),
  }),
);
export type Removal = z.infer<typeof Removal>;
