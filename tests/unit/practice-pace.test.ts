import { expect, test } from "vitest";
import { practiceLines } from "../../src/app/prepare/practice-lines.ts";
import { createPracticePace, practiceMs, toPace } from "../../src/app/prepare/practice-pace.ts";
import { createTexts } from "../../src/i18n/texts.ts";
import { readTexts } from "../fixtures/read-texts.ts";

/** A clock whose timers run when the test says so. */
const createTimers = () => {
  let waiting: { readonly delayMs: number; readonly work: () => void } | undefined;
  return {
    after: (delayMs: number, work: () => void) => {
      const mine = { delayMs, work };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = undefined;
      };
    },
    ring: () => {
      const due = waiting;
      waiting = undefined;
      due?.work();
      return due?.delayMs;
    },
    isWaiting: () => waiting !== undefined,
  };
};

test("takes three minutes in every language, longer words longer", async () => {
  for (const language of ["fi", "sv", "en", "so", "ar"] as const) {
    const texts = await createTexts({ language, namespaces: ["prepare"], load: readTexts });
    const lines = practiceLines(texts.translate("prepare"), "x").map(({ text }) => text);
    const pace = toPace(lines);
    const total = pace.reduce((sum, ms) => sum + ms, 0);
    expect(Math.abs(total - practiceMs)).toBeLessThan(50);
    expect(Math.min(...pace)).toBeGreaterThan(5_000);
    expect(Math.max(...pace)).toBeLessThan(25_000);
  }
});

test("shows one line after the other and ends after the last", () => {
  const timers = createTimers();
  const pace = createPracticePace([100, 200], timers.after);
  expect(pace.current.value).toBeUndefined();
  pace.begin();
  expect(pace.current.value).toBe(0);
  expect(timers.ring()).toBe(100);
  expect(pace.current.value).toBe(1);
  expect(timers.ring()).toBe(200);
  expect([pace.current.value, pace.isOver.value]).toEqual([undefined, true]);
});

test("stands still while paused, and can be stepped on by hand", () => {
  const timers = createTimers();
  const pace = createPracticePace([100, 200, 300], timers.after);
  pace.begin();
  pace.pause();
  expect(timers.isWaiting()).toBe(false);
  pace.next();
  expect([pace.current.value, timers.isWaiting()]).toEqual([1, false]);
  pace.goOn();
  expect(timers.ring()).toBe(200);
  expect(pace.current.value).toBe(2);
});

test("nothing goes on after the practice was ended", () => {
  const timers = createTimers();
  const pace = createPracticePace([100, 200], timers.after);
  pace.begin();
  pace.end();
  expect(timers.isWaiting()).toBe(false);
  expect(pace.isOver.value).toBe(true);
});
