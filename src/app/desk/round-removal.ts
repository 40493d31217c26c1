// Lets go of a round's notes at the desk. First the word of it, which is also what keeps them from coming back, then the
// envelopes here and on the hub: whoever is interrupted half-way goes on at the next opening.
import { failed, ok, type Result } from "../../base/result.ts";
import { ofKind, type RecordError } from "../../domain/record.ts";
import { Digest, type EntityId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { SendError } from "../../sync/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { listRemovals, listRemoved } from "./removals.ts";
import { listRoundTimes } from "./retention.ts";

type Deps = Pick<AppDeps, "env" | "hub" | "delivery">;
export type RemovalError =
  | StoreError
  | RecordError
  | SendError
  | { readonly type: "round-unknown" }
  /** Something must come first: nothing was removed. */
  | { readonly type: "removal-too-early" };

/** Removes every release of the round and every raw record behind it. The plan, the cards and the receipts stay. */
export const removeRound = (
  deps: Deps,
  desk: OpenBox,
  roundId: EntityId,
): Promise<Result<void, RemovalError>> =>
  deps.delivery.exclusively(desk.box, async () => {
    const known = await desk.records.readAll();
    if (!known.ok) return known;
    const envelopes = await desk.envelopes.list();
    if (!envelopes.ok) return envelopes;
    const nowMs = deps.env.now();
    const round = listRoundTimes(known.value, nowMs).find((each) => each.roundId === roundId);
    if (!round) return failed({ type: "round-unknown" });
    if (round.obstacles.length > 0) return failed({ type: "removal-too-early" });

    const releases = new Set<string>(
      ofKind(known.value, "release/1").flatMap(({ id, record }) =>
        record.roundId === roundId ? [id] : [],
      ),
    );
    const read = new Set<string>(known.value.map(({ id }) => id));
    const sessions = new Set<string>(round.sessions);
    const going = envelopes.value.filter(
      ({ box, release, records }) =>
        (release && releases.has(release)) ||
        // Raw notes of a rescue: kept whole, never read into the desk's records.
        (sessions.has(box) && records.some((id) => !read.has(id))),
    );
    const written = await desk.writer.write([
      {
        ...{ kind: "removal/1", parents: [], roundId, from: "desk" },
        rule: round.desk.state === "due" ? "desk-time" : "before-time",
        due: new Date(round.desk.due).toISOString(),
        removedAt: new Date(nowMs).toISOString(),
        sessions: round.sessions.length,
        notes: round.notes,
        envelopes: going.map(({ digest }) => digest),
      },
    ]);
    return written.ok ? finishRemovals(deps, desk) : written;
  });

/**
 * Does what the desk's word says: another coordinator's word, too, once it has come. Doing it again does nothing. The
 * hub comes first, since afterwards this desk would no longer know what to ask it for.
 */
export const finishRemovals = async (
  deps: Pick<Deps, "hub">,
  desk: OpenBox,
): Promise<Result<void, RemovalError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const envelopes = await desk.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const removed = listRemoved(known.value, desk.box);
  const here = envelopes.value.filter(({ digest }) => removed.has(digest));
  if (here.length === 0) return ok(undefined);
  if (desk.facts().hasHub) {
    for (const { digest, box } of here) {
      if (box !== desk.box) continue; // Raw ones went to the hub in the session's box; see hub-retention.
      const erased = await deps.hub.erase(box, desk.keys.tokens.read, digest);
      if (!erased.ok && !isGone(erased.error)) return erased;
    }
  }
  const gone = await desk.envelopes.remove(here.map(({ digest }) => Digest.parse(digest)));
  return gone.ok ? ok(undefined) : gone;
};

/** Never sent there, or erased already. */
const isGone = ({ type }: SendError): boolean => type === "hub-not-found" || type === "hub-erased";

/** What stands on the certificates of a round, newest last. */
export const certificatesOf = (
  records: Parameters<typeof listRemovals>[0],
  desk: Pick<OpenBox, "box">,
  roundId: EntityId,
) => listRemovals(records, desk.box).filter(({ record }) => record.roundId === roundId);
