// What a reviewer does, as the records that say it. A verdict judges the very words that are there; new words need new
// eyes, the reviewer's own among them.

import { findJudgements } from "../../domain/held-back.ts";
import type { NoteFields } from "../../domain/note.ts";
import type { NoteFieldName, NoteView } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";
import type { EntityId, RecordId } from "../../domain/schema.ts";
import { toMs } from "../../domain/stamp.ts";
import type { RecordDraft } from "../record-writer.ts";
import { reviseTo, toRevision } from "../session/note-revision.ts";
import { unjudge } from "../session/verdicts.ts";

/** Words that grew apart cannot be approved: nobody has said which. */
export const canApprove = (view: NoteView): boolean =>
  view.heads.length === 1 && view.verdict !== "approved";

/** The untouched ones of a queue: nobody judged them, nothing in them is open. */
export const isUntouched = (view: NoteView): boolean =>
  view.verdict === "unreviewed" && canApprove(view) && view.fields.unfinished !== true;

/** What brings a note's judgement back to what it was; `records` as they were then. */
export const restoreVerdict = (
  before: NoteView,
  now: NoteView,
  records: readonly Named[],
): readonly RecordDraft[] => {
  if (before.verdict === "unreviewed") return unjudge(now);
  const { newest, held } = findJudgements(records);
  return before.heads.flatMap(({ id }) => {
    const last = (newest.get(id) ?? held.get(id)?.at(-1))?.record;
    if (!last) return [];
    const { verdict, remark, together } = last;
    const more = { ...(remark && { remark }), ...(together && { together }) };
    const review = { kind: "review/1" as const, parents: [], noteId: now.noteId };
    return [{ ...review, revision: id, verdict, ...more }];
  });
};

/** One note becomes two: the first keeps its name, both keep tags and time, and the second names where it came from. */
export const split = (
  view: NoteView,
  texts: readonly [string, string],
  secondId: EntityId,
): readonly RecordDraft[] => {
  // Right behind the first half.
  const begunAt = new Date(toMs(view.firstStamp) + 1).toISOString();
  const second: NoteFields = { ...view.fields, text: texts[1], begunAt };
  return [
    toRevision(view, () => ({ text: texts[0], translation: undefined })).record,
    reviseTo(
      { noteId: secondId },
      withoutTranslation(second),
      view.heads.map(({ id }) => id),
    ),
  ];
};

const withoutTranslation = ({ translation, ...fields }: NoteFields): NoteFields => {
  void translation; // Of the whole: it belongs to neither half.
  return fields;
};

const join = <T>(one: readonly T[], other: readonly T[], limit: number): readonly T[] =>
  [...new Set([...one, ...other])].slice(0, limit);

/** The second note's words come under the first's; the second is struck through, so that it is there to be had back. */
export const merge = (view: NoteView, other: NoteView): readonly RecordDraft[] => {
  const [a, b] = [view.fields, other.fields];
  const marks = {
    ...(a.star || b.star ? { star: true as const } : {}),
    ...(a.unfinished || b.unfinished ? { unfinished: true as const } : {}),
    // What one of them may not be quoted for, the whole may not.
    quotable: a.quotable && b.quotable ? (true as const) : undefined,
  };
  const parents: readonly RecordId[] = [...view.heads, ...other.heads].map(({ id }) => id);
  const fields = {
    ...withoutTranslation(a),
    ...marks,
    text: `${a.text}\n${b.text}`,
    kinds: join(a.kinds, b.kinds, 8),
    dimensions: join(a.dimensions, b.dimensions, 8),
    subThemes: join(a.subThemes, b.subThemes, 16),
    topics: join(a.topics, b.topics, 16),
  };
  return [
    reviseTo(view, withoutAbsent(fields), parents),
    toRevision(other, () => ({ struck: true })).record,
  ];
};

const withoutAbsent = (fields: object): NoteFields =>
  // Only optional fields can be absent.
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as NoteFields;

export type Chosen = ReadonlyMap<NoteFieldName, unknown>;

/** A person chose between rivals: one revision in place of all heads. */
export const settle = (view: NoteView, chosen: Chosen): RecordDraft =>
  reviseTo(
    view,
    withoutAbsent({ ...view.fields, ...Object.fromEntries(chosen) }),
    view.heads.map(({ id }) => id),
  );

/** Both, where both can be had: texts under one another, tags side by side. Undefined where a person has to choose. */
export const keepBoth = (name: NoteFieldName, values: readonly unknown[]): unknown => {
  const given = values.filter((value) => value !== undefined);
  if (name === "text") return [...new Set(given)].join("\n");
  return given.every((value) => Array.isArray(value)) ? [...new Set(given.flat())] : undefined;
};
