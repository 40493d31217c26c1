// Every refusal of the hub, from one table (RFC 9457). No words for people, no content: the app has its own by type.
import type { ProblemType } from "../wire/hub-api.ts";
import type { Refusal } from "./hub-store.ts";

const table = {
  "bad-request": [400, "not in the agreed form"],
  unauthorized: [401, "unknown box or token"],
  forbidden: [403, "this token may not do this"],
  "not-found": [404, "not here"],
  conflict: [409, "there is something else already"],
  gone: [410, "erased"],
  stale: [412, "the box has changed"],
  "too-large": [413, "larger than the hub takes"],
  "digest-mismatch": [422, "the bytes have another digest"],
  "precondition-required": [428, "a change needs If-Match"],
  "too-many-requests": [429, "too many in a short time"],
  internal: [500, "the hub failed"],
  "storage-full": [507, "the hub has no room"],
} as const satisfies Record<ProblemType, readonly [number, string]>;

export const problem = (
  type: ProblemType,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const [status, title] = table[type];
  const body = JSON.stringify({ type: `urn:kuuluu:problem:${type}`, title, status });
  const challenge = status === 401 ? { "www-authenticate": "Bearer" } : {};
  return new Response(body, {
    status,
    headers: { "content-type": "application/problem+json", ...challenge, ...headers },
  });
};

/** A store's refusal, with the state that the caller should have known. */
export const refusal = ({ type, etag }: Refusal<ProblemType>): Response =>
  problem(type, etag === undefined ? {} : { etag: `"${etag}"` });

export const tooMany = (waitMs: number): Response =>
  problem("too-many-requests", { "retry-after": String(Math.ceil(waitMs / 1_000)) });

export const json = (
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
