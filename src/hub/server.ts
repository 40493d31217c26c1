// The hub's function behind Node's HTTP server, with limits against slow and silent callers.
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hub } from "./app.ts";

export interface RunningServer {
  readonly port: number;
  /** Takes no more calls and resolves when the open ones are answered, or cut off after ten seconds. */
  readonly stop: () => Promise<void>;
}

/** Rejects when the address cannot be had. */
export const startServer = async (
  hub: Hub,
  place: { readonly host: string; readonly port: number },
): Promise<RunningServer> => {
  // Plain HTTP is asked for below, so it is no HTTP/2 server.
  const server = createAdaptorServer({
    // A body that is refused half-read must not take the connection with it: the answer still has to go out.
    fetch: (request, { incoming }) =>
      hub(request, (incoming as IncomingMessage).iterator({ destroyOnReturn: false })),
    serverOptions: {
      maxHeaderSize: 8 * 1024,
      headersTimeout: 10_000,
      requestTimeout: 120_000, // 2 MiB over a venue's slow uplink.
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
    },
  }) as Server;
  server.setTimeout(60_000);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(place.port, place.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port, // A string only for pipes.
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearTimeout(cut);
    },
  };
};
