// The built app and a static page, each behind the same service worker, started by a browser that has just come up, with
// the network gone: from the navigation to the frame with the newest notes in it.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { createProfile } from "../browser/browser-profile.ts";
import { untilStored } from "../browser/scribe.ts";
import { serveFolder } from "../browser/static-server.ts";
import { noteTexts, writeSession } from "./live-page.ts";

export type Start = {
  /** Milliseconds from the beginning of the navigation to the frame after the last note. */
  readonly wall: number;
  /** CPU milliseconds of the page's main thread until then. */
  readonly cpu: number;
};
export type ColdStarts = {
  readonly app: () => Promise<Start>;
  readonly plain: () => Promise<Start>;
  /** Takes the network away: both sites are gone from here on. */
  readonly goOffline: () => Promise<void>;
  /**
   * Paths asked of the app's site since the last time, but for the worker's own file (the browser looks for a newer one) and
   * the hub's doors (what is unsent asks whether it is there).
   */
  readonly takeRequests: () => readonly string[];
  readonly stop: () => Promise<void>;
};

/** The built app's files with another first page: so its worker is the app's own, with as many files to keep. */
const makePlainSite = (notes: number): string => {
  const folder = ".cache/bench/plain-page";
  rmSync(folder, { recursive: true, force: true });
  cpSync("dist", folder, { recursive: true });
  const rows = noteTexts(notes).map((text) => `<li>${text}</li>`);
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>plain</title><style>ol{height:500px;overflow:auto}</style><ol class="log-rows">${rows.join("")}</ol><textarea rows="3"></textarea><script>navigator.serviceWorker.register("sw.js")</script>`,
  );
  return folder;
};

/** In the page, before anything else: the time of the frame after a last note with these words stands in its list. */
export const watchRows = (words: string): void => {
  const drawn = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error("the notes were not drawn")), 30_000);
    const look = () => {
      const last = document.querySelector(".log-rows")?.lastElementChild?.textContent;
      if (!last?.includes(words)) return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      return requestAnimationFrame(() => channel.port2.postMessage(undefined)); // Comes after the frame.
    };
    requestAnimationFrame(look);
  });
  Reflect.set(globalThis, "drawnAt", drawn);
};

/** Rows on the page, and those that its "earlier" button says it keeps back. */
const countNotes = async (page: Page): Promise<number> => {
  const earlier = page.locator(".capture-log > button");
  const kept = (await earlier.count()) > 0 ? await earlier.textContent() : "";
  return (await page.locator(".log-rows > li").count()) + Number(/\d+/.exec(kept ?? "")?.[0] ?? 0);
};

export const openColdStarts = async (notes: number): Promise<ColdStarts> => {
  const asked: string[] = [];
  const site = await serveFolder("dist", 0, undefined, (path) => asked.push(path));
  const plainSite = await serveFolder(makePlainSite(notes));
  const profile = await createProfile();
  const context = await profile.open();
  const page = await context.newPage();
  await writeSession(page, site.url, notes);
  const address = page.url();
  const plain = await context.newPage();
  await plain.goto(plainSite.url);
  await untilStored(plain);
  await context.close();

  /** CPU of the main thread is counted from here on, through the change of process that a navigation brings. */
  const countCpu = async (started: Page): Promise<() => Promise<number>> => {
    const cdp = await started.context().newCDPSession(started);
    await cdp.send("Performance.enable");
    return async () => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      const seconds = metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0;
      if (seconds * 1_000 < 5) throw new Error("the browser does not tell its CPU time");
      return seconds * 1_000;
    };
  };
  const start = async (url: string): Promise<Start> => {
    const fresh = await profile.open();
    try {
      const started = await fresh.newPage();
      await started.addInitScript(watchRows, noteTexts(notes).at(-1) ?? "");
      const readCpu = await countCpu(started);
      await started.goto(url);
      const wall = await started.evaluate(
        () => Reflect.get(globalThis, "drawnAt") as Promise<number>,
      ); // From `watchRows`.
      const cpu = await readCpu();
      const counted = await countNotes(started);
      if (counted !== notes) throw new Error(`${counted} of ${notes} notes are there`);
      return { wall, cpu };
    } finally {
      await fresh.close();
    }
  };
  const goOffline = async () => {
    await site.stop();
    await plainSite.stop();
  };
  return {
    app: () => start(address),
    plain: () => start(plainSite.url),
    goOffline,
    takeRequests: () =>
      asked.splice(0).filter((path) => !path.endsWith("/sw.js") && !path.includes("/v1/")),
    stop: async () => {
      await profile.remove();
      await goOffline();
    },
  };
};
