// The findings and quotes that a report may hold, each with the notes that still stand behind it.
import { foldReleases } from "../../../domain/desk.ts";
import type { FindingKind, NoteRef } from "../../../domain/finding-records.ts";
import { createRefStates, foldFindings } from "../../../domain/findings.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Localized, Tag } from "../../../domain/schema.ts";

export type ReportQuote = {
  readonly text: string;
  readonly lang: string;
  readonly translation: Localized;
  readonly groups?: readonly string[];
};
export type ReportFinding = {
  readonly findingId: EntityId;
  readonly statement: Localized;
  readonly type: FindingKind;
  readonly dimension?: Tag;
  readonly supports: readonly NoteRef[];
  readonly opposes: readonly NoteRef[];
  readonly quotes: readonly ReportQuote[];
};
export type ReportFindings = {
  readonly findings: readonly ReportFinding[];
  /** Written, and not fit to be published: unchecked, of two wordings, or without a note behind it. */
  readonly leftOut: number;
};

export const listReportFindings = (
  records: readonly Named[],
  roundId: EntityId,
): ReportFindings => {
  const releases = foldReleases(records).map(({ current }) => current);
  const stateOf = createRefStates(releases);
  const written = foldFindings(records).filter(
    ({ fields }) => fields.roundId === roundId && fields.dropped !== true,
  );
  const fit = written.flatMap(({ findingId, fields, rivals }): readonly ReportFinding[] => {
    const { statement, type, dimension, publishable } = fields;
    const supports = fields.supports.filter((ref) => stateOf(ref) === "current");
    const opposes = fields.opposes.filter((ref) => stateOf(ref) === "current");
    const isFit = publishable === true && rivals.size === 0 && supports.length > 0;
    if (!isFit || Object.keys(statement).length === 0) return [];
    const about = dimension === undefined ? {} : { dimension };
    return [{ findingId, statement, type, ...about, supports, opposes, quotes: [] }];
  });
  return { findings: fit, leftOut: written.length - fit.length };
};
