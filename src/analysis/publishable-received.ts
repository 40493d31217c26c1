// The one door for findings of a round that another desk handed over: told with their origin, in the words and with the
// number they came with. Nothing of them is counted here, since the notes behind them stayed where they were said.

import { foldEvents } from "../domain/events.ts";
import type { ExchangedFinding } from "../domain/exchange-records.ts";
import { foldExchanges, newestHandOvers, receivedFindings } from "../domain/exchanges.ts";
import { foldFindings } from "../domain/findings.ts";
import { foldDecisions, foldMeasures } from "../domain/measures.ts";
import { tellingParts, tellingPartsOf } from "../domain/privacy/combination.ts";
import type { Named } from "../domain/record.ts";
import type { Digest, EntityId, Language, Tag } from "../domain/schema.ts";
import { type PublishableQuote, standingOf } from "./publishable.ts";
import { base } from "./publishing/rounding.ts";

/** Whose finding it is. */
export type Origin = {
  readonly desk: string;
  readonly round: string;
  readonly roundId: EntityId;
  readonly languages: readonly Language[];
  /** The file it came in. */
  readonly digest: Digest;
};

/** "Yhdessä ry, Kevät 2026": names, in every language the same. */
export const sayOrigin = ({ desk, round }: Origin): string => `${desk}, ${round}`;

export type ReceivedQuote = Pick<
  PublishableQuote,
  "quoteId" | "lang" | "text" | "translation" | "groups"
>;

export type ReceivedForTelling = Pick<
  ExchangedFinding,
  "findingId" | "statement" | "type" | "subThemes"
> & {
  readonly quotes: readonly ReceivedQuote[];
  readonly dimension?: Tag;
  /** In about this many sessions, as it came. */
  readonly heard?: number;
  readonly origin: Origin;
};

/** Every finding that was handed over and may be told: what an event of the round can choose from. */
export const listChoosableReceived = (
  records: readonly Named[],
  roundId: EntityId,
): readonly ReceivedForTelling[] => {
  const exchanges = foldExchanges(records);
  const received = receivedFindings(exchanges);
  if (received.size === 0) return [];
  const newest = newestHandOvers(exchanges);
  const own = new Set(foldFindings(records).map(({ findingId }) => findingId));
  const { names } = standingOf(records, roundId);
  return [...received.values()].flatMap(({ finding, from }): ReceivedForTelling[] => {
    const { findingId, statement, type, dimension, subThemes, heard, quotes } = finding;
    const said = Object.entries(statement);
    const isTelling = said.some(
      ([lang, text]) => tellingPartsOf(text, lang, names).length === tellingParts.length,
    );
    const { origin: desk, round } = from.content;
    const isLeftOut = newest.get(round.roundId)?.digest !== from.digest;
    if (own.has(findingId) || said.length === 0 || isTelling || isLeftOut) return [];
    const { roundId: of, name, languages } = round;
    return [
      {
        ...{ findingId, statement, type, subThemes },
        quotes: quotes.map(({ groups, ...quote }) => (groups ? { ...quote, groups } : quote)),
        ...(dimension === undefined ? {} : { dimension }),
        // A number that was never rounded has passed no weighing.
        ...(heard === undefined || heard === 0 || heard % base !== 0 ? {} : { heard }),
        origin: { desk, round: name, roundId: of, languages, digest: from.digest },
      },
    ];
  });
};

const answeredBy = (records: readonly Named[], roundId: EntityId): ReadonlySet<EntityId> =>
  new Set(
    [
      ...foldMeasures(records).filter(({ fields }) => !fields.removed),
      ...foldDecisions(records).filter(({ fields }) => !fields.dropped),
      ...foldEvents(records).filter(({ fields }) => !fields.dropped),
    ]
      .filter(({ fields }) => fields.roundId === roundId)
      .flatMap(({ fields }) => fields.findings),
  );

/**
 * Findings of the rounds handed over that this round answers: once its work names one of them, all of that round's stand
 * here, or a plan would look as though everything that was said had been answered.
 */
export const listPublishableReceived = (
  records: readonly Named[],
  roundId: EntityId,
): readonly ReceivedForTelling[] => {
  const all = listChoosableReceived(records, roundId);
  if (all.length === 0) return [];
  const answered = answeredBy(records, roundId);
  const rounds = new Set(
    all.filter(({ findingId }) => answered.has(findingId)).map(({ origin }) => origin.roundId),
  );
  return all.filter(({ origin }) => rounds.has(origin.roundId));
};
