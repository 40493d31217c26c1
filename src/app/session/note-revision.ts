// A change of a note as the record that says it. A change of tags never chooses between texts that grew apart.
import { type NoteFields, noteFields } from "../../domain/note.ts";
import type { NoteFieldName, NoteView } from "../../domain/notes.ts";
import type { RecordId } from "../../domain/schema.ts";
import type { RecordDraft } from "../record-writer.ts";

export type NoteChange = Partial<NoteFields>;

/**
 * Names all heads as parents, unless they are rivals: then the newest alone is carried on, and the rival stays beside it
 * until a person chooses.
 */
export const toRevision = (
  view: NoteView,
  change: (fields: NoteFields) => NoteChange,
): { readonly record: RecordDraft; readonly before: NoteChange } => {
  const newest = view.heads.at(-1);
  const hasRivals = view.rivals.size > 0 && newest !== undefined;
  const fields = hasRivals ? fieldsOf(newest.record) : view.fields;
  const parents = hasRivals ? [newest.id] : view.heads.map(({ id }) => id);
  const changed = change(fields);
  return {
    record: reviseTo(view, { ...fields, ...changed }, parents),
    before: findReplaced(
      fields,
      changed,
      names.filter((name) => name in changed),
    ),
  };
};

/** The note with these fields, in place of the revisions that were seen. */
export const reviseTo = (
  { noteId }: Pick<NoteView, "noteId">,
  fields: NoteFields,
  parents: readonly RecordId[],
): RecordDraft => ({ kind: "note/1", noteId, parents, ...fields });

const names = Object.keys(noteFields) as readonly NoteFieldName[]; // The keys of a literal object.

/** A record's own fields, without what every record carries. */
export const fieldsOf = (record: NoteFields): NoteFields => {
  const { text, lang, kinds, dimensions, subThemes, topics, begunAt } = record;
  const fields = { text, lang, kinds, dimensions, subThemes, topics, begunAt };
  return Object.assign(fields, pick(record, names));
};

const pick = (record: NoteFields, wanted: readonly NoteFieldName[]): NoteChange =>
  Object.fromEntries(wanted.map((name) => [name, record[name]]));

/** The fields of `before` that `after` says otherwise, among those named: all, where none are. */
export const findReplaced = (
  before: NoteFields,
  after: NoteChange,
  among: readonly NoteFieldName[] = names,
): NoteChange =>
  pick(
    before,
    among.filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name])),
  );
