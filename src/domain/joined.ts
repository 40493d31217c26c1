// Folding what coordinators work on apart: links are sets and are joined, and a text in several languages grows
// apart language by language, so that a translation made here and a wording changed there are no rivals.
import { groupBy } from "../base/group.ts";
import type { NoteRef } from "./finding-records.ts";
import type { AnyRecord, Named } from "./record.ts";
import { commonBase, type Folded, foldRevisions, oldestFirst, type Rival } from "./revisions.ts";
import type { EntityId, Language, Localized } from "./schema.ts";

/** One language of a text that heads worded differently. Undefined: a head took the text away. */
export type RivalWording<W> = {
  readonly field: W;
  readonly lang: Language;
  readonly values: readonly Rival<string | undefined>[];
};

export type Joined<R extends AnyRecord, F extends keyof R, W extends F> = Folded<R, F> & {
  readonly rivalWordings: readonly RivalWording<W>[];
};

export const refKey = ({ session, noteId }: Pick<NoteRef, "session" | "noteId">): string =>
  `${session}/${noteId}`;

type Member = NoteRef | string;
const keyOf = (member: Member): string => (typeof member === "string" ? member : refKey(member));

/** What any head has, without what any head took away since they parted. Of one note the newest head's revision stands. */
const joinMembers = (
  heads: readonly (readonly Member[])[],
  base: readonly Member[],
): readonly Member[] => {
  const taken = new Set(
    base
      .map(keyOf)
      .filter((key) => heads.some((head) => !head.some((member) => keyOf(member) === key))),
  );
  return [
    ...new Map([...base, ...heads.flat()].map((member) => [keyOf(member), member])).values(),
  ].filter((member) => !taken.has(keyOf(member)));
};

type Worded = Rival<Localized>;

const joinWords = <W>(
  field: W,
  heads: readonly Worded[],
  base: Localized | undefined,
): { readonly words: Localized; readonly rivals: readonly RivalWording<W>[] } => {
  const words: Record<Language, string> = {};
  const rivals: RivalWording<W>[] = [];
  const languages = new Set([base ?? {}, ...heads.map(({ value }) => value)].flatMap(Object.keys));
  for (const lang of [...languages].sort()) {
    // Without a common ancestor, a head that lacks a language says nothing of it.
    const changed = heads.filter(({ value }) =>
      base ? value[lang] !== base[lang] : value[lang] !== undefined,
    );
    const newest = changed.at(-1);
    const text = newest ? newest.value[lang] : base?.[lang];
    if (text !== undefined) words[lang] = text;
    if (new Set(changed.map(({ value }) => value[lang])).size > 1) {
      const values = changed.map(({ value, revision }) => ({ value: value[lang], revision }));
      rivals.push({ field, lang, values });
    }
  }
  return { words, rivals };
};

/** The fold of one thing, with `sets` and `words` joined in place of being rivals as wholes. */
export const foldJoined = <R extends AnyRecord, F extends keyof R, S extends F, W extends F>(
  revisions: readonly Named<R>[],
  names: readonly F[],
  sets: Readonly<Record<S, (record: R) => readonly Member[]>>,
  words: Readonly<Record<W, (record: R) => Localized>>,
): Joined<R, F, W> | undefined => {
  const folded = foldRevisions(revisions, names);
  if (!folded || folded.heads.length === 1) return folded && { ...folded, rivalWordings: [] };
  const { heads } = folded;
  const base = commonBase(heads, new Map(folded.history.map((each) => [each.id, each])));
  const fields = { ...folded.fields };
  const rivals = new Map(folded.rivals);
  const rivalWordings: RivalWording<W>[] = [];
  // The keys of a literal object.
  for (const name of Object.keys(sets) as S[]) {
    const of = sets[name];
    const joined = joinMembers(
      heads.map(({ record }) => of(record)),
      base ? of(base.record) : [],
    );
    Object.assign(fields, { [name]: joined });
    rivals.delete(name);
  }
  for (const name of Object.keys(words) as W[]) {
    const of = words[name];
    const worded = heads.map(({ id, record }) => ({ value: of(record), revision: id }));
    const joined = joinWords(name, worded, base && of(base.record));
    Object.assign(fields, { [name]: joined.words });
    rivalWordings.push(...joined.rivals);
    rivals.delete(name);
  }
  return { ...folded, fields, rivals, rivalWordings };
};

type FoldEach<R extends AnyRecord, F extends keyof R, S extends F, W extends F> = {
  readonly idOf: (record: R) => EntityId;
  readonly names: readonly F[];
  readonly sets: Readonly<Record<S, (record: R) => readonly Member[]>>;
  readonly words: Readonly<Record<W, (record: R) => Localized>>;
};

/** Every thing among these revisions with its id, oldest first. Order and repetition of records change nothing. */
export const foldEach = <R extends AnyRecord, F extends keyof R, S extends F, W extends F>(
  revisions: readonly Named<R>[],
  { idOf, names, sets, words }: FoldEach<R, F, S, W>,
): readonly (readonly [EntityId, Joined<R, F, W>])[] =>
  [...groupBy(revisions, ({ record }) => idOf(record))]
    .flatMap(([id, own]) => {
      const folded = foldJoined(own, names, sets, words);
      return folded ? [[id, folded] as const] : [];
    })
    .sort(([, a], [, b]) => oldestFirst(a, b));
