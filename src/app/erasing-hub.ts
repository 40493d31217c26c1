// The hub's part of an erasure: every envelope that one names goes there too, and once more after every new epoch, since a
// restored hub may have it back. What a device with this card put for the desk goes by the release token.
import { ok, type Result } from "../base/result.ts";
import { listErasedEnvelopes } from "../domain/doomed.ts";
import type { DeviceStore, StoreError } from "../storage/ports.ts";
import type { HubTransport, SendError } from "../sync/ports.ts";
import type { OpenBox } from "./open-box.ts";

type Done = { readonly epoch: string; readonly digests: readonly string[] };

/** Resolves to how many were erased now. Stops at the first failure of the network: the next carrying goes on. */
export const eraseAtHub = async (
  deps: { readonly device: DeviceStore; readonly hub: Pick<HubTransport, "erase"> },
  box: OpenBox,
): Promise<Result<number, SendError | StoreError>> => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const named = listErasedEnvelopes(records.value);
  if (named.length === 0) return ok(0);
  const cursor = await box.envelopes.readCursor("hub");
  if (!cursor.ok) return cursor;
  // Before the first page was read nothing is known of the hub.
  if (!cursor.value) return ok(0);
  const { epoch } = cursor.value;
  const setting = `erased/${box.box}`;
  const stored = await deps.device.readSetting(setting);
  if (!stored.ok) return stored;
  const before = parseDone(stored.value);
  const done = new Set(before?.epoch === epoch ? before.digests : []);
  const waiting = named.filter((digest) => !done.has(digest));
  const desk = box.facts().card?.desk.box;
  for (const digest of waiting) {
    const own = await deps.hub.erase(box.box, box.keys.tokens.read, digest);
    if (!own.ok && !isGone(own.error)) return own;
    const released = desk && (await deps.hub.erase(desk, box.keys.tokens.release, digest));
    if (released && !released.ok && !isGone(released.error)) return released;
    done.add(digest);
  }
  if (waiting.length === 0) return ok(0);
  const written = await deps.device.writeSetting(setting, { epoch, digests: [...done] });
  return written.ok ? ok(waiting.length) : written;
};

const isGone = ({ type }: SendError): boolean => type === "hub-not-found" || type === "hub-erased";

const parseDone = (value: unknown): Done | undefined => {
  const { epoch, digests } = (value ?? {}) as Partial<Done>;
  return typeof epoch === "string" && Array.isArray(digests) ? { epoch, digests } : undefined;
};
