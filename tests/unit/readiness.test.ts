import { expect, test } from "vitest";
import { toInstallWay } from "../../src/app/prepare/install-way.ts";
import { type ReadinessFacts, toReadiness } from "../../src/app/prepare/readiness.ts";
import type { BrowserFacts } from "../../src/app/session/browser-check.ts";

const chrome = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36";
const browser: BrowserFacts = {
  userAgent: chrome,
  isSecure: true,
  ed25519: true,
  x25519: true,
  compression: true,
  database: true,
  worker: true,
  isAppleTouch: false,
  isInstalled: true,
  wakeLock: true,
};
const facts = (change: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  browser,
  storage: { persisted: true, quotaBytes: 5e9, files: "work", privateWindow: "unknown" },
  files: "kept",
  camera: "works",
  prepared: { practisedMs: 1 },
  ...change,
});

test("is ready when the device is in order and the person has practised", () => {
  expect(toReadiness(facts()).result).toBe("ready");
  expect(toReadiness(facts({ prepared: {} })).result).toBe("almost");
});

test("a missing camera keeps nobody from being ready: the code can be typed", () => {
  for (const camera of ["none", "untried", "denied", "failed"] as const) {
    expect(toReadiness(facts({ camera }))).toMatchObject({
      result: "ready",
      steps: { camera: "note" },
    });
  }
});

test("waits for the languages and fonts, and refuses a browser that cannot keep them", () => {
  expect(toReadiness(facts({ files: "coming" })).result).toBe("todo");
  expect(toReadiness(facts({ files: "partial" })).result).toBe("todo");
  expect(toReadiness(facts({ files: "impossible" })).result).toBe("problem");
});

test("on iPad and iPhone a tab is not enough; elsewhere it is", () => {
  const tab = { ...browser, isInstalled: false };
  expect(toReadiness(facts({ browser: { ...tab, isAppleTouch: true } }))).toMatchObject({
    result: "todo",
    steps: { install: "todo" },
  });
  expect(toReadiness(facts({ browser: tab }))).toMatchObject({
    result: "ready",
    steps: { install: "note" },
  });
});

test("names what is wrong: an old browser, a private window, a full device", () => {
  const old = toReadiness(facts({ browser: { ...browser, ed25519: false } }));
  expect(old).toMatchObject({ result: "problem", steps: { browser: "problem" } });
  const forgetful = { files: "refused", privateWindow: "likely" } as const;
  expect(toReadiness(facts({ storage: forgetful })).steps.storage).toBe("problem");
  const full = { files: "work", privateWindow: "unknown", quotaBytes: 1e6 } as const;
  expect(toReadiness(facts({ storage: full })).steps.storage).toBe("problem");
});

test("a problem outweighs what is left to do", () => {
  const both = facts({ files: "coming", browser: { ...browser, compression: false } });
  expect(toReadiness(both).result).toBe("problem");
});

test.each([
  ["chromium", chrome],
  [
    "chromium",
    "Mozilla/5.0 (Linux; Android 14) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
  ],
  ["firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"],
  ["firefox-mobile", "Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0"],
  ["safari-mac", "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15"],
  ["other", "Something/1.0"],
] as const)("installs by %s in %s", (way, userAgent) => {
  expect(toInstallWay({ ...browser, isInstalled: false, userAgent })).toBe(way);
});

test("shows the Home Screen on iPad whatever the browser calls itself, and nothing once installed", () => {
  const iPad = { isInstalled: false, isAppleTouch: true, userAgent: chrome };
  expect(toInstallWay(iPad)).toBe("apple");
  expect(toInstallWay({ ...iPad, isInstalled: true })).toBe("done");
});
