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
import { foldEvents } from "../../domain/events.ts";
import { foldFindings, isFindingChecked } from "../../domain/findings.ts";
import {
  foldDecisions,
  foldFollowUps,
  foldMeasures,
  isOpen,
  toldEntries,
} from "../../domain/measures.ts";
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
  readonly events: number;
  /** Commitments that stand, and of these those that no measure has come of. */
  readonly decisions: number;
  readonly unanswered: number;
  readonly measures: number;
  readonly open: number;
  /** Measures of which participants have not been told. */
  readonly untold: number;
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
  const after = toAftermath(records);
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
      ...after(round.roundId),
    };
  });
  return { runs: foldDesk(records)?.fields, rounds: rounds.reverse() };
};

/** What came after a round's findings: the event, what was promised, what is done, and what was told. */
const toAftermath = (records: readonly Named[]) => {
  const events = foldEvents(records).filter(({ fields }) => !fields.dropped);
  const decisions = foldDecisions(records).filter(({ fields }) => !fields.dropped);
  const measures = foldMeasures(records).filter(({ fields }) => !fields.removed);
  const followUps = foldFollowUps(records);
  const answered = new Set(measures.flatMap(({ fields }) => fields.decisions));
  return (roundId: string) => {
    const promised = decisions.filter(({ fields }) => fields.roundId === roundId);
    const own = measures.filter(({ fields }) => fields.roundId === roundId);
    return {
      events: events.filter(({ fields }) => fields.roundId === roundId).length,
      decisions: promised.length,
      unanswered: promised.filter(({ decisionId }) => !answered.has(decisionId)).length,
      measures: own.length,
      open: own.filter(isOpen).length,
      untold: own.filter(({ measureId }) => toldEntries(measureId, followUps).length === 0).length,
    };
  };
};

const before = ["plan", "collect", "intake", "notes", "findings", "report"] as const;
export const pathSteps = [...before, "event", "measures", "followUp"] as const;
export type PathStep = (typeof pathSteps)[number];

/**
 * How far a round is, from facts alone. Nothing tells that notes were read but that somebody has stated what they say; and
 * nothing tells that a report was the last one. An urgent measure may come before any event: the event is still to be held.
 */
export const nextStep = (round: RoundRow, today: string): PathStep => {
  if (round.planned === 0) return "plan";
  const waiting = round.sessions.filter(({ state }) => state === "planned");
  const allHeld = waiting.every(({ card }) => (card.fields.plannedFor ?? "9999") < today);
  if (waiting.length > 0 && !allHeld) return "collect";
  if (waiting.length > 0 || round.unsettled > 0) return "intake";
  if (round.findings === 0) return "notes";
  if (round.checked < round.findings) return "findings";
  if (round.editions === 0) return "report";
  if (round.decisions === 0 && (round.events === 0 || round.measures === 0)) return "event";
  return round.measures === 0 || round.unanswered > 0 ? "measures" : "followUp";
};

export const findRound = (state: DeskState, roundId: string | undefined): RoundRow | undefined =>
  roundId === undefined ? state.rounds[0] : state.rounds.find((each) => each.roundId === roundId);

/** Which rounds still take another question set: no card names theirs. */
export const openRounds = (state: DeskState): readonly RoundRow[] =>
  state.rounds.filter(({ sessions }) => sessions.length === 0);
