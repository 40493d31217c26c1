// Every engine of this machine, killed while a scribe writes; and the oracle itself, shown a disk that forgot.
import { expect, test } from "vitest";
import { size, sized, tell, tellSkipped, timeoutMs } from "../figures.ts";
import { engines } from "./engines.ts";
import { killMany } from "./kill.ts";

const suite = "kill";
const kills = sized(2, 30, 200);

for (const engine of engines) {
  const why = engine.missing();
  if (why) tellSkipped(suite, `${engine.name}: kills`, why);
  test.skipIf(why !== undefined)(
    `${engine.name} keeps every acknowledged note through ${kills} kills`,
    { timeout: timeoutMs },
    async () => {
      const found = await killMany({ engine, kills, random: Math.random });
      tell(suite, `${engine.name}: kills while typing and saving`, found.kills);
      tell(suite, `${engine.name}: notes shown as saved before a kill`, found.acknowledged);
      tell(suite, `${engine.name}: of these lost`, found.lost.length);
      tell(
        suite,
        `${engine.name}: longest typing lost`,
        `${found.typingLostMs} ms (the machine itself stood still for up to ${found.stoodStillMs} ms)`,
      );
      tell(suite, `${engine.name}: policy breaches and uncaught errors`, found.trouble.length);
      expect(found.lost).toEqual([]);
      expect(found.trouble).toEqual([]);
      // Milliseconds belong to the machine: they are held to their limit only where they are kept as a figure.
      if (size === "glance") return;
      expect(found.typingLostMs).toBeLessThanOrEqual(Math.max(1_000, 300 + found.stoodStillMs));
    },
  );
}

const [quickest] = engines.filter((engine) => engine.missing() === undefined);
test.skipIf(!quickest)(
  "tells of a loss when the disk forgets what was acknowledged",
  { timeout: timeoutMs },
  async () => {
    if (!quickest) return;
    let lost: readonly string[] = [];
    for (let tries = 0; tries < 5 && lost.length === 0; tries += 1) {
      const options = { engine: quickest, kills: 1, random: () => 0.99, plantedLoss: true };
      ({ lost } = await killMany(options));
    }
    tell(suite, "planted: losses seen when the profile is put back", lost.length);
    expect(lost.length).toBeGreaterThan(0);
  },
);
