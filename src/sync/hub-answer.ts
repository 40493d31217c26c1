// What an HTTP answer means. A receipt counts only in the hub's own words: a captive portal's friendly 200 does not.
import { type Bytes, concatBytes, parseUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { Problem, type ProblemType } from "../wire/hub-api.ts";
import type { SendError } from "./ports.ts";

const defaultRetryMs = 30_000;
const maxProblemBytes = 64 * 1024;

/** Reads at most `limit` bytes, whatever Content-Length says. */
export const readBody = async (
  response: Response,
  limit: number,
): Promise<Result<Bytes, SendError>> => {
  const reader = response.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(concatBytes(...chunks));
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return failed({ type: "hub-foreign" });
      }
      chunks.push(value);
    }
  } catch {
    return failed({ type: "hub-unreachable" }); // The connection broke or the time was up while reading.
  }
};

/** The JSON of an answer, or undefined for anything else. */
export const parseJson = (bytes: Bytes): unknown => {
  try {
    return JSON.parse(parseUtf8(bytes) ?? "");
  } catch {
    return undefined; // JSON.parse throws for malformed text only.
  }
};

/** Why an answer that is no success is none. */
export const toSendError = async (response: Response): Promise<SendError> => {
  const body = await readBody(response, maxProblemBytes);
  const problem = Problem.safeParse(body.ok ? parseJson(body.value) : undefined);
  const [, type] = /^urn:kuuluu:problem:([a-z-]+)$/.exec(problem.data?.type ?? "") ?? [];
  if (type !== undefined) return fromProblem(type, response);
  // Not the hub's words, but a proxy in front of it may say these for it.
  if ([502, 503, 504].includes(response.status)) return { type: "hub-unreachable" };
  if (response.status === 413) return { type: "hub-too-large" };
  if (response.status === 429) return busy(response);
  return { type: "hub-foreign" };
};

type ByProblem = Readonly<Record<ProblemType, SendError["type"]>>;
const byProblem: ByProblem = {
  "bad-request": "hub-failed",
  unauthorized: "hub-refused-token",
  forbidden: "hub-refused-token",
  "not-found": "hub-not-found",
  gone: "hub-erased",
  "digest-mismatch": "hub-mangled",
  "too-large": "hub-too-large",
  stale: "hub-stale",
  conflict: "hub-stale",
  "precondition-required": "hub-stale",
  "too-many-requests": "hub-busy",
  "storage-full": "hub-full",
  internal: "hub-failed",
};
const isProblemType = (type: string): type is ProblemType => Object.hasOwn(byProblem, type);

const fromProblem = (problem: string, response: Response): SendError => {
  const type = isProblemType(problem) ? byProblem[problem] : "hub-failed";
  if (type === "hub-busy") return busy(response);
  return type === "hub-failed" ? { type, status: response.status } : { type };
};

const busy = (response: Response): SendError => {
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  const retryAfterMs = Number.isNaN(seconds) ? defaultRetryMs : Math.max(0, seconds) * 1_000;
  return { type: "hub-busy", retryAfterMs };
};
