// Which dimensions of a note came from a suggestion: told apart, so that counts can do without them.
import type { NoteView } from "./notes.ts";
import { type Named, ofKind } from "./record.ts";
import { byStamp } from "./revisions.ts";
import type { EntityId, RecordId, Tag } from "./schema.ts";
import type { Suggestion } from "./session-records.ts";

export type SuggestionAnswer = Suggestion["answer"];
/** By note and dimension, the newest answer to a suggestion. */
export type SuggestionAnswers = ReadonlyMap<string, SuggestionAnswer>;

const keyOf = (noteId: EntityId, dimension: Tag): string => `${noteId} ${dimension}`;

/** What people said to suggestions. Order and repetition of records change nothing. */
export const foldSuggestions = (records: readonly Named[]): SuggestionAnswers =>
  new Map(
    [...ofKind(records, "suggestion/1")]
      .sort(byStamp)
      .map(({ record }) => [keyOf(record.noteId, record.dimension), record.answer]),
  );

export const wasRefused = (answers: SuggestionAnswers, noteId: EntityId, dimension: Tag): boolean =>
  answers.get(keyOf(noteId, dimension)) === "refused";

/**
 * The suggested ones among the dimensions that the note has now. A half of a split note and the whole of merged ones
 * keep what was suggested for the notes they came from. Who took a suggestion, took the tag away and set it anew by hand
 * still has it as suggested: in doubt a count leaves it out.
 */
export const createSuggestedOf = (
  records: readonly Named[],
): ((note: NoteView) => readonly Tag[]) => {
  const answers = foldSuggestions(records);
  if (answers.size === 0) return () => [];
  const noteOf = new Map<RecordId, EntityId>(
    ofKind(records, "note/1").map(({ id, record }) => [id, record.noteId]),
  );
  return ({ noteId, history, fields }) => {
    const parents = history.flatMap(({ record }) => record.parents);
    const from = new Set([noteId, ...parents.flatMap((parent) => noteOf.get(parent) ?? [])]);
    return fields.dimensions.filter((dimension) =>
      [...from].some((each) => answers.get(keyOf(each, dimension)) === "taken"),
    );
  };
};
