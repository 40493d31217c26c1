// A new version of the app is offered, never forced: it waits while anything is being typed or sent, and while
// another window is open. Until then the running version keeps all its files.
import { type ReadonlySignal, signal } from "@preact/signals";

export type WorkerEvents = {
  /** All files of the running version are on this device. */
  readonly onStored: () => void;
  /** A newer version is stored and waits. */
  readonly onWaiting: () => void;
  /** A newer version took over from the running one, asked by this window or by another. */
  readonly onReplaced: () => void;
};

/** The service worker as the page sees it. */
export interface AppWorker {
  /** Resolves to false where there can be none: no HTTPS, a private window, an old browser. */
  readonly start: (events: WorkerEvents) => Promise<boolean>;
  /** Asks the waiting version to take over; it refuses while another window of the app is open. */
  readonly takeOver: () => Promise<"taking-over" | "other-windows" | "none-waiting">;
}

export type UpdateOutcome = "applied" | "busy" | "other-windows";

export type AppUpdate = {
  readonly updateReady: ReadonlySignal<boolean>;
  /** The app starts on this device without a network. */
  readonly offlineReady: ReadonlySignal<boolean>;
  /** This browser cannot keep the app: it works only while there is a network. */
  readonly offlineImpossible: ReadonlySignal<boolean>;
  /** Reloads into the new version, unless that could cost somebody text. */
  readonly applyUpdate: () => Promise<UpdateOutcome>;
};

/** `isBusy` is asked at the last moment: unsaved text or a sending in progress. */
export const startAppUpdate = (deps: {
  readonly worker: AppWorker;
  readonly isBusy: () => boolean;
  readonly reload: () => void;
}): AppUpdate => {
  const updateReady = signal(false);
  const offlineReady = signal(false);
  const offlineImpossible = signal(false);
  let isAsked = false;

  const onReplaced = () => {
    updateReady.value = true;
    if (isAsked && !deps.isBusy()) deps.reload();
  };

  const start = async () => {
    const isStarted = await deps.worker.start({
      onStored: () => {
        offlineReady.value = true;
      },
      onWaiting: () => {
        updateReady.value = true;
      },
      onReplaced,
    });
    offlineImpossible.value = !isStarted;
  };
  void start();

  const applyUpdate = async (): Promise<UpdateOutcome> => {
    if (deps.isBusy()) return "busy";
    isAsked = true;
    const answer = await deps.worker.takeOver();
    if (answer === "other-windows") {
      isAsked = false;
      return answer;
    }
    // It took over already, and this window merely runs the older files.
    if (answer === "none-waiting") deps.reload();
    return "applied";
  };

  return { updateReady, offlineReady, offlineImpossible, applyUpdate };
};
