// One whole round of carrying for the open box, in the order that lets no erased word out: erase, bundle, send, take in,
// erase what has come, tell the hub.
import type { Result } from "../base/result.ts";
import { failed, ok } from "../base/result.ts";
import { cutAll, type DeliveryDeps, type DeliveryError, pullSession, sendAll } from "./delivery.ts";
import { applyErasures, type EraseError } from "./erasing.ts";
import { eraseAtHub } from "./erasing-hub.ts";
import type { OpenBox } from "./open-box.ts";

/** Sends from every box of this device; bundles and takes in for the open one alone. */
export const carry = async (
  deps: DeliveryDeps,
  open: OpenBox | undefined,
): Promise<Result<unknown, DeliveryError>> => {
  if (!open) return sendAll(deps, open);
  if (open.kind !== "session") {
    const cut = await cutAll(deps, open);
    return cut.ok ? sendAll(deps, open) : cut;
  }
  const erased = await erase(deps, open);
  if (!erased.ok) return erased;
  const out = await send(deps, open);
  if (!out.ok) return out;
  const pulled = await pullSession(deps, open);
  if (!pulled.ok) return pulled;
  if (pulled.value > 0) {
    const come = await erase(deps, open);
    if (!come.ok) return come;
    // What erasing bundled anew must be on its way before the hub lets go of the old.
    const again = await send(deps, open);
    if (!again.ok) return again;
  }
  return eraseAtHub(deps, open);
};

const send = async (deps: DeliveryDeps, open: OpenBox) => {
  const cut = await cutAll(deps, open);
  return cut.ok ? sendAll(deps, open) : cut;
};

const erase = async (deps: DeliveryDeps, open: OpenBox): Promise<Result<void, DeliveryError>> => {
  const applied = await applyErasures(deps, open);
  return applied.ok ? ok(undefined) : failed(toDeliveryError(applied.error));
};

const toDeliveryError = (error: EraseError): DeliveryError => {
  switch (error.type) {
    case "store-full":
    case "store-failed":
    case "store-newer":
    case "row-unreadable":
    case "bundle-too-large":
      return error;
    default:
      // A release cannot be made anew: the earlier one stays until somebody looks.
      return { type: "store-failed", reason: error.type };
  }
};
