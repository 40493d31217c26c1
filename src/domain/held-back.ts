// What somebody held back stays held back in whatever comes of it, until it is judged anew or taken back: a comma more,
// a half split off, a detail made general are no reason to pass it on.
import { toChildren } from "./erasures.ts";
import { type Note, type NoteFields, noteFields } from "./note.ts";
import { type Named, ofKind } from "./record.ts";
import type { RecordId } from "./schema.ts";
import type { Review } from "./session-records.ts";
import { compareStamps } from "./stamp.ts";

export type Judgements = {
  /** The newest judgement of each revision that has one. */
  readonly newest: ReadonlyMap<RecordId, Named<Review>>;
  /** Every revision that stands held back, with the judgements it goes back to. */
  readonly held: ReadonlyMap<RecordId, readonly Named<Review>[]>;
};

const names = Object.keys(noteFields) as readonly (keyof NoteFields)[]; // The keys of a literal object.

const newestOf = (records: readonly Named[]): ReadonlyMap<RecordId, Named<Review>> => {
  const oldestFirst = [...ofKind(records, "review/1")].sort(
    (a, b) => compareStamps(a.record.stamp, b.record.stamp) || (a.id < b.id ? -1 : 1),
  );
  return new Map(oldestFirst.map((review) => [review.record.revision, review]));
};

/** The same words anew, in place of one revision: that is how a person takes a judgement back. */
const takesBack = (child: Note, parent: Note): boolean =>
  child.parents.length === 1 &&
  names.every((name) => JSON.stringify(child[name]) === JSON.stringify(parent[name]));

/** Pure; order and repetition of records change nothing. Revisions that are erased but still here count. */
export const findJudgements = (records: readonly Named[]): Judgements => {
  const newest = newestOf(records);
  const sources = [...newest.values()].filter(({ record }) => record.verdict === "held-back");
  const held = new Map<RecordId, Named<Review>[]>();
  if (sources.length === 0) return { newest, held };

  const notes = ofKind(records, "note/1");
  const byId = new Map(notes.map(({ id, record }) => [id, record]));
  const childrenOf = toChildren(notes);
  for (const source of sources) {
    const seen = new Set<RecordId>();
    const open = [source.record.revision];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      held.set(id, [...(held.get(id) ?? []), source]);
      const parent = byId.get(id);
      for (const childId of parent ? (childrenOf.get(id) ?? []) : []) {
        const child = byId.get(childId);
        if (child && parent && !newest.has(childId) && !takesBack(child, parent)) {
          open.push(childId);
        }
      }
    }
  }
  return { newest, held };
};

/** Revisions that stand held back only by what is about to go: they need a judgement of their own before it does. */
export const findLosing = (
  records: readonly Named[],
  going: ReadonlySet<RecordId>,
): readonly { readonly note: Named<Note>; readonly source: Named<Review> }[] => {
  const before = findJudgements(records).held;
  if (before.size === 0) return [];
  const left = records.filter(({ id }) => !going.has(id));
  const after = findJudgements(left).held;
  const replaced = new Set(ofKind(left, "note/1").flatMap(({ record }) => record.parents));
  return ofKind(left, "note/1").flatMap((note) => {
    const source = before.get(note.id)?.at(-1);
    return source && !after.has(note.id) && !replaced.has(note.id) ? [{ note, source }] : [];
  });
};
