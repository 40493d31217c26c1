// The one door to everything that is told outside: which findings and quotes may pass, and what keeps the others back.
// Reports, event pages, leaflets and exchange files take theirs from here and nowhere else. No count passes by here: those
// come from analysis/publishing alone.
import { foldCards, foldReleases, foldRounds } from "../domain/desk.ts";
import type { Release } from "../domain/desk-records.ts";
import type { FindingKind, NoteRef } from "../domain/finding-records.ts";
import {
  createRefStates,
  type FindingView,
  foldFindings,
  foldQuotes,
  isFindingChecked,
  isQuoteChecked,
  type QuoteView,
  type RefState,
} from "../domain/findings.ts";
import { type GroupObstacle, mayNameGroup } from "../domain/group-naming.ts";
import { refKey } from "../domain/joined.ts";
import { type TellingNames, tellingParts, tellingPartsOf } from "../domain/privacy/combination.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Language, Localized, Tag } from "../domain/schema.ts";

export type FindingObstacle =
  | "dropped"
  /** No note, no sentence. */
  | "no-notes"
  | "no-words"
  | "rivals"
  | "note-changed"
  | "note-gone"
  /** Group, place and role together: they point to one person. */
  | "telling"
  | "unchecked";

export type QuoteObstacle =
  | "dropped"
  | "rivals"
  | "note-changed"
  | "note-gone"
  | "not-quotable"
  | "not-reviewed"
  | "telling"
  | "unchecked";

export type PublishableQuote = {
  readonly quoteId: EntityId;
  readonly note: NoteRef;
  readonly lang: Language;
  readonly text: string;
  readonly translation: Localized;
  /** Given only where the group may be named; never beside a place or a role. */
  readonly groups?: readonly string[];
};

export type PublishableFinding = {
  readonly findingId: EntityId;
  readonly statement: Localized;
  readonly type: FindingKind;
  readonly dimension?: Tag;
  readonly subThemes: readonly Tag[];
  readonly themes: readonly EntityId[];
  readonly supports: readonly NoteRef[];
  readonly opposes: readonly NoteRef[];
  readonly quotes: readonly PublishableQuote[];
};

/** What everything about one round is weighed by. */
export type RoundStanding = {
  readonly roundId: EntityId;
  readonly releases: readonly Named<Release>[];
  readonly stateOf: (ref: NoteRef) => RefState;
  /** The threshold of people present. */
  readonly people: number;
  readonly names: TellingNames;
};

export const standingOf = (records: readonly Named[], roundId: EntityId): RoundStanding => {
  const round = foldRounds(records).find((each) => each.roundId === roundId)?.fields;
  const releases = foldReleases(records)
    .map(({ current }) => current)
    .filter(({ record }) => record.roundId === roundId);
  const cards = foldCards(records).filter(({ fields }) => fields.roundId === roundId);
  const areas = round?.codebook.areas.flatMap(({ label }) => Object.values(label)) ?? [];
  const held = releases.map(({ record }) => record);
  const told = [...cards.map(({ fields }) => fields), ...held];
  return {
    roundId,
    releases,
    stateOf: createRefStates(releases),
    people: round?.thresholds.people ?? Number.POSITIVE_INFINITY,
    names: {
      groups: [...new Set(told.flatMap(({ groups }) => groups))],
      places: [...new Set([...areas, ...told.flatMap(({ place }) => place ?? [])])],
    },
  };
};

const staleOf = (
  refs: readonly NoteRef[],
  { stateOf }: RoundStanding,
): readonly ("note-changed" | "note-gone")[] => {
  const states = new Set(refs.map(stateOf));
  return [
    ...(states.has("changed") ? (["note-changed"] as const) : []),
    ...(states.has("gone") ? (["note-gone"] as const) : []),
  ];
};

const hasRivals = ({ rivals, rivalWordings }: FindingView | QuoteView): boolean =>
  rivalWordings.length > 0 || [...rivals.keys()].some((name) => name !== "checked");

const isTelling = (texts: Localized, { names }: RoundStanding): boolean =>
  Object.entries(texts).some(
    ([lang, text]) => tellingPartsOf(text, lang, names).length === tellingParts.length,
  );

