// What was being typed when the tablet was locked for good, as unfinished notes. A text is kept even where the rest of its
// draft has a shape that this version does not know.
import { toHex, toUtf8 } from "../../base/bytes.ts";
import type { DigestBytes } from "../../domain/codebook.ts";
import { NoteFields } from "../../domain/note.ts";
import {
  type BoxId,
  EntityId,
  Instant,
  Language,
  maxNoteLength,
  RecordId,
  z,
} from "../../domain/schema.ts";
import type { RecordDraft } from "../record-writer.ts";
import {
  SummaryDraft,
  saysMore,
  summaryDraftKey,
  toSummaryRecord,
} from "../session/summary-draft.ts";

const Typed = z.looseObject({ text: z.string() });
/** A note that exists and was being changed. */
const Edited = z.looseObject({
  noteId: EntityId,
  parents: z.readonly(z.array(RecordId).check(z.maxLength(64))),
  draft: Typed,
});

type Source = { readonly key: string; readonly draft: object };

/** Undefined for a draft without words. The same draft of the same place gives the same note each time. */
export const toUnfinishedNote = async (
  digest: DigestBytes,
  session: BoxId,
  { key, draft }: Source,
  now: string,
): Promise<Extract<RecordDraft, { readonly kind: "note/1" }> | undefined> => {
  const edited = Edited.safeParse(draft);
  const typed = Typed.safeParse(edited.success ? edited.data.draft : draft);
  if (!typed.success) return undefined;
  const text = typed.data.text.trim().slice(0, maxNoteLength);
  if (text === "") return undefined;
  const named = toHex(await digest(toUtf8(`kuuluu/1/rescued-draft ${session} ${key}`)));
  return {
    kind: "note/1",
    box: session,
    parents: edited.success ? edited.data.parents : [],
    noteId: edited.success ? edited.data.noteId : EntityId.parse(named.slice(0, 32)),
    ...toFields(typed.data, text, now),
  };
};

/** A summary whose field was not left yet. */
export const toUnfinishedSummary = (
  session: BoxId,
  { key, draft }: Source,
): Extract<RecordDraft, { readonly kind: "summary/1" }> | undefined => {
  const typed = SummaryDraft.safeParse(draft);
  if (key !== summaryDraftKey || !typed.success || !saysMore(typed.data)) return undefined;
  return { box: session, ...toSummaryRecord(typed.data) };
};

const toFields = (typed: z.infer<typeof Typed>, text: string, now: string): NoteFields => {
  const { translation, ...rest } = typed;
  const Beside = z.looseObject({ text: z.string().check(z.minLength(1)) });
  const beside = Beside.safeParse(translation);
  const begun = Instant.safeParse(typed.begunAt);
  const begunAt = begun.success ? begun.data : now;
  const whole = NoteFields.safeParse({
    ...rest,
    ...(beside.success ? { translation: beside.data } : {}),
    ...{ text, begunAt, unfinished: true },
  });
  if (whole.success) return whole.data;
  const lang = Language.safeParse(typed.lang);
  return {
    ...{ text, begunAt, unfinished: true, lang: lang.success ? lang.data : "fi" },
    ...{ kinds: [], dimensions: [], subThemes: [], topics: [] },
  };
};
