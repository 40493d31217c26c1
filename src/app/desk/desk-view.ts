// What the desk's screens draw, read out of its records: rounds with their sessions, and how far each round is.
import { groupBy } from "../../base/group.ts";
import { foldAside } from "../../domain/aside.ts";
import {
  type CardView,
  type DeskView,
  foldCards,
  foldDesk,
  foldReleases,
  foldRounds,
  type RoundView,
  type SessionReleases,
} from "../../domain/desk.ts";
import { foldEditions } from "../../domain/editions.ts";
import { foldFindings, isFindingChecked } from "../../domain/findings.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import type { RecordId } from "../../domain/schema.ts";
import { toMs } from "../../domain/stamp.ts";
import { listRemovedRounds } from "./removals.ts";

/** `rival`: two releases that did not know each other; the coordinator chooses between them at the intake. */
export type SessionState =
  | "planned"
  | "arrived"
  | "rival"
  /** What arrived was put aside: read and counted nowhere. */
  | "aside"
  | "removed"
  | "replaced"
  | "void";

export type SessionRow = {
  readonly card: CardView;
  readonly state: SessionState;
  /** Releases of it that were put aside. */
  readonly asides: readonly RecordId[];
  /** The releases that are read now. */
  readonly reading: readonly RecordId[];
  readonly arrived?: {
    readonly notes: number;
    readonly at: number;
    readonly reviewed: boolean;
    /** Made by the desk out of a locked tablet's rows. */
    readonly rescued: boolean;
    readonly entered: boolean;
  };
};

export type RoundRow = RoundView & {
  readonly sessions: readonly SessionRow[];
  /** Sessions whose card lives. */
  readonly planned: number;
  /** Of these, those with a release. */
  readonly arrived: number;
  readonly unsettled: number;
  readonly notes: number;
  /** Findings that stand, and of these those whose words a person has checked as fit to be told. */
  readonly findings: number;
  readonly checked: number;
  /** Published reports that were not withdrawn. */
  readonly editions: number;
};

export type DeskState = {
  readonly runs: DeskView["fields"] | undefined;
  /** Newest first. */
  readonly rounds: readonly RoundRow[];
};

const toRow = (
  card: CardView,
  releases: SessionReleases | undefined,
  asides: readonly RecordId[],
  isRemoved: boolean,
): SessionRow => {
  const { state } = card.fields;
  const arrived = releases && {
    notes: releases.current.record.notes.length,
    at: toMs(releases.current.record.stamp),
    reviewed: releases.current.record.reviewed,
    rescued: releases.current.record.rescued === true,
    entered: releases.current.record.entered === true,
  };
  const rival = (releases?.heads.length ?? 0) > 1;
  return {
    card,
    state:
      state !== "live"
        ? state
        : rival
          ? "rival"
          : arrived
            ? "arrived"
            : isRemoved
              ? "removed"
              : asides.length > 0
                ? "aside"
                : "planned",
    asides,
    reading: releases?.heads.map(({ id }) => id) ?? [],
    ...(arrived ? { arrived } : {}),
  };
};

export const toDeskState = (records: readonly Named[]): DeskState => {
  const releases = new Map(foldReleases(records).map((each) => [each.session, each]));
  const cards = foldCards(records);
  const removed = listRemovedRounds(records, cards[0]?.heads[0]?.record.box);
  const asides = foldAside(records);
  const asideOf = groupBy(
    ofKind(records, "release/1").filter(({ id }) => asides.get(id)?.isAside),
    ({ record }) => record.session,
  );
  const rows = cards.map((card) =>
    toRow(
      card,
      releases.get(card.session),
      asideOf.get(card.session)?.map(({ id }) => id) ?? [],
      removed.has(card.fields.roundId),
    ),
  );
  const findings = foldFindings(records).filter(({ fields }) => fields.dropped !== true);
  const editions = foldEditions(records).filter(({ isWithdrawn }) => !isWithdrawn);
  const rounds = foldRounds(records).map((round): RoundRow => {
    const ofRound = findings.filter(({ fields }) => fields.roundId === round.roundId);
    const sessions = rows.filter(({ card }) => card.fields.roundId === round.roundId);
    const live = sessions.filter(({ card }) => card.fields.state === "live");
    return {
      ...round,
      sessions,
      planned: live.length,
      arrived: live.filter(({ arrived }) => arrived !== undefined).length,
      unsettled: live.filter(({ state }) => state === "rival").length,
      notes: sessions.reduce((sum, { arrived }) => sum + (arrived?.notes ?? 0), 0),
      findings: ofRound.length,
      checked: ofRound.filter(isFindingChecked).length,
      editions: editions.filter(({ fields }) => fields.roundId === round.roundId).length,
    };
  });
  return { runs: foldDesk(records)?.fields, rounds: rounds.reverse() };
};

export const pathSteps = ["plan", "collect", "intake", "notes", "findings", "report"] as const;
export type PathStep = (typeof pathSteps)[number];

/**
 * How far a round is, from facts alone. Nothing tells that notes were read but that somebody has stated what they say; and
 * nothing tells that a report was the last one.
 */
export const nextStep = (round: RoundRow, today: string): PathStep => {
  if (round.planned === 0) return "plan";
  const waiting = round.sessions.filter(({ state }) => state === "planned");
  const allHeld = waiting.every(({ card }) => (card.fields.plannedFor ?? "9999") < today);
  if (waiting.length > 0 && !allHeld) return "collect";
  if (waiting.length > 0 || round.unsettled > 0) return "intake";
  if (round.findings === 0) return "notes";
  return round.checked < round.findings ? "findings" : "report";
};

export const findRound = (state: DeskState, roundId: string | undefined): RoundRow | undefined =>
  roundId === undefined ? state.rounds[0] : state.rounds.find((each) => each.roundId === roundId);

/** Which rounds still take another question set: no card names theirs. */
export const openRounds = (state: DeskState): readonly RoundRow[] =>
  state.rounds.filter(({ sessions }) => sessions.length === 0);
