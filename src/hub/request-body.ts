// Bodies are read through a counter: Content-Length is a claim, and a chunked body makes none.
import { type Bytes, concatBytes, parseUtf8 } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { type Refusal, refuse } from "./hub-store.ts";

/** Reads no further than the first chunk beyond the limit. A body cut short by the network is a bad request. */
export const readBody = async (
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<Bytes, Refusal<"too-large" | "bad-request">>> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > limit) return refuse("too-large");
      chunks.push(chunk);
    }
  } catch {
    return refuse("bad-request"); // Nobody is left to hear it; what matters is that nothing is kept.
  }
  return ok(concatBytes(...chunks));
};

/** The body as the standard gives it, for whoever has no shorter way to the bytes. */
export const bodyOf = (request: Request): AsyncIterable<Uint8Array> =>
  request.body ?? (async function* () {})();

type Schema<T> = {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: T } | { readonly success: false };
};

export const readJson = async <T>(
  request: Request,
  limit: number,
  schema: Schema<T>,
): Promise<Result<T, Refusal<"too-large" | "bad-request">>> => {
  const body = await readBody(bodyOf(request), limit);
  if (!body.ok) return body;
  try {
    const parsed = schema.safeParse(JSON.parse(parseUtf8(body.value) ?? ""));
    return parsed.success ? ok(parsed.data) : refuse("bad-request");
  } catch {
    return refuse("bad-request"); // No JSON, or nested so deeply that the schema gives up.
  }
};
