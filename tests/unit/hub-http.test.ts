// Every call of the hub contract, with every status it can have.
import { expect, test } from "vitest";
import { EnvelopeList, EnvelopeReceipt, Health, Problem } from "../../src/wire/hub-api.ts";
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
  sessionTokens,
  setupCode,
  sha256,
  start,
  tokenNamed,
} from "../fixtures/hub.ts";

const boxPath = `/v1/boxes/${sessionBox}`;
const manage = tokenNamed("manage");
const send = tokenNamed("send");
const read = tokenNamed("read");
const desk = { box: deskBox, tokens: deskTokens };

test("tells anyone that it is a hub, which version and which epoch", async () => {
  const { call } = await openHub();
  const health = await (await call("GET", "/v1/health")).json();
  expect(Health.parse(health)).toMatchObject({ version: "9.9.9", epoch: "e1".repeat(16) });
});

test("makes a desk with the set-up code, however it was typed, and the lost answer again", async () => {
  const { call } = await openHub();
  const post = (bearer: string, json: unknown = desk) =>
    call("POST", "/v1/desks", { bearer, json });
  expect((await post("abcdefghjkmn")).status).toBe(201);
  expect((await post(setupCode)).status).toBe(200);
  const other = { ...desk, box: sessionBox };
  expect(await problemOf(await post(setupCode, other))).toEqual([401, "unauthorized"]);
  const changed = { ...desk, tokens: [grant("other", "manage")] };
  expect(await problemOf(await post(setupCode, changed))).toEqual([409, "conflict"]);
});

test("refuses a desk that nobody could manage, or whose tokens stand twice", async () => {
  const { call } = await openHub();
  for (const tokens of [[], [grant("x", "read")], [...deskTokens, ...deskTokens]]) {
    const made = await call("POST", "/v1/desks", { bearer: setupCode, json: { ...desk, tokens } });
    expect(await problemOf(made)).toEqual([400, "bad-request"]);
  }
});

test("lets ten wrong set-up codes a minute through, then makes even the right one wait", async () => {
  const { call, clock } = await openHub();
  const post = (bearer: string) => call("POST", "/v1/desks", { bearer, json: desk });
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await post("ZZZZ-ZZZZ-ZZZZ")).status).toBe(401);
  }
  const refused = await post(setupCode);
  expect(refused.headers.get("retry-after")).toBe("6");
  expect(await problemOf(refused)).toEqual([429, "too-many-requests"]);
  clock.at += 6_000;
  expect((await post(setupCode)).status).toBe(201);
});

test("registers a box, says 200 to the same tokens in another order, and names its state", async () => {
  const { call } = await openHubWithBoxes();
  const put = (tokens: unknown, headers = {}) =>
    call("PUT", boxPath, { bearer: manage, json: { desk: deskBox, tokens }, headers });
  const same = await put(sessionTokens.toReversed());
  expect(same.status).toBe(200);
  const etag = same.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/);

  const blind = await put([grant("new", "read")]);
  expect(blind.headers.get("etag")).toBe(etag);
  expect(await problemOf(blind)).toEqual([428, "precondition-required"]);
  const stale = await put([grant("new", "read")], { "if-match": '"other"' });
  expect(stale.headers.get("etag")).toBe(etag);
  expect(await problemOf(stale)).toEqual([412, "stale"]);
  expect((await put([grant("new", "read")], { "if-match": etag })).status).toBe(200);
  expect(await problemOf(await call("GET", `${boxPath}/envelopes`, { bearer: read }))).toEqual([
    401,
    "unauthorized",
  ]);
});

