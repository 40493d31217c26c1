// Desks and boxes: who opens a mailbox, who changes its tokens, who takes it away.

import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import { normalizeCode } from "../base/crockford.ts";
import { CreateDesk, PutBox, type TokenGrant } from "../wire/hub-api.ts";
import { BoxHex } from "../wire/schema.ts";
import { bearerOf, type Digest, digestText, findGrant, holds, isSameDigest } from "./bearer.ts";
import type { HubStore, TokenSet } from "./hub-store.ts";
import { json, problem, refusal, tooMany } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readJson } from "./request-body.ts";

const maxTokensBytes = 1024 * 1024;

type Deps = {
  readonly store: HubStore;
  readonly digest: Digest;
  /** Of wrong set-up codes, all callers together. */
  readonly wrongCodes: RateLimit;
};

/** POST /v1/desks */
export const postDesk = async (deps: Deps, request: Request): Promise<Response> => {
  const { store, digest, wrongCodes } = deps;
  const waitMs = wrongCodes.waitMs("all");
  if (waitMs > 0) return tooMany(waitMs);
  const offered = digestText(digest, normalizeCode(bearerOf(request) ?? ""));
  const rows = await store.setupCodes();
  // All are compared, so that the time tells nothing.
  const [code] = rows.filter(({ sha256 }) => isSameDigest(sha256, offered));
  if (!code) {
    wrongCodes.take("all");
    return problem("unauthorized");
  }
  const body = await readJson(request, maxTokensBytes, CreateDesk);
  if (!body.ok) return refusal(body.error);
  const tokens = nameTokens(digest, body.value.tokens);
  // A desk that nobody can manage would be lost at once.
  if (!tokens || !body.value.tokens.some((grant) => holds(grant, "manage"))) {
    return problem("bad-request");
  }
  const made = await store.createDesk({ code: code.sha256, box: body.value.box, ...tokens });
  if (!made.ok) return refusal(made.error);
  return json(made.value === "created" ? 201 : 200, {}, { etag: `"${tokens.etag}"` });
};

/** PUT /v1/boxes/{box} */
export const putBox = async (deps: Deps, request: Request, box: string): Promise<Response> => {
  const { store, digest } = deps;
  if (!BoxHex.safeParse(box).success) return problem("bad-request");
  if (!bearerOf(request)) return problem("unauthorized");
  const body = await readJson(request, maxTokensBytes, PutBox);
  if (!body.ok) return refusal(body.error);
  const { desk } = body.value;
  const grant = await findGrant(deps, request, desk);
  if (!grant) return problem("unauthorized");
  if (!holds(grant, "manage")) return problem("forbidden");
  const tokens = nameTokens(digest, body.value.tokens);
  const locksOut = box === desk && !body.value.tokens.some((other) => holds(other, "manage"));
  if (!tokens || locksOut) return problem("bad-request");
  const ifMatch = parseIfMatch(request.headers.get("if-match"));
  const put = await store.putBox({ box, desk, ifMatch, ...tokens });
  if (!put.ok) return refusal(put.error);
  return json(put.value === "created" ? 201 : 200, {}, { etag: `"${tokens.etag}"` });
};

/** DELETE /v1/boxes/{box} */
export const deleteBox = async (deps: Deps, request: Request, box: string): Promise<Response> => {
  const { store } = deps;
  const known = BoxHex.safeParse(box).success ? await store.findBox(box) : undefined;
  if (!known) return problem("unauthorized");
  const grant = await findGrant(deps, request, known.desk);
  // Somebody of the box itself may know that it is here; anybody else is told what a stranger is told.
  if (!grant) return problem((await findGrant(deps, request, box)) ? "forbidden" : "unauthorized");
  if (!holds(grant, "manage")) return problem("forbidden");
  const deleted = await store.deleteBox(box);
  return deleted.ok ? new Response(null, { status: 204 }) : refusal(deleted.error);
};

/** The same tokens have the same name, in whatever order they came. Undefined where one digest stands twice. */
const nameTokens = (digest: Digest, tokens: readonly TokenGrant[]): TokenSet | undefined => {
  if (new Set(tokens.map(({ sha256 }) => sha256)).size !== tokens.length) return undefined;
  const sorted = tokens
    .map(({ sha256, rights }) => ({ sha256, rights: [...new Set(rights)].toSorted() }))
    .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return { tokens: sorted, etag: toHex(digest(toCanonicalBytes(sorted))) };
};

const parseIfMatch = (header: string | null): readonly string[] | undefined =>
  header?.split(",").map((tag) => /^"([^"]*)"$/.exec(tag.trim())?.[1] ?? "");
