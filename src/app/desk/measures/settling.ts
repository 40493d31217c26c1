// What two desks made apart: an edit of something else leaves it standing, and only a person's choice settles it.
import type { RivalWording } from "../../../domain/joined.ts";
import type { AnyRecord, Named } from "../../../domain/record.ts";
import type { Rival } from "../../../domain/revisions.ts";
import type { Language, Localized } from "../../../domain/schema.ts";

type Grown = {
  readonly heads: readonly Named<AnyRecord>[];
  readonly fields: object;
  readonly rivals: ReadonlyMap<string, readonly Rival<unknown>[]>;
  readonly rivalWordings: readonly RivalWording<string>[];
};

export type Choices<W extends string, F extends string> = {
  /** The words that stand; undefined: the language goes. */
  readonly words: readonly {
    readonly field: W;
    readonly lang: Language;
    readonly text: string | undefined;
  }[];
  /** The fact as this head has it. */
  readonly facts: readonly { readonly fact: F; readonly revision: string }[];
};

/** A check is judged anew, so that two of them are no question to a person. */
export const rivalFacts = ({ rivals }: Pick<Grown, "rivals">): readonly string[] =>
  [...rivals.keys()].filter((name) => name !== "checked");

export const hasRivals = (view: Pick<Grown, "rivals" | "rivalWordings">): boolean =>
  view.rivalWordings.length > 0 || rivalFacts(view).length > 0;

/** Where rivals stand, a change goes on from the newest head alone: the others keep theirs until somebody chooses. */
export const onOwnHead = <V extends Grown>(view: V, shape: object): V => {
  const head = view.heads.at(-1);
  if (!head || !hasRivals(view)) return view;
  const own = Object.entries(head.record).filter(([name]) => name in shape);
  // The shape of the record is that of the fields.
  return { ...view, heads: [head], fields: Object.fromEntries(own) as V["fields"] };
};

/** What the choices change. Facts in `together` mean something only with each other: they come from one head. */
export const toSettled = <V extends Grown, W extends string, F extends string>(
  view: V,
  { words, facts }: Choices<W, F>,
  together: readonly string[] = [],
): Partial<V["fields"]> => {
  const change: Record<string, unknown> = {};
  for (const { field, lang, text } of words) {
    const before = (change[field] ??
      Object.entries(view.fields).find(([name]) => name === field)?.[1]) as Localized; // A field of words.
    const { [lang]: _, ...others } = before;
    change[field] = text === undefined ? others : { ...others, [lang]: text };
  }
  for (const { fact, revision } of facts) {
    const head = view.heads.find(({ id }) => id === revision)?.record;
    if (!head) continue;
    const own = new Map<string, unknown>(Object.entries(head));
    for (const name of together.includes(fact) ? together : [fact]) change[name] = own.get(name);
  }
  return change as Partial<V["fields"]>; // Names and values come from the view and its heads.
};
