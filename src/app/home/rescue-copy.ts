// A locked session whose card is lost: its sealed rows as a file for the desk. No key is needed, and none is given away.
import { failed, ok, type Result } from "../../base/result.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";

export type RescueCopy = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Changes nothing on the device; made again after more was written, it holds more. */
export const makeRescueCopy = async (
  deps: Pick<AppDeps, "env" | "device">,
  box: BoxId,
): Promise<Result<RescueCopy, StoreError | { readonly type: "box-unknown" }>> => {
  const stored = await deps.device.readBox(box);
  if (!stored.ok) return stored;
  if (!stored.value) return failed({ type: "box-unknown" });
  const rows = await deps.device.readSealedRows(box);
  if (!rows.ok) return rows;
  const { code, rescue } = stored.value.slots;
  const madeAt = new Date(deps.env.now()).toISOString();
  const { makeRescueFile } = await import("../../sync/rescue-file.ts");
  const bytes = makeRescueFile({
    ...{ box, madeAt, slots: { code, ...(rescue && { rescue }) } },
    records: rows.value.records.map(({ id, sealed }) => ({ name: id, sealed })),
    drafts: rows.value.drafts.map(({ key, sealed }) => ({ name: key, sealed })),
  });
  return ok({ name: `kuuluu-rescue-${box.slice(0, 8)}-${madeAt.slice(0, 10)}.zip`, bytes });
};
