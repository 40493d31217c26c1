// A network that does what networks do: sends a request twice, holds it back behind a later one, changes a byte, packs
// an answer, or answers itself. It understands HTTP, so each mischief can be had one at a time.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Chance } from "../random.ts";

export const mischiefs = [
  "twice, one after the other",
  "twice at once",
  "held back behind a later one",
  "late",
  "a byte changed on the way there",
  "a byte changed on the way back",
  "cut short on the way back",
  "in chunks",
  "the answer packed by a proxy",
  "a portal's page, 200",
  "a portal's redirect",
  "a portal's 511",
  "a proxy's 502",
  "a busy 429",
  "another envelope's receipt",
] as const;
export type Mischief = (typeof mischiefs)[number];

type Answer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
};

export const createMischief = async (ports: readonly number[], chance: Chance) => {
  let next: Mischief | undefined;
  let turn = 0;
  const heldBack: (() => void)[] = [];
  let lastReceipt: Answer | undefined;

  const forward = (incoming: IncomingMessage, body: Buffer, chunked = false): Promise<Answer> => {
    turn += 1;
    const port = ports[turn % ports.length] ?? 0;
    const {
      "transfer-encoding": _,
      "content-length": __,
      connection: ___,
      ...headers
    } = incoming.headers;
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          ...{ host: "127.0.0.1", port, method: incoming.method, path: incoming.url },
          headers: { ...headers, ...(chunked ? {} : { "content-length": String(body.length) }) },
        },
        async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk as Buffer);
          const type = response.headers["content-type"] ?? "text/plain";
          resolve({
            status: response.statusCode ?? 500,
            headers: { "content-type": type },
            body: Buffer.concat(chunks),
          });
        },
      );
      outgoing.on("error", reject);
      for (let at = 0; chunked && at < body.length; at += 100)
        outgoing.write(body.subarray(at, at + 100));
      outgoing.end(chunked ? undefined : body);
    });
  };
  const changed = (bytes: Buffer): Buffer => {
    const at = chance.below(bytes.length);
    return Buffer.from(
      bytes.map((byte, place) => (place === at ? byte ^ (1 << chance.below(8)) : byte)),
    );
  };
  const page = (status: number, headers: Record<string, string> = {}): Answer => ({
    status,
    headers: { "content-type": "text/html", ...headers },
    body: Buffer.from("<!doctype html><p>Kirjaudu verkkoon</p>"),
  });

  const answer = async (
    incoming: IncomingMessage,
    body: Buffer,
    mischief: Mischief | undefined,
  ): Promise<Answer> => {
    const through = () => forward(incoming, body);
    switch (mischief) {
      case "twice, one after the other":
        await through();
        return through();
      case "twice at once":
        return (await Promise.all([through(), through()]))[chance.below(2)] ?? page(500);
      case "held back behind a later one":
        // Answered as if lost; it reaches the hub only after another one has.
        heldBack.push(() => void through().catch(() => undefined));
        return page(504);
      case "late":
        await new Promise((resolve) => setTimeout(resolve, 1 + chance.below(60)));
        return through();
      case "a byte changed on the way there":
        return forward(incoming, changed(body));
      case "in chunks":
        return forward(incoming, body, true);
      case "a portal's page, 200":
        return page(200);
      case "a portal's redirect":
        return page(302, { location: "http://127.0.0.1:9/login" });
      case "a portal's 511":
        return page(511);
      case "a proxy's 502":
        return page(502);
      case "a busy 429":
        return page(429, { "retry-after": "1" });
      case "another envelope's receipt":
        return lastReceipt ?? page(200);
      default: {
        const own = await through();
        if (mischief === "a byte changed on the way back")
          return { ...own, body: changed(own.body) };
        if (mischief === "the answer packed by a proxy") {
          return {
            ...own,
            headers: { ...own.headers, "content-encoding": "gzip" },
            body: gzipSync(own.body),
          };
        }
        return own;
      }
    }
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const isPut = incoming.method === "PUT";
    const mischief = isPut ? next : undefined;
    if (isPut) next = undefined;
    const { status, headers, body } = await answer(incoming, Buffer.concat(chunks), mischief);
    if (isPut && status === 201) lastReceipt = { status, headers, body };
    if (mischief === "cut short on the way back") {
      outgoing.writeHead(status, { ...headers, "content-length": String(body.length) });
      outgoing.write(body.subarray(0, chance.below(body.length)), () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(status, { ...headers, "content-length": String(body.length) });
    outgoing.end(body);
    if (isPut && mischief !== "held back behind a later one")
      for (const release of heldBack.splice(0)) release();
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, // A string only for pipes.
    /** The next upload meets this. */
    plan: (mischief: Mischief) => {
      next = mischief;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
