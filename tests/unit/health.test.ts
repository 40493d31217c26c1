import { expect, test } from "vitest";
import { type HealthFacts, mayForgetInDays, toHealth } from "../../src/app/support/health.ts";
import type { BoxMark } from "../../src/app/support/mark.ts";

const safari =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";
const chrome = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36";
const day = 24 * 60 * 60 * 1_000;

const facts = (change: Partial<HealthFacts> = {}): HealthFacts => ({
  browser: { isInstalled: true, isAppleTouch: false, userAgent: chrome },
  storage: {
    persisted: true,
    quotaBytes: 5e9,
    usedBytes: 1e6,
    files: "work",
    privateWindow: "unknown",
  },
  boxes: [],
  clockBack: undefined,
  nowMs: 10 * day,
  ...change,
});
const session = (change: Partial<BoxMark>): BoxMark => ({
  kind: "session",
  notes: 3,
  rows: 3,
  unsent: 0,
  ...change,
});
const saysOf = (change: Partial<HealthFacts>) =>
  toHealth(facts(change)).sentences.map(({ say }) => say);

test("an installed app with kept storage, space and a right clock is in order", () => {
  expect(toHealth(facts())).toMatchObject({ verdict: "ok" });
  expect(saysOf({})).toEqual(["keep.sure", "space.free"]);
});

test("tells for every pair of installed and kept what it means", () => {
  const say = (isInstalled: boolean, persisted: boolean | undefined) => {
    const { storage, browser } = facts();
    const { persisted: _kept, ...rest } = storage;
    return saysOf({
      browser: { ...browser, isInstalled },
      storage: { ...rest, ...(persisted === undefined ? {} : { persisted }) },
    })[0];
  };
  expect(say(true, true)).toBe("keep.sure");
  expect(say(true, undefined)).toBe("keep.installed");
  expect(say(false, true)).toBe("keep.sureTab");
  expect(say(false, false)).toBe("keep.tab");
});

test("warns of the seven days only in a tab of Safari and on iPad or iPhone", () => {
  const of = (isInstalled: boolean, isAppleTouch: boolean, userAgent: string) =>
    mayForgetInDays({ browser: { isInstalled, isAppleTouch, userAgent } });
  expect(of(false, false, safari)).toBe(true);
  expect(of(false, true, "anything")).toBe(true);
  expect(of(true, true, safari)).toBe(false);
  expect(of(false, false, chrome)).toBe(false);
});

test("says the gravest first: a clock that went back, a full disk, a forgetful window", () => {
  const { storage } = facts();
  const clockBack = { fromMs: 20 * day, toMs: 9 * day };
  expect(toHealth(facts({ clockBack })).sentences[0]).toMatchObject({
    say: "clock.back",
    newestMs: 20 * day,
  });
  expect(saysOf({ storage: { ...storage, quotaBytes: 2e6 } })[0]).toBe("space.low");
  const forgetful = { ...storage, privateWindow: "likely" } as const;
  expect(toHealth(facts({ storage: forgetful }))).toMatchObject({
    verdict: "problem",
    sentences: [{ say: "keep.forgets" }, { say: "space.free" }],
  });
});

test("tells when the last copy left this device, and when one is overdue", () => {
  expect(saysOf({ boxes: [session({ rows: 0, notes: 0 })] })).not.toContain("copy.none");
  expect(saysOf({ boxes: [session({})] })).toContain("copy.none");
  const copied = toHealth(facts({ boxes: [session({ copyMs: 5 }), session({ copyMs: 9 })] }));
  expect(copied.sentences).toContainEqual({ say: "copy.at", atMs: 9 });
  const late = toHealth(facts({ boxes: [session({ unsent: 1, unsentSinceMs: 8 * day })] }));
  expect([late.verdict, late.sentences[0]]).toEqual(["note", { say: "copy.overdue" }]);
});
