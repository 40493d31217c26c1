// Open, hidden, covered: what stands between a stranger's eye and the notes while the box is open. By the clock alone:
// timers stop in a sleeping tablet, the clock does not.
import { type ReadonlySignal, signal } from "@preact/signals";
import { maxTries, type PinAnswer } from "./pin.ts";

export const awayMs = 60_000;
export const idleMs = 5 * 60_000;
export const warnMs = 20_000;

export type GuardState =
  | { readonly at: "clear" }
  /** The page is out of sight: nothing is shown meanwhile. */
  | { readonly at: "hidden" }
  /** Covered soon, unless somebody touches anything. */
  | { readonly at: "warning" }
  | { readonly at: "covered"; readonly asksPin: boolean; readonly triesLeft: number };

export interface Guard {
  readonly state: ReadonlySignal<GuardState>;
  readonly isChecking: ReadonlySignal<boolean>;
  /** A key or a touch anywhere. Uncovers nothing by itself. */
  readonly touched: () => void;
  readonly pageHidden: () => void;
  readonly pageShown: () => void;
  /** Looks at the clock; to be called every few seconds. */
  readonly tick: () => void;
  readonly coverNow: () => Promise<void>;
  /** Lifts the cover; with a PIN only where it is right. Five wrong ones lock. */
  readonly uncover: (pin?: string) => Promise<PinAnswer>;
  /** Another box was opened, or none. */
  readonly begin: () => void;
}

export type GuardDeps = {
  readonly now: () => number;
  /** The open box has a session PIN. */
  readonly hasPin: () => boolean;
  readonly isOpen: () => boolean;
  readonly triesLeft: () => Promise<number>;
  readonly tryPin: (pin: string) => Promise<PinAnswer>;
  readonly lockUp: () => Promise<void>;
};

export const createGuard = (deps: GuardDeps): Guard => {
  const state = signal<GuardState>({ at: "clear" });
  const isChecking = signal(false);
  let touchedAtMs = deps.now();
  let hiddenAtMs: number | undefined;
  // Beside the count on the disk, which a full disk may refuse.
  let wrongHere = 0;

  const isCovered = () => state.value.at === "covered";
  /** A clock set back tells nothing of how long it was: that counts as long. */
  const since = (ms: number) => {
    const passed = deps.now() - ms;
    return passed < 0 ? Number.POSITIVE_INFINITY : passed;
  };

  const cover = async () => {
    if (isCovered()) return;
    const asksPin = deps.hasPin();
    state.value = { at: "covered", asksPin, triesLeft: maxTries };
    if (!asksPin) return;
    const triesLeft = await deps.triesLeft();
    if (isCovered()) state.value = { at: "covered", asksPin, triesLeft };
  };

  const look = () => {
    if (!deps.isOpen() || isCovered() || hiddenAtMs !== undefined) return;
    const idle = since(touchedAtMs);
    if (idle >= idleMs) void cover();
    else state.value = idle >= idleMs - warnMs ? { at: "warning" } : { at: "clear" };
  };

  const clear = () => {
    touchedAtMs = deps.now();
    state.value = { at: "clear" };
  };

  return {
    state,
    isChecking,
    touched: () => {
      if (isCovered() || hiddenAtMs !== undefined || !deps.isOpen()) return;
      // After a sleep the first touch comes before any tick: the clock is asked first.
      if (since(touchedAtMs) >= idleMs) void cover();
      else clear();
    },
    pageHidden: () => {
      if (!deps.isOpen() || hiddenAtMs !== undefined) return;
      hiddenAtMs = deps.now();
      if (!isCovered()) state.value = { at: "hidden" };
    },
    pageShown: () => {
      const away = hiddenAtMs === undefined ? 0 : since(hiddenAtMs);
      hiddenAtMs = undefined;
      if (!deps.isOpen() || isCovered()) return;
      if (away >= awayMs || since(touchedAtMs) >= idleMs) void cover();
      else clear();
    },
    tick: look,
    coverNow: cover,
    uncover: async (pin = "") => {
      if (!isCovered() || isChecking.value) return "wrong";
      if (!deps.hasPin()) {
        clear();
        return "right";
      }
      isChecking.value = true;
      try {
        const answer = await deps.tryPin(pin);
        wrongHere = answer === "right" ? 0 : wrongHere + 1;
        if (answer === "right") clear();
        else if (answer === "spent" || wrongHere >= maxTries) await deps.lockUp();
        else state.value = { at: "covered", asksPin: true, triesLeft: await deps.triesLeft() };
        return answer;
      } finally {
        isChecking.value = false;
      }
    },
    begin: () => {
      hiddenAtMs = undefined;
      wrongHere = 0;
      clear();
    },
  };
};
