// Every engine of this machine, started on storage in which a bit has turned over.
import { expect, test } from "vitest";
import { sized, tell, tellSkipped, timeoutMs } from "../figures.ts";
import { engines } from "./engines.ts";
import { flipMany } from "./flipped.ts";

const suite = "flipped";
const flips = sized(1, 12, 60);

for (const engine of engines) {
  const why = engine.missing();
  if (why) tellSkipped(suite, `${engine.name}: flipped bits`, why);
  test.skipIf(why !== undefined)(
    `${engine.name} shows what was written or says that it cannot, with ${flips} flipped bits`,
    { timeout: timeoutMs },
    async () => {
      const found = await flipMany(engine, flips, Math.random);
      tell(
        suite,
        `${engine.name}: starts on storage with a flipped bit`,
        `${flips}: ${found.whole} whole, ${found.told} told, ${found.refused} the engine would not start, ${found.bad.length} bad`,
      );
      expect(found.bad).toEqual([]);
    },
  );
}