/** Empty where it may be told outside; else everything that keeps it back, in the order in which a person would mend it. */
export const findingObstacles = (
  view: FindingView,
  standing: RoundStanding,
): readonly FindingObstacle[] => {
  const { supports, opposes, statement, dropped } = view.fields;
  const standsOn = supports.filter((ref) => standing.stateOf(ref) !== "gone");
  return [
    ...(dropped ? (["dropped"] as const) : []),
    ...(standsOn.length === 0 ? (["no-notes"] as const) : []),
    ...(Object.keys(statement).length === 0 ? (["no-words"] as const) : []),
    ...(hasRivals(view) ? (["rivals"] as const) : []),
    ...staleOf([...supports, ...opposes], standing),
    ...(isTelling(statement, standing) ? (["telling"] as const) : []),
    ...(isFindingChecked(view) ? [] : (["unchecked"] as const)),
  ];
};

export const releaseOf = (
  { session }: NoteRef,
  { releases }: RoundStanding,
): Named<Release> | undefined => releases.find(({ record }) => record.session === session);

export const quoteObstacles = (
  view: QuoteView,
  standing: RoundStanding,
): readonly QuoteObstacle[] => {
  const { note, dropped, lang, text } = view.fields;
  const release = releaseOf(note, standing)?.record;
  const now = release?.notes.find(({ noteId }) => noteId === note.noteId);
  return [
    ...(dropped ? (["dropped"] as const) : []),
    ...(hasRivals(view) ? (["rivals"] as const) : []),
    ...staleOf([note], standing),
    ...(now && now.quotable !== true ? (["not-quotable"] as const) : []),
    ...(release && !release.reviewed ? (["not-reviewed"] as const) : []),
    ...(isTelling({ ...view.fields.translation, [lang]: text }, standing)
      ? (["telling"] as const)
      : []),
    ...(isQuoteChecked(view) ? [] : (["unchecked"] as const)),
  ];
};

/** Why the group of a quote's session may not be told beside it; empty where it may. */
export const groupObstaclesOf = (
  view: QuoteView,
  standing: RoundStanding,
): readonly GroupObstacle[] => {
  const { note, text, lang, translation, withGroup } = view.fields;
  const release = releaseOf(note, standing)?.record;
  if (!release) return ["no-group"];
  const texts = [
    { text, lang },
    ...Object.entries(translation).map(([code, words]) => ({ text: words, lang: code })),
  ];
  const approved = withGroup === true && isQuoteChecked(view);
  const { people, names } = standing;
  return mayNameGroup({ release, approved, people, texts, names });
};

const toQuote = (view: QuoteView, standing: RoundStanding): PublishableQuote => {
  const { note, lang, text, translation } = view.fields;
  const groups = releaseOf(note, standing)?.record.groups ?? [];
  const mayName = groupObstaclesOf(view, standing).length === 0;
  const quote = { quoteId: view.quoteId, note, lang, text, translation };
  return mayName ? { ...quote, groups } : quote;
};

/** Quotes that may be told outside, oldest first. */
export const listPublishableQuotes = (
  records: readonly Named[],
  roundId: EntityId,
): readonly PublishableQuote[] => {
  const standing = standingOf(records, roundId);
  return foldQuotes(records)
    .filter((view) => view.fields.roundId === roundId)
    .filter((view) => quoteObstacles(view, standing).length === 0)
    .map((view) => toQuote(view, standing));
};

/** Findings that may be told outside, oldest first, each with the quotes of its own notes that may. */
export const listPublishableFindings = (
  records: readonly Named[],
  roundId: EntityId,
): readonly PublishableFinding[] => {
  const standing = standingOf(records, roundId);
  const quotes = listPublishableQuotes(records, roundId);
  return foldFindings(records)
    .filter((view) => view.fields.roundId === roundId)
    .filter((view) => findingObstacles(view, standing).length === 0)
    .map((view): PublishableFinding => {
      const { statement, type, dimension, subThemes, themes, supports, opposes } = view.fields;
      const linked = new Set([...supports, ...opposes].map(refKey));
      return {
        ...{ findingId: view.findingId, statement, type, subThemes, themes, supports, opposes },
        ...(dimension === undefined ? {} : { dimension }),
        quotes: quotes.filter(({ note }) => linked.has(refKey(note))),
      };
    });
};
