// Links that are no card, at the one door that a stranger's poster can reach: the camera.
import { afterAll, afterEach, expect, test } from "vitest";
import { parseCardInfo } from "../../../src/app/box-facts.ts";
import type { BrowserFacts } from "../../../src/app/session/browser-check.ts";
import { createJoinModel } from "../../../src/app/session/join-model.ts";
import { toBase64Url, toUtf8 } from "../../../src/base/bytes.ts";
import { parseCardLink } from "../../../src/wire/card-link.ts";
import { createTestDevice, must } from "../../fixtures/device.ts";
import { planOneSession } from "../../fixtures/main-job.ts";
import { tell } from "../figures.ts";
import { checkPrototypes } from "./prototypes.ts";

afterEach(checkPrototypes);

const able: BrowserFacts = {
  userAgent: "Mozilla/5.0 Chrome/150.0",
  ...{
    isSecure: true,
    ed25519: true,
    x25519: true,
    compression: true,
    database: true,
    worker: true,
  },
  ...{ isAppleTouch: false, isInstalled: true, wakeLock: true },
};
const office = await createTestDevice();
const { link } = await planOneSession(office);
const [, packed = ""] = link.split("#/join/");
const card = JSON.parse(Buffer.from(packed, "base64url").toString("utf8"));
const toLink = (json: string) => `http://kuuluu.test/#/join/${toBase64Url(toUtf8(json))}`;
const changed = (change: object) => toLink(JSON.stringify({ ...card, ...change }));

/** Bech32 that a pattern takes for a recipient, and whose sum is wrong. */
const misspelt = `${card.r.slice(0, -1)}${card.r.endsWith("q") ? "p" : "q"}`;

const links: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["an empty hash", "http://kuuluu.test/#/join/"],
  ["another site", "https://example.org/"],
  ["a link that runs", "javascript:alert(1)#/join/AAAA"],
  ["a link without an end", `http://kuuluu.test/#/join/${"A".repeat(100_000)}`],
  ["no base64", "http://kuuluu.test/#/join/%%%"],
  ["two joins in one", `${link}#/join/`],
  ["no JSON", toLink("kortti")],
  ["deep JSON", toLink(`${"[".repeat(1_400)}${"]".repeat(1_400)}`)],
  ["a list", toLink("[]")],
  ["null", toLink("null")],
  ["a prototype", toLink(`{"__proto__":{"polluted":1},${JSON.stringify(card).slice(1)}`)],
  [
    "a constructor",
    toLink(`{"constructor":{"prototype":{"polluted":1}},${JSON.stringify(card).slice(1)}`),
  ],
  ["a field more", changed({ x: 1 })],
  ["a field less", changed({ r: undefined })],
  [
    "a mistyped code",
    changed({
      c:
        card.c === "0000000000000000"
          ? "1"
          : `${card.c.slice(0, -1)}${card.c.endsWith("0") ? "1" : "0"}`,
    }),
  ],
  ["a code of foreign letters", changed({ c: "Ä".repeat(16) })],
  ["a receiver that is misspelt", changed({ r: misspelt })],
  ["a receiver of noughts", changed({ r: `age1${"q".repeat(58)}` })],
  ["a receiver with a bit too many", changed({ r: `${card.r.slice(0, 4)}${"l".repeat(58)}` })],
  ["a secret key for a receiver", changed({ r: "AGE-SECRET-KEY-1".padEnd(74, "Q") })],
  ["a desk's name without an end", changed({ n: "n".repeat(201) })],
  ["an operator that nobody has", changed({ o: "police" })],
  ["a hundred languages", changed({ l: Array(100).fill("fi") })],
  ["a language that is markup", changed({ l: ["<b>"] })],
  ["a version of nought", changed({ v: 0 })],
  ["flags beyond the known", changed({ f: 4 })],
  ["an id too long", changed({ i: `${card.i}A` })],
];
afterAll(() => tell("hostile", "links that are no card", links.length + 1));

test.each(links)("a card that is %s joins nothing", async (_, text) => {
  const tablet = await createTestDevice();
  const model = createJoinModel(tablet, { role: "scribe", facts: able });
  await model.takeCard(text, "scan");
  expect([model.stage.value.at, model.failure.value?.type]).toEqual(["asking", "card-unreadable"]);
  expect(must(await tablet.device.listBoxes())).toEqual([]);
});

test("tells a card of a later version from one that cannot be read", () => {
  expect(parseCardLink(changed({ v: 2, more: true }))).toEqual({
    ok: false,
    error: { type: "card-newer" },
  });
});

test("keeps a title that is markup as the title it is", () => {
  const title = '<img src=x onerror="polluted=1">\u202E';
  const parsed = must(parseCardLink(changed({ t: title })));
  expect(parseCardInfo(parsed)?.title).toBe(title);
});
