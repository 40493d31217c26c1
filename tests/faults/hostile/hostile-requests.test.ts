// The hub's own door (H2, T26): lengths that lie, bodies without an end, tokens that are none, paths that lead elsewhere.
// A refusal is a problem document from the table, and the box behind it stays as it was.
import { afterAll, afterEach, expect, test } from "vitest";
import {
  type Call,
  deskBox,
  envelopePath,
  openHubWithBoxes,
  sealed,
  sessionBox,
  sha256,
  tokenNamed,
} from "../../fixtures/hub.ts";
import { tell } from "../figures.ts";
import { checkPrototypes } from "./prototypes.ts";

afterEach(checkPrototypes);

const { body, path } = sealed("sealed");
const send = tokenNamed("send");
const manage = tokenNamed("manage");
const endless = (chunk: number) =>
  new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(chunk)) });
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const tokens = (text: string) => `{"desk":"${deskBox}","tokens":${text}}`;
const grantOf = (more: string) => `[{"sha256":"${"0".repeat(64)}","rights":["append"]${more}}]`;

type Ask = readonly [what: string, status: number, method: string, path: string, call: Call];
const asks: readonly Ask[] = [
  [
    "a body that is shorter than it says",
    422,
    "PUT",
    path,
    { bearer: send, body: body.slice(0, 2), headers: { "content-length": "2097152" } },
  ],
  [
    "a body that is longer than it says",
    413,
    "PUT",
    path,
    { bearer: send, body: endless(65_536), headers: { "content-length": "1" } },
  ],
  ["a body without an end, byte by byte", 413, "PUT", path, { bearer: send, body: endless(4_096) }],
  ["nothing in it", 400, "PUT", path, { bearer: send, body: new Uint8Array() }],
  ["another envelope's name", 422, "PUT", envelopePath(sha256("another")), { bearer: send, body }],
  [
    "a name in capitals",
    400,
    "PUT",
    envelopePath(sha256(body).toUpperCase()),
    { bearer: send, body },
  ],
  [
    "a name that leads out",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}/envelopes/..%2f..%2fhub`,
    { bearer: send, body },
  ],
  ["a box that leads out", 400, "GET", "/v1/boxes/..%2f..%2fetc/envelopes", { bearer: send }],
  ["a box that is a prototype", 400, "GET", "/v1/boxes/__proto__/envelopes", { bearer: send }],
  [
    "a quotation mark in the box",
    400,
    "GET",
    "/v1/boxes/'%20or%20''='/envelopes",
    { bearer: send },
  ],
  ["no token", 401, "PUT", path, { body }],
  ["a token too short", 401, "PUT", path, { bearer: "send", body }],
  ["a token too long", 401, "PUT", path, { bearer: "s".repeat(6_000), body }],
  ["the digest of a token instead of the token", 401, "PUT", path, { bearer: sha256(send), body }],
  ["a token of another right", 403, "PUT", path, { bearer: tokenNamed("read"), body }],
  [
    "a token of another box",
    401,
    "PUT",
    envelopePath(sha256(body), deskBox),
    { bearer: send, body },
  ],
  ["two tokens in one", 401, "PUT", path, { bearer: `${send}, Bearer ${send}`, body }],
  [
    "a cursor that is none",
    400,
    "GET",
    `/v1/boxes/${sessionBox}/envelopes?after=1%27`,
    { bearer: tokenNamed("read") },
  ],
  [
    "a cursor without an end",
    400,
    "GET",
    `/v1/boxes/${sessionBox}/envelopes?after=${"9".repeat(5_000)}`,
    { bearer: tokenNamed("read") },
  ],
  [
    "a limit of -1",
    400,
    "GET",
    `/v1/boxes/${sessionBox}/envelopes?limit=-1`,
    { bearer: tokenNamed("read") },
  ],
  [
    "a limit of 1e9",
    400,
    "GET",
    `/v1/boxes/${sessionBox}/envelopes?limit=1e9`,
    { bearer: tokenNamed("read") },
  ],
  [
    "tokens 200,000 levels deep",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: tokens(nested(200_000)) },
  ],
  [
    "tokens that are no list",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: tokens('{"length":1}') },
  ],
  [
    "tokens with a prototype",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: tokens(grantOf(',"__proto__":{"polluted":1}')) },
  ],
  [
    "a right that nobody has",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: tokens(grantOf("").replace("append", "admin")) },
  ],
  [
    "one token twice",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: tokens(`[${grantOf("").slice(1, -1)},${grantOf("").slice(1, -1)}]`) },
  ],
  [
    "six thousand tokens",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    {
      bearer: manage,
      body: tokens(
        JSON.stringify(
          Array.from({ length: 6_000 }, (_, at) => ({ sha256: sha256(`${at}`), rights: ["read"] })),
        ),
      ),
    },
  ],
  [
    "two megabytes of tokens",
    413,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: " ".repeat(2 * 2 ** 20) },
  ],
  [
    "tokens that are no UTF-8",
    400,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: manage, body: Uint8Array.of(0x7b, 0xff, 0x7d) },
  ],
  [
    "a desk of another's",
    401,
    "PUT",
    `/v1/boxes/${sessionBox}`,
    { bearer: send, json: { desk: deskBox, tokens: [] } },
  ],
  ["a desk with a wrong code", 401, "POST", "/v1/desks", { bearer: "0000-0000-0000", json: {} }],
  ["a path that nobody serves", 404, "GET", "/v1/../../etc/passwd", {}],
  ["a method that nobody knows", 404, "PATCH", path, { bearer: send, body }],
];
afterAll(() => tell("hostile", "requests to the hub", asks.length));

const hub = await openHubWithBoxes();
test.each(asks)("refuses %s", async (_, status, method, at, call) => {
  const answer = await hub.call(method, at, call);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(Object.keys((await answer.json()) as object)).toEqual(["type", "title", "status"]);
  expect(hub.reported).toEqual([]);
  const kept = await hub.store.listEnvelopes(sessionBox, undefined, 10);
  expect(kept.ok && kept.value.items).toEqual([]);
});
