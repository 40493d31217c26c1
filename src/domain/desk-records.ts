// The records of a desk box that a desk alone writes: who runs it, its rounds and its cards. A release is written at the
// table, so it lies in release-records.ts.
import { Codebook } from "./codebook.ts";
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
  RecordId,
  text,
  z,
} from "./schema.ts";

export type { Release, ReleaseCounts, ReleasedNote } from "./release-records.ts";

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
