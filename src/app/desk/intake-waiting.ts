// What is on its way: sessions with a live card and no release, and how much of them lies sealed on the hub. Counts and
// times only; nothing is fetched, let alone opened.
import { parseBase64Url } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards, foldReleases } from "../../domain/desk.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import type { BoxId, EntityId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { SendError } from "../../sync/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { OnStep, Stopped } from "./intake-sources.ts";
import { listRemovedRounds } from "./removals.ts";

export type AwaitedSession = {
  readonly session: BoxId;
  readonly roundId: EntityId;
  readonly title: string;
  readonly rootKey: string;
  readonly plannedFor?: string;
};

/** Sessions whose notes have not been handed over, in the order of their cards. */
export const listAwaited = (records: readonly Named[]): readonly AwaitedSession[] => {
  const released = new Set<BoxId>(foldReleases(records).map(({ session }) => session));
  const cards = foldCards(records);
  const removed = listRemovedRounds(records, cards[0]?.heads[0]?.record.box);
  return cards
    .filter(
      ({ session, fields }) =>
        fields.state === "live" && !released.has(session) && !removed.has(fields.roundId),
    )
    .map(({ session, fields: { roundId, title, rootKey, plannedFor } }) => ({
      ...{ session, roundId, title, rootKey },
      ...(plannedFor === undefined ? {} : { plannedFor }),
    }));
};

export type SealedCount = {
  readonly deliveries: number;
  /** When the last one reached the hub, ISO 8601. */
  readonly lastAt?: string;
};

/**
 * How many deliveries of each session the hub holds, the desk's own plans left out. A card that another coordinator's
 * device made has its plan from there, which this device cannot tell by its name: the first in such a box is taken for it.
 */
export const countSealed = async (
  deps: Pick<AppDeps, "hub" | "keys">,
  desk: OpenBox,
  awaited: readonly AwaitedSession[],
  onStep: OnStep = () => undefined,
): Promise<Result<ReadonlyMap<BoxId, SealedCount>, SendError | StoreError | Stopped>> => {
  const own = await desk.envelopes.list();
  if (!own.ok) return own;
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const ours = new Set<string>(own.value.map(({ digest }) => digest));
  const planned = new Set(ofKind(records.value, "session/1").map(({ record }) => record.box));
  const counts = new Map<BoxId, SealedCount>();
  for (const { session, rootKey } of awaited) {
    const root = parseBase64Url(rootKey);
    if (!root) continue;
    const { tokens } = await deps.keys.deriveBoxKeys(root);
    const counted = await countBox(deps, session, tokens.read, {
      ours,
      othersFirst: planned.has(session) ? 0 : 1,
    });
    // A card that the hub has not been told of yet holds nothing there.
    if (!counted.ok && counted.error.type !== "hub-not-found") return counted;
    counts.set(session, counted.ok ? counted.value : { deliveries: 0 });
    if ((await onStep(counts.size)) === "stop") return failed({ type: "stopped" });
  }
  return ok(counts);
};

const countBox = async (
  { hub }: Pick<AppDeps, "hub">,
  box: BoxId,
  token: string,
  { ours, othersFirst }: { readonly ours: ReadonlySet<string>; readonly othersFirst: number },
): Promise<Result<SealedCount, SendError>> => {
  let passedOver = 0;
  let deliveries = 0;
  let lastAt: string | undefined;
  let after: string | undefined;
  for (;;) {
    const page = await hub.list(box, token, after);
    if (!page.ok) return page;
    for (const { digest, receivedAt } of page.value.items) {
      if (ours.has(digest)) continue;
      if (passedOver < othersFirst) {
        passedOver += 1;
        continue;
      }
      deliveries += 1;
      if (lastAt === undefined || receivedAt > lastAt) lastAt = receivedAt;
    }
    const { next } = page.value;
    if (next === null || next === after) {
      return ok({ deliveries, ...(lastAt === undefined ? {} : { lastAt }) });
    }
    after = next;
  }
};
