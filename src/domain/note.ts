// A note is what was said, in the scribe's words. Tags are proposals until review confirms them, and never required.
import {
  Count,
  common,
  EntityId,
  Instant,
  Language,
  maxNoteLength,
  Tag,
  tags,
  text,
  z,
} from "./schema.ts";

export const speakers = [
  "P1",
  "P2",
  "P3",
  "P4",
  "P5",
  "P6",
  "P7",
  "P8",
  "P9",
  "P10",
  "P11",
  "P12",
  "several",
  "facilitator",
  "interpreter",
  "observation",
] as const;
export const Speaker = z.enum(speakers);
export type Speaker = z.infer<typeof Speaker>;

export const polarities = ["strengthens", "weakens", "mixed"] as const;
export const Polarity = z.enum(polarities);
export type Polarity = z.infer<typeof Polarity>;

export const Translation = z.readonly(
  z.strictObject({
    text: text(maxNoteLength),
    lang: Language,
    by: z.enum(["scribe", "interpreter", "later"]),
  }),
);
export type Translation = z.infer<typeof Translation>;

/** What a released note keeps. The first dimension is the primary one; a note counts once per dimension. */
export const noteContent = {
  text: text(maxNoteLength),
  lang: Language,
  translation: z.optional(Translation),
  kinds: tags(8),
  dimensions: tags(8),
  subThemes: tags(16),
  topics: tags(16),
  area: z.optional(Tag),
  polarity: z.optional(Polarity),
  agreement: z.optional(z.readonly(z.strictObject({ agree: Count, disagree: Count }))),
  /** The question or phase under which it was said. */
  phase: z.optional(Tag),
  star: z.optional(z.literal(true)),
  unfinished: z.optional(z.literal(true)),
  quotable: z.optional(z.literal(true)),
};

/** What a revision of a note may change. */
export const noteFields = {
  ...noteContent,
  speaker: z.optional(Speaker),
  /** When the first key of it was struck, not when it was saved. */
  begunAt: Instant,
  /** Struck through by the scribe: kept in history, in no release. */
  struck: z.optional(z.literal(true)),
};

export const Note = z.readonly(
  z.strictObject({ kind: z.literal("note/1"), ...common, noteId: EntityId, ...noteFields }),
);
export type Note = z.infer<typeof Note>;

export const NoteFields = z.readonly(z.strictObject(noteFields));
export type NoteFields = z.infer<typeof NoteFields>;