test("keeps boxes out of the hands of other desks, lesser tokens and strangers", async () => {
  const { call, store } = await openHubWithBoxes();
  const otherDesk = "0d".repeat(16);
  await store.replaceSetupCode(sha256("222222222222"));
  const tokens = [grant("other", "manage")];
  await call("POST", "/v1/desks", { bearer: "2222-2222-2222", json: { box: otherDesk, tokens } });
  const put = (bearer: string, of: string) =>
    call("PUT", boxPath, { bearer, json: { desk: of, tokens: [] } });
  expect(await problemOf(await put(tokenNamed("other"), otherDesk))).toEqual([403, "forbidden"]);
  expect(await problemOf(await put(tokenNamed("other"), deskBox))).toEqual([401, "unauthorized"]);
  expect(await problemOf(await put(send, sessionBox))).toEqual([403, "forbidden"]);
  expect(await problemOf(await put(manage, "00".repeat(16)))).toEqual([401, "unauthorized"]);
});

test("does not let a desk lock itself out", async () => {
  const { call } = await openHubWithBoxes();
  const json = { desk: deskBox, tokens: [grant("x", "read")] };
  const put = await call("PUT", `/v1/boxes/${deskBox}`, { bearer: manage, json });
  expect(await problemOf(put)).toEqual([400, "bad-request"]);
});

test("receipts an envelope: 201, then 200 with the same receipt for ever", async () => {
  const { call, clock } = await openHubWithBoxes();
  const { body, path, digest } = sealed("one");
  const first = await call("PUT", path, { bearer: send, body });
  const receipt = EnvelopeReceipt.parse(await first.json());
  expect([first.status, receipt.digest, receipt.receivedAt]).toEqual([
    201,
    digest,
    new Date(start).toISOString(),
  ]);
  clock.at += 60_000;
  const again = await call("PUT", path, { bearer: send, body });
  expect([again.status, await again.json()]).toEqual([200, receipt]);
});

test("lists and gives back what was put", async () => {
  const { call } = await openHubWithBoxes();
  const envelopes = ["one", "two", "three"].map(sealed);
  for (const { path, body } of envelopes) await call("PUT", path, { bearer: send, body });
  const list = async (query: string) =>
    EnvelopeList.parse(
      await (await call("GET", `${boxPath}/envelopes?${query}`, { bearer: read })).json(),
    );
  const page = await list("limit=2");
  const rest = await list(`after=${page.next}`);
  expect([...page.items, ...rest.items].map(({ digest }) => digest)).toEqual(
    envelopes.map(({ digest }) => digest),
  );
  expect(rest.next).toBeNull();
  const got = await call("GET", envelopes[0]?.path ?? "", { bearer: read });
  expect([got.headers.get("content-type"), await got.text()]).toEqual([
    "application/octet-stream",
    "one",
  ]);
});

test.each(["limit=0", "limit=x", "limit=", "after=12", "after="])(
  "refuses to list by %s",
  async (query) => {
    const { call } = await openHubWithBoxes();
    const list = await call("GET", `${boxPath}/envelopes?${query}`, { bearer: read });
    expect(await problemOf(list)).toEqual([400, "bad-request"]);
  },
);

test("erases for ever", async () => {
  const { call } = await openHubWithBoxes();
  const { body, path } = sealed("one");
  await call("PUT", path, { bearer: send, body });
  expect((await call("DELETE", path, { bearer: read })).status).toBe(204);
  expect((await call("DELETE", path, { bearer: read })).status).toBe(204);
  expect(await problemOf(await call("GET", path, { bearer: read }))).toEqual([410, "gone"]);
  expect(await problemOf(await call("PUT", path, { bearer: send, body }))).toEqual([410, "gone"]);
});

