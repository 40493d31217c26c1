// The published JSON Schemas are those of the code.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas } from "../tools/json-schemas.ts";

test("publishes the schemas as the code has them (npm run schemas)", () => {
  const published = globSync("*.json", { cwd: "public/schemas" }).map((name) => [
    name,
    readFileSync(`public/schemas/${name}`, "utf8"),
  ]);
  expect(Object.fromEntries(published)).toEqual(jsonSchemas);
});

test("refuses unknown fields in every record", () => {
  const records = Object.entries(jsonSchemas).filter(([name]) => name !== "payload.json");
  expect(records.length).toBeGreaterThan(10);
  for (const [, text] of records) expect(JSON.parse(text).additionalProperties).toBe(false);
});
