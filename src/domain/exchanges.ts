// From the records of a desk box to the exchange files it took in. Order and repetition of records change nothing.
import { groupBy } from "../base/group.ts";
import type { Exchange, ExchangeContent, ExchangedFinding } from "./exchange-records.ts";
import { type Named, ofKind } from "./record.ts";
import { foldRevisions } from "./revisions.ts";
import type { Digest, EntityId } from "./schema.ts";
import { compareStamps, toMs } from "./stamp.ts";

export type ExchangeView = {
  readonly digest: Digest;
  readonly content: ExchangeContent;
  /** Where two coordinators disagree it is shown: nothing is hidden because somebody else did not know. */
  readonly isAside: boolean;
  readonly heads: readonly Named<Exchange>[];
  /** When it was first taken in, in milliseconds. */
  readonly takenAt: number;
};

/** Everything taken in, what was set aside too, oldest first. */
export const foldExchanges = (records: readonly Named[]): readonly ExchangeView[] =>
  [...groupBy(ofKind(records, "exchange/1"), ({ record }) => record.digest)]
    .flatMap(([digest, revisions]) => {
      const folded = foldRevisions(revisions, ["dropped"]);
      const first = folded?.history.find(({ record }) => record.content !== undefined)?.record;
      // Of a content that has not come yet nothing can be shown.
      if (!folded || !first?.content) return [];
      const { heads } = folded;
      const isAside = heads.every(({ record }) => record.dropped === true);
      return [
        {
          first,
          view: { digest, content: first.content, isAside, heads, takenAt: toMs(first.stamp) },
        },
      ];
    })
    .sort(
      (a, b) =>
        compareStamps(a.first.stamp, b.first.stamp) || (a.view.digest < b.view.digest ? -1 : 1),
    )
    .map(({ view }) => view);

export type ReceivedFinding = {
  readonly finding: ExchangedFinding;
  /** From which file. */
  readonly from: ExchangeView;
};

/** The files by which rounds were handed over to this desk, the oldest first. Examples are none of them. */
const listHandOvers = (exchanges: readonly ExchangeView[]): readonly ExchangeView[] =>
  exchanges
    .filter(({ content, isAside }) => content.purpose === "hand-over" && !isAside)
    .toSorted((a, b) =>
      a.content.madeAt === b.content.madeAt
        ? a.digest < b.digest
          ? -1
          : 1
        : a.content.madeAt < b.content.madeAt
          ? -1
          : 1,
    );

/**
 * Findings of rounds that were handed over to this desk, and that its measures can answer. Of a round handed over twice the
 * newer file's words stand.
 */
export const receivedFindings = (
  exchanges: readonly ExchangeView[],
): ReadonlyMap<EntityId, ReceivedFinding> =>
  new Map(
    listHandOvers(exchanges).flatMap((from) =>
      from.content.findings.map((finding) => [finding.findingId, { finding, from }] as const),
    ),
  );

/** The newest file of each round: what it leaves out of an older one is no longer told, though measures still answer it. */
export const newestHandOvers = (
  exchanges: readonly ExchangeView[],
): ReadonlyMap<EntityId, ExchangeView> =>
  new Map(listHandOvers(exchanges).map((each) => [each.content.round.roundId, each]));
