// What the hub does with too much, too often, too little room and plain lies, and what stands on every answer.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRateLimit } from "../../src/hub/rate-limit.ts";
import {
  deskBox,
  deskTokens,
  envelopePath,
  grant,
  openHub,
  openHubWithBoxes,
  problemOf,
  sealed,
  sessionBox,
  setupCode,
  sha256,
  tokenNamed,
} from "../fixtures/hub.ts";

const send = tokenNamed("send");
const limit = 2 * 1024 * 1024;

test("takes exactly 2 MiB and not a byte more", async () => {
  const { call } = await openHubWithBoxes();
  const put = async (bytes: number) => {
    const body = new Uint8Array(bytes);
    return call("PUT", envelopePath(sha256(body)), { bearer: send, body });
  };
  expect((await put(limit)).status).toBe(201);
  expect(await problemOf(await put(limit + 1))).toEqual([413, "too-large"]);
});

test("stops reading an endless body that claims to be short", async () => {
  const { call } = await openHubWithBoxes();
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const headers = { "content-length": "12" };
  const put = await call("PUT", envelopePath(sha256("x")), { bearer: send, body, headers });
  expect(await problemOf(put)).toEqual([413, "too-large"]);
  expect(pulled).toBeLessThan(40);
});

test("does not read the body of a stranger", async () => {
  const { call } = await openHubWithBoxes();
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: () => {
        pulled += 1;
      },
    },
    { highWaterMark: 0 },
  );
  const put = await call("PUT", envelopePath(sha256("x")), { bearer: tokenNamed("x"), body });
  expect([put.status, pulled]).toEqual([401, 0]);
});

test("keeps nothing of a body that breaks off, of an empty one, or of one under another's name", async () => {
  const { call } = await openHubWithBoxes();
  const { body, path } = sealed("whole");
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(body.slice(0, 2));
      controller.error(new Error("connection lost"));
    },
  });
  const put = (at: string, of: typeof body | typeof broken) =>
    call("PUT", at, { bearer: send, body: of });
  expect(await problemOf(await put(path, broken))).toEqual([400, "bad-request"]);
  expect(await problemOf(await put(envelopePath(sha256("")), new Uint8Array()))).toEqual([
    400,
    "bad-request",
  ]);
  expect(await problemOf(await put(path, sealed("other").body))).toEqual([422, "digest-mismatch"]);
  const list = await call("GET", `/v1/boxes/${sessionBox}/envelopes`, {
    bearer: tokenNamed("read"),
  });
  expect(await list.json()).toMatchObject({ items: [] });
});

test("refuses every truncation of an envelope", async () => {
  const { call } = await openHubWithBoxes({ uploadsPerMinute: 100_000 });
  const { body, path } = sealed("an envelope that is cut somewhere on its way");
  await fc.assert(
    fc.asyncProperty(fc.nat(body.length - 1), async (end) => {
      const put = await call("PUT", path, { bearer: send, body: body.slice(0, end) });
      expect([400, 422]).toContain(put.status);
    }),
  );
  expect((await call("PUT", path, { bearer: send, body })).status).toBe(201);
});

test.each([
  ["no JSON", "{"],
  ["nothing", ""],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x7b])],
  ["a field too many", JSON.stringify({ box: deskBox, tokens: deskTokens, more: 1 })],
  ["a prototype", `{"__proto__":{"box":"${deskBox}"},"tokens":[]}`],
  [
    "an unknown right",
    JSON.stringify({ box: deskBox, tokens: [{ ...grant("x"), rights: ["root"] }] }),
  ],
  ["200,000 nested lists", `{"box":"${deskBox}","tokens":${"[".repeat(2e5)}${"]".repeat(2e5)}}`],
])("refuses %s as a desk", async (_, body) => {
  const { call } = await openHub();
  const post = await call("POST", "/v1/desks", { bearer: setupCode, body });
  expect(await problemOf(post)).toEqual([400, "bad-request"]);
  const good = { bearer: setupCode, json: { box: deskBox, tokens: deskTokens } };
  expect((await call("POST", "/v1/desks", good)).status).toBe(201);
});

