// Nothing that people wrote lies in clear on any disk at any time, and no key once the device is locked. The search
// itself is checked on words planted where a careless program would leave them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveFolder } from "../../browser/static-server.ts";
import { sized, tell, tellSkipped, timeoutMs } from "../figures.ts";
import { searchJourney } from "./canaries.ts";
import { engines } from "./engines.ts";
import { searchFolder, wordNeedle } from "./search-disk.ts";

const suite = "canaries";
const notes = sized(12, 200, 200);
const patience = { timeout: 30_000, interval: 500 };

/** Between words that repeat, so that every engine which compresses does. */
const plant = `
  const text = "sanottua ja kuultua ".repeat(800) + "istutettuqzvx " + "sanottua ja kuultua ".repeat(80);
  const database = await new Promise((done, fail) => {
    const asked = indexedDB.open("istutus", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("store");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = fail;
  });
  await new Promise((done, fail) => {
    const writing = database.transaction("store", "readwrite");
    writing.objectStore("store").put({ text }, "key");
    writing.oncomplete = done;
    writing.onabort = fail;
  });
  database.close();
`;

for (const engine of engines) {
  const why = engine.missing();
  if (why) tellSkipped(suite, `${engine.name}: the journey`, why);
  const run = test.skipIf(why !== undefined);

  run(
    `${engine.name} leaves no word of ${notes} notes on any disk, and no key once locked`,
    { timeout: timeoutMs },
    async () => {
      const found = await searchJourney(engine, notes);
      tell(suite, `${engine.name}: notes with a marker word`, found.notes);
      tell(
        suite,
        `${engine.name}: searches of profiles, hub and files`,
        `${found.searches} (${found.megabytes} MB, ${found.needles} forms of markers and keys)`,
      );
      tell(suite, `${engine.name}: markers or keys found`, found.hits.length);
      tell(suite, `${engine.name}: policy breaches and uncaught errors`, found.trouble.length);
      expect(found.hits).toEqual([]);
      expect(found.trouble).toEqual([]);
    },
  );

  run(
    `${engine.name}: the search finds a word that lies unsealed`,
    { timeout: timeoutMs },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "kuuluu-planted-"));
      const site = await serveFolder("dist");
      const window = await engine.open(folder);
      try {
        await window.goto(site.url);
        await window.run(plant);
        await window.close();
        const needles = [wordNeedle("planted", "istutettuqzvx")];
        // A closing engine moves its pages from one file to the other: between them a look may meet neither.
        await expect.poll(() => searchFolder(folder, needles).hits, patience).not.toEqual([]);
        tell(suite, `${engine.name}: planted words found`, "1 of 1");
      } finally {
        await window.kill().catch(() => undefined);
        await site.stop();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  );
}
