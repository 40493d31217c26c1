// The hub over HTTP. Every answer becomes a value or a SendError; nothing that the network does throws.
import { type Bytes, toHex } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { maxEnvelopeBytes } from "../wire/bundle-header.ts";
import { EnvelopeList, EnvelopeReceipt, Health } from "../wire/hub-api.ts";
import { parseJson, readBody, toSendError } from "./hub-answer.ts";
import type { BundleCrypto, HubTransport, SendError } from "./ports.ts";

const maxAnswerBytes = 4 * 1024 * 1024;

export type HubTransportOptions = {
  /** The app's own origin or folder, as in `https://example.fi/`. */
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly digest: BundleCrypto["digest"];
  /** For one call, its body included. */
  readonly timeoutMs: number;
};

type Call = {
  readonly method?: "PUT" | "POST" | "DELETE";
  readonly token?: string;
  readonly bytes?: Bytes;
  readonly json?: object;
  readonly etag?: string;
};

export const createHubTransport = (options: HubTransportOptions): HubTransport => {
  const call = (path: string, request: Call) => send(options, path, request);
  const envelope = (box: string, digest: string) => `v1/boxes/${box}/envelopes/${digest}`;
  return {
    put: async (box, token, digest, bytes) => {
      const answer = await call(envelope(box, digest), { method: "PUT", token, bytes });
      const receipt = await readJson(answer, EnvelopeReceipt);
      if (!receipt.ok) return receipt;
      return receipt.value.digest === digest ? receipt : failed({ type: "hub-mangled" });
    },
    list: async (box, token, after) => {
      const query = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
      return readJson(await call(`v1/boxes/${box}/envelopes${query}`, { token }), EnvelopeList);
    },
    get: async (box, token, digest) => {
      const answer = await call(envelope(box, digest), { token });
      if (!answer.ok) return answer;
      const bytes = await readBody(answer.value, maxEnvelopeBytes);
      if (!bytes.ok) return bytes;
      const arrived = toHex(await options.digest(bytes.value));
      return arrived === digest ? bytes : failed({ type: "hub-mangled" });
    },
    erase: async (box, token, digest) => {
      const answer = await call(envelope(box, digest), { method: "DELETE", token });
      return onlyStatus(answer, [204]);
    },
    health: async () => readJson(await call("v1/health", {}), Health),
    createDesk: async (setupCode, json) => {
      const answer = await call("v1/desks", { method: "POST", token: setupCode, json });
      return onlyStatus(answer, [200, 201]);
    },
    putBox: async (box, token, json) => {
      const path = `v1/boxes/${box}`;
      const put: Call = { method: "PUT", token, json };
      const first = await request(options, path, put);
      if (!first.ok) return first;
      const etag = first.value.headers.get("ETag");
      // A known box answers a change with its present ETag.
      const isKnown = first.value.status === 428 || first.value.status === 412;
      if (!isKnown || etag === null) return onlyStatus(await toSuccess(first.value), [200, 201]);
      await first.value.body?.cancel();
      return onlyStatus(await call(path, { ...put, etag }), [200, 201]);
    },
  };
};

const request = async (
  { baseUrl, fetch, timeoutMs }: HubTransportOptions,
  path: string,
  { method, token, bytes, json, etag }: Call,
): Promise<Result<Response, SendError>> => {
  const headers = new Headers({ Accept: "application/json" });
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  if (bytes) headers.set("Content-Type", "application/octet-stream");
  if (json) headers.set("Content-Type", "application/json");
  if (etag !== undefined) headers.set("If-Match", etag);
  const body = json ? JSON.stringify(json) : bytes;
  try {
    const response = await fetch(new URL(path, baseUrl).href, {
      method: method ?? "GET",
      headers,
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeoutMs),
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // A hub never redirects; a captive portal does, and would be handed the token.
      redirect: "manual",
    });
    return ok(response);
  } catch {
    return failed({ type: "hub-unreachable" }); // fetch rejects for the network and the time-out only.
  }
};

const send = async (
  options: HubTransportOptions,
  path: string,
  call: Call,
): Promise<Result<Response, SendError>> => {
  const response = await request(options, path, call);
  return response.ok ? toSuccess(response.value) : response;
};

// A redirect has status 0 in browsers and 3xx in Node: neither is ok, and both are foreign.
const toSuccess = async (response: Response): Promise<Result<Response, SendError>> =>
  response.ok ? ok(response) : failed(await toSendError(response));

type Schema<T> = {
  readonly safeParse: (input: unknown) => { success: true; data: T } | { success: false };
};

const readJson = async <T>(
  answer: Result<Response, SendError>,
  schema: Schema<T>,
): Promise<Result<T, SendError>> => {
  if (!answer.ok) return answer;
  const body = await readBody(answer.value, maxAnswerBytes);
  if (!body.ok) return body;
  const parsed = schema.safeParse(parseJson(body.value));
  return parsed.success ? ok(parsed.data) : failed({ type: "hub-foreign" });
};

const onlyStatus = async (
  answer: Result<Response, SendError>,
  expected: readonly number[],
): Promise<Result<void, SendError>> => {
  if (!answer.ok) return answer;
  await answer.value.body?.cancel();
  return expected.includes(answer.value.status) ? ok(undefined) : failed({ type: "hub-foreign" });
};
