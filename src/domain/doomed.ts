// What is to be forgotten wherever it lies, once an erasure is known; and what nobody can tell yet.
import { toChildren, withDescendants, withoutErased } from "./erasures.ts";
import { type Named, ofKind } from "./record.ts";
import type { Digest } from "./schema.ts";

/**
 * Revisions that no erasure of their note lets live, and what was said of them in review. A revision whose parents are
 * not all known waits, unseen: it may yet prove to descend from a survivor.
 */
export const findDoomed = (records: readonly Named[]): readonly Named[] => {
  const erasures = ofKind(records, "erasure/1");
  if (erasures.length === 0) return [];
  const touched = new Set(erasures.map(({ record }) => record.noteId));
  const named = new Set(erasures.flatMap(({ record }) => record.erased ?? []));
  const notes = ofKind(records, "note/1");
  const living = new Set(withoutErased(records).map(({ id }) => id));
  const dead = notes.filter(({ id, record }) => touched.has(record.noteId) && !living.has(id));
  const known = new Set(notes.map(({ id }) => id));
  const orphans = dead.filter(
    ({ id, record }) =>
      !named.has(id) && record.parents.some((parent) => !known.has(parent) && !named.has(parent)),
  );
  const waiting = withDescendants(
    orphans.map(({ id }) => id),
    toChildren(notes),
  );
  const doomed = dead.filter(({ id }) => named.has(id) || !waiting.has(id));
  const gone = new Set([...named, ...doomed.map(({ id }) => id)]);
  const reviews = ofKind(records, "review/1").filter(
    ({ record }) => touched.has(record.noteId) && gone.has(record.revision),
  );
  // It holds no words, only that a dimension was offered: it stays as long as anything of its note may live.
  const ended = new Set(
    erasures
      .filter(({ record }) => record.survivors.length === 0)
      .map(({ record }) => record.noteId),
  );
  const suggestions = ofKind(records, "suggestion/1").filter(({ record }) =>
    ended.has(record.noteId),
  );
  return [...doomed, ...reviews, ...suggestions];
};

/** Every envelope that an erasure names: gone here, gone on the hub, never taken in again. */
export const listErasedEnvelopes = (records: readonly Named[]): readonly Digest[] => [
  ...new Set(ofKind(records, "erasure/1").flatMap(({ record }) => record.envelopes)),
];
