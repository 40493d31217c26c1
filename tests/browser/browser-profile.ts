// A browser with its profile on disk, as on a tablet: it can be closed, killed like a crash would, and opened again
// with everything that had reached the disk.
import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect } from "@playwright/test";
import { findChromium } from "../tools/find-chromium.ts";
import { watchForTrouble } from "./page-checks.ts";

export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type Profile = {
  /** Opens the browser; options as of Playwright's contexts. */
  readonly open: (options?: OpenOptions) => Promise<BrowserContext>;
  /** SIGKILL to the browser itself: no tab hears of it. Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** What went wrong in its pages so far; taking it means that the spec judges it. */
  readonly takeTrouble: () => readonly string[];
  /** Closes the browser if it is open, removes the profile, and fails if there was trouble. */
  readonly remove: () => Promise<void>;
};
type OpenOptions = Parameters<typeof chromium.launchPersistentContext>[1];

export const createProfile = async (): Promise<Profile> => {
  const folder = await mkdtemp(join(tmpdir(), "kuuluu-profile-"));
  let context: BrowserContext | undefined;
  const trouble: string[] = [];

  // Chromium leaves a link named after its machine and process while it runs.
  const findPid = async () =>
    Number((await readlink(join(folder, "SingletonLock"))).split("-").pop());

  return {
    open: async (options = {}) => {
      const executablePath = findChromium();
      context = await chromium.launchPersistentContext(folder, {
        ...(executablePath ? { executablePath } : {}),
        args: browserArgs,
        locale: "fi-FI",
        viewport: { width: 1180, height: 820 },
        ...options,
      });
      await watchForTrouble(context, (each) => trouble.push(each));
      return context;
    },
    kill: async () => {
      const pid = await findPid();
      const closed = new Promise((resolve) => context?.once("close", resolve));
      process.kill(pid, "SIGKILL");
      await closed;
      context = undefined;
      await rm(join(folder, "SingletonLock"), { force: true });
    },
    takeTrouble: () => trouble.splice(0),
    remove: async () => {
      await context?.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      expect(trouble).toEqual([]);
    },
  };
};
