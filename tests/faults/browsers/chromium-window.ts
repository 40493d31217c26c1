// Chromium by Playwright.
import { rmSync } from "node:fs";
import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "../../tools/find-chromium.ts";
import { type Engine, killFamily, preload, readTrouble } from "./engine.ts";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const chromiumEngine: Engine = {
  name: "Chromium",
  missing: () => (findChromium() ? undefined : "no Chromium is installed"),
  open: async (folder) => {
    rmSync(join(folder, "SingletonLock"), { force: true }); // Left by a kill.
    const executablePath = findChromium();
    const context = await chromium.launchPersistentContext(folder, {
      ...(executablePath ? { executablePath } : {}),
      args,
      locale: "fi-FI",
      viewport: { width: 1180, height: 820 },
    });
    await context.addInitScript(preload);
    const page = context.pages()[0] ?? (await context.newPage());
    const run = <T>(body: string): Promise<T> => page.evaluate(`(async () => { ${body} })()`);
    return {
      goto: async (url) => {
        await page.goto(url);
      },
      run,
      trouble: () => readTrouble({ run }),
      kill: async () => {
        const closed = new Promise((resolve) => context.once("close", resolve));
        await killFamily(Number((await readlink(join(folder, "SingletonLock"))).split("-").pop()));
        await closed;
      },
      close: () => context.close(),
    };
  },
};
