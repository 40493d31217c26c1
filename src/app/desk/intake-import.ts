// The import after the dry run. Each envelope enters whole with its records, or not at all; refused ones are kept in
// quarantine with the reason. Importing again, in any order, by any route, changes nothing.
import { ok, type Result } from "../../base/result.ts";
import type { Arrival, StoreError } from "../../storage/ports.ts";
import { toStored } from "../../sync/cut.ts";
import type { OpenBox } from "../open-box.ts";
import { letGo } from "./forgetting.ts";
import type { Examined } from "./intake-examine.ts";
import type { HubFound, OnStep } from "./intake-sources.ts";

export type Imported = {
  readonly envelopes: number;
  readonly setAside: number;
  /** Of those examined, in their order: fewer than all when it was stopped half-way. */
  readonly dealtWith: number;
};

/** The reason of a session's own delivery that was set aside before its card was known: it waits, sealed, for a release. */
export const rawKept = "raw-kept";

/** What is to lie in quarantine, and why: refused ones, and what lay there and is still no release. */
const toSetAside = ({ digest, bytes, verdict, wasAside }: Examined) => {
  if (verdict.type === "refused") return { digest, bytes, reason: verdict.error.type };
  const isStillRaw = verdict.type === "session" && wasAside !== undefined;
  return isStillRaw ? { digest, bytes, reason: rawKept } : undefined;
};

/** In one transaction, growing from one: a stop is heard at once, and the disk is not waited for hundreds of times. */
const mostTogether = 16;

const toArrivals = ({ digest, bytes, verdict }: Examined): readonly Arrival[] => {
  if (verdict.type !== "release" && verdict.type !== "desk") return [];
  const { header, records } = verdict.opened;
  return [{ envelope: toStored({ digest, bytes, header }, records), records }];
};

/** Imports what was examined. `hub` tells where it came from: its cursor moves only after everything is stored. */
export const importExamined = async (
  desk: OpenBox,
  examined: readonly Examined[],
  hub?: HubFound,
  onStep: OnStep = () => undefined,
): Promise<Result<Imported, StoreError>> => {
  let envelopes = 0;
  let setAside = 0;
  let dealtWith = 0;
  let together = 1;
  while (dealtWith < examined.length) {
    const part = examined.slice(dealtWith, dealtWith + together);
    together = Math.min(2 * together, mostTogether);
    const arrivals = part.flatMap(toArrivals);
    const added = await desk.envelopes.addAll(arrivals);
    if (!added.ok) return added;
    desk.writer.observe(
      arrivals.flatMap(({ records }) => records.map(({ record }) => record.stamp)),
    );
    envelopes += arrivals.length;
    for (const { digest, bytes, reason } of part.flatMap((each) => toSetAside(each) ?? [])) {
      const kept = await desk.envelopes.quarantine(digest, bytes, reason);
      if (!kept.ok) return kept;
      setAside += 1;
    }
    dealtWith += part.length;
    if ((await onStep(dealtWith)) === "stop") break;
  }
  const gone = await letGo(desk);
  if (!gone.ok) return gone;
  if (dealtWith < examined.length) return ok({ envelopes, setAside, dealtWith });
  if (hub?.cursor) {
    const { epoch, cursor } = hub.cursor;
    for (const { digest, ...rest } of hub.deliveries) {
      const confirmed = await desk.envelopes.confirm({
        digest,
        destination: "hub",
        epoch,
        ...rest,
      });
      if (!confirmed.ok) return confirmed;
    }
    const moved = await desk.envelopes.writeCursor("hub", epoch, cursor);
    if (!moved.ok) return moved;
  }
  return ok({ envelopes, setAside, dealtWith });
};
