// The one door for measures, commitments and follow-up to everything that is told outside: plans, leaflets, event pages and
// exchange files take theirs from here. What hangs on a finding that may not be told hangs on nothing there.
import type { FollowUpType, MeasureStatus } from "../domain/measure-records.ts";
import {
  type DecisionView,
  type FollowUpView,
  foldDecisions,
  foldFollowUps,
  foldMeasures,
  isDecisionChecked,
  isFollowUpChecked,
  isMeasureChecked,
  type MeasureView,
} from "../domain/measures.ts";
import { tellingParts, tellingPartsOf } from "../domain/privacy/combination.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Localized, Tag } from "../domain/schema.ts";
import { listPublishableFindings, type RoundStanding, standingOf } from "./publishable.ts";
import { listPublishableReceived } from "./publishable-received.ts";

export type MeasureObstacle =
  | "removed"
  | "no-words"
  | "rivals"
  /** No trace back to what was said: it answers no finding, no note and no commitment. */
  | "no-roots"
  | "telling"
  | "unchecked";

export type DecisionObstacle = "dropped" | "no-words" | "rivals" | "telling" | "unchecked";
export type FollowUpObstacle = "dropped" | "rivals" | "telling" | "unchecked";

const isTelling = (texts: readonly Localized[], { names }: RoundStanding): boolean =>
  texts
    .flatMap((words) => Object.entries(words))
    .some(([lang, text]) => tellingPartsOf(text, lang, names).length === tellingParts.length);

type Grown = {
  readonly rivals: ReadonlyMap<string, unknown>;
  readonly rivalWordings: readonly unknown[];
};
const hasRivals = ({ rivals, rivalWordings }: Grown): boolean =>
  rivalWordings.length > 0 || [...rivals.keys()].some((name) => name !== "checked");

const hasWords = (words: Localized): boolean => Object.keys(words).length > 0;

/** Empty where it may be told outside; else everything that keeps it back, in the order in which a person would mend it. */
export const measureObstacles = (
  view: MeasureView,
  standing: RoundStanding,
): readonly MeasureObstacle[] => {
  const { removed, what, objective, assessment, findings, notes, decisions } = view.fields;
  return [
    ...(removed ? (["removed"] as const) : []),
    ...(hasWords(what) ? [] : (["no-words"] as const)),
    ...(hasRivals(view) ? (["rivals"] as const) : []),
    ...(findings.length + notes.length + decisions.length === 0 ? (["no-roots"] as const) : []),
    ...(isTelling([what, objective, assessment], standing) ? (["telling"] as const) : []),
    ...(isMeasureChecked(view) ? [] : (["unchecked"] as const)),
  ];
};

export const decisionObstacles = (
  view: DecisionView,
  standing: RoundStanding,
): readonly DecisionObstacle[] => [
  ...(view.fields.dropped ? (["dropped"] as const) : []),
  ...(hasWords(view.fields.promise) ? [] : (["no-words"] as const)),
  ...(hasRivals(view) ? (["rivals"] as const) : []),
  ...(isTelling([view.fields.promise], standing) ? (["telling"] as const) : []),
  ...(isDecisionChecked(view) ? [] : (["unchecked"] as const)),
];

export const followUpObstacles = (
  view: FollowUpView,
  standing: RoundStanding,
): readonly FollowUpObstacle[] => [
  ...(view.fields.dropped ? (["dropped"] as const) : []),
  ...(hasRivals(view) ? (["rivals"] as const) : []),
  ...(isTelling([view.fields.text], standing) ? (["telling"] as const) : []),
  ...(isFollowUpChecked(view) ? [] : (["unchecked"] as const)),
];

export type PublishableFollowUp = {
  readonly followUpId: EntityId;
  readonly measureId?: EntityId;
  readonly type: FollowUpType;
  readonly on: string;
  readonly text: Localized;
  readonly unit?: string;
  readonly value?: string;
  readonly source?: string;
  readonly evidence?: string;
};

export type PublishableDecision = {
  readonly decisionId: EntityId;
  readonly eventId?: EntityId;
  readonly promise: Localized;
  readonly unit?: string;
  readonly dueOn?: string;
  readonly firstFollowUpOn?: string;
  /** Only those that may be told themselves. */
  readonly findings: readonly EntityId[];
};

