// What the hub accepts from its environment, and the set-up code it prints.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeCode } from "../../src/base/crockford.ts";
import { isLoopback, readConfig } from "../../src/hub/config.ts";
import { createSetupCode } from "../../src/hub/setup-code.ts";
import { sha256 } from "../fixtures/hub.ts";

test("starts on loopback with a file in ./data when nothing is said", () => {
  for (const environment of [{}, { PORT: "", HOST: "", DATA_DIR: "", DATABASE_URL: "" }]) {
    expect(readConfig(environment)).toEqual({
      ok: true,
      value: { port: 8787, host: "127.0.0.1", file: "data/hub.sqlite", databaseUrl: undefined },
    });
  }
});

test("names every setting it cannot use, and never repeats an address that may hold a password", () => {
  const refused = readConfig({
    PORT: "70000",
    HOST: "a b",
    DATA_DIR: " ",
    DATABASE_URL: "mysql://u:pw@h",
  });
  const words = refused.ok ? [] : refused.error;
  expect(words.map((sentence) => sentence.split(" ")[0])).toEqual([
    "PORT",
    "HOST",
    "DATA_DIR",
    "DATABASE_URL",
  ]);
  expect(words.join()).not.toContain("pw");
});

test.each([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["127.0.0.1.example.org", false],
  ["192.168.1.2", false],
])("knows whether others can reach %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test("makes set-up codes of three groups of four that are known again however they are typed", () => {
  const digest = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const { text, sha256: kept } = createSetupCode(() => bytes, digest);
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(sha256(normalizeCode(text.toLowerCase().replaceAll("1", "l")))).toBe(kept);
    }),
  );
});
