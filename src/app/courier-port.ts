// What screens know of sending: one state in words' reach, and two ways to hurry it. The sending itself is app/courier.ts.
import type { ReadonlySignal } from "@preact/signals";
import type { StoreError } from "../storage/ports.ts";
import type { SendError } from "../sync/ports.ts";

export type CourierState = {
  /** `waiting`: something is unsent and the next try has a time. `idle`: nothing to send, or no hub to send to. */
  readonly activity: "idle" | "sending" | "waiting";
  /** Why the last try failed; absent after a success. */
  readonly failure?: SendError["type"] | StoreError["type"] | "bundle-too-large";
  /** Milliseconds since 1970. */
  readonly nextTryAt?: number;
  readonly lastSuccessAt?: number;
};

export interface Courier {
  readonly state: ReadonlySignal<CourierState>;
  /** Something was saved: cut and send, at most one bundle in 30 s while writing. */
  readonly nudge: () => void;
  /** Cuts all that is unbundled and tries to send it now. Resolves when this try has ended, well or not. */
  readonly sendNow: () => Promise<void>;
}
