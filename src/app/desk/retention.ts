// How long a round's notes are kept, and what must come first. Facts and dates only: nothing goes by itself, and nothing
// goes before every session has been accounted for and every hand-over receipted.
import { foldReleases, isMadeHere } from "../../domain/desk.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import type { BoxId, EntityId } from "../../domain/schema.ts";
import { toMs } from "../../domain/stamp.ts";
import { type RoundRow, toDeskState } from "./desk-view.ts";

const dayMs = 24 * 60 * 60 * 1_000;
/** Told this long before the time runs out. */
const warnDeskMs = 30 * dayMs;
const warnHubMs = 7 * dayMs;

export type RetentionState = "running" | "soon" | "due";
export type Obstacle =
  /** Sessions that may still hand over. */
  | { readonly type: "awaited"; readonly sessions: number }
  /** Hand-overs that the coordinator has not chosen between. */
  | { readonly type: "rivals"; readonly sessions: number }
  /** Tables that have not been told that their notes are here. */
  | { readonly type: "unreceipted"; readonly releases: number };

export type RoundTime = {
  readonly roundId: EntityId;
  readonly name: string;
  readonly notes: number;
  readonly sessions: readonly BoxId[];
  /** When the last hand-over was received, milliseconds since 1970; the times run from here. */
  readonly from: number;
  readonly desk: { readonly due: number; readonly state: RetentionState };
  readonly hub: { readonly due: number; readonly state: RetentionState };
  readonly obstacles: readonly Obstacle[];
};

/** Rounds that have notes at the desk, each with its times. */
export const listRoundTimes = (records: readonly Named[], nowMs: number): readonly RoundTime[] => {
  const receipted = new Map(
    ofKind(records, "receipt/1").map(({ record }) => [record.release, record.receivedAt]),
  );
  const releases = foldReleases(records);
  const all = ofKind(records, "release/1");
  return toDeskState(records).rounds.flatMap((round) => {
    const mine = releases.filter(({ current }) => current.record.roundId === round.roundId);
    const ofRound = all.filter(({ record }) => record.roundId === round.roundId);
    if (mine.length === 0) return [];
    const times = ofRound.map(({ id, record }) => {
      const at = receipted.get(id);
      return at === undefined ? toMs(record.stamp) : Date.parse(at);
    });
    const from = Math.max(...times);
    const { deskDays, hubDays } = round.fields.retention;
    const unreceipted = ofRound.filter(
      (release) => !isMadeHere(release) && !receipted.has(release.id),
    );
    return [
      {
        ...{ roundId: round.roundId, name: round.fields.name, from },
        notes: round.notes,
        sessions: mine.map(({ session }) => session),
        desk: toTime(from + deskDays * dayMs, nowMs, warnDeskMs),
        hub: toTime(from + hubDays * dayMs, nowMs, warnHubMs),
        obstacles: findObstacles(round, unreceipted.length),
      },
    ];
  });
};

const toTime = (due: number, nowMs: number, warnMs: number) => {
  const state: RetentionState = nowMs >= due ? "due" : nowMs >= due - warnMs ? "soon" : "running";
  return { due, state };
};

const findObstacles = (round: RoundRow, unreceipted: number): readonly Obstacle[] => {
  const awaited = round.sessions.filter(({ state }) => state === "planned").length;
  const obstacles: Obstacle[] = [];
  if (awaited > 0) obstacles.push({ type: "awaited", sessions: awaited });
  if (round.unsettled > 0) obstacles.push({ type: "rivals", sessions: round.unsettled });
  if (unreceipted > 0) obstacles.push({ type: "unreceipted", releases: unreceipted });
  return obstacles;
};
