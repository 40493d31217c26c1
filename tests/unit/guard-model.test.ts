import { describe, expect, test } from "vitest";
import { awayMs, createGuard, idleMs, warnMs } from "../../src/app/guard/guard-model.ts";
import type { PinAnswer } from "../../src/app/guard/pin.ts";

const createWorld = (options: { readonly pin?: string; readonly forgetful?: boolean } = {}) => {
  let now = Date.parse("2026-11-24T16:00:00.000Z");
  let isOpen = true;
  let wrong = 0;
  let locked = 0;
  const guard = createGuard({
    now: () => now,
    isOpen: () => isOpen,
    hasPin: () => options.pin !== undefined,
    triesLeft: async () => 5 - wrong,
    tryPin: async (pin): Promise<PinAnswer> => {
      if (pin === options.pin) return "right";
      if (!options.forgetful) wrong += 1;
      return wrong >= 5 ? "spent" : "wrong";
    },
    lockUp: async () => {
      locked += 1;
      isOpen = false;
    },
  });
  return {
    guard,
    pass: (ms: number) => {
      now += ms;
    },
    close: () => {
      isOpen = false;
    },
    locked: () => locked,
  };
};

describe("the cover", () => {
  test("hides everything at once when the page goes out of sight, and shows it again soon after", () => {
    const { guard, pass } = createWorld();
    guard.pageHidden();
    expect(guard.state.value.at).toBe("hidden");
    pass(awayMs - 1);
    guard.pageShown();
    expect(guard.state.value.at).toBe("clear");
  });

  test("stays over what was out of sight for a minute, although no timer ran meanwhile", () => {
    const { guard, pass } = createWorld();
    guard.pageHidden();
    pass(awayMs);
    guard.pageShown();
    expect(guard.state.value.at).toBe("covered");
  });

  test("warns twenty seconds before, and a touch starts the five minutes anew", () => {
    const { guard, pass } = createWorld();
    pass(idleMs - warnMs);
    guard.tick();
    expect(guard.state.value.at).toBe("warning");
    guard.touched();
    expect(guard.state.value.at).toBe("clear");
    pass(idleMs - warnMs - 1);
    guard.tick();
    expect(guard.state.value.at).toBe("clear");
  });

  test("comes after five idle minutes, and the first touch after a sleep meets it too", () => {
    const ticked = createWorld();
    ticked.pass(idleMs);
    ticked.guard.tick();
    expect(ticked.guard.state.value.at).toBe("covered");
    const asleep = createWorld();
    asleep.pass(idleMs);
    asleep.guard.touched();
    expect(asleep.guard.state.value.at).toBe("covered");
  });

  test("comes when the clock was set back while the page was away", () => {
    const { guard, pass } = createWorld();
    guard.pageHidden();
    pass(-3_600_000);
    guard.pageShown();
    expect(guard.state.value.at).toBe("covered");
  });

  test("is lifted by a press where there is no PIN, not by a touch", async () => {
    const { guard, pass } = createWorld();
    pass(idleMs);
    guard.tick();
    guard.touched();
    expect(guard.state.value.at).toBe("covered");
    expect(await guard.uncover()).toBe("right");
    expect(guard.state.value.at).toBe("clear");
  });

  test("is lifted by the right PIN alone, and tells how many tries are left", async () => {
    const { guard } = createWorld({ pin: "2580" });
    await guard.coverNow();
    expect(await guard.uncover("1111")).toBe("wrong");
    expect(guard.state.value).toEqual({ at: "covered", asksPin: true, triesLeft: 4 });
    expect(await guard.uncover("2580")).toBe("right");
    expect(guard.state.value.at).toBe("clear");
  });

  test("locks after five wrong PINs", async () => {
    const { guard, locked } = createWorld({ pin: "2580" });
    await guard.coverNow();
    for (let turn = 0; turn < 4; turn += 1) expect(await guard.uncover("0000")).toBe("wrong");
    expect(locked()).toBe(0);
    expect(await guard.uncover("0000")).toBe("spent");
    expect(locked()).toBe(1);
  });

  test("locks after five wrong PINs though the disk counts none of them", async () => {
    const { guard, locked } = createWorld({ pin: "2580", forgetful: true });
    await guard.coverNow();
    for (let turn = 0; turn < 5; turn += 1) await guard.uncover("0000");
    expect(locked()).toBe(1);
  });

  test("has nothing to cover while no box is open", () => {
    const { guard, pass, close } = createWorld();
    close();
    guard.pageHidden();
    pass(awayMs);
    guard.pageShown();
    pass(idleMs);
    guard.tick();
    expect(guard.state.value.at).toBe("clear");
  });
});
