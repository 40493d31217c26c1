import { expect, test } from "vitest";
import { toUtf8 } from "../../src/base/bytes.ts";
import { createHubTransport } from "../../src/sync/hub-transport.ts";
import { bundleCrypto } from "../fixtures/circle.ts";

type Call = { readonly url: string; readonly init: RequestInit };
type Answer = Response | Error | ((call: Call) => Response | Promise<Response>);

const box = "ab".repeat(16);
const bytes = toUtf8("sealed");
const digest = Buffer.from(await bundleCrypto.digest(bytes)).toString("hex");
const receipt = {
  digest,
  cursor: "e.1",
  epoch: "e",
  receivedAt: "2026-11-24T18:00:00.000Z",
};

const createWorld = (...answers: Answer[]) => {
  const calls: Call[] = [];
  const transport = createHubTransport({
    baseUrl: "https://example.fi/sub/",
    digest: bundleCrypto.digest,
    timeoutMs: 30_000,
    fetch: async (url, init) => {
      const call = { url, init };
      calls.push(call);
      const answer = answers.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new TypeError("offline");
      return answer instanceof Response ? answer : answer(call);
    },
  });
  const headers = (at: number) => new Headers(calls[at]?.init.headers);
  return { transport, calls, headers, put: () => transport.put(box, "token", digest, bytes) };
};
const problem = (type: string, status: number, headers: HeadersInit = {}) =>
  Response.json(
    { type: `urn:kuuluu:problem:${type}`, title: type, status },
    { status, headers: { "Content-Type": "application/problem+json", ...headers } },
  );
const html = (status: number, headers: HeadersInit = {}) =>
  new Response("<!doctype html>Tervetuloa verkkoon", {
    status,
    headers: { "Content-Type": "text/html", ...headers },
  });

test("puts the bytes with the token, and nothing else that could tell who", async () => {
  const { calls, headers, put } = createWorld(Response.json(receipt, { status: 201 }));
  expect(await put()).toEqual({ ok: true, value: receipt });
  expect(calls[0]?.url).toBe(`https://example.fi/sub/v1/boxes/${box}/envelopes/${digest}`);
  expect(calls[0]?.init).toMatchObject({
    method: "PUT",
    body: bytes,
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  });
  expect(headers(0).get("Authorization")).toBe("Bearer token");
  expect(headers(0).get("Content-Type")).toBe("application/octet-stream");
});

test.each([
  ["unauthorized", 401, { type: "hub-refused-token" }],
  ["forbidden", 403, { type: "hub-refused-token" }],
  ["not-found", 404, { type: "hub-not-found" }],
  ["gone", 410, { type: "hub-erased" }],
  ["digest-mismatch", 422, { type: "hub-mangled" }],
  ["too-large", 413, { type: "hub-too-large" }],
  ["stale", 412, { type: "hub-stale" }],
  ["conflict", 409, { type: "hub-stale" }],
  ["too-many-requests", 429, { type: "hub-busy", retryAfterMs: 30_000 }],
  ["storage-full", 507, { type: "hub-full" }],
  ["internal", 500, { type: "hub-failed", status: 500 }],
  ["bad-request", 400, { type: "hub-failed", status: 400 }],
  ["of-a-later-version", 418, { type: "hub-failed", status: 418 }],
  ["constructor", 418, { type: "hub-failed", status: 418 }],
])("understands the hub's problem %s", async (type, status, error) => {
  expect(await createWorld(problem(type, status)).put()).toEqual({ ok: false, error });
});

test("waits as long as the hub asks", async () => {
  const error = (header: string) =>
    createWorld(problem("too-many-requests", 429, { "Retry-After": header })).put();
  const busy = (retryAfterMs: number) => ({ ok: false, error: { type: "hub-busy", retryAfterMs } });
  expect(await error("120")).toEqual(busy(120_000));
  expect(await error("-5")).toEqual(busy(0));
  expect(await error("Wed, 21 Oct 2026 07:28:00 GMT")).toEqual(busy(30_000));
});

test.each([
  ["a portal's friendly page", html(200)],
  ["a portal's refusal", html(403)],
  ["a redirect as Node shows it", html(302, { Location: "https://portal.example" })],
  ["a redirect as browsers show it", Response.error()],
  ["a web space without a hub", html(404)],
  ["JSON that is no receipt", Response.json({ ok: true })],
  ["a receipt with a field more", Response.json({ ...receipt, more: 1 })],
  ["nothing", new Response(null, { status: 200 })],
  ["an endless answer", new Response(new Uint8Array(5 * 1024 * 1024))],
])("calls %s foreign", async (_, response) => {
  expect(await createWorld(response).put()).toEqual({ ok: false, error: { type: "hub-foreign" } });
});

