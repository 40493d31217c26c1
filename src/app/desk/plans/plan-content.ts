// What a plan may hold: only what comes through the door of everything public. Numbers are those of the newest published
// edition and no others, so that a plan can give nothing away that is not out already.
import {
  type FindingObstacle,
  findingObstacles,
  listPublishableFindings,
  standingOf,
} from "../../../analysis/publishable.ts";
import {
  followUpObstacles,
  listPublishableFollowUps,
  listPublishableMeasures,
  type MeasureObstacle,
  measureObstacles,
  type PublishableFollowUp,
  type PublishableMeasure,
} from "../../../analysis/publishable-measures.ts";
import {
  listPublishableReceived,
  type Origin,
  type ReceivedForTelling,
  sayOrigin,
} from "../../../analysis/publishable-received.ts";
import { nameOfCell } from "../../../analysis/publishing/true-table.ts";
import type { RoundView } from "../../../domain/desk.ts";
import { type EditionView, foldEditions } from "../../../domain/editions.ts";
import { foldFindings } from "../../../domain/findings.ts";
import { foldFollowUps, foldMeasures } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Localized } from "../../../domain/schema.ts";
import type { ReportCounts } from "../reports/report-counts.ts";
import type { ReportFinding } from "../reports/report-findings.ts";
import { readRound } from "../use-round.ts";

/** Kept out for this reason, in the order in which a person would mend it. */
export type LeftOut<O> = { readonly reason: O; readonly ids: readonly EntityId[] };

export type PlanContent = {
  readonly round: RoundView;
  readonly sessions: number;
  readonly missing: number;
  readonly findings: readonly ReportFinding[];
  /** Rounds of other desks that some of the findings come from. */
  readonly origins: readonly Origin[];
  readonly measures: readonly PublishableMeasure[];
  /** Whom the follow-up as a whole was handed to. */
  readonly assigned: readonly PublishableFollowUp[];
  readonly edition: EditionView | undefined;
  readonly leftOut: {
    readonly findings: readonly LeftOut<FindingObstacle>[];
    readonly measures: readonly LeftOut<MeasureObstacle>[];
    readonly followUps: number;
  };
};

const groupReasons = <O extends string>(
  all: readonly (readonly [id: EntityId, obstacles: readonly O[]])[],
): readonly LeftOut<O>[] => {
  const byReason = new Map<O, EntityId[]>();
  for (const [id, [reason]] of all) {
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([reason, ids]) => ({ reason, ids }));
};

const originsOf = (received: readonly ReceivedForTelling[]): readonly Origin[] => [
  ...new Map(received.map(({ origin }) => [origin.roundId, origin])).values(),
];

const toReportFinding = ({ heard, origin, ...finding }: ReceivedForTelling): ReportFinding => ({
  ...{ ...finding, supports: [], opposes: [] },
  from: { source: sayOrigin(origin), ...(heard === undefined ? {} : { heard }) },
});

export const readForPlan = (
  records: readonly Named[],
  roundId: EntityId,
): PlanContent | undefined => {
  const { round, releases, missing } = readRound(records, roundId);
  if (round?.roundId !== roundId) return undefined;
  const standing = standingOf(records, roundId);
  const ofRound = <V extends { readonly fields: { readonly roundId: EntityId } }>(
    views: readonly V[],
  ) => views.filter(({ fields }) => fields.roundId === roundId);
  const findings = ofRound(foldFindings(records)).filter(({ fields }) => !fields.dropped);
  const measures = ofRound(foldMeasures(records)).filter(({ fields }) => !fields.removed);
  const followUps = ofRound(foldFollowUps(records)).filter(({ fields }) => !fields.dropped);
  const edition = foldEditions(records).findLast(
    ({ fields, isWithdrawn }) => fields.roundId === roundId && !isWithdrawn,
  );
  const received = listPublishableReceived(records, roundId);
  return {
    ...{ round, missing, edition },
    sessions: edition?.fields.releases.length ?? releases.length,
    findings: [...listPublishableFindings(records, roundId), ...received.map(toReportFinding)],
    origins: originsOf(received),
    measures: listPublishableMeasures(records, roundId),
    assigned: listPublishableFollowUps(records, roundId).filter(({ type }) => type === "assigned"),
    leftOut: {
      findings: groupReasons(
        findings.map((view) => [view.findingId, findingObstacles(view, standing)]),
      ),
      measures: groupReasons(
        measures.map((view) => [view.measureId, measureObstacles(view, standing)]),
      ),
      followUps: followUps.filter((view) => followUpObstacles(view, standing).length > 0).length,
    },
  };
};

/** As a report's counts, out of the edition's own tables: what is not in it is hidden here. */
export const countsOf = ({ edition, sessions }: PlanContent): ReportCounts => {
  const tables = edition?.fields.tables ?? [];
  const shown = new Map(
    tables.flatMap(({ measure, by, cells }) =>
      cells.map((cell) => [nameOfCell(measure, by, cell.keys), cell.shown]),
    ),
  );
  return {
    tables,
    shown: (measure, by, keys) => shown.get(nameOfCell(measure, by, keys)),
    tableOf: (by) => tables.find((each) => each.by.join() === by.join()),
    hidden: [],
    sessions,
    people: undefined,
  };
};

export type Objective = {
  readonly key: string;
  readonly texts: Localized;
  readonly measures: readonly PublishableMeasure[];
};

/** Objectives are words on measures: the same words in every language are the same objective. */
const objectiveKey = (objective: Localized): string =>
  JSON.stringify(Object.entries(objective).sort());

export const listObjectives = (measures: readonly PublishableMeasure[]): readonly Objective[] => {
  const byKey = new Map<string, Objective>();
  for (const measure of measures) {
    if (Object.keys(measure.objective).length === 0) continue;
    const key = objectiveKey(measure.objective);
    const before = byKey.get(key)?.measures ?? [];
    byKey.set(key, { key, texts: measure.objective, measures: [...before, measure] });
  }
  return [...byKey.values()];
};
