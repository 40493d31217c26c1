// In how many sessions a finding was heard, for pages that are no edition of their own: only what a published report of
// these very releases tells already, its "several" too. So no page can say more than the ledger of editions was weighed for.
import { foldReleases } from "../domain/desk.ts";
import { foldEditions } from "../domain/editions.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId } from "../domain/schema.ts";
import { leastForSessionCounts } from "./publishing/allowed.ts";

/** A number, or that it was in several sessions where there were too few for one. */
export type Heard = { readonly sessions: number; readonly of: number } | "several";

const pairsOf = (
  releases: readonly { readonly session: string; readonly release: string }[],
): string =>
  releases
    .map(({ session, release }) => `${session} ${release}`)
    .sort()
    .join();

/** By finding; of what is missing a page may say that it was heard, and no more. */
export const publishedHeard = (
  records: readonly Named[],
  roundId: EntityId,
): ReadonlyMap<string, Heard> => {
  const now = pairsOf(
    foldReleases(records)
      .map(({ current }) => current)
      .filter(({ record }) => record.roundId === roundId)
      .map(({ id, record }) => ({ session: record.session, release: id })),
  );
  const edition = foldEditions(records).findLast(
    ({ fields }) =>
      fields.roundId === roundId && fields.withdrawn !== true && pairsOf(fields.releases) === now,
  );
  const of = edition?.fields.releases.length ?? 0;
  const isCounted = of >= leastForSessionCounts;
  const table = edition?.fields.tables.find(
    ({ measure, by }) => measure === "sessions" && by.join() === "finding",
  );
  return new Map(
    (table?.cells ?? []).flatMap(({ keys: [key], shown }) =>
      key === undefined || shown === undefined
        ? []
        : [[key, isCounted ? { sessions: shown, of } : "several"] as const],
    ),
  );
};
