import fc from "fast-check";
import { expect, test } from "vitest";
import { toUtf8 } from "../../src/base/bytes.ts";
import { scanJson } from "../../src/base/json-scan.ts";

const scan = (text: string) => scanJson(toUtf8(text));
const hostileKeys = { type: "hostile-keys" };

test("has nothing to say about ordinary JSON, whatever its texts hold", () => {
  const key = fc
    .string({ maxLength: 8 })
    .filter((k) => !/["\\]|proto/.test(k) && !/\p{C}/u.test(k));
  const ordinary = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(ordinary, fc.boolean(), (value, spaced) => {
      expect(scan(JSON.stringify(value, undefined, spaced ? 2 : 0))).toBeUndefined();
    }),
  );
});

test("allows 32 levels and not one more", () => {
  expect(scan("[".repeat(32) + "]".repeat(32))).toBeUndefined();
  expect(scan("[".repeat(33) + "]".repeat(33))).toEqual({ type: "too-deep" });
  expect(scan(`${'{"a":'.repeat(33)}1${"}".repeat(33)}`)).toEqual({ type: "too-deep" });
  expect(scan(`[${"[],".repeat(1_000)}[]]`)).toBeUndefined();
  expect(scan("[".repeat(200_000))).toEqual({ type: "too-deep" });
});

test.each([
  '{"__proto__":1}',
  '{"a":{"constructor" : {}}}',
  '[[{"prototype"\n:1}]]',
  '{"\\u005f_proto__":1}',
  '{"a":1,"a":2}',
  '{"a":1, "b":[{}], "a":2}',
  `{"${"k".repeat(65)}":1}`,
])("refuses the keys of %s", (text) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(scan(text)).toEqual(hostileKeys);
});

test("refuses a text longer and a list of more than any of ours, before anything reads them", () => {
  const longest = "\\u00e4".repeat(20_000);
  expect(scan(`["${longest}","${longest}"]`)).toBeUndefined();
  expect(scan(`["${"a".repeat(131_073)}"]`)).toEqual({ type: "too-much" });
  expect(scan(`["${"a".repeat(131_073)}`)).toEqual({ type: "too-much" });
  expect(scan(`[${"[],".repeat(99_999)}1]`)).toBeUndefined();
  expect(scan(`[${"[],".repeat(100_000)}1]`)).toEqual({ type: "too-much" });
});

test("refuses more keys in one object than any record has", () => {
  const keys = Array.from({ length: 300 }, (_, at) => `"k${at}":0`);
  expect(scan(`{${keys.slice(0, 256).join(",")}}`)).toBeUndefined();
  expect(scan(`{${keys.slice(0, 257).join(",")}}`)).toEqual(hostileKeys);
});

test.each([
  '{"text":"__proto__"}',
  '["constructor","prototype"]',
  '[{"a":1},{"a":1}]',
  '{"a":{"a":{"a":1}}}',
  '{"text":"\\"__proto__\\":1,\\"__proto__\\":2"}',
  '{"text":"[[[[\\\\"}',
])("sees text as text in %s", (text) => {
  expect(scan(text)).toBeUndefined();
});

test("ends on any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      scanJson(bytes);
    }),
  );
});
