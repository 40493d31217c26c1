// How long a tablet keeps a session, decided from plain facts. Never before the desk has said that it holds the release,
// never on the day it is first said, and never because a clock jumped.
import type { Delivery, EnvelopeInfo } from "../../storage/ports.ts";

export const defaultKeepDays = 14;
const dayMs = 24 * 60 * 60 * 1_000;

export type Holding = {
  readonly envelopes: readonly EnvelopeInfo[];
  readonly deliveries: readonly Delivery[];
  /** Records in no envelope yet. */
  readonly unbundled: number;
  /** Texts being typed. */
  readonly drafts: number;
};

export type Safety =
  /** All that was written here is with the desk. `since`: when this device learned it; absent where nothing was written. */
  | { readonly type: "safe"; readonly since?: string }
  /** Something is here alone, or nobody has said otherwise. */
  | { readonly type: "needed"; readonly why: "unpacked" | "no-release" | "no-receipt" };

/**
 * An envelope is accounted for when the desk receipted it, when a receipted release was made after it, or when it came
 * from elsewhere by the hub. A stick is no receipt.
 */
export const lookAtSafety = (own: string, holding: Holding): Safety => {
  const { envelopes, deliveries, unbundled, drafts } = holding;
  if (unbundled > 0 || drafts > 0) return { type: "needed", why: "unpacked" };
  const isOwn = ({ device }: EnvelopeInfo) => device === own;
  if (!envelopes.some(isOwn)) return { type: "safe" };
  const releases = envelopes.filter((one) => isOwn(one) && one.release !== undefined);
  const newest = releases.at(-1);
  if (!newest) return { type: "needed", why: "no-release" };
  const receipt = deliveries.find(
    ({ digest, destination }) => digest === newest.digest && destination === "desk",
  );
  if (!receipt) return { type: "needed", why: "no-receipt" };
  const after = envelopes.slice(envelopes.indexOf(newest) + 1).filter(isOwn);
  // Written after the release: in nobody's hands that have said so.
  return after.length > 0
    ? { type: "needed", why: "no-release" }
    : { type: "safe", since: receipt.receivedAt };
};

export type Keeping =
  | { readonly type: "needed" }
  /** Runs until this moment. */
  | { readonly type: "kept"; readonly untilMs: number }
  /** The time is up, and the person is told; it goes a day after that at the earliest. */
  | { readonly type: "told"; readonly toldAt: string; readonly isNew: boolean }
  | { readonly type: "due" };

export const lookAtKeeping = (facts: {
  readonly safety: Safety;
  readonly keepDays: number;
  readonly toldAt: string | undefined;
  readonly nowMs: number;
}): Keeping => {
  const { safety, keepDays, toldAt, nowMs } = facts;
  if (safety.type === "needed" || safety.since === undefined) return { type: "needed" };
  const untilMs = Date.parse(safety.since) + keepDays * dayMs;
  if (nowMs < untilMs) return { type: "kept", untilMs };
  const sinceTold = toldAt === undefined ? undefined : nowMs - Date.parse(toldAt);
  // Told in what is now the future: the clock was set back since, and the day starts anew.
  if (toldAt === undefined || sinceTold === undefined || sinceTold < 0) {
    return { type: "told", toldAt: new Date(nowMs).toISOString(), isNew: true };
  }
  return sinceTold < dayMs ? { type: "told", toldAt, isNew: false } : { type: "due" };
};
