import fc from "fast-check";
import { expect, test } from "vitest";
import type { Stamp } from "../../src/domain/schema.ts";
import { nextStamp, toMs } from "../../src/domain/stamp.ts";
import { deviceA, deviceB, stampAt } from "../fixtures/records.ts";

const evening = Date.UTC(2026, 10, 24, 16, 0, 0);

test("always grows, whatever the clock does", () => {
  const clocks = fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 13 }), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(clocks, (times) => {
      let last: Stamp | undefined;
      for (const [index, time] of times.entries()) {
        // A jump back by more than a day is seen as a peer far ahead; that one may not move the clock.
        const clock = Math.max(time, last ? toMs(last) - 80_000_000 : time);
        const stamp = nextStamp(clock, last ? [last] : [], deviceA);
        if (last) expect(stamp > last, `step ${index}`).toBe(true);
        last = stamp;
      }
    }),
  );
});

test("follows what it has seen of a peer whose clock is a little ahead", () => {
  const peer = stampAt(60, deviceB);
  expect(nextStamp(evening, [peer], deviceA) > peer).toBe(true);
});

test("is not moved by a peer more than 24 hours ahead", () => {
  const stamp = nextStamp(evening, [stampAt(25 * 3_600, deviceB)], deviceA);
  expect(stamp).toBe(stampAt(0, deviceA));
});

test("writes a stamp even when the clock is outside every calendar", () => {
  expect(toMs(nextStamp(-(10 ** 15), [], deviceA))).toBe(Date.UTC(2000, 0, 1));
  expect(toMs(nextStamp(10 ** 15, [], deviceA))).toBe(Date.UTC(9999, 0, 1));
});

test("goes on into the next millisecond when the counter is full", () => {
  const full = `2026-11-24T16:00:00.000Z-ffff-${deviceA.slice(0, 8)}` as Stamp; // Right form by construction.
  expect(nextStamp(evening, [full], deviceA)).toBe(
    `2026-11-24T16:00:00.001Z-0000-${deviceA.slice(0, 8)}`,
  );
});
