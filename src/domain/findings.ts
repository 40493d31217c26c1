// From the records of a desk box to its themes, findings and quotes. Links to notes are joined, and only words can be rivals.
import { isChecked } from "./checked.ts";
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
import { foldEach, type Joined, refKey } from "./joined.ts";
import { type Named, ofKind } from "./record.ts";
import { namesOf } from "./revisions.ts";
import type { EntityId } from "./schema.ts";

export type ThemeView = Joined<Theme, keyof typeof themeFields, "name"> & {
  readonly themeId: EntityId;
};
export type FindingView = Joined<Finding, keyof typeof findingFields, "statement"> & {
  readonly findingId: EntityId;
};
export type QuoteView = Joined<Quote, keyof typeof quoteFields, "translation"> & {
  readonly quoteId: EntityId;
};

/** Every theme, set aside and merged ones too, oldest first. */
export const foldThemes = (records: readonly Named[]): readonly ThemeView[] =>
  foldEach(ofKind(records, "theme/1"), {
    idOf: ({ themeId }) => themeId,
    names: namesOf(themeFields),
    sets: { notes: ({ notes }) => notes },
    words: { name: ({ name }) => name },
  }).map(([themeId, folded]) => ({ ...folded, themeId }));

/** Every finding, set aside ones too, oldest first. */
export const foldFindings = (records: readonly Named[]): readonly FindingView[] =>
  foldEach(ofKind(records, "finding/1"), {
    idOf: ({ findingId }) => findingId,
    names: namesOf(findingFields),
    sets: { supports: ({ supports }) => supports, opposes: ({ opposes }) => opposes },
    words: { statement: ({ statement }) => statement },
  }).map(([findingId, folded]) => ({ ...folded, findingId }));

/** Every quote, withdrawn ones too, oldest first. */
export const foldQuotes = (records: readonly Named[]): readonly QuoteView[] =>
  foldEach(ofKind(records, "quote/1"), {
    idOf: ({ quoteId }) => quoteId,
    names: namesOf(quoteFields),
    sets: {},
    words: { translation: ({ translation }) => translation },
  }).map(([quoteId, folded]) => ({ ...folded, quoteId }));

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
