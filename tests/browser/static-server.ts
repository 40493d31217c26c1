// A plain web space, as an organisation might rent: files in a sub-folder, no headers of ours. Stopping it is how a
// test takes the network away.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

export type Site = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Serves the files of `root` below `/kuuluu/`. A given port lets a stopped site come back under its address. What a page
 * posts goes to `take`: a way out of a page whose policy allows only its own origin. `seen` hears of every file asked for.
 */
export const serveFolder = async (
  root: string,
  port = 0,
  take?: (body: string) => void,
  seen?: (path: string) => void,
): Promise<Site> => {
  const server = createServer(async (request, response) => {
    if (request.method === "POST" && take) {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      take(Buffer.concat(parts).toString("utf8"));
      response.writeHead(204).end();
      return;
    }
    const path = normalize(new URL(request.url ?? "/", "http://site").pathname);
    seen?.(path);
    const name = path === "/kuuluu/" ? "index.html" : path.replace(/^\/kuuluu\//, "");
    try {
      if (name === path) throw new Error("outside the folder");
      const body = await readFile(join(root, name));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/kuuluu/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
