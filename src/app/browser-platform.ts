// The browser as the app's platform.
import type { Bytes } from "../base/bytes.ts";
import { createResumeFile } from "../storage/resume-file.ts";
import resumeWorkerUrl from "../storage/resume-worker.ts?worker&url";
import type { Platform, SecondStore } from "./platform.ts";
import { trustedWorkerUrl } from "./trusted-urls.ts";

/** `demo`: a filled desk to look at. `practice`: an empty session to write in. */
export type Mode = "real" | "demo" | "practice";

const databaseNames = { real: "kuuluu", demo: "kuuluu-demo", practice: "kuuluu-practice" } as const;

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** Demo and practice live in databases of their own and have no network: nothing of them can leave. */
export const createBrowserPlatform = (mode: Mode, onSuperseded: () => void): Platform => ({
  now: Date.now,
  random,
  fetch:
    mode === "real"
      ? (url, init) => fetch(url, init)
      : () => Promise.reject(new TypeError("practising has no network")),
  baseUrl: new URL(".", document.baseURI).href,
  databaseName: databaseNames[mode],
  resumeFile:
    mode === "real"
      ? createResumeFile({
          createWorker: () => new Worker(trustedWorkerUrl(resumeWorkerUrl), { type: "module" }),
          // Absent in WebKitGTK, whatever the library says.
          storage: navigator.storage as StorageManager | undefined,
        })
      : noResume,
  exclusively: (name, work) =>
    // The library's type loses the result of an asynchronous callback.
    navigator.locks.request(`${mode}/${name}`, work) as ReturnType<typeof work>,
  holdWriting: async () => {
    const { createHoldWriting } = await import("./writing-hold.ts");
    const openChannel = (name: string) => new BroadcastChannel(name);
    return createHoldWriting({ locks: navigator.locks, openChannel, after, prefix: mode });
  },
  ...(mode === "real"
    ? {
        passkeys: async () => (await import("./browser-passkeys.ts")).createBrowserPasskeys(random),
      }
    : {}),
  after,
  chance: Math.random,
  onWake: (work) => {
    addEventListener("online", work);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") work();
    });
  },
  second: mode === "real" ? besideDatabase("kuuluu/mark") : noSecond,
  onSuperseded,
});

const noSecond: SecondStore = { read: () => undefined, write: () => undefined };

/** Apart from the database, so that it tells when that was emptied: numbers only. A refusing browser throws at each use. */
const besideDatabase = (name: string): SecondStore => ({
  read: () => {
    try {
      return localStorage.getItem(name) ?? undefined;
    } catch {
      return undefined; // Refused by the person's settings: then there is no second store.
    }
  },
  write: (text) => {
    try {
      localStorage.setItem(name, text);
    } catch {
      // Refused or full: the database's own mark stands alone.
    }
  },
});

const after: Platform["after"] = (delayMs, work) => {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
};

const noResume: Platform["resumeFile"] = {
  read: async () => undefined,
  write: async () => false,
  erase: async () => true,
};

/** A JSON file that lies beside the app, kept for offline use like the app itself. Rejects when it cannot be had. */
export const readOwnFile = async (name: string): Promise<unknown> =>
  (await fetch(new URL(name, document.baseURI))).json();
