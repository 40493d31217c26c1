// Serves the built app. A path is taken apart and put together again from harmless names, so that nothing outside
// the folder, and nothing hidden in it, can be named at all.
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".zip": "application/zip",
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
/** What the build names by its content: it can be kept for ever. */
const hashed = /^assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };

type Loaded = {
  readonly stamp: string;
  readonly etag: string;
  readonly bytes: Buffer<ArrayBuffer>;
};

/** Answers GET and HEAD; undefined for what is not there. Reads a file again when it changes. */
export const createStaticFiles = (
  root: string,
): ((request: Request) => Promise<Response | undefined>) => {
  const cache = new Map<string, Loaded>();

  const load = async (path: string, encoding: string): Promise<Loaded | undefined> => {
    const file = await stat(path).catch(() => undefined);
    if (!file?.isFile()) return undefined;
    const stamp = `${file.mtimeMs}/${file.size}`;
    const key = `${encoding}:${path}`;
    const known = cache.get(key);
    if (known?.stamp === stamp) return known;
    const plain = await readFile(path);
    const bytes = Buffer.from(await pack(encoding, plain));
    const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 32)}-${encoding}"`;
    const loaded = { stamp, etag, bytes };
    cache.set(key, loaded);
    return loaded;
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    const name = pathname === "/" ? "index.html" : parsePath(pathname);
    const path = name && (await inside(root, name));
    if (!name || !path) return pathname === "/" ? notBuilt() : undefined;
    const type = types[extname(name)] ?? "application/octet-stream";
    const encoding = compressible.test(type) ? chooseEncoding(request) : "identity";
    const file = await load(path, encoding);
    if (!file) return undefined;
    const headers = new Headers({
      "content-type": type,
      etag: file.etag,
      "cache-control": hashed.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    });
    if (compressible.test(type)) headers.set("vary", "accept-encoding");
    if (request.headers.get("if-none-match") === file.etag) {
      return new Response(null, { status: 304, headers });
    }
    if (encoding !== "identity") headers.set("content-encoding", encoding);
    headers.set("content-length", String(file.bytes.length));
    return new Response(file.bytes, { headers });
  };
};

/** "assets/app.js" from "/assets/app.js"; undefined for anything with a dot in front, a backslash or an odd byte. */
const parsePath = (pathname: string): string | undefined => {
  const names = pathname.slice(1).split("/");
  const isHarmless = names.every((name) => /^[A-Za-z0-9_][A-Za-z0-9_.@-]*$/.test(name));
  return isHarmless ? names.join("/") : undefined;
};

/** The real path, where it lies in the folder: a link that leads out of it leads nowhere. */
const inside = async (root: string, name: string): Promise<string | undefined> => {
  try {
    const [folder, path] = [await realpath(root), await realpath(join(root, name))];
    return path.startsWith(folder + sep) ? path : undefined;
  } catch {
    return undefined; // Not there.
  }
};

const chooseEncoding = (request: Request): string => {
  const accepted = request.headers.get("accept-encoding") ?? "";
  return ["br", "gzip"].find((name) => new RegExp(`\\b${name}\\b`).test(accepted)) ?? "identity";
};

const pack = async (encoding: string, plain: Buffer): Promise<Uint8Array> => {
  if (encoding === "br") return packBrotli(plain, quality);
  if (encoding === "gzip") return packGzip(plain);
  return plain;
};

const notBuilt = (): Response =>
  new Response(
    "The app has not been built yet. Run `npm run build`, then load this page again.\n",
    {
      status: 503,
      headers: { "content-type": "text/plain; charset=utf-8" },
    },
  );
