// The import after the dry run. Each envelope enters whole with its records, or not at all; refused ones are kept in
// quarantine with the reason. Importing again, in any order, by any route, changes nothing.
import { ok, type Result } from "../../base/result.ts";
import type { StoreError } from "../../storage/ports.ts";
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
  for (const { digest, bytes, verdict } of examined) {
    if (verdict.type === "release" || verdict.type === "desk") {
      const { header, records } = verdict.opened;
      const added = await desk.envelopes.add(toStored({ digest, bytes, header }, records), records);
      if (!added.ok) return added;
      desk.writer.observe(records.map(({ record }) => record.stamp));
      envelopes += 1;
    } else if (verdict.type === "refused") {
      const kept = await desk.envelopes.quarantine(digest, bytes, verdict.error.type);
      if (!kept.ok) return kept;
      setAside += 1;
    }
    dealtWith += 1;
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
