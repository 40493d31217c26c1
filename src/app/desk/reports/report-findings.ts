// The findings and quotes that a report may hold: through the one door of everything public (analysis/publishable).
import {
  listPublishableFindings,
  type PublishableFinding,
  type PublishableQuote,
} from "../../../analysis/publishable.ts";
import { foldFindings } from "../../../domain/findings.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";

export type ReportQuote = Pick<
  PublishableQuote,
  "quoteId" | "text" | "lang" | "translation" | "groups"
>;
export type ReportFinding = Pick<
  PublishableFinding,
  "findingId" | "statement" | "type" | "dimension" | "supports" | "opposes"
> & {
  readonly quotes: readonly ReportQuote[];
  /** Of a round that another desk handed over: whose it is, and the number as it came. */
  readonly from?: { readonly source: string; readonly heard?: number };
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
  const findings = listPublishableFindings(records, roundId);
  const written = foldFindings(records).filter(
    ({ fields }) => fields.roundId === roundId && fields.dropped !== true,
  );
  return { findings, leftOut: written.length - findings.length };
};
