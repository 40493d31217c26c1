// The session PIN: a small hurdle for whoever picks the tablet up, no protection of what lies on the disk. It wraps
// nothing that opens rows; what proves it lies in a sealed row, so it cannot be guessed without the row key.
import type { Bytes } from "../../base/bytes.ts";
import { failed, type Result } from "../../base/result.ts";
import { z } from "../../domain/schema.ts";
import type { DeviceStore, StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";
import type { Keys } from "../ports.ts";

export const maxTries = 5;
const pinForm = /^\d{4,8}$/;
const Tries = z.int().check(z.minimum(0));

export type PinError = StoreError | { readonly type: "pin-malformed" };
export type PinAnswer = "right" | "wrong" | "spent";

type Box = Pick<OpenBox, "box" | "facts" | "updateFacts">;
type Deps = {
  readonly keys: Pick<Keys, "wrapWithPassphrase" | "unwrapWithPassphrase">;
  readonly device: Pick<DeviceStore, "readSetting" | "writeSetting">;
  readonly random: (length: number) => Bytes;
};

const settingOf = ({ box }: Box) => `pin-tries/${box}`;

/** Four to eight digits. */
export const setPin = async (
  deps: Deps,
  box: Box,
  pin: string,
): Promise<Result<void, PinError>> => {
  if (!pinForm.test(pin)) return failed({ type: "pin-malformed" });
  // What is wrapped means nothing: that it opens is the proof.
  const slot = await deps.keys.wrapWithPassphrase(box.box, pin, deps.random(32));
  const fresh = await deps.device.writeSetting(settingOf(box), 0);
  return fresh.ok ? box.updateFacts({ pin: slot }) : fresh;
};

export const removePin = (box: Box): Promise<Result<void, StoreError>> =>
  box.updateFacts({ pin: undefined });

const readTries = async (deps: Deps, box: Box): Promise<number> => {
  const stored = await deps.device.readSetting(settingOf(box));
  const tries = Tries.safeParse(stored.ok ? stored.value : 0);
  return tries.success ? tries.data : 0;
};

export const triesLeft = async (deps: Deps, box: Box): Promise<number> =>
  Math.max(0, maxTries - (await readTries(deps, box)));

/**
 * Counts on the disk before it looks, so that a reload in between gives nothing away. Where the disk refuses the count,
 * the guard counts in memory.
 */
export const tryPin = async (deps: Deps, box: Box, pin: string): Promise<PinAnswer> => {
  const slot = box.facts().pin;
  if (!slot) return "right";
  const tries = (await readTries(deps, box)) + 1;
  if (tries > maxTries) return "spent";
  await deps.device.writeSetting(settingOf(box), tries);
  const opened = await deps.keys.unwrapWithPassphrase(box.box, pin, slot);
  if (!opened) return tries >= maxTries ? "spent" : "wrong";
  await deps.device.writeSetting(settingOf(box), 0);
  return "right";
};
