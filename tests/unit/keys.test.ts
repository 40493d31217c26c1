import fc from "fast-check";
import { expect, test } from "vitest";
import { toBech32 } from "../../src/base/bech32.ts";
import { toHex } from "../../src/base/bytes.ts";
import { deriveBoxKeys, deriveRoot, fingerprintOf, recipientOf } from "../../src/crypto/keys.ts";
import golden from "../golden/keys.json" with { type: "json" };

test("derives the recipient of the design's vector", async () => {
  const keys = await deriveBoxKeys(await deriveRoot("session", "K7PA-3M9X-Q2TD-8WVW"));
  expect(keys.recipient).toBe("age1uc4hrq6wynr2na22rtqhz8r8jay93hl5d3gllay5rp5jydl0s30q6p03kx");
});

test.each(golden.codes)("derives every child of $kind code $code as ever", async (vector) => {
  const root = await deriveRoot(vector.kind === "desk" ? "desk" : "session", vector.code);
  const { slot, enrol, ...keys } = await deriveBoxKeys(root);
  expect({
    root: toHex(root),
    ...keys,
    slot: toHex(slot),
    enrol: toHex(enrol),
    fingerprint: await fingerprintOf(keys.recipient),
  }).toEqual(vector.keys);
});

test("gives a session and a desk of the same characters different roots", async () => {
  const session = await deriveRoot("session", "K7PA3M9XQ2TD8WVW");
  expect(await deriveRoot("desk", "K7PA3M9XQ2TD8WVW")).not.toEqual(session);
});

test("reads a code as it was typed", async () => {
  expect(await deriveRoot("session", "k7pa 3m9x q2td 8wvw")).toEqual(
    await deriveRoot("session", "K7PA-3M9X-Q2TD-8WVW"),
  );
});

test("gives no two children the same bytes", async () => {
  const { tokens, ...keys } = await deriveBoxKeys(new Uint8Array(32).fill(7));
  const texts = [...Object.values(tokens), keys.box, keys.ageIdentity];
  texts.push(toHex(keys.slot), toHex(keys.enrol));
  expect(new Set(texts).size).toBe(texts.length);
});

test("writes every 32 bytes as an identity that age reads", async () => {
  const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const identity = toBech32("age-secret-key-", secret).toUpperCase();
      expect(await recipientOf(identity)).toMatch(/^age1[0-9a-z]{58}$/);
    }),
    { numRuns: 40 },
  );
});

test("never gives an identity that begins with a zero byte, and the same recipient all the same", async () => {
  // The first root, counted up, whose `age` child begins with one.
  let root = new Uint8Array(32);
  let raw = await ageChild(root);
  for (let n = 1; raw[0] !== 0; n += 1) {
    root = new Uint8Array(32);
    new DataView(root.buffer).setUint32(0, n);
    raw = await ageChild(root);
  }
  const keys = await deriveBoxKeys(root);
  const plain = toBech32("age-secret-key-", raw).toUpperCase();
  expect(keys.ageIdentity).toBe(toBech32("age-secret-key-", raw.with(0, 1)).toUpperCase());
  expect(keys.recipient).toBe(await recipientOf(plain));
});

const ageChild = async (root: Uint8Array<ArrayBuffer>) => {
  const key = await crypto.subtle.importKey("raw", root, "HKDF", false, ["deriveBits"]);
  const info = new TextEncoder().encode("kuuluu/1/age");
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, key, 256));
};
