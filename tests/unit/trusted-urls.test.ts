// The policy is the only gate through which text can become a script, so it is tried from every side.
import { expect, test } from "vitest";
import { isOwnWorker } from "../../src/app/trusted-urls.ts";

const app = "https://example.fi/kuuluu/#/session";

test("lets through the service worker and the app's own worker files, also in a sub-folder", () => {
  expect(isOwnWorker("sw.js", app)).toBe(true);
  expect(isOwnWorker("https://example.fi/kuuluu/sw.js", `${app}?x`)).toBe(true);
  expect(isOwnWorker("/kuuluu/assets/workers/resume-worker-Ab_1-2.js", app)).toBe(true);
  expect(isOwnWorker("sw.js", "https://example.fi/")).toBe(true);
});

test("lets through a worker of the development server", () => {
  const url = "http://127.0.0.1:5173/src/storage/resume-worker.ts?worker_file&type=module";
  expect(isOwnWorker(url, "http://127.0.0.1:5173/#/")).toBe(true);
});

test.each([
  "https://evil.example/kuuluu/sw.js",
  "//evil.example/kuuluu/sw.js",
  "https://example.fi:444/kuuluu/sw.js",
  "http://example.fi/kuuluu/sw.js",
  "https://example.fi/sw.js",
  "../sw.js",
  "sub/sw.js",
  "sw.js/../evil.js",
  "sw.js#x",
  "assets/index-abc.js",
  "assets/workers/../../evil.js",
  "assets/workers/..%2f..%2fevil.js",
  "data:text/javascript,alert(1)",
  "blob:https://example.fi/kuuluu/sw.js",
  "javascript:alert(1)",
  "http://[",
  "",
])("refuses %s", (url) => {
  expect(isOwnWorker(url, app)).toBe(false);
});
