import { describe, expect, test } from "vitest";
import { type PreflightFacts, toPreflight } from "../../src/app/session/preflight.ts";
import { ableBrowser } from "../fixtures/table-world.ts";

const now = Date.parse("2026-11-24T16:00:00.000Z");
const well: PreflightFacts = {
  browser: ableBrowser,
  storage: {
    ...{ persisted: true, usedBytes: 1_000_000, quotaBytes: 2_000_000_000 },
    ...{ files: "work", privateWindow: "unknown" },
  },
  offline: "ready",
  nowMs: now,
  newestMs: undefined,
};
const look = (change: Partial<PreflightFacts>) => toPreflight({ ...well, ...change });
const verdictOf = (facts: Partial<PreflightFacts>, say: string) =>
  look(facts).find((item) => item.say === say)?.verdict;
const withStorage = (part: Partial<PreflightFacts["storage"]>) => ({
  storage: { ...well.storage, ...part },
});

test("has nothing but good to say of a device in order", () => {
  expect(look({}).map(({ verdict }) => verdict)).not.toContain("note");
  expect(look({}).map(({ verdict }) => verdict)).not.toContain("problem");
});

test("names the browser and the version that is too old", () => {
  const old = { ...ableBrowser, ed25519: false, userAgent: "Chrome/120.0 Safari/537.36" };
  expect(look({ browser: old })[0]).toEqual({
    verdict: "problem",
    say: "check.tooOld",
    browser: "Chrome 120",
  });
});

test("a private window is a problem, since it forgets everything", () => {
  expect(verdictOf(withStorage({ privateWindow: "likely" }), "check.privateWindow")).toBe(
    "problem",
  );
});

describe("working without a network", () => {
  test("is a note while the files are still coming, a problem where they never will", () => {
    expect(verdictOf({ offline: "coming" }, "check.offlineComing")).toBe("note");
    expect(verdictOf({ offline: "impossible" }, "check.offlineImpossible")).toBe("problem");
    const bare = { browser: { ...ableBrowser, worker: false }, offline: "coming" } as const;
    expect(verdictOf(bare, "check.offlineImpossible")).toBe("problem");
  });
});

describe("room", () => {
  const free = (bytes: number) => withStorage({ usedBytes: 0, quotaBytes: bytes });

  test("is a note when little is left, a problem when it ends in the middle of a session", () => {
    expect(verdictOf(free(1_000_000_000), "check.space")).toBe("ok");
    expect(verdictOf(free(150_000_000), "check.spaceLow")).toBe("note");
    expect(verdictOf(free(10_000_000), "check.spaceLow")).toBe("problem");
  });

  test("never counts below nothing", () => {
    const over = look(withStorage({ usedBytes: 5, quotaBytes: 1 }));
    expect(over.find(({ say }) => say === "check.spaceLow")?.bytes).toBe(0);
  });

  test("is unknown where the browser does not say, and that is said", () => {
    const { usedBytes, quotaBytes, ...silent } = well.storage;
    void [usedBytes, quotaBytes]; // Named so that they are left out.
    expect(verdictOf({ storage: silent }, "check.spaceUnknown")).toBe("note");
  });
});

test("tells whether the browser keeps the notes, or that it does not say", () => {
  expect(verdictOf(withStorage({ persisted: false }), "check.notKept")).toBe("note");
  const { persisted, ...silent } = well.storage;
  void persisted; // Named so that it is left out.
  expect(verdictOf({ storage: silent }, "check.keptUnknown")).toBe("note");
});

test("a clock set back behind the newest note is a problem; two clocks a minute apart are not", () => {
  expect(verdictOf({ newestMs: now + 60_000 }, "check.clock")).toBe("ok");
  expect(verdictOf({ newestMs: now + 3_600_000 }, "check.clockBack")).toBe("problem");
});