test("lets a release token erase its own releases alone", async () => {
  const { call } = await openHubWithBoxes();
  const tokens = [
    ...deskTokens,
    grant("one", "append", "erase-own"),
    grant("two", "append", "erase-own"),
  ];
  const json = { desk: deskBox, tokens };
  const path = `/v1/boxes/${deskBox}`;
  const etag = (await call("PUT", path, { bearer: manage, json })).headers.get("etag") ?? "";
  await call("PUT", path, { bearer: manage, json, headers: { "if-match": etag } });

  const { body, digest } = sealed("release");
  const release = envelopePath(digest, deskBox);
  await call("PUT", release, { bearer: tokenNamed("one"), body });
  const erase = (name: string, of = release) => call("DELETE", of, { bearer: tokenNamed(name) });
  expect(await problemOf(await erase("two"))).toEqual([403, "forbidden"]);
  expect((await erase("one")).status).toBe(204);
  const unknown = envelopePath(sha256("never came"), deskBox);
  expect(await problemOf(await erase("one", unknown))).toEqual([404, "not-found"]);
});

test("deletes a box, a desk's box last, and then knows nobody", async () => {
  const { call } = await openHubWithBoxes();
  const remove = (box: string, bearer: string) => call("DELETE", `/v1/boxes/${box}`, { bearer });
  expect(await problemOf(await remove(sessionBox, send))).toEqual([403, "forbidden"]);
  expect(await problemOf(await remove(sessionBox, tokenNamed("x")))).toEqual([401, "unauthorized"]);
  expect(await problemOf(await remove(deskBox, manage))).toEqual([409, "conflict"]);
  expect((await remove(sessionBox, manage)).status).toBe(204);
  expect((await remove(deskBox, manage)).status).toBe(204);
  expect(await problemOf(await remove(deskBox, manage))).toEqual([401, "unauthorized"]);
});

const { body, path, digest } = sealed("one");
const stranger = tokenNamed("stranger");
test.each([
  ["PUT", path, stranger, 401],
  ["PUT", path, read, 403],
  ["PUT", path, manage, 401],
  ["PUT", envelopePath(digest, "00".repeat(16)), send, 401],
  ["GET", path, stranger, 401],
  ["GET", path, send, 403],
  ["GET", path, read, 404],
  ["GET", `${boxPath}/envelopes`, send, 403],
  ["GET", `${boxPath}/envelopes`, stranger, 401],
  ["DELETE", path, send, 403],
  ["DELETE", path, stranger, 401],
  ["PUT", envelopePath("zz"), send, 400],
  ["PUT", envelopePath(digest.toUpperCase()), send, 400],
  ["GET", "/v1/boxes/xx/envelopes", read, 400],
  ["PUT", "/v1/boxes/xx", manage, 400],
  ["DELETE", "/v1/boxes/xx", manage, 401],
  ["PUT", path, "short", 401],
  ["PUT", path, undefined, 401],
  ["PATCH", path, send, 404],
  ["GET", "/v1/unknown", read, 404],
  ["GET", "/unknown", undefined, 404],
] as const)("answers %s %s by %s with %i", async (method, at, bearer, status) => {
  const { call } = await openHubWithBoxes();
  const sent = method === "GET" ? {} : { body };
  const response = await call(method, at, { ...(bearer ? { bearer } : {}), ...sent });
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("www-authenticate")).toBe(status === 401 ? "Bearer" : null);
  expect(Problem.parse(await response.json()).status).toBe(status);
});

test("takes no token for another one whose digest begins alike", async () => {
  const { call } = await openHubWithBoxes();
  const wanted = sha256(read).slice(0, 4);
  let tries = 0;
  while (!sha256(tokenNamed(`twin${tries}`)).startsWith(wanted)) tries += 1;
  const bearer = tokenNamed(`twin${tries}`);
  expect((await call("GET", `${boxPath}/envelopes`, { bearer })).status).toBe(401);
  expect((await call("GET", `${boxPath}/envelopes`, { bearer: read })).status).toBe(200);
});

test("tells an unknown box and an unknown token in the very same words", async () => {
  const { call } = await openHubWithBoxes();
  const answers = [
    await call("GET", `${boxPath}/envelopes`, { bearer: stranger }),
    await call("GET", `/v1/boxes/${"00".repeat(16)}/envelopes`, { bearer: read }),
  ];
  const [one, other] = await Promise.all(
    answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
  );
  expect(one).toEqual(other);
});
