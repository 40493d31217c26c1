// The desk's own reading of the notes: themes that gather them, findings that state what they say, and quotes. All name
// notes by revision, so that a later release that changes or drops one is noticed.
import {
  BoxId,
  common,
  EntityId,
  Language,
  localized,
  RecordId,
  Tag,
  tags,
  text,
  z,
} from "./schema.ts";

/** One released note, in the words it had when it was linked. */
export const NoteRef = z.readonly(
  z.strictObject({ session: BoxId, noteId: EntityId, revision: RecordId }),
);
export type NoteRef = z.infer<typeof NoteRef>;

export const noteRefs = z.readonly(z.array(NoteRef).check(z.maxLength(2_000)));

export const themeFields = {
  roundId: EntityId,
  name: localized(200),
  /** Themes lie over the four dimensions; one that runs across them has none. */
  dimension: z.optional(Tag),
  memo: z.optional(text(20_000)),
  notes: noteRefs,
  /** Two themes that were the same: the notes of this one count there. */
  mergedInto: z.optional(EntityId),
  /** Set aside: kept in history, shown nowhere. */
  dropped: z.optional(z.literal(true)),
};
export const Theme = z.readonly(
  z.strictObject({ kind: z.literal("theme/1"), ...common, themeId: EntityId, ...themeFields }),
);
export type Theme = z.infer<typeof Theme>;

export const findingKinds = ["strength", "concern", "proposal", "disagreement"] as const;
export const FindingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKind>;

export const findingFields = {
  roundId: EntityId,
  /** What the notes say, in the municipality's languages; a language that is missing is told where it would be read. */
  statement: localized(2_000),
  type: FindingKind,
  dimension: z.optional(Tag),
  subThemes: tags(16),
  themes: z.readonly(z.array(EntityId).check(z.maxLength(32))),
  /** No note, no sentence: a finding without any may be written but is in nothing that is published. */
  supports: noteRefs,
  opposes: noteRefs,
  /** What the coordinator wants to remember; in no report. */
  memo: z.optional(text(20_000)),
  /**
   * The revision whose words a person has checked as fit to be told outside. Other words need new eyes, whoever wrote
   * them; without a check a finding is in no report, event page or leaflet.
   */
  checked: z.optional(RecordId),
  dropped: z.optional(z.literal(true)),
};
export const Finding = z.readonly(
  z.strictObject({
    kind: z.literal("finding/1"),
    ...common,
    findingId: EntityId,
    ...findingFields,
  }),
);
export type Finding = z.infer<typeof Finding>;

export const quoteFields = {
  roundId: EntityId,
  note: NoteRef,
  lang: Language,
  /** As it may be told: in the note's own words, or with rare details put in [brackets]. */
  text: text(2_000),
  translation: localized(2_000),
  /** Told as coming from its session's group, where everything allows that. */
  withGroup: z.optional(z.literal(true)),
  /** The coordinator's approval, the second one: the revision that was looked at. */
  checked: z.optional(RecordId),
  /** Withdrawn. */
  dropped: z.optional(z.literal(true)),
};
/** A sentence somebody said, made ready to be told outside. */
export const Quote = z.readonly(
  z.strictObject({ kind: z.literal("quote/1"), ...common, quoteId: EntityId, ...quoteFields }),
);
export type Quote = z.infer<typeof Quote>;
