// What a report may say of an earlier round: the numbers of that round's own published edition, to the letter, and what keeps
// the two rounds from being compared. Nothing is counted here, so nothing is told that was not weighed before.
import { foldRounds } from "../domain/desk.ts";
import type { Release } from "../domain/desk-records.ts";
import { foldEditions } from "../domain/editions.ts";
import type { Guide } from "../domain/guide.ts";
import { type Named, ofKind } from "../domain/record.ts";
import type { EntityId } from "../domain/schema.ts";
import { leastForSessionCounts } from "./publishing/allowed.ts";
import { toDeskNotes } from "./released-notes.ts";
import { compareRounds, type RoundDifference } from "./round-comparison.ts";

export type PublishedComparison = {
  /** The earlier round's name. */
  readonly round: string;
  /** Sessions that its edition rests on. */
  readonly sessions: number;
  /** By key of the sub-theme's row, as published. */
  readonly before: ReadonlyMap<string, number>;
  /** Any of these, and no number stands beside another. */
  readonly differences: readonly RoundDifference["type"][];
  /** Questions about measures were asked in the later round: they may have brought matters up. */
  readonly isPrompted: boolean;
};

/** Questions about earlier measures come with every carry-over; they are told of beside the numbers. */
const isOnlyPrompts = (each: RoundDifference): boolean =>
  each.type === "questions" &&
  each.onlyEarlier + each.reworded === 0 &&
  each.onlyLater === each.carried;

/** The newest published edition of the newest round before this one that has any; undefined without. */
const editionBefore = (records: readonly Named[], roundId: EntityId) => {
  const rounds = foldRounds(records);
  const at = rounds.findIndex((each) => each.roundId === roundId);
  const editions = foldEditions(records).filter(({ isWithdrawn }) => !isWithdrawn);
  for (const round of rounds.slice(0, Math.max(at, 0)).toReversed()) {
    const edition = editions.findLast(({ fields }) => fields.roundId === round.roundId);
    if (edition) return { round, fields: edition.fields };
  }
  return undefined;
};

export const comparePublished = (
  records: readonly Named[],
  roundId: EntityId,
  later: { readonly guide: Guide; readonly releases: readonly Named<Release>[] },
): PublishedComparison | undefined => {
  const found = editionBefore(records, roundId);
  if (!found) return undefined;
  const { round, fields } = found;
  const ids = new Set<string>(fields.releases.map(({ release }) => release));
  const releases = ofKind(records, "release/1").filter(({ id }) => ids.has(id));
  // Whom it was heard from is known no more.
  if (releases.length < ids.size) return undefined;
  const { differences, later: makeup } = compareRounds(
    { guide: round.fields.guide, releases, notes: [] },
    { ...later, notes: later.releases.flatMap((release) => toDeskNotes(release)) },
    { dimensions: [], subThemes: [] },
  );
  const table = fields.tables.find(
    ({ measure, by }) => measure === "sessions" && by.join() === "sub-theme",
  );
  const isEnough = releases.length >= leastForSessionCounts;
  return {
    ...{ round: round.fields.name, sessions: releases.length },
    before: new Map(
      (isEnough ? (table?.cells ?? []) : []).flatMap(({ keys: [key], shown }) =>
        key === undefined || shown === undefined ? [] : [[key, shown] as const],
      ),
    ),
    differences: differences.filter((each) => !isOnlyPrompts(each)).map(({ type }) => type),
    isPrompted:
      makeup.prompted > 0 ||
      differences.some((each) => each.type === "questions" && each.carried > 0),
  };
};
