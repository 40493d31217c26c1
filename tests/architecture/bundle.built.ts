// What a person's device has to fetch, and what the built page may contain. Needs `npm run build`.
import { globSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import {
  areasOf,
  type Chunks,
  filesOfFirstLoad,
  filesOfRole,
  readBuilt,
  readChunks,
  sizeOf,
} from "./built-app.ts";

test("keeps the scribe's first load within 100 kB", () => {
  const files = filesOfFirstLoad(readChunks());
  expect(sizeOf(files)).toBeGreaterThan(50);
  expect(sizeOf(files)).toBeLessThanOrEqual(100);
});

test.each(["facilitator", "desk"])("keeps what the %s adds within 60 kB", (role) => {
  const chunks = readChunks();
  const added = filesOfRole(chunks, role).difference(filesOfRole(chunks, "scribe"));
  expect(sizeOf(added)).toBeLessThanOrEqual(60);
});

test("keeps what each area of the desk adds to it within 60 kB", () => {
  const chunks = readChunks();
  const desk = filesOfRole(chunks, "desk");
  for (const area of areasOf(chunks, "desk")) {
    const added = filesOfRole(chunks, area).difference(desk);
    expect([area, sizeOf(added) <= 60]).toEqual([area, true]);
  }
});

test("ships texts as data, not as script", () => {
  const texts = Object.keys(readChunks()).filter((name) => name.startsWith("locales/"));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((name) => !readChunks()[name]?.file.endsWith(".json"))).toEqual([]);
});

test("counts a role's screens with all they import, once, and no other role's", () => {
  const chunks: Chunks = {
    "index.html": { file: "entry.js", isEntry: true, imports: ["_shared.js"] },
    "_shared.js": { file: "shared.js" },
    "_age.js": { file: "age.js" },
    "src/app/scribe/a.tsx": {
      file: "a.js",
      src: "src/app/scribe/a.tsx",
      isDynamicEntry: true,
      imports: ["_shared.js", "index.html"],
    },
    "src/app/desk/b.tsx": {
      file: "b.js",
      src: "src/app/desk/b.tsx",
      isDynamicEntry: true,
      imports: ["_age.js"],
    },
  };
  expect([...filesOfRole(chunks, "scribe")].toSorted()).toEqual(["a.js", "entry.js", "shared.js"]);
  expect([...filesOfRole(chunks, "desk")].toSorted()).toEqual([
    "age.js",
    "b.js",
    "entry.js",
    "shared.js",
  ]);
});

test("keeps every script, style and font for work offline, and nothing else large", () => {
  const worker = readBuilt("sw.js");
  const needed = globSync("assets/**/*.{js,css,woff2}", { cwd: "dist" });
  expect(needed.length).toBeGreaterThan(0);
  expect(needed.filter((file) => !worker.includes(file))).toEqual([]);
  expect(worker).not.toMatch(/schemas\/|\.zip/);
});

test("has a page without inline script or style, under its content policy, with relative addresses", () => {
  const page = readBuilt("index.html");
  expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src/);
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
  expect(page).not.toMatch(/(src|href)="(\/|https?:)/);
});

test("ships no source maps", () => {
  expect(globSync("dist/**/*.map")).toEqual([]);
  const scripts = globSync("assets/**/*.js", { cwd: "dist" });
  expect(scripts.filter((file) => readBuilt(file).includes("sourceMappingURL="))).toEqual([]);
});

test("packs the built app without the pictures of the README, its guide and the licence", () => {
  const packed = unzipSync(readFileSync("dist/kuuluu-static.zip"));
  const built = globSync("**/*.*", { cwd: "dist", exclude: ["*.zip", "screenshots/**", ".vite"] });
  expect(Object.keys(packed).toSorted()).toEqual(
    ["GUIDE.html", "LICENSE.txt", ...built.map((name) => `kuuluu/${name}`)].toSorted(),
  );
  expect(new TextDecoder().decode(packed["kuuluu/index.html"])).toBe(readBuilt("index.html"));
});
