// Thousands of histories, each from a seed. `SIM_SEED=123` replays one. A seed that ever failed stays in failed-seeds.json.
import { expect, test } from "vitest";
import { sized, tell, timeoutMs } from "../figures.ts";
import failedSeeds from "./failed-seeds.json" with { type: "json" };
import { planted } from "./planted.ts";
import { simulate } from "./simulate.ts";

const only = process.env.SIM_SEED === undefined ? undefined : Number(process.env.SIM_SEED);
const seeds = sized(200, 10_000, 100_000);

test(
  "every promise holds in every history, and each history happens the same way twice",
  async () => {
    let [steps, records, envelopes, twice] = [0, 0, 0, 0];
    for (let seed = only ?? 1; seed <= (only ?? seeds); seed += 1) {
      const history = await simulate(seed);
      expect([seed, history.violation]).toEqual([seed, undefined]);
      // Twice for every seed would tell the same at double the price.
      if (only !== undefined || seed % 10 === 0) {
        expect([seed, await simulate(seed)]).toEqual([seed, history]);
        twice += 1;
      }
      steps += history.steps;
      records += history.records;
      envelopes += history.envelopes;
    }
    tell(
      "simulator",
      "histories, each of 55 actions among up to six devices",
      `${seeds}, 0 violations`,
    );
    tell("simulator", "steps checked", steps);
    tell("simulator", "histories run twice with one trace", twice);
    tell("simulator", "records and envelopes made in them", `${records} and ${envelopes}`);
  },
  timeoutMs,
);

test.each(failedSeeds)(
  "holds in the history of seed $seed, which once failed: $why",
  async ({ seed }) => {
    expect((await simulate(seed)).violation).toBeUndefined();
  },
  timeoutMs,
);

const patience = sized(400, 1_000, 1_000);
test.each(planted)(
  "catches it when $name",
  async (plant) => {
    let caught: string | undefined;
    let seed = 0;
    while (caught === undefined && seed < patience) {
      seed += 1;
      caught = (await simulate(seed, plant)).violation;
    }
    expect(caught, `not caught in ${patience} histories`).toBeDefined();
    tell("simulator", `planted: ${plant.name}`, `caught in history ${seed}: ${caught}`);
  },
  timeoutMs,
);

test("plants at least twenty faults", () => {
  tell("simulator", "planted faults caught", `${planted.length} of ${planted.length}`);
  expect(planted.length).toBeGreaterThanOrEqual(20);
});
