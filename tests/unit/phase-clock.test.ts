import { describe, expect, test } from "vitest";
import { lookAtClock, type Stint } from "../../src/app/session/phase-clock.ts";
import { createCaptureWorld, testGuide } from "../fixtures/capture-world.ts";

const start = Date.parse("2026-11-24T16:00:00.000Z");
const at = (minute: number) => new Date(start + minute * 60_000).toISOString();
const look = (stints: readonly Stint[], minute: number) =>
  lookAtClock(stints, testGuide, start + minute * 60_000);

describe("the phase clock", () => {
  test("offers the first question before the talk has begun", () => {
    expect(look([], 0)).toMatchObject({ begun: false, place: 0, minutesLeft: undefined });
    expect(look([], 0).next?.id).toBe("Q-start");
  });

  test("adds up a question's stints and leaves the others out", () => {
    const stints = [
      { question: "Q-start", begunAt: at(0) },
      { question: "Q-S1", begunAt: at(6) },
      { question: "Q-start", begunAt: at(9) },
    ];
    expect(look(stints, 13)).toMatchObject({ minutes: 10, plannedMinutes: 10, place: 1 });
  });

  test.each([
    [14, undefined],
    [15, "fifteen"],
    [25, "five"],
    [30, "over"],
    [45, "over"],
  ])("after %i of 30 minutes its mark is %s", (minute, mark) => {
    expect(look([{ question: "Q-start", begunAt: at(0) }], minute).mark).toBe(mark);
  });

  test("counts an undone step as if it had not been", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await model.nextQuestion();
    world.pass(5 * 60_000);
    await model.nextQuestion();
    world.pass(60_000);
    await model.undo();
    expect(model.phase.value).toMatchObject({ place: 1, minutes: 6 });
  });

  test("goes on when the device's clock was set back in between", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await model.nextQuestion();
    world.pass(-3_600_000);
    await model.nextQuestion();
    expect(model.phase.value.place).toBe(2);
    await model.previousQuestion();
    expect(model.phase.value.place).toBe(1);
  });

  test("marks a note with the question under which it was begun", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await model.nextQuestion();
    model.typed("Alku", 4);
    await model.nextQuestion();
    await model.save();
    expect(model.log.notes.value[0]?.fields.phase).toBe("Q-start");
  });
});
