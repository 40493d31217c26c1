// Who may import whom, as .dependency-cruiser.cjs says. A checker that sees no files finds no faults, so the files it
// saw are counted too.
import { resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { beforeAll, expect, test } from "vitest";
import { sources } from "./source-files.ts";

let result: ICruiseResult;

beforeAll(async () => {
  const { options, ...ruleSet } = await extractConfig(resolve(".dependency-cruiser.cjs"));
  const tsConfig = extractTsConfig(resolve("tsconfig.json"));
  const { output } = await cruise(
    ["src"],
    { ...options, ruleSet, validate: true },
    {},
    { tsConfig },
  );
  if (typeof output === "string") throw new Error(output);
  result = output;
}, 60_000);

test("sees every source file", () => {
  const seen = result.modules
    .map(({ source }) => source)
    .filter((path) => /^src\/.*\.tsx?$/.test(path));
  expect(seen.filter((path) => !path.endsWith(".d.ts")).toSorted()).toEqual(
    sources.map(({ path }) => path),
  );
});

test("sees what the files import", () => {
  expect(result.summary.totalDependenciesCruised).toBeGreaterThan(sources.length);
});

test("finds no import against the layers, no cycle and nothing unresolved", () => {
  const violations = result.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
  expect(violations).toEqual([]);
});