export type PublishableMeasure = {
  readonly measureId: EntityId;
  readonly what: Localized;
  readonly objective: Localized;
  readonly assessment: Localized;
  readonly status: MeasureStatus;
  readonly statusReason?: string;
  readonly statusOn?: string;
  readonly urgent: boolean;
  readonly dimension?: Tag;
  readonly unit?: string;
  readonly partners?: string;
  readonly startsOn?: string;
  readonly dueOn?: string;
  readonly cost?: string;
  readonly indicator?: string;
  readonly baseline?: string;
  readonly target?: string;
  readonly source?: string;
  readonly followUpOn: readonly string[];
  /** Only those that may be told themselves. */
  readonly findings: readonly EntityId[];
  readonly decisions: readonly PublishableDecision[];
  /** Oldest day first. */
  readonly followUps: readonly PublishableFollowUp[];
};

/** Fields without those that are undefined, so that what goes out has no empty places. */
const present = <T extends object>(fields: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  // Only undefined values are left out.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** Of the round itself, and of rounds handed over that it answers. */
const toldFindings = (records: readonly Named[], roundId: EntityId): ReadonlySet<EntityId> =>
  new Set(
    [
      ...listPublishableFindings(records, roundId),
      ...listPublishableReceived(records, roundId),
    ].map(({ findingId }) => findingId),
  );

/** Commitments of the round that may be told outside, oldest first. */
export const listPublishableDecisions = (
  records: readonly Named[],
  roundId: EntityId,
): readonly PublishableDecision[] => {
  const standing = standingOf(records, roundId);
  const told = toldFindings(records, roundId);
  return foldDecisions(records)
    .filter((view) => view.fields.roundId === roundId)
    .filter((view) => decisionObstacles(view, standing).length === 0)
    .map(({ decisionId, fields }) => {
      const { eventId, promise, unit, dueOn, firstFollowUpOn, findings } = fields;
      return {
        ...{ decisionId, promise, findings: findings.filter((id) => told.has(id)) },
        ...present({ eventId, unit, dueOn, firstFollowUpOn }),
      };
    });
};

/** Entries of the round's follow-up that may be told outside, oldest day first. */
export const listPublishableFollowUps = (
  records: readonly Named[],
  roundId: EntityId,
): readonly PublishableFollowUp[] => {
  const standing = standingOf(records, roundId);
  return foldFollowUps(records)
    .filter((view) => view.fields.roundId === roundId)
    .filter((view) => followUpObstacles(view, standing).length === 0)
    .map(({ followUpId, fields }) => {
      const { measureId, type, on, text, unit, value, source, evidence } = fields;
      return {
        followUpId,
        type,
        on,
        text,
        ...present({ measureId, unit, value, source, evidence }),
      };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/** Measures of the round that may be told outside, oldest first, each with what of its thread may be told. */
export const listPublishableMeasures = (
  records: readonly Named[],
  roundId: EntityId,
): readonly PublishableMeasure[] => {
  const standing = standingOf(records, roundId);
  const told = toldFindings(records, roundId);
  const decided = listPublishableDecisions(records, roundId);
  const followed = listPublishableFollowUps(records, roundId);
  return foldMeasures(records)
    .filter((view) => view.fields.roundId === roundId)
    .filter((view) => measureObstacles(view, standing).length === 0)
    .map(({ measureId, fields }): PublishableMeasure => {
      const { what, objective, assessment, status, urgent, followUpOn, findings, decisions } =
        fields;
      const { statusReason, statusOn, dimension, unit, partners, startsOn, dueOn } = fields;
      const { cost, indicator, baseline, target, source } = fields;
      return {
        ...{ measureId, what, objective, assessment, status, urgent: urgent === true },
        ...present({ statusReason, statusOn, dimension, unit, partners, startsOn, dueOn }),
        ...present({ cost, indicator, baseline, target, source }),
        followUpOn: [...followUpOn].sort(),
        findings: findings.filter((id) => told.has(id)),
        decisions: decided.filter(({ decisionId }) => decisions.includes(decisionId)),
        followUps: followed.filter((each) => each.measureId === measureId),
      };
    });
};
