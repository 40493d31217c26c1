// Runs while a desk is open: plans and receipts that a crash left out are made, and the hub learns of every change of the
// cards.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Result } from "../../base/result.ts";
import { ofKind } from "../../domain/record.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { fileHost, saveFile } from "../session/save-file.ts";
import type { UnpackError, UnpackReport } from "./desk-unpack.ts";
import { adoptHub, type RegistrationError, registerBoxes } from "./hub-registration.ts";
import { createFilePicker } from "./picked-file.ts";
import { makeMissingPlans, type PlanEnvelopeError } from "./plan-envelope.ts";
import { makeReceipts, type ReceiptError } from "./receipts.ts";
import { finishRemovals, type RemovalError } from "./round-removal.ts";
import { createSafeCopy, type SafeCopyKeeper } from "./safe-copy.ts";

export type HubState = {
  readonly activity: "none" | "registering" | "known";
  readonly failure?: RegistrationError | PlanEnvelopeError | ReceiptError | RemovalError;
};

export interface DeskKeeper {
  readonly safeCopy: SafeCopyKeeper;
  /** What the desk's file brought, where the desk was just opened from it. */
  readonly restored: Signal<Result<UnpackReport, UnpackError> | undefined>;
  readonly hub: ReadonlySignal<HubState>;
  /** Makes and registers what is missing now; calls during a run lead to one more run. */
  readonly refresh: () => Promise<void>;
}

type Deps = Pick<
  AppDeps,
  "env" | "keys" | "crypto" | "device" | "hub" | "courier" | "workspace" | "delivery" | "after"
>;

const createDeskKeeper = (deps: Deps, desk: OpenBox): DeskKeeper => {
  const hub = signal<HubState>({ activity: desk.facts().hasHub ? "registering" : "none" });

  const safeCopy = createSafeCopy(deps, desk, {
    picker: createFilePicker(globalThis),
    saveFile: (...file) => saveFile(fileHost(), ...file),
  });

  const runOnce = async (): Promise<void> => {
    const planned = await makeMissingPlans(deps, desk);
    if (!planned.ok) {
      hub.value = { activity: "none", failure: planned.error };
      return;
    }
    const receipted = await makeReceipts(deps, desk);
    // Another coordinator may have let a round go, or a removal was interrupted here.
    const finished = await finishRemovals(deps, desk);
    if (!receipted.ok) {
      hub.value = { activity: "none", failure: receipted.error };
      return;
    }
    if (!desk.facts().hasHub) {
      hub.value = { activity: "none" };
      return;
    }
    if (!finished.ok) {
      hub.value = { activity: "registering", failure: finished.error };
      return;
    }
    hub.value = { activity: "registering" };
    const registered = await registerBoxes(deps, desk);
    hub.value = registered.ok
      ? { activity: "known" }
      : { activity: "registering", failure: registered.error };
    // An envelope sent before its box was known was refused: now it goes, and a printed card's plan at once.
    if (registered.ok && registered.value > 0) void deps.courier.sendNow();
    else if (registered.ok) deps.courier.nudge();
  };

  let running: Promise<void> | undefined;
  let wanted = false;
  const refresh = (): Promise<void> => {
    wanted = true;
    running ??= (async () => {
      while (wanted) {
        wanted = false;
        await runOnce();
      }
      running = undefined;
    })();
    return running;
  };

  // Only cards and removals change what the hub should know or lose; releases arrive far more often.
  let seen = -1;
  const stopWatching = desk.records.watch((answer) => {
    if (!answer.ok) return;
    const cards = ofKind(answer.value, "card/1").length;
    const now = cards + ofKind(answer.value, "removal/1").length;
    if (now === seen) return;
    const isFirst = seen < 0;
    seen = now;
    void (isFirst ? adoptHub(deps, desk).then(refresh) : refresh());
  });
  // The courier's success is the best sign that the network is back.
  let last = deps.courier.state.peek().lastSuccessAt;
  const stopCourier = deps.courier.state.subscribe(({ lastSuccessAt }) => {
    if (lastSuccessAt === last) return;
    last = lastSuccessAt;
    if (hub.peek().failure) void refresh();
  });
  const stopOpen = deps.workspace.open.subscribe((open) => {
    if (open === desk) return;
    stopWatching();
    stopCourier();
    safeCopy.stop();
    queueMicrotask(() => stopOpen()); // It may be called while it is being made.
  });
  return { hub, refresh, safeCopy, restored: signal(undefined) };
};

// One keeper for as long as the desk is open: screens come and go with every address.
const keepers = new WeakMap<OpenBox, DeskKeeper>();

/** The open desk's keeper; it stops by itself when the desk is locked. */
export const keeperOf = (deps: Deps, desk: OpenBox): DeskKeeper => {
  const keeper = keepers.get(desk) ?? createDeskKeeper(deps, desk);
  keepers.set(desk, keeper);
  return keeper;
};
