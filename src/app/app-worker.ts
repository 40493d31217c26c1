// The page's end of the service worker. Registered through the app's Trusted Types policy, under a relative address,
// so that the app works from any folder of any web space.
import type { Workbox } from "workbox-window";
import { trustedWorkerUrl } from "./trusted-urls.ts";
import type { AppWorker } from "./update.ts";

const hourMs = 60 * 60 * 1000;

/** Looks for a new version when the app is looked at again, at most once an hour. */
const lookNowAndThen = (workbox: Workbox) => {
  let lookedAtMs = performance.now();
  document.addEventListener("visibilitychange", () => {
    const nowMs = performance.now();
    if (document.visibilityState !== "visible" || nowMs - lookedAtMs < hourMs) return;
    lookedAtMs = nowMs;
    // Without a network there is nothing to find; the next look will tell.
    workbox.update().catch(() => undefined);
  });
};

/** After the first screen. Undefined where it cannot be had, which means no work offline either. */
const fetchLibrary = () => import("workbox-window").catch(() => undefined);

/** Nothing happens before `start`. */
export const createAppWorker = (): AppWorker => {
  let registration: ServiceWorkerRegistration | undefined;
  return {
    start: async (events) => {
      if (!("serviceWorker" in navigator)) return false;
      const library = await fetchLibrary();
      if (!library) return false;
      const workbox = new library.Workbox(trustedWorkerUrl("sw.js"));
      workbox.addEventListener("waiting", events.onWaiting);
      workbox.addEventListener("controlling", ({ isUpdate }) => {
        if (isUpdate) events.onReplaced();
      });
      try {
        registration = await workbox.register();
      } catch {
        return false; // Refused by the browser, or the file is not there: both mean no work offline.
      }
      // Not awaited: on a first visit it resolves when all files are stored.
      void navigator.serviceWorker.ready.then(events.onStored);
      lookNowAndThen(workbox);
      return true;
    },
    takeOver: async () => {
      const waiting = registration?.waiting;
      const library = waiting && (await fetchLibrary());
      return library ? library.messageSW(waiting, { type: "take-over" }) : "none-waiting";
    },
  };
};