test("calls a receipt for another envelope mangled", async () => {
  const { put } = createWorld(Response.json({ ...receipt, digest: "0".repeat(64) }));
  expect(await put()).toEqual({ ok: false, error: { type: "hub-mangled" } });
});

test("calls it unreachable when nothing answers, a proxy answers for it, or the answer breaks off", async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new TypeError("connection lost")),
  });
  const unreachable = { ok: false, error: { type: "hub-unreachable" } };
  expect(await createWorld(new TypeError("offline")).put()).toEqual(unreachable);
  expect(await createWorld(html(502)).put()).toEqual(unreachable);
  expect(await createWorld(new Response(broken)).put()).toEqual(unreachable);
});

test("gives up when the time is over", async () => {
  const transport = createHubTransport({
    baseUrl: "https://example.fi/",
    digest: bundleCrypto.digest,
    timeoutMs: 1,
    // Answers never, and ends only when it is called off.
    fetch: (_url, { signal }) =>
      new Promise((_, reject) =>
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true }),
      ),
  });
  const answer = await transport.health();
  expect(answer).toEqual({ ok: false, error: { type: "hub-unreachable" } });
});

test("gives only bytes that match their name, up to 2 MiB", async () => {
  const get = (response: Response) => createWorld(response).transport.get(box, "token", digest);
  expect(await get(new Response(bytes))).toEqual({ ok: true, value: bytes });
  expect(await get(new Response(toUtf8("tampered")))).toEqual({
    ok: false,
    error: { type: "hub-mangled" },
  });
  expect((await get(new Response(new Uint8Array(2 * 1024 * 1024 + 1)))).ok).toBe(false);
});

test("lists from the cursor on", async () => {
  const page = {
    epoch: "e",
    items: [{ digest, bytes: 6, cursor: "e.1", receivedAt: receipt.receivedAt }],
    next: null,
  };
  const { transport, calls } = createWorld(Response.json(page), Response.json(page));
  expect(await transport.list(box, "token", "e.1&x")).toEqual({ ok: true, value: page });
  await transport.list(box, "token", undefined);
  expect(calls.map(({ url }) => url)).toEqual([
    `https://example.fi/sub/v1/boxes/${box}/envelopes?after=e.1%26x`,
    `https://example.fi/sub/v1/boxes/${box}/envelopes`,
  ]);
});

test("knows a hub from a bare web space by its health", async () => {
  const health = { app: "kuuluu-hub", version: "0.1.0", epoch: "e" };
  const known = await createWorld(Response.json(health)).transport.health();
  expect(known).toMatchObject({ ok: true, value: { version: "0.1.0", epoch: "e" } });
  const foreign = { ok: false, error: { type: "hub-foreign" } };
  expect(await createWorld(html(404)).transport.health()).toEqual(foreign);
  expect(await createWorld(html(200)).transport.health()).toEqual(foreign);
});

test("erases, and takes only 204 for it", async () => {
  const erase = (response: Response) => createWorld(response).transport.erase(box, "t", digest);
  expect(await erase(new Response(null, { status: 204 }))).toEqual({ ok: true, value: undefined });
  expect((await erase(html(200))).ok).toBe(false);
});

test("makes a desk with the set-up code, also when the first answer was lost", async () => {
  for (const status of [200, 201]) {
    const { transport, headers } = createWorld(new Response("{}", { status }));
    expect((await transport.createDesk("CODE", { box, tokens: [] })).ok).toBe(true);
    expect(headers(0).get("Authorization")).toBe("Bearer CODE");
  }
});

test("changes a known box under the ETag that the hub names", async () => {
  const body = { desk: box, tokens: [] };
  const { transport, calls, headers } = createWorld(
    problem("precondition-required", 428, { ETag: '"v3"' }),
    new Response("{}", { status: 200 }),
  );
  expect((await transport.putBox(box, "manage", body)).ok).toBe(true);
  expect(headers(0).get("If-Match")).toBeNull();
  expect(headers(1).get("If-Match")).toBe('"v3"');
  expect(calls[1]?.init.body).toBe(JSON.stringify(body));
});

test("says stale when the box changed again in between, and refused when the token is", async () => {
  const stale = () => problem("stale", 412, { ETag: '"v4"' });
  const put = (...answers: Answer[]) =>
    createWorld(...answers).transport.putBox(box, "manage", { desk: box, tokens: [] });
  expect(await put(stale(), stale())).toEqual({ ok: false, error: { type: "hub-stale" } });
  expect(await put(problem("forbidden", 403))).toEqual({
    ok: false,
    error: { type: "hub-refused-token" },
  });
  expect((await put(new Response("{}", { status: 201 }))).ok).toBe(true);
});
