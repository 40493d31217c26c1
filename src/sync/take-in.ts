// One envelope from any door, hub, file or QR: stored with its records, or set aside with the reason. Never half of it.
import type { Bytes } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import type { Digest } from "../domain/schema.ts";
import { toStored } from "./cut.ts";
import { openEnvelope, type ReceiveDeps, type ReceiveError } from "./receive.ts";
import type { Intake, StoreFailure } from "./store-ports.ts";

export type TakenIn =
  | { readonly type: "added"; readonly records: number }
  | { readonly type: "set-aside"; readonly error: ReceiveError };

/** `digest` is the one of `bytes`, checked by whoever brought them. A known envelope adds nothing. */
export const takeIn = async (
  envelopes: Intake,
  receive: ReceiveDeps,
  digest: Digest,
  bytes: Bytes,
): Promise<Result<TakenIn, StoreFailure>> => {
  const opened = await openEnvelope(bytes, receive);
  if (!opened.ok) {
    const kept = await envelopes.quarantine(digest, bytes, opened.error.type);
    return kept.ok ? ok({ type: "set-aside", error: opened.error }) : kept;
  }
  const { header, records } = opened.value;
  const added = await envelopes.add(toStored({ digest, bytes, header }, records), records);
  return added.ok ? ok({ type: "added", records: added.value }) : added;
};
