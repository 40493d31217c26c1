// From the records of a desk box to its themes, findings and quotes. Links to notes are joined, and only words can be rivals.
import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import { groupBy } from "../base/group.ts";
import type { Release } from "./desk-records.ts";
import {
  type Finding,
  findingFields,
  type NoteRef,
  type Quote,
  quoteFields,
  type Theme,
  themeFields,
} from "./finding-records.ts";
import { foldJoined, type Joined, refKey } from "./joined.ts";
import { type AnyRecord, type Named, ofKind } from "./record.ts";
import { namesOf, oldestFirst } from "./revisions.ts";
import type { EntityId, RecordId } from "./schema.ts";

export type ThemeView = Joined<Theme, keyof typeof themeFields, "name"> & {
  readonly themeId: EntityId;
};
export type FindingView = Joined<Finding, keyof typeof findingFields, "statement"> & {
  readonly findingId: EntityId;
};
export type QuoteView = Joined<Quote, keyof typeof quoteFields, "translation"> & {
  readonly quoteId: EntityId;
};

/** Every theme, set aside and merged ones too, oldest first. Order and repetition of records change nothing. */
export const foldThemes = (records: readonly Named[]): readonly ThemeView[] =>
  [...groupBy(ofKind(records, "theme/1"), ({ record }) => record.themeId)]
    .flatMap(([themeId, revisions]) => {
      const folded = foldJoined(
        revisions,
        namesOf(themeFields),
        { notes: ({ notes }) => notes },
        { name: ({ name }) => name },
      );
      return folded ? [{ ...folded, themeId }] : [];
    })
    .sort(oldestFirst);

/** Every finding, set aside ones too, oldest first. Order and repetition of records change nothing. */
export const foldFindings = (records: readonly Named[]): readonly FindingView[] =>
  [...groupBy(ofKind(records, "finding/1"), ({ record }) => record.findingId)]
    .flatMap(([findingId, revisions]) => {
      const folded = foldJoined(
        revisions,
        namesOf(findingFields),
        { supports: ({ supports }) => supports, opposes: ({ opposes }) => opposes },
        { statement: ({ statement }) => statement },
      );
      return folded ? [{ ...folded, findingId }] : [];
    })
    .sort(oldestFirst);

/** Every quote, withdrawn ones too, oldest first. Order and repetition of records change nothing. */
export const foldQuotes = (records: readonly Named[]): readonly QuoteView[] =>
  [...groupBy(ofKind(records, "quote/1"), ({ record }) => record.quoteId)]
    .flatMap(([quoteId, revisions]) => {
      const folded = foldJoined(
        revisions,
        namesOf(quoteFields),
        {},
        { translation: ({ translation }) => translation },
      );
      return folded ? [{ ...folded, quoteId }] : [];
    })
    .sort(oldestFirst);

type Checkable<R extends AnyRecord> = {
  readonly history: readonly Named<R>[];
  readonly fields: { readonly checked?: RecordId | undefined };
};
const isSame = (a: object, b: object): boolean =>
  toHex(toCanonicalBytes(a)) === toHex(toCanonicalBytes(b));

/**
 * A check judges the words of one revision. What two coordinators did apart may join into words that nobody looked at, so
 * the words of now must be those that were checked.
 */
const isChecked = <R extends AnyRecord, V extends Checkable<R>>(
  view: V,
  wordsOf: (fields: R | V["fields"]) => object,
): boolean => {
  const judged = view.history.find(({ id }) => id === view.fields.checked);
  return judged !== undefined && isSame(wordsOf(judged.record), wordsOf(view.fields));
};

export const isFindingChecked = (view: FindingView): boolean =>
  isChecked<Finding, FindingView>(view, ({ statement, type }) => ({ statement, type }));

export const isQuoteChecked = (view: QuoteView): boolean =>
  isChecked<Quote, QuoteView>(view, ({ note, lang, text, translation, withGroup }) => ({
    ...{ note, lang, text, translation },
    withGroup: withGroup === true,
  }));

/** Where every theme's notes count: a merged one's in the theme that stands for it. What was set aside is in none. */
export const standingThemes = (themes: readonly ThemeView[]): ReadonlyMap<EntityId, EntityId> => {
  const byId = new Map(themes.map((theme) => [theme.themeId, theme]));
  const rootOf = (themeId: EntityId): EntityId => {
    const way: EntityId[] = [];
    for (let at: EntityId | undefined = themeId; at !== undefined && byId.has(at); ) {
      // Two coordinators merged each into the other: the first by name stands for all of the ring.
      if (way.includes(at)) return way.slice(way.indexOf(at)).sort()[0] ?? at;
      way.push(at);
      at = byId.get(at)?.fields.mergedInto;
    }
    return way.at(-1) ?? themeId;
  };
  return new Map(
    themes.flatMap(({ themeId, fields }) => {
      const root = fields.dropped ? undefined : rootOf(themeId);
      const isGone = root === undefined || byId.get(root)?.fields.dropped === true;
      return isGone ? [] : [[themeId, root] as const];
    }),
  );
};

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
    const now = revisions.get(refKey(ref));
    return now === undefined ? "gone" : now === ref.revision ? "current" : "changed";
  };
};
