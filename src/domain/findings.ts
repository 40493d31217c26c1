// From the records of a desk box to its themes and findings. Links to notes are sets: two coordinators who link notes
// apart both keep theirs, and only the words can be rivals.
import { groupBy } from "../base/group.ts";
import type { Release } from "./desk-records.ts";
import {
  type Finding,
  findingFields,
  type NoteRef,
  type Theme,
  themeFields,
} from "./finding-records.ts";
import { type AnyRecord, type Named, ofKind } from "./record.ts";
import { byStamp, commonBase, type Folded, foldRevisions } from "./revisions.ts";
import type { EntityId } from "./schema.ts";

// The keys of a literal object.
const namesOf = <T extends object>(fields: T) => Object.keys(fields) as (keyof T)[];

export type ThemeView = Folded<Theme, keyof typeof themeFields> & { readonly themeId: EntityId };
export type FindingView = Folded<Finding, keyof typeof findingFields> & {
  readonly findingId: EntityId;
};

const keyOf = ({ session, noteId }: NoteRef): string => `${session}/${noteId}`;

/** What any head has, without what any head took away since they parted. Of one note the newest head's revision stands. */
const joinRefs = (
  heads: readonly (readonly NoteRef[])[],
  base: readonly NoteRef[],
): readonly NoteRef[] => {
  const taken = new Set(
    base.map(keyOf).filter((key) => heads.some((head) => !head.some((ref) => keyOf(ref) === key))),
  );
  return [...new Map([...base, ...heads.flat()].map((ref) => [keyOf(ref), ref])).values()].filter(
    (ref) => !taken.has(keyOf(ref)),
  );
};

/** The fold of one thing, with `sets` joined instead of being rivals. */
const foldWithSets = <R extends AnyRecord, F extends keyof R, S extends F>(
  revisions: readonly Named<R>[],
  names: readonly F[],
  sets: readonly S[],
  refsOf: (record: R, name: S) => readonly NoteRef[],
): Folded<R, F> | undefined => {
  const folded = foldRevisions(revisions, names);
  if (!folded || folded.heads.length === 1) return folded;
  const base = commonBase(folded.heads, new Map(folded.history.map((each) => [each.id, each])));
  const joined = sets.map((name) => [
    name,
    joinRefs(
      folded.heads.map(({ record }) => refsOf(record, name)),
      base ? refsOf(base.record, name) : [],
    ),
  ]);
  const rivals = new Map([...folded.rivals].filter(([name]) => !sets.some((set) => set === name)));
  return { ...folded, fields: { ...folded.fields, ...Object.fromEntries(joined) }, rivals };
};

const oldestFirst = (
  a: { readonly history: readonly Named[] },
  b: { readonly history: readonly Named[] },
): number => {
  const [first, second] = [a.history[0], b.history[0]];
  return first && second ? byStamp(first, second) : 0;
};

/** Every theme, set aside and merged ones too, oldest first. Order and repetition of records change nothing. */
export const foldThemes = (records: readonly Named[]): readonly ThemeView[] =>
  [...groupBy(ofKind(records, "theme/1"), ({ record }) => record.themeId)]
    .flatMap(([themeId, revisions]) => {
      const folded = foldWithSets(
        revisions,
        namesOf(themeFields),
        ["notes"],
        (record, name) => record[name],
      );
      return folded ? [{ ...folded, themeId }] : [];
    })
    .sort(oldestFirst);

/** Every finding, set aside ones too, oldest first. Order and repetition of records change nothing. */
export const foldFindings = (records: readonly Named[]): readonly FindingView[] =>
  [...groupBy(ofKind(records, "finding/1"), ({ record }) => record.findingId)]
    .flatMap(([findingId, revisions]) => {
      const folded = foldWithSets(
        revisions,
        namesOf(findingFields),
        ["supports", "opposes"],
        (record, name) => record[name],
      );
      return folded ? [{ ...folded, findingId }] : [];
    })
    .sort(oldestFirst);

/** How a linked note stands in the releases of today: as it was, in other words, or no longer there. */
export type RefState = "current" | "changed" | "gone";

/** `releases` are the current ones, one per session. */
export const createRefStates = (
  releases: readonly Named<Release>[],
): ((ref: NoteRef) => RefState) => {
  const revisions = new Map(
    releases.flatMap(({ record }) =>
      record.notes.map(({ noteId, revision }) => [`${record.session}/${noteId}`, revision]),
    ),
  );
  return (ref) => {
    const now = revisions.get(keyOf(ref));
    return now === undefined ? "gone" : now === ref.revision ? "current" : "changed";
  };
};
