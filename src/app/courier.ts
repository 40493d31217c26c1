// When to carry: at start, after a save (at most one bundle in 30 s), on `online`, on becoming visible, and by a timer
// that backs off. No ping decides whether there is a network: the real upload is the only test.
import { effect, signal } from "@preact/signals";
import { attempt, type Result } from "../base/result.ts";
import { nextTryMs } from "../sync/retry-schedule.ts";
import type { Courier, CourierState } from "./courier-port.ts";
import type { DeliveryDeps, DeliveryError } from "./delivery.ts";
import type { OpenBox } from "./open-box.ts";
import type { Workspace } from "./workspace.ts";

const bundleEveryMs = 30_000;
/** Even with nothing to send, the open session looks for what others sent. */
const lookEveryMs = 60_000;

export type CourierDeps = DeliveryDeps & {
  readonly workspace: Pick<Workspace, "open">;
  /** A timer that can be called off; `setTimeout` in the browser. */
  readonly after: (delayMs: number, work: () => void) => () => void;
  /** Number from 0 up to 1, for scattering retries. */
  readonly chance: () => number;
  /** Calls back on `online` and on becoming visible. */
  readonly onWake: (work: () => void) => void;
};

type Outcome = Result<unknown, DeliveryError>;

export const createCourier = (deps: CourierDeps): Courier => {
  const state = signal<CourierState>({ activity: "idle" });
  let cutAtMs = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let callOff: () => void = () => undefined;
  let plannedMs = Number.POSITIVE_INFINITY;

  /** Plans the next run; an earlier plan stands. */
  const plan = (atMs: number) => {
    if (atMs >= plannedMs) return;
    callOff();
    plannedMs = atMs;
    callOff = deps.after(Math.max(0, atMs - deps.env.now()), () => void run());
  };

  const carry = async (open: OpenBox | undefined): Promise<Outcome> => {
    // Fetched now, so that the first screen comes without it; out of reach it is as good as a hub that is away.
    const fetched = await attempt(
      () => import("./carrying.ts"),
      (): DeliveryError => ({ type: "hub-unreachable" }),
    );
    if (!fetched.ok) return fetched;
    if (open) cutAtMs = deps.env.now();
    return fetched.value.carry(deps, open);
  };

  const settle = (outcome: Outcome) => {
    const nowMs = deps.env.now();
    if (outcome.ok) {
      failures = 0;
      state.value = { activity: "idle", lastSuccessAt: nowMs };
      if (deps.workspace.open.value?.kind === "session") plan(nowMs + lookEveryMs);
      return;
    }
    failures += 1;
    const { error } = outcome;
    const retryAfterMs = error.type === "hub-busy" ? error.retryAfterMs : 0;
    const nextTryAt = nextTryMs({ failures, nowMs, random: deps.chance(), retryAfterMs });
    const { lastSuccessAt } = state.value;
    state.value = {
      activity: "waiting",
      failure: error.type,
      nextTryAt,
      ...(lastSuccessAt === undefined ? {} : { lastSuccessAt }),
    };
    plan(nextTryAt);
  };

  const runOnce = async () => {
    callOff();
    plannedMs = Number.POSITIVE_INFINITY;
    state.value = { ...state.value, activity: "sending" };
    settle(await carry(deps.workspace.open.value));
  };

  // One run at a time; a call during a run means one more run, since it may have been for something new.
  let running: Promise<void> | undefined;
  let again: Promise<void> | undefined;
  const run = (): Promise<void> => {
    if (!running) {
      running = runOnce().finally(() => {
        running = undefined;
      });
      return running;
    }
    again ??= running.then(() => {
      again = undefined;
      return run();
    });
    return again;
  };

  const courier: Courier = {
    state,
    nudge: () => plan(Math.max(deps.env.now(), cutAtMs + bundleEveryMs)),
    sendNow: run,
  };
  effect(() => {
    if (deps.workspace.open.value) courier.nudge();
  });
  deps.onWake(() => void run());
  return courier;
};
