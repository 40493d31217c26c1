// Sealed envelopes in and out. The hub checks that the bytes bear their name, and cannot know more.
import { toHex } from "../base/bytes.ts";
import { maxEnvelopeBytes } from "../wire/bundle-header.ts";
import type { Right, TokenGrant } from "../wire/hub-api.ts";
import { BoxHex, Hex32 } from "../wire/schema.ts";
import { type Digest, findGrant, holds } from "./bearer.ts";
import { type BodyRoom, claimOf } from "./body-room.ts";
import type { HubStore } from "./hub-store.ts";
import { json, problem, refusal, tooMany } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readBody } from "./request-body.ts";

const maxPage = 500;

type Deps = {
  readonly store: HubStore;
  readonly digest: Digest;
  readonly now: () => number;
  readonly uploads: RateLimit;
  readonly room: BodyRoom;
};
type Place = { readonly box: string; readonly digest: string };

/** PUT /v1/boxes/{box}/envelopes/{sha256} */
export const putEnvelope = async (
  deps: Deps,
  request: Request,
  place: Place,
  chunks: AsyncIterable<Uint8Array>,
) => {
  const grant = await admit(deps, request, place, ["append"]);
  if (grant instanceof Response) return grant;
  const waitMs = deps.uploads.take(grant.sha256);
  if (waitMs > 0) return tooMany(waitMs);
  const leave = await deps.room.enter(claimOf(request, maxEnvelopeBytes));
  try {
    return await keepEnvelope(deps, grant, place, chunks);
  } finally {
    leave();
  }
};

const keepEnvelope = async (
  deps: Deps,
  grant: TokenGrant,
  place: Place,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Response> => {
  const body = await readBody(chunks, maxEnvelopeBytes);
  if (!body.ok) return refusal(body.error);
  if (body.value.length === 0) return problem("bad-request");
  if (toHex(deps.digest(body.value)) !== place.digest) return problem("digest-mismatch");
  const put = await deps.store.putEnvelope({
    ...place,
    bytes: body.value,
    owner: grant.sha256,
    receivedAt: new Date(deps.now()).toISOString(),
  });
  if (!put.ok) return refusal(put.error);
  return json(put.value.state === "created" ? 201 : 200, put.value.receipt);
};

/** GET /v1/boxes/{box}/envelopes */
export const listEnvelopes = async (deps: Deps, request: Request, box: string) => {
  const grant = await admit(deps, request, { box }, ["read"]);
  if (grant instanceof Response) return grant;
  const query = new URL(request.url).searchParams;
  const limit = query.get("limit") ?? "100";
  const after = query.get("after") ?? undefined;
  if (!/^[1-9]\d{0,5}$/.test(limit)) return problem("bad-request");
  const page = await deps.store.listEnvelopes(box, after, Math.min(Number(limit), maxPage));
  return page.ok ? json(200, page.value) : refusal(page.error);
};

/** GET /v1/boxes/{box}/envelopes/{sha256} */
export const getEnvelope = async (deps: Deps, request: Request, place: Place) => {
  const grant = await admit(deps, request, place, ["read"]);
  if (grant instanceof Response) return grant;
  const bytes = await deps.store.getEnvelope(place.box, place.digest);
  if (!bytes.ok) return refusal(bytes.error);
  return new Response(bytes.value, { headers: { "content-type": "application/octet-stream" } });
};

/** DELETE /v1/boxes/{box}/envelopes/{sha256} */
export const eraseEnvelope = async (deps: Deps, request: Request, place: Place) => {
  const grant = await admit(deps, request, place, ["erase", "erase-own"]);
  if (grant instanceof Response) return grant;
  const erased = await deps.store.eraseEnvelope({
    ...place,
    owner: holds(grant, "erase") ? undefined : grant.sha256,
    at: new Date(deps.now()).toISOString(),
  });
  return erased.ok ? new Response(null, { status: 204 }) : refusal(erased.error);
};

/** The caller's grant when it holds one of the rights, or the answer that turns it away. */
const admit = async (
  deps: Deps,
  request: Request,
  place: { readonly box: string; readonly digest?: string },
  rights: readonly Right[],
): Promise<TokenGrant | Response> => {
  const isWellFormed =
    BoxHex.safeParse(place.box).success &&
    (place.digest === undefined || Hex32.safeParse(place.digest).success);
  if (!isWellFormed) return problem("bad-request");
  const grant = await findGrant(deps, request, place.box);
  if (!grant) return problem("unauthorized");
  return rights.some((right) => holds(grant, right)) ? grant : problem("forbidden");
};
