// A page with the app's own modules and its peers in one bundle, on a profile on disk: what is compared is measured in the
// same page, turn by turn.
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { createProfile } from "../browser/browser-profile.ts";
import { serveFolder } from "../browser/static-server.ts";

export type BenchPage = { readonly page: Page; readonly stop: () => Promise<void> };

/** Bundles `tests/bench/peers/pages/<name>.ts` and lays it with a page of its own into this folder. */
export const buildBenchPage = async (
  name: string,
  folder: string,
  page = "index.html",
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await build({
    ...{ configFile: false, logLevel: "error" },
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: `tests/bench/peers/pages/${name}.ts`,
        formats: ["es"],
        fileName: () => "bench.js",
      },
    },
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    // RxDB refuses to run beside a second Dexie: it gets ours.
    resolve: {
      alias: {
        events: resolve("tests/bench/peers/node_modules/events/events.js"),
        dexie: resolve("node_modules/dexie/dist/dexie.mjs"),
      },
    },
  });
  writeFileSync(
    `${folder}/${page}`,
    '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="bench.js"></script>',
  );
};

/** Opens `tests/bench/peers/pages/<name>.ts`, which puts what it can do on `globalThis.bench`. */
export const openBenchPage = async (name: string): Promise<BenchPage> => {
  const folder = `.cache/bench/${name}`;
  await buildBenchPage(name, folder);
  const site = await serveFolder(folder);
  const profile = await createProfile();
  const page = await (await profile.open()).newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => Reflect.has(globalThis, "bench"));
  return {
    page,
    stop: async () => {
      await profile.remove();
      await site.stop();
    },
  };
};

/** Calls what the page offers. Arguments and answer are plain data. */
export const callPage = <T>(page: Page, name: string, ...args: readonly unknown[]): Promise<T> =>
  page.evaluate(
    ([called, given]) => Reflect.get(Reflect.get(globalThis, "bench"), called)(...given),
    [name, [...args]] as const,
  ) as Promise<T>; // What the page's own function answers.
