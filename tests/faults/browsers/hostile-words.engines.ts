// Attacks in every field that people fill in and every view that shows it, in three engines; and the look itself, shown a
// page in which a word did become an element.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveFolder } from "../../browser/static-server.ts";
import { sized, tell, tellSkipped, timeoutMs } from "../figures.ts";
import { engines } from "./engines.ts";
import { showHostileWords } from "./hostile-words.ts";

const suite = "hostile words";
const count = sized(50, 500, 500);

for (const engine of engines) {
  const why = engine.missing();
  if (why) tellSkipped(suite, `${engine.name}: attacks`, why);
  const run = test.skipIf(why !== undefined);

  run(`${engine.name} shows ${count} attacks as words`, { timeout: timeoutMs }, async () => {
    const found = await showHostileWords(engine, count);
    tell(suite, `${engine.name}: attacks written as notes`, found.vectors);
    tell(suite, `${engine.name}: sessions with attacks as names, groups, places`, found.sessions);
    tell(suite, `${engine.name}: views looked at`, found.views);
    tell(
      suite,
      `${engine.name}: run, turned into elements or met by the policy`,
      found.faults.length,
    );
    expect(found.faults).toEqual([]);
  });

  run(`${engine.name} refuses a planted sink, and it is seen`, { timeout: timeoutMs }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "kuuluu-sink-"));
    const site = await serveFolder("dist");
    const window = await engine.open(folder);
    try {
      await window.goto(site.url);
      const refused = await window.run<boolean>(`
        try {
          document.body.innerHTML = "<img src=x onerror=window.__pwned=1>";
        } catch {
          return true;
        }
        return false;
      `);
      await window.run("await new Promise((done) => setTimeout(done, 200))");
      tell(suite, `${engine.name}: planted sinks refused and seen`, refused ? "1 of 1" : "0 of 1");
      expect(refused).toBe(true);
      expect(await window.trouble()).not.toEqual([]);
    } finally {
      await window.kill();
      await site.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
