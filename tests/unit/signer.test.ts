import { expect, test, vi } from "vitest";
import { concatBytes, parseHex, toHex } from "../../src/base/bytes.ts";
import {
  createSigner,
  createSigningKey,
  deviceIdOf,
  verifySignature,
} from "../../src/crypto/signer.ts";

const bytes = new TextEncoder().encode("what was handed over");

test("signs as the device that its public key names", async () => {
  const key = await createSigningKey();
  const signer = await createSigner(key);
  expect(signer.device).toBe(await deviceIdOf(key.publicKey));
  expect(signer.device).toMatch(/^[0-9a-f]{32}$/);
  expect(await verifySignature(key.publicKey, await signer.sign(bytes), bytes)).toBe(true);
});

test("signs the same after its key was kept on disk", async () => {
  const key = await createSigningKey();
  const [before, after] = [await createSigner(key), await createSigner(structuredClone(key))];
  expect(await after.sign(bytes)).toEqual(await before.sign(bytes));
});

test("refuses other bytes, another device, every flipped bit and every odd length", async () => {
  const key = await createSigningKey();
  const other = await createSigningKey();
  const signature = await (await createSigner(key)).sign(bytes);
  const verify = (signed: Uint8Array<ArrayBuffer>) => verifySignature(key.publicKey, signed, bytes);
  expect(await verifySignature(key.publicKey, signature, bytes.slice(1))).toBe(false);
  expect(await verifySignature(other.publicKey, signature, bytes)).toBe(false);
  for (let bit = 0; bit < 512; bit += 1) {
    expect(
      await verify(signature.map((b, at) => (at === bit >> 3 ? b ^ (1 << (bit & 7)) : b))),
    ).toBe(false);
  }
  expect(await verify(signature.slice(0, 63))).toBe(false);
  expect(await verify(new Uint8Array([...signature, 0]))).toBe(false);
  expect(await verifySignature(key.publicKey.slice(1), signature, bytes)).toBe(false);
});

// The order of the group is added to S: the same equation, another text. Lenient verifiers take it.
test("refuses a signature whose S is not in its one form", async () => {
  const key = await createSigningKey();
  const signature = await (await createSigner(key)).sign(bytes);
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const toNumber = (le: Uint8Array) => BigInt(`0x${toHex(le.slice().reverse())}`);
  const s = (toNumber(signature.slice(32)) + order).toString(16).padStart(64, "0");
  const forged = concatBytes(signature.slice(0, 32), parseHex(s)?.reverse() ?? new Uint8Array());
  expect(forged.length).toBe(64);
  expect(await verifySignature(key.publicKey, forged, bytes)).toBe(false);
});

test("draws another key where the engine fails at one, and none that begins with a zero byte", async () => {
  const generate = vi.spyOn(crypto.subtle, "generateKey");
  const exporting = vi.spyOn(crypto.subtle, "exportKey");
  generate.mockRejectedValueOnce(new DOMException("no", "OperationError"));
  exporting.mockResolvedValueOnce(new ArrayBuffer(32)); // All zeros: the public key of the second try.
  const key = await createSigningKey();
  expect(generate).toHaveBeenCalledTimes(3);
  expect(key.publicKey[0]).not.toBe(0);
  expect(key.secretKey[16]).not.toBe(0);
  vi.restoreAllMocks();
});

test("says so where the engine makes no key at all", async () => {
  vi.spyOn(crypto.subtle, "generateKey").mockRejectedValue(
    new DOMException("no", "NotSupportedError"),
  );
  await expect(createSigningKey()).rejects.toThrow("no");
  vi.restoreAllMocks();
});
