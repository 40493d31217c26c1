// Merging is reading: the revisions of one thing form a graph by their parents, and this fold turns it into what
// people see. Order and repetition of the input change nothing. Rivals stay until a person chooses.
import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import type { AnyRecord, Named } from "./record.ts";
import type { RecordId } from "./schema.ts";
import { compareStamps } from "./stamp.ts";

export type Rival<V> = { readonly value: V; readonly revision: RecordId };

export type Folded<R extends AnyRecord, F extends keyof R> = {
  /** Fields as they stand; where rivals differ, those of the newest head. */
  readonly fields: Pick<R, F>;
  /** Revisions that nothing replaces, oldest first. More than one means they grew apart. */
  readonly heads: readonly Named<R>[];
  /** Fields that heads changed differently, each with every head's value. */
  readonly rivals: ReadonlyMap<F, readonly Rival<R[F]>[]>;
  /** All revisions, oldest first. */
  readonly history: readonly Named<R>[];
};

const fingerprint = (value: unknown): string =>
  value === undefined ? "" : toHex(toCanonicalBytes({ value }));

/** Oldest first by stamp; by id where stamps are equal, so that every device shows one order. */
export const byStamp = <R extends AnyRecord>(a: Named<R>, b: Named<R>): number =>
  compareStamps(a.record.stamp, b.record.stamp) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** By the first revision of each: the order in which things came to be. */
export const oldestFirst = (
  a: { readonly history: readonly Named[] },
  b: { readonly history: readonly Named[] },
): number => {
  const [first, second] = [a.history[0], b.history[0]];
  return first && second ? byStamp(first, second) : 0;
};

/** The fields of a record's shape, by name: the keys of a literal object. */
export const namesOf = <T extends object>(fields: T) => Object.keys(fields) as (keyof T)[];

const ancestorsOf = (id: RecordId, byId: ReadonlyMap<RecordId, Named>): Set<RecordId> => {
  const seen = new Set<RecordId>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(byId.get(next)?.record.parents ?? []).filter((parent) => byId.has(parent)));
  }
  return seen;
};

/** The one newest revision all heads come from, if there is exactly one. An erased ancestor is none. */
export const commonBase = <R extends AnyRecord>(
  heads: readonly Named<R>[],
  byId: ReadonlyMap<RecordId, Named<R>>,
): Named<R> | undefined => {
  const [first, ...others] = heads;
  if (!first) return undefined;
  let common = ancestorsOf(first.id, byId);
  for (const head of others) {
    if (common.size === 0) return undefined;
    const ancestors = ancestorsOf(head.id, byId);
    common = new Set([...common].filter((id) => ancestors.has(id)));
  }
  // Whatever an ancestor of all comes from is one too: so the newest are those that no other names as a parent.
  const older = new Set([...common].flatMap((id) => byId.get(id)?.record.parents ?? []));
  const [only, ...more] = [...common].filter((id) => !older.has(id));
  return only !== undefined && more.length === 0 ? byId.get(only) : undefined;
};

/**
 * Folds the revisions of ONE thing over the fields that a revision may change. Answers undefined for no revisions.
 * Different fields changed on different heads merge by themselves; the same field changed differently is a rival.
 */
export const foldRevisions = <R extends AnyRecord, F extends keyof R>(
  revisions: readonly Named<R>[],
  fieldNames: readonly F[],
): Folded<R, F> | undefined => {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  const history = [...byId.values()].sort(byStamp);
  const replaced = new Set(history.flatMap(({ record }) => record.parents));
  const heads = history.filter(({ id }) => !replaced.has(id));
  const newest = heads.at(-1);
  if (!newest) return undefined;

  const base = heads.length > 1 ? commonBase(heads, byId) : undefined;
  const fields: Partial<Pick<R, F>> = {};
  const rivals = new Map<F, readonly Rival<R[F]>[]>();
  for (const name of fieldNames) {
    // Nearly always there is one head: comparing it with nothing would cost most of the desk's time.
    if (heads.length === 1) {
      if (newest.record[name] !== undefined) fields[name] = newest.record[name];
      continue;
    }
    const origin = base === undefined ? undefined : fingerprint(base.record[name]);
    // Without a common ancestor, a field that a head leaves out is one it says nothing of.
    const changed = heads.filter((head) =>
      origin === undefined
        ? head.record[name] !== undefined
        : fingerprint(head.record[name]) !== origin,
    );
    const distinct = new Set(changed.map((head) => fingerprint(head.record[name])));
    const winner = changed.at(-1) ?? newest;
    if (distinct.size > 1) {
      rivals.set(
        name,
        changed.map((head) => ({ value: head.record[name], revision: head.id })),
      );
    }
    if (winner.record[name] !== undefined) fields[name] = winner.record[name];
  }
  // Every required field stands in every revision, so the pick is whole.
  return { fields: fields as Pick<R, F>, heads, rivals, history };
};
