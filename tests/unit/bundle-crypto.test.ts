import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { toHex } from "../../src/base/bytes.ts";
import { createBundleCrypto } from "../../src/crypto/bundle-crypto.ts";
import { deriveBoxKeys } from "../../src/crypto/keys.ts";
import { createRowKey } from "../../src/crypto/row-cipher.ts";

const bundleCrypto = createBundleCrypto();
const bytes = fc.uint8Array({ maxLength: 3_000 }).map((value) => Uint8Array.from(value));
const clear = new TextEncoder().encode("a sentence that somebody said");

test("inflates what it deflated, up to the limit exactly", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (value) => {
      const zipped = await bundleCrypto.gzip(value);
      expect(await bundleCrypto.gunzip(zipped, value.length)).toEqual(value);
      if (value.length > 0) {
        expect(await bundleCrypto.gunzip(zipped, value.length - 1)).toBeUndefined();
      }
    }),
  );
});

test("stops inflating a bomb at the limit", async () => {
  const bomb = await bundleCrypto.gzip(new Uint8Array(64 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await bundleCrypto.gunzip(bomb, 16 * 1024 * 1024)).toBeUndefined();
});

test("believes no gzip about its own length", async () => {
  const zipped = await bundleCrypto.gzip(clear);
  for (const length of [0, clear.length - 1, clear.length + 1, 2 ** 32 - 1]) {
    const lying = zipped.slice();
    new DataView(lying.buffer).setUint32(lying.length - 4, length, true);
    expect(await bundleCrypto.gunzip(lying, 1_000)).toBeUndefined();
  }
});

test("refuses truncated, trailing and foreign data as gzip", async () => {
  const zipped = await bundleCrypto.gzip(clear);
  for (let length = 0; length < zipped.length; length += 1) {
    expect(await bundleCrypto.gunzip(zipped.slice(0, length), 1_000)).toBeUndefined();
  }
  expect(await bundleCrypto.gunzip(new Uint8Array([...zipped, 1]), 1_000)).toBeUndefined();
  expect(await bundleCrypto.gunzip(clear, 1_000)).toBeUndefined();
});

test("opens for each recipient and for nobody else", async () => {
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => deriveBoxKeys(createRowKey())));
  if (!a || !b || !c) throw new Error("three keys");
  const sealed = await bundleCrypto.seal(clear, [a.recipient, b.recipient]);
  expect(await bundleCrypto.open(sealed, [a.ageIdentity])).toEqual(clear);
  expect(await bundleCrypto.open(sealed, [c.ageIdentity, b.ageIdentity])).toEqual(clear);
  expect(await bundleCrypto.open(sealed, [c.ageIdentity])).toBeUndefined();
  expect(await bundleCrypto.open(sealed, [])).toBeUndefined();
});

test("refuses an envelope with a thousand recipients before trying any", async () => {
  const key = await deriveBoxKeys(createRowKey());
  const sealed = await bundleCrypto.seal(clear, Array(1_000).fill(key.recipient));
  expect(await bundleCrypto.open(sealed, [key.ageIdentity])).toBeUndefined();
});

test("agrees with RFC 4231 on HMAC and with FIPS 180 on the digest", async () => {
  const utf8 = new TextEncoder();
  const mac = await bundleCrypto.hmac(
    utf8.encode("Jefe"),
    utf8.encode("what do ya want for nothing?"),
  );
  expect(toHex(mac)).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  expect(toHex(await bundleCrypto.digest(utf8.encode("abc")))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("seals with another key where the engine refuses the one it drew, and gives up at any other fault", async () => {
  const { recipient, ageIdentity } = await deriveBoxKeys(createRowKey());
  const importing = vi.spyOn(crypto.subtle, "importKey");
  importing.mockRejectedValueOnce(new DOMException("a leading zero", "DataError"));
  const sealed = await bundleCrypto.seal(clear, [recipient]);
  expect(await bundleCrypto.open(sealed, [ageIdentity])).toEqual(clear);
  importing.mockRejectedValueOnce(new DOMException("another", "OperationError"));
  await expect(bundleCrypto.seal(clear, [recipient])).rejects.toThrow("another");
  vi.restoreAllMocks();
});
