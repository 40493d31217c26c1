// What stands in the dock before it is a note: the same fields, but the text may still be empty and nothing is required.
import { type NoteFields, noteFields } from "../../domain/note.ts";
import { EntityId, Instant, Language, RecordId, z } from "../../domain/schema.ts";

const DraftTranslation = z.strictObject({
  text: z.string(),
  lang: Language,
  by: z.enum(["scribe", "interpreter", "later"]),
});

const shape = {
  ...noteFields,
  text: z.string(),
  translation: z.optional(DraftTranslation),
  /** Absent until the first key or chip. */
  begunAt: z.optional(Instant),
};
export const CaptureDraft = z.readonly(z.strictObject(shape));
export type CaptureDraft = z.infer<typeof CaptureDraft>;

/** A draft of a note that exists: which one, and the revisions that the scribe saw when starting. */
export const EditDraft = z.readonly(
  z.strictObject({
    noteId: EntityId,
    parents: z.readonly(z.array(RecordId)),
    draft: CaptureDraft,
  }),
);
export type EditDraft = z.infer<typeof EditDraft>;

export const emptyDraft = (lang: Language): CaptureDraft => ({
  text: "",
  lang,
  kinds: [],
  dimensions: [],
  subThemes: [],
  topics: [],
});

/** A note is being written: there is text, or the scribe has said whose words come next. */
export const isBegun = (draft: CaptureDraft): boolean =>
  draft.text !== "" || draft.begunAt !== undefined;

/** A note needs words. */
export const canSave = (draft: CaptureDraft): boolean => draft.text.trim() !== "";

/** The note's fields as they would be saved now. An empty translation is none. */
export const toNoteFields = (draft: CaptureDraft, now: string): NoteFields => {
  const { text: typed, translation: beside, begunAt: begun, ...rest } = draft;
  const other = beside?.text.trim();
  return {
    ...rest,
    text: typed.trim(),
    begunAt: begun ?? now,
    ...(beside && other ? { translation: { ...beside, text: other } } : {}),
  };
};

/** A note's fields back in the dock. */
export const toDraft = (fields: NoteFields): CaptureDraft => {
  const { struck: isStruck, ...rest } = fields;
  void isStruck; // Named so that it is left out.
  return rest;
};

/** What was typed on while `saved` was on its way to the disk, or undefined when the text was changed otherwise. */
export const remainderOf = (current: string, saved: string): string | undefined =>
  current.startsWith(saved) ? current.slice(saved.length) : undefined;
