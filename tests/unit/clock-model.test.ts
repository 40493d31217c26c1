import { describe, expect, test } from "vitest";
import { createClockModel } from "../../src/app/facilitator/clock-model.ts";
import { testCodebook, testGuide } from "../fixtures/capture-world.ts";
import { createDebriefWorld } from "../fixtures/debrief-world.ts";

const open = async (world: ReturnType<typeof createDebriefWorld>) => {
  const model = createClockModel(world.env, world.box, {
    guide: testGuide,
    codebook: testCodebook,
  });
  await expect.poll(() => model.isLoading.value).toBe(false);
  return model;
};
const begin = (world: ReturnType<typeof createDebriefWorld>, question: string) => {
  const begunAt = new Date(world.env.now()).toISOString();
  return world.write({ kind: "phase/1", parents: [], question, begunAt });
};
const minuteMs = 60_000;

describe("the facilitator's clock", () => {
  test("before the talk shows the question it begins with", async () => {
    const model = await open(createDebriefWorld());
    expect(model.phase.value.begun).toBe(false);
    expect(model.first?.id).toBe("Q-start");
  });

  test("counts the talk and the question by the wall clock, and marks 15 and 5 minutes", async () => {
    const world = createDebriefWorld();
    await begin(world, "Q-start");
    const model = await open(world);
    const later = (minutes: number) => {
      world.pass(minutes * minuteMs);
      model.tick();
      const { elapsedMinutes, minutesLeft, mark } = model.phase.value;
      return [elapsedMinutes, minutesLeft, mark];
    };
    expect(later(14)).toEqual([14, 16, undefined]);
    expect(later(1)).toEqual([15, 15, "fifteen"]);
    expect(later(10)).toEqual([25, 5, "five"]);
    expect(later(5)).toEqual([30, 0, "over"]);
  });

  test("follows the scribe's questions as they are written", async () => {
    const world = createDebriefWorld();
    await begin(world, "Q-start");
    const model = await open(world);
    world.pass(minuteMs);
    await begin(world, "Q-S1");
    await expect.poll(() => model.phase.value.question?.id).toBe("Q-S1");
    expect(model.phase.value.next?.id).toBe("Q-end");
  });

  test("names the dimensions that no note has touched, and forgets them when one does", async () => {
    const world = createDebriefWorld();
    await world.say("Eka", { dimensions: ["A"] });
    await world.say("Pois", { dimensions: ["S"], struck: true });
    await world.say("Ilman");
    const model = await open(world);
    expect(model.counts.value).toEqual({ untouched: ["S", "V", "O"], notes: 2, untagged: 1 });
    await world.say("Toka", { dimensions: ["V", "O"] });
    await expect.poll(() => model.counts.value.untouched).toEqual(["S"]);
  });
});
