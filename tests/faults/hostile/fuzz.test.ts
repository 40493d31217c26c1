// Seeded mutations of everything that comes from outside. `FUZZ_SEED` repeats one; each failure names its own.
import { expect, test } from "vitest";
import { createIntakeWorld } from "../../fixtures/intake-world.ts";
import { linkOf } from "../../fixtures/main-job.ts";
import { sized, tell, timeoutMs } from "../figures.ts";
import { createChance } from "../random.ts";
import { createForge } from "./forge.ts";
import { createTargets } from "./fuzz-targets.ts";
import { checkPrototypes } from "./prototypes.ts";

const total = sized(4_000, 100_000, 1_000_000);
const only = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED);

const { office, desk, box, session } = await createIntakeWorld();
const targets = await createTargets(
  await createForge(box, desk),
  await linkOf(office, desk, session),
);

test.each(targets)(
  "$name: every mutation meets a typed answer",
  async ({ name, share, strike }) => {
    const count = (total * share) / 100;
    const answers = new Map<string, number>();
    const heldBefore = process.memoryUsage().rss;
    for (let seed = only ?? 1; seed <= (only ?? count); seed += 1) {
      const answer = await strike(createChance(seed)).catch((thrown: unknown) => {
        throw new Error(`${name}, seed ${seed}`, { cause: thrown });
      });
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      if (seed % 100 === 0) checkPrototypes();
    }
    checkPrototypes();
    const grown = Math.round((process.memoryUsage().rss - heldBefore) / 2 ** 20);
    tell("hostile", `mutations: ${name}`, `${count}; memory grew by ${grown} MiB`);
    // A fuzzer that meets one answer only has not got past the first check.
    expect(answers.size).toBeGreaterThan(name.startsWith("envelopes") ? 0 : 1);
  },
  timeoutMs,
);

test("the shares make a whole", () => {
  expect(targets.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});
