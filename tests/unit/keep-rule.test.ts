import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Holding, lookAtKeeping, lookAtSafety } from "../../src/app/keeping/keep-rule.ts";
import { BoxId, Digest, RecordId } from "../../src/domain/schema.ts";
import type { Delivery, EnvelopeInfo } from "../../src/storage/ports.ts";

const own = "a".repeat(32);
const box = BoxId.parse("b".repeat(32));
const digestOf = (n: number) => Digest.parse(n.toString(16).padStart(64, "0"));
const envelope = (n: number, part: Partial<EnvelopeInfo> = {}): EnvelopeInfo => ({
  digest: digestOf(n),
  box,
  records: [],
  device: own,
  seq: n,
  size: 1,
  ...part,
});
const release = (n: number, part: Partial<EnvelopeInfo> = {}) =>
  envelope(n, { release: RecordId.parse(digestOf(n)), ...part });
const arrived = (n: number, destination = "desk"): Delivery => ({
  digest: digestOf(n),
  destination,
  epoch: "e",
  receivedAt: "2026-11-24T18:00:00.000Z",
  cursor: "",
});
const holding = (part: Partial<Holding>): Holding => ({
  envelopes: [],
  deliveries: [],
  unbundled: 0,
  drafts: 0,
  ...part,
});

describe("what may leave a tablet", () => {
  test("is a session whose newest release the desk has receipted", () => {
    const all = { envelopes: [envelope(1), release(2)], deliveries: [arrived(2)] };
    expect(lookAtSafety(own, holding(all))).toEqual({
      type: "safe",
      since: "2026-11-24T18:00:00.000Z",
    });
  });

  test("is not one whose release merely lies in the hub or on a stick", () => {
    for (const destination of ["hub", "file"]) {
      const all = { envelopes: [envelope(1), release(2)], deliveries: [arrived(2, destination)] };
      expect(lookAtSafety(own, holding(all))).toEqual({ type: "needed", why: "no-receipt" });
    }
  });

  test("is not one in which more was written after the release, nor one with text half typed", () => {
    const receipted = { envelopes: [release(1)], deliveries: [arrived(1)] };
    const more = { ...receipted, envelopes: [release(1), envelope(2)] };
    expect(lookAtSafety(own, holding(more)).type).toBe("needed");
    const older = { envelopes: [release(1), release(2)], deliveries: [arrived(1)] };
    expect(lookAtSafety(own, holding(older)).type).toBe("needed");
    expect(lookAtSafety(own, holding({ ...receipted, unbundled: 1 })).type).toBe("needed");
    expect(lookAtSafety(own, holding({ ...receipted, drafts: 1 })).type).toBe("needed");
  });

  test("is one in which this device wrote nothing", () => {
    const others = [envelope(1, { device: "c".repeat(32) })];
    expect(lookAtSafety(own, holding({ envelopes: others }))).toEqual({ type: "safe" });
  });
});

const day = 24 * 60 * 60 * 1_000;
const since = "2026-11-24T18:00:00.000Z";
const safe = { type: "safe", since } as const;
const at = (days: number) => Date.parse(since) + days * day;
const look = (nowMs: number, toldAt?: string) =>
  lookAtKeeping({ safety: safe, keepDays: 14, toldAt, nowMs });

describe("the time of keeping", () => {
  test("runs from the receipt, is told when it is up, and lets go a day after that", () => {
    expect(look(at(13.9))).toEqual({ type: "kept", untilMs: at(14) });
    const told = look(at(14));
    expect(told).toEqual({ type: "told", toldAt: new Date(at(14)).toISOString(), isNew: true });
    const toldAt = new Date(at(14)).toISOString();
    expect(look(at(14.9), toldAt)).toMatchObject({ type: "told", isNew: false });
    expect(look(at(15), toldAt)).toEqual({ type: "due" });
  });

  test("starts the day anew when the clock was set back after it was told", () => {
    const toldInTenYears = new Date(at(3_650)).toISOString();
    expect(look(at(2), toldInTenYears).type).toBe("kept");
    expect(look(at(20), toldInTenYears)).toMatchObject({ type: "told", isNew: true });
  });

  test("never lets go of what the desk has not receipted, whatever the clock says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4_000, max: 4_000 }),
        fc.option(fc.integer()),
        (days, told) => {
          const toldAt = told === null ? undefined : new Date(told).toISOString();
          const keeping = lookAtKeeping({
            safety: { type: "needed", why: "no-receipt" },
            keepDays: 14,
            toldAt,
            nowMs: at(days),
          });
          expect(keeping).toEqual({ type: "needed" });
        },
      ),
    );
  });

  test("never lets go on the day it is first told, whatever the clock says", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000, max: 4_000 }), (days) => {
        expect(look(at(days)).type).not.toBe("due");
      }),
    );
  });
});
