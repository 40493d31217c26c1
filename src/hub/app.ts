// The hub as a function from request to answer. It never opens an envelope: it could not, it has no key.
import { Hono } from "hono";
import type { Digest } from "./bearer.ts";
import { createBodyRoom } from "./body-room.ts";
import { deleteBox, postDesk, putBox } from "./box-routes.ts";
import { eraseEnvelope, getEnvelope, listEnvelopes, putEnvelope } from "./envelope-routes.ts";
import type { HubStore } from "./hub-store.ts";
import { json, problem } from "./problem.ts";
import { createRateLimit } from "./rate-limit.ts";
import { bodyOf } from "./request-body.ts";
import { secure } from "./security-headers.ts";

export type HubDeps = {
  readonly store: HubStore;
  /** SHA-256. */
  readonly digest: Digest;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The built app: an answer for a file that is there, undefined otherwise. */
  readonly files: (request: Request) => Promise<Response | undefined>;
  readonly version: string;
  /** Hears what no rule expected, after the caller was told "internal". */
  readonly report: (thrown: unknown) => void;
  /** 60 uploads a minute for each token unless said otherwise. */
  readonly uploadsPerMinute?: number;
};

/** `chunks` is the same body that the request has, by a shorter way: a server's own stream costs a third of the standard's. */
export type Hub = (request: Request, chunks?: AsyncIterable<Uint8Array>) => Promise<Response>;

export const createHub = (hub: HubDeps): Hub => {
  const deps = {
    ...hub,
    uploads: createRateLimit(hub.uploadsPerMinute ?? 60, hub.now),
    room: createBodyRoom(96 * 1024 * 1024),
    wrongCodes: createRateLimit(10, hub.now),
  };
  const app = new Hono<{ Bindings: { readonly chunks?: AsyncIterable<Uint8Array> } }>();

  app.get("/v1/health", async () => {
    const epoch = await hub.store.epoch();
    return json(200, { app: "kuuluu-hub", version: hub.version, epoch });
  });
  app.post("/v1/desks", (c) => postDesk(deps, c.req.raw));
  app.put("/v1/boxes/:box", (c) => putBox(deps, c.req.raw, c.req.param("box")));
  app.delete("/v1/boxes/:box", (c) => deleteBox(deps, c.req.raw, c.req.param("box")));
  app.get("/v1/boxes/:box/envelopes", (c) => listEnvelopes(deps, c.req.raw, c.req.param("box")));
  app.put("/v1/boxes/:box/envelopes/:digest", (c) =>
    putEnvelope(deps, c.req.raw, c.req.param(), c.env.chunks ?? bodyOf(c.req.raw)),
  );
  app.get("/v1/boxes/:box/envelopes/:digest", (c) => getEnvelope(deps, c.req.raw, c.req.param()));
  app.delete("/v1/boxes/:box/envelopes/:digest", (c) =>
    eraseEnvelope(deps, c.req.raw, c.req.param()),
  );
  app.all("/v1/*", () => problem("not-found"));
  app.get("*", async (c) => (await hub.files(c.req.raw)) ?? problem("not-found"));
  app.notFound(() => problem("not-found"));
  app.onError((thrown) => {
    hub.report(thrown);
    return problem("internal");
  });

  return async (request, chunks) => {
    const response = await app.fetch(request, chunks ? { chunks } : {});
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return secure(request, response);
  };
};
