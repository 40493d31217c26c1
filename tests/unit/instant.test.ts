import fc from "fast-check";
import { expect, test } from "vitest";
import { isDay, isInstant } from "../../src/base/instant.ts";
import { parseRecord } from "../../src/domain/gate.ts";
import { note } from "../fixtures/records.ts";

test("takes whatever a clock writes in our centuries", () => {
  const times = fc.date({
    min: new Date("0001-01-01T00:00:00.000Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(times, (time) => {
      expect(isInstant(time.toISOString())).toBe(true);
      expect(isDay(time.toISOString().slice(0, 10))).toBe(true);
    }),
  );
});

test.each(["2026-13-01", "2026-00-10", "2026-02-30", "2025-02-29", "2026-11-31", "26-11-24"])(
  "knows that %s is no day",
  (day) => {
    expect(isDay(day)).toBe(false);
    expect(isInstant(`${day}T12:00:00.000Z`)).toBe(false);
  },
);

test("refuses a record stamped at a time that does not exist: showing it would throw", () => {
  const { record } = note();
  const stamp = "2026-99-99T99:99:99.999Z-0000-aaaaaaaa";
  expect(parseRecord({ ...record, stamp })).toMatchObject({ error: { path: "stamp" } });
  const begunAt = "2026-11-24T24:00:00.000Z";
  expect(parseRecord({ ...record, begunAt })).toMatchObject({ error: { path: "begunAt" } });
});
