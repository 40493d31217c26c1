import { describe, expect, test } from "vitest";
import {
  checkBrowser,
  mustInstallFirst,
  nameBrowser,
} from "../../src/app/session/browser-check.ts";
import { type BrowserWindow, readBrowserFacts } from "../../src/app/session/browser-facts.ts";
import { ableBrowser } from "../fixtures/table-world.ts";

const agents = {
  iPad: "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
  macSafari:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15",
  edge: "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
  samsung:
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  chromeOnIPhone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile/15E148 Safari/604.1",
};

test("names a browser by what decides: on iOS the system, elsewhere the browser itself", () => {
  const named = Object.values(agents).map(nameBrowser);
  expect(named).toEqual([
    { name: "iOS", version: 17 },
    { name: "Safari", version: 18 },
    { name: "Edge", version: 140 },
    { name: "Samsung Internet", version: 28 },
    { name: "Firefox", version: 140 },
    { name: "iOS", version: 18 },
  ]);
  expect(nameBrowser("Lynx/2.9")).toBeUndefined();
});

describe("the verdict", () => {
  test("finds no fault in a browser that can do everything, nor where only X25519 is missing", () => {
    expect(checkBrowser(ableBrowser).fault).toBeUndefined();
    expect(checkBrowser({ ...ableBrowser, x25519: false }).fault).toBeUndefined();
  });

  test("tells an insecure address first: it hides everything else", () => {
    const poor = { ...ableBrowser, isSecure: false, ed25519: false, database: false };
    expect(checkBrowser(poor).fault).toBe("insecure");
  });

  test("calls a browser too old that cannot sign or unpack", () => {
    expect(checkBrowser({ ...ableBrowser, ed25519: false }).fault).toBe("too-old");
    expect(checkBrowser({ ...ableBrowser, compression: false }).fault).toBe("too-old");
  });

  test("tells that nothing can be stored", () => {
    expect(checkBrowser({ ...ableBrowser, database: false }).fault).toBe("no-database");
  });
});

test("only a tab on an iPad or iPhone must be installed first", () => {
  expect(mustInstallFirst({ ...ableBrowser, isAppleTouch: true, isInstalled: false })).toBe(true);
  expect(mustInstallFirst({ ...ableBrowser, isAppleTouch: true, isInstalled: true })).toBe(false);
  expect(mustInstallFirst({ ...ableBrowser, isInstalled: false })).toBe(false);
});

describe("asking the browser", () => {
  const bare = (part: Partial<BrowserWindow["navigator"]> = {}): BrowserWindow => ({
    isSecureContext: true,
    navigator: { userAgent: agents.macSafari, ...part },
  });

  test("answers for a browser that has none of it, and never throws", async () => {
    expect(await readBrowserFacts(bare())).toMatchObject({
      ...{ ed25519: false, x25519: false, compression: false, database: false },
      ...{ worker: false, isAppleTouch: false, isInstalled: false, wakeLock: false },
    });
  });

  test("asks for the keys themselves: a name in a list is no promise", async () => {
    const asked: string[] = [];
    const generateKey = async ({ name }: { readonly name: string }) => {
      asked.push(name);
      if (name === "X25519") throw new DOMException("no", "NotSupportedError");
      return {};
    };
    const facts = await readBrowserFacts({ ...bare(), crypto: { subtle: { generateKey } } });
    expect(facts).toMatchObject({ ed25519: true, x25519: false });
    expect(asked.sort()).toEqual(["Ed25519", "X25519"]);
  });

  test("knows an iPad that calls itself a Mac by its touch screen", async () => {
    expect((await readBrowserFacts(bare({ maxTouchPoints: 5 }))).isAppleTouch).toBe(true);
    expect((await readBrowserFacts(bare({ maxTouchPoints: 0 }))).isAppleTouch).toBe(false);
  });

  test("knows an installed app by its window, on the Home Screen too", async () => {
    expect((await readBrowserFacts(bare({ standalone: true }))).isInstalled).toBe(true);
    const matchMedia = (query: string) => ({ matches: query.includes("standalone") });
    expect((await readBrowserFacts({ ...bare(), matchMedia })).isInstalled).toBe(true);
  });
});
