import fc from "fast-check";
import { expect, test } from "vitest";
import { createRowCipher, createRowKey } from "../../src/crypto/row-cipher.ts";

const bytes = fc.uint8Array({ maxLength: 300 }).map((value) => Uint8Array.from(value));
const row = { box: "0".repeat(32), kind: "record", id: "a" };

test("opens what it sealed, and seals the same row differently each time", async () => {
  const cipher = createRowCipher(createRowKey());
  await fc.assert(
    fc.asyncProperty(bytes, async (clear) => {
      const sealed = await cipher.seal(row, clear);
      expect(await cipher.open(row, sealed)).toEqual({ ok: true, value: clear });
      expect(await cipher.seal(row, clear)).not.toEqual(sealed);
    }),
  );
});

test("refuses a row in another place", async () => {
  const cipher = createRowCipher(createRowKey());
  const sealed = await cipher.seal(row, new Uint8Array([1]));
  const elsewhere = [
    { ...row, box: "1".repeat(32) },
    { ...row, kind: "draft" },
    { ...row, id: "b" },
    { box: `${row.box}record`, kind: "", id: "a" },
    { box: row.box, kind: 'record","a', id: "" },
  ];
  for (const place of elsewhere) {
    expect(await cipher.open(place, sealed)).toEqual({
      ok: false,
      error: { type: "row-unreadable" },
    });
  }
});

test("refuses every truncation, every flipped bit and another key", async () => {
  const cipher = createRowCipher(createRowKey());
  const sealed = await cipher.seal(row, new Uint8Array([1, 2, 3]));
  const refused = { ok: false, error: { type: "row-unreadable" } };
  for (let length = 0; length < sealed.length; length += 1) {
    expect(await cipher.open(row, sealed.slice(0, length))).toEqual(refused);
  }
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const damaged = sealed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(await cipher.open(row, damaged)).toEqual(refused);
  }
  expect(await createRowCipher(createRowKey()).open(row, sealed)).toEqual(refused);
});

test("keeps working when the caller wipes its copy of the key", async () => {
  const key = createRowKey();
  const cipher = createRowCipher(key);
  const again = createRowCipher(key);
  key.fill(0);
  const sealed = await cipher.seal(row, new Uint8Array([9]));
  expect((await again.open(row, sealed)).ok).toBe(true);
  expect((await createRowCipher(key).open(row, sealed)).ok).toBe(false);
});
