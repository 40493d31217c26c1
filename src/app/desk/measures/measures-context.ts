// What the screens of this area share: the rounds' measures, what they answer, what came of them, and what a person can do.
import { useMemo } from "preact/hooks";
import { type RoundStanding, standingOf } from "../../../analysis/publishable.ts";
import {
  type ExchangeView,
  foldExchanges,
  type ReceivedFinding,
  receivedFindings,
} from "../../../domain/exchanges.ts";
import { type FindingView, foldFindings } from "../../../domain/findings.ts";
import {
  type DecisionView,
  type FollowUpView,
  foldDecisions,
  foldFollowUps,
  foldMeasures,
  type MeasureView,
} from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { RoundReading } from "../use-round.ts";
import type { FollowUpsModel } from "./follow-ups-model.ts";
import type { MeasuresModel } from "./measures-model.ts";

/** Taken away a moment ago: said, and taken back with one tap. */
export type Undo = { readonly message: string; readonly undo: () => void };

export type MeasuresWork = {
  /** Of every round, oldest first; removed ones too. */
  readonly measures: readonly MeasureView[];
  readonly decisions: readonly DecisionView[];
  readonly followUps: readonly FollowUpView[];
  readonly findings: readonly FindingView[];
  /** What other desks gave: examples, and rounds handed over, which measures can answer. */
  readonly exchanges: readonly ExchangeView[];
  readonly received: ReadonlyMap<EntityId, ReceivedFinding>;
};
export type MeasuresContext = MeasuresWork & {
  readonly records: readonly Named[];
  readonly reading: RoundReading;
  readonly models: { readonly measures: MeasuresModel; readonly followUps: FollowUpsModel };
  readonly today: string;
  readonly onUndo: (undo: Undo) => void;
};
export type WithContext = { readonly context: MeasuresContext };
export type OfMeasure = WithContext & { readonly view: MeasureView };

export const useMeasuresWork = (records: readonly Named[]): MeasuresWork =>
  useMemo(() => {
    const exchanges = foldExchanges(records);
    return {
      measures: foldMeasures(records),
      decisions: foldDecisions(records),
      followUps: foldFollowUps(records),
      findings: foldFindings(records),
      ...{ exchanges, received: receivedFindings(exchanges) },
    };
  }, [records]);

const standings = new WeakMap<readonly Named[], Map<EntityId, RoundStanding>>();

/** Weighed once for the records of now: every entry of a measure asks. */
export const standingIn = (
  { records }: Pick<MeasuresContext, "records">,
  roundId: EntityId,
): RoundStanding => {
  const known = standings.get(records) ?? new Map<EntityId, RoundStanding>();
  const standing = known.get(roundId) ?? standingOf(records, roundId);
  standings.set(records, known.set(roundId, standing));
  return standing;
};

/** What came of a measure and was not set aside, oldest day first. */
export const entriesOf = (
  { followUps }: Pick<MeasuresContext, "followUps">,
  measureId: EntityId,
): readonly FollowUpView[] =>
  followUps
    .filter(({ fields }) => fields.measureId === measureId && !fields.dropped)
    .toSorted((a, b) => (a.fields.on < b.fields.on ? -1 : a.fields.on > b.fields.on ? 1 : 0));
