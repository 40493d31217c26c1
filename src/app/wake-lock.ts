// Keeps the screen on while the session goes on. The browser lets go of the lock when the page hides, so it is asked for
// again when the page shows; it may refuse (low battery), which is told in words.
import { type ReadonlySignal, signal } from "@preact/signals";

/** What of the browser is needed: `navigator` and `document`. */
export type WakeHost = {
  readonly wakeLock?: { readonly request: (type: "screen") => Promise<WakeSentinel> } | undefined;
  readonly isVisible: () => boolean;
  readonly onVisibility: (listener: () => void) => () => void;
};
export type WakeSentinel = {
  readonly released: boolean;
  readonly release: () => Promise<void>;
  readonly addEventListener: (type: "release", listener: () => void) => void;
};

export interface WakeLock {
  readonly isHeld: ReadonlySignal<boolean>;
  readonly start: () => void;
  readonly stop: () => void;
}

export const createWakeLock = (host: WakeHost): WakeLock => {
  const isHeld = signal(false);
  let sentinel: WakeSentinel | undefined;
  let unlisten: (() => void) | undefined;

  const request = async () => {
    if (!host.wakeLock || !host.isVisible() || (sentinel && !sentinel.released)) return;
    try {
      const fresh = await host.wakeLock.request("screen");
      sentinel = fresh;
      if (!unlisten) {
        await fresh.release(); // Stopped while the browser was making up its mind.
        return;
      }
      isHeld.value = true;
      fresh.addEventListener("release", () => {
        isHeld.value = false;
      });
    } catch {
      isHeld.value = false; // Refused, as at low battery: nothing to do but say so.
    }
  };

  return {
    isHeld,
    start: () => {
      unlisten ??= host.onVisibility(() => void request());
      void request();
    },
    stop: () => {
      unlisten?.();
      unlisten = undefined;
      void sentinel?.release();
      isHeld.value = false;
    },
  };
};

export const browserWakeHost = (): WakeHost => ({
  wakeLock: "wakeLock" in navigator ? navigator.wakeLock : undefined,
  isVisible: () => document.visibilityState === "visible",
  onVisibility: (listener) => {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
});
