// Ties the guard to the page: what counts as a touch, when the page goes and comes, and the layer over the app.
import { effect } from "@preact/signals";
import { render } from "preact";
import type { Texts } from "../../i18n/texts.ts";
import { TextsContext } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { GuardCover } from "./guard-cover.tsx";
import { createGuard } from "./guard-model.ts";
import { triesLeft, tryPin } from "./pin.ts";

const tickMs = 5_000;
const touches = ["pointerdown", "keydown", "input", "wheel"] as const;

export type GuardPlace = {
  /** The app's own element: hidden and out of reach while covered. */
  readonly app: HTMLElement;
  /** Where the cover is drawn. */
  readonly layer: HTMLElement;
};

/** `isResumed`: opened by the resume key, so that a box with a PIN starts covered. */
export const startGuard = (
  deps: AppDeps,
  texts: Texts,
  { app, layer }: GuardPlace,
  isResumed: boolean,
): void => {
  const { workspace, locking, env } = deps;
  const pinDeps = { keys: deps.keys, device: deps.device, random: env.random };
  const box = () => workspace.open.value;
  const guard = createGuard({
    now: env.now,
    isOpen: () => box() !== undefined,
    hasPin: () => box()?.facts().pin !== undefined,
    triesLeft: async () => {
      const open = box();
      return open ? triesLeft(pinDeps, open) : 0;
    },
    tryPin: async (pin) => {
      const open = box();
      return open ? tryPin(pinDeps, open, pin) : "right";
    },
    lockUp: async () => {
      await locking.lockUp();
    },
  });

  const lock = () => void locking.lockUp();
  // In memory before it is needed: locking must not depend on a file that cannot be had then.
  void import("./pack-up.ts").catch(() => undefined);
  render(
    <TextsContext.Provider value={texts}>
      <GuardCover guard={guard} onLock={lock} />
    </TextsContext.Provider>,
    layer,
  );
  effect(() => {
    const { at } = guard.state.value;
    const isOut = at === "hidden" || at === "covered";
    app.inert = isOut;
    document.documentElement.dataset.guard = at;
  });

  let last = box();
  effect(() => {
    const open = workspace.open.value;
    if (open === last) return;
    const isSessionLocked = !open && last?.kind === "session";
    last = open;
    guard.begin();
    if (isSessionLocked) location.hash = "#/";
  });
  if (isResumed && box()?.facts().pin) void guard.coverNow();

  for (const name of touches)
    addEventListener(name, guard.touched, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") guard.pageHidden();
    else guard.pageShown();
  });
  setInterval(guard.tick, tickMs);
};
