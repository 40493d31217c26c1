// The rules hold for the tree as it is, and each rule is shown a planted breach, for a rule that finds nothing may
// just as well be blind.
import { expect, test } from "vitest";
import { findForbidden } from "./forbidden.ts";
import { sources, styles, tests } from "./source-files.ts";

test("finds nothing forbidden in the tree", () => {
  const found = [...sources, ...styles, ...tests].flatMap(({ path, text }) =>
    findForbidden(path, text),
  );
  expect(found).toEqual([]);
});

test.each([
  ["src/domain/x.ts", "const now = Date.now();"],
  ["src/analysis/x.ts", "const now = new Date();"],
  ["src/sync/x.ts", "const key = crypto.getRandomValues(bytes);"],
  ["src/storage/x.ts", "return Math.random();"],
  ["src/storage/x.ts", "await fetch(url);"],
  ["src/app/scribe/x.ts", 'await fetch("/v1/health");'],
  ["src/wire/x.ts", "setTimeout(run, 5);"],
  ["src/sync/x.ts", "document.title = name;"],
  ["src/app/x.ts", 'localStorage.setItem("a", "b");'],
  ["src/ui/x.tsx", "<p dangerouslySetInnerHTML={html} />"],
  ["src/app/x.ts", "element.innerHTML = text;"],
  ["src/app/x.ts", 'if (confirm("?")) wipe();'],
  ["src/app/x.ts", `// ${"TO"}DO later`],
  ["src/ui/x.css", "p { margin-left: 4px }"],
  ["src/ui/x.css", "p { position: absolute; right: 0 }"],
  ["src/ui/x.css", "p { text-align: left }"],
  ["src/ui/x.css", "p { border-top-left-radius: 2px }"],
  ["src/ui/x.tsx", "<p style={{ paddingLeft: 4 }} />"],
])("sees a planted breach in %s: %s", (path, text) => {
  expect(findForbidden(path, text)).toHaveLength(1);
});

test.each([
  ["src/domain/x.ts", "const text = new Date(ms).toISOString(); // not Date.now()"],
  ["src/sync/hub-transport.ts", "const answer = await fetch(url);"],
  ["src/app/browser-platform.ts", "const now = () => Date.now();"],
  ["src/sync/x.ts", "await deps.crypto.digest(bytes);"],
  ["src/ui/x.css", "p { margin-inline-start: 4px; border-inline-start: 0; text-align: start }"],
  ["src/app/x.ts", "const note = await store.fetch(id);"],
])("lets be what is allowed in %s: %s", (path, text) => {
  expect(findForbidden(path, text)).toEqual([]);
});
