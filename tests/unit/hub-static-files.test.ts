// The built app as the hub serves it, and what nobody gets by asking for it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { createStaticFiles } from "../../src/hub/static-files.ts";
import { openHub } from "../fixtures/hub.ts";

const folder = mkdtempSync(join(tmpdir(), "kuuluu-hub-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
const root = join(folder, "dist");
const script = "console.log(1);\n".repeat(100);
mkdirSync(join(root, "assets"), { recursive: true });
mkdirSync(join(root, ".git"));
mkdirSync(`${root}-secret`);
for (const [name, text] of [
  ["dist/index.html", "<!doctype html>"],
  ["dist/sw.js", script],
  ["dist/manifest.webmanifest", "{}"],
  ["dist/assets/main-BxYz_1-9.js", script],
  ["dist/assets/photo.png", "png"],
  ["dist/.env", "secret"],
  ["dist/.git/config", "secret"],
  ["dist-secret/file.txt", "secret"],
  ["secret.txt", "secret"],
] as const) {
  writeFileSync(join(folder, name), text);
}
symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));

const hub = await openHub({ files: createStaticFiles(root) });
const get = (path: string, headers = {}) => hub.call("GET", path, { headers });

test.each([
  ["/", "text/html; charset=utf-8", "no-cache"],
  ["/index.html", "text/html; charset=utf-8", "no-cache"],
  ["/sw.js", "text/javascript; charset=utf-8", "no-cache"],
  ["/manifest.webmanifest", "application/manifest+json", "no-cache"],
  ["/assets/photo.png", "image/png", "no-cache"],
  [
    "/assets/main-BxYz_1-9.js",
    "text/javascript; charset=utf-8",
    "public, max-age=31536000, immutable",
  ],
])("serves %s with its type and its life", async (path, type, life) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
  expect(response.headers.get("cache-control")).toBe(life);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test.each([
  "/missing.js",
  "/session/1/write",
  "/assets",
  "/assets/",
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/..\\secret.txt",
  "/%5c..%5csecret.txt",
  "//secret.txt",
  "/.env",
  "/.git/config",
  "/link.txt",
  "/..-secret/file.txt",
  "/index.html%00.js",
  "/index.html/",
  "/%",
])("answers 404 to %s", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain("secret");
});

test("packs text as the browser can read it, and leaves pictures alone", async () => {
  const read = async (path: string, accepts: string) => {
    const response = await get(path, { "accept-encoding": accepts });
    return [
      response.headers.get("content-encoding"),
      Buffer.from(await response.arrayBuffer()),
    ] as const;
  };
  const [br, packed] = await read("/sw.js", "gzip, deflate, br");
  expect([br, brotliDecompressSync(packed).toString()]).toEqual(["br", script]);
  const [gzip, zipped] = await read("/sw.js", "gzip");
  expect([gzip, gunzipSync(zipped).toString()]).toEqual(["gzip", script]);
  expect(await read("/sw.js", "")).toEqual([null, Buffer.from(script)]);
  expect(await read("/assets/photo.png", "br")).toEqual([null, Buffer.from("png")]);
});

test("does not send again what the browser has, until it changes", async () => {
  const path = join(root, "fresh.txt");
  writeFileSync(path, "one");
  const etag = (await get("/fresh.txt")).headers.get("etag") ?? "";
  const same = await get("/fresh.txt", { "if-none-match": etag });
  expect([same.status, await same.text()]).toEqual([304, ""]);
  writeFileSync(path, "another");
  const changed = await get("/fresh.txt", { "if-none-match": etag });
  expect([changed.status, await changed.text()]).toEqual([200, "another"]);
});

test("says in words that the app has not been built", async () => {
  const empty = await openHub({ files: createStaticFiles(join(folder, "nowhere")) });
  const response = await empty.call("GET", "/");
  expect([response.status, await response.text()]).toEqual([
    503,
    expect.stringContaining("npm run build"),
  ]);
});