test("refuses more than 1 MiB of tokens unread", async () => {
  const { call } = await openHub();
  const post = await call("POST", "/v1/desks", { bearer: setupCode, body: " ".repeat(1_048_577) });
  expect(await problemOf(post)).toEqual([413, "too-large"]);
});

test("lets each token upload 60 times a minute, and says when to come again", async () => {
  const { call, clock } = await openHubWithBoxes();
  const { body, path } = sealed("one");
  const put = () => call("PUT", path, { bearer: send, body });
  for (let uploads = 0; uploads < 60; uploads += 1) expect((await put()).status).toBeLessThan(300);
  const refused = await put();
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await problemOf(refused)).toEqual([429, "too-many-requests"]);
  const release = { bearer: tokenNamed("manage"), body };
  expect((await call("PUT", envelopePath(sha256("one"), deskBox), release)).status).toBe(201);
  clock.at += 1_000;
  expect((await put()).status).toBe(200);
});

test("never lets more through in a minute than twice its measure, and passes after the wait it named", () => {
  const steps = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), steps, (perMinute, pauses) => {
      let at = 0;
      const limits = createRateLimit(perMinute, () => at);
      const passed: number[] = [];
      for (const pause of pauses) {
        at += pause;
        const wait = limits.take("one");
        if (wait === 0) passed.push(at);
        expect(limits.waitMs("other")).toBe(0);
      }
      for (const from of passed) {
        const within = passed.filter((time) => time >= from && time < from + 60_000);
        expect(within.length).toBeLessThanOrEqual(2 * perMinute);
      }
      at += limits.waitMs("one");
      expect(limits.take("one")).toBe(0);
    }),
  );
});

test("says 507 when there is no room", async () => {
  const { call, store } = await openHubWithBoxes();
  const refusing = { ...store, putEnvelope: async () => refuseFull };
  const full = await openHub({ store: refusing });
  const { body, path } = sealed("one");
  expect(await problemOf(await full.call("PUT", path, { bearer: send, body }))).toEqual([
    507,
    "storage-full",
  ]);
  expect((await call("PUT", path, { bearer: send, body })).status).toBe(201);
});
const refuseFull = { ok: false, error: { type: "storage-full" } } as const;

test("tells nothing of a failure of its own but that it was one, and reports it inside", async () => {
  const failure = new Error("disk I/O error at /secret/place");
  const { store } = await openHub();
  const failing = { ...store, epoch: () => Promise.reject(failure) };
  const { call, reported } = await openHub({ store: failing });
  const answer = await call("GET", "/v1/health");
  expect(await answer.clone().text()).not.toContain("secret");
  expect(await problemOf(answer)).toEqual([500, "internal"]);
  expect(reported).toEqual([failure]);
});

test("puts the same guard on every answer, and promises HTTPS over HTTPS alone", async () => {
  const { call } = await openHubWithBoxes();
  const forwarded = { headers: { "x-forwarded-proto": "https, http" } };
  for (const path of ["/v1/health", "/unknown", envelopePath("xx")]) {
    const plain = (await call("GET", path)).headers;
    const csp = plain.get("content-security-policy") ?? "";
    expect(csp).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(csp).toContain("connect-src 'self';");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("require-trusted-types-for 'script'; trusted-types sw-url");
    expect(csp).not.toMatch(/unsafe|upgrade-insecure|\*/);
    expect(plain.get("strict-transport-security")).toBeNull();
    expect(plain.get("x-content-type-options")).toBe("nosniff");
    expect(plain.get("referrer-policy")).toBe("no-referrer");
    expect(plain.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(plain.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(plain.get("permissions-policy")).toContain("camera=(self), microphone=()");
    expect(plain.get("access-control-allow-origin")).toBeNull();
    expect(plain.get("cache-control")).toBe("no-store");

    const https = (await call("GET", path, forwarded)).headers;
    expect(https.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
    expect(https.get("content-security-policy")).toContain("; upgrade-insecure-requests");
  }
});
