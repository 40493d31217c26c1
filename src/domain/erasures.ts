// Erasing wins: of a note that an erasure names only survivors are shown, and what descends from them.
import type { Note } from "./note.ts";
import { type Named, ofKind } from "./record.ts";
import type { EntityId, RecordId } from "./schema.ts";

/** Order and repetition of records change nothing; a revision that comes late is judged like any other. */
export const withoutErased = (records: readonly Named[]): readonly Named<Note>[] => {
  const notes = ofKind(records, "note/1");
  const erasures = ofKind(records, "erasure/1");
  if (erasures.length === 0) return notes;
  const childrenOf = toChildren(notes);
  const livingOf = new Map<EntityId, readonly ReadonlySet<RecordId>[]>();
  for (const { record } of erasures) {
    const living = withDescendants(record.survivors, childrenOf);
    livingOf.set(record.noteId, [...(livingOf.get(record.noteId) ?? []), living]);
  }
  return notes.filter(
    ({ id, record }) => livingOf.get(record.noteId)?.every((living) => living.has(id)) ?? true,
  );
};

export type Children = ReadonlyMap<RecordId, readonly RecordId[]>;

export const toChildren = (notes: readonly Named<Note>[]): Children => {
  const childrenOf = new Map<RecordId, RecordId[]>();
  for (const { id, record } of notes) {
    for (const parent of record.parents) {
      const children = childrenOf.get(parent);
      if (children) children.push(id);
      else childrenOf.set(parent, [id]);
    }
  }
  return childrenOf;
};

export const withDescendants = (
  from: readonly RecordId[],
  childrenOf: Children,
): ReadonlySet<RecordId> => {
  const found = new Set<RecordId>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(childrenOf.get(next) ?? []));
  }
  return found;
};
