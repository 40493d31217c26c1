import { expect, test } from "vitest";
import { deriveBoxKeys } from "../../src/crypto/keys.ts";
import { unwrapByPassphrase, wrapByPassphrase } from "../../src/crypto/passphrase-slot.ts";
import { unwrapRescue } from "../../src/crypto/rescue-slot.ts";
import { createRowKey } from "../../src/crypto/row-cipher.ts";
import { unwrapByKey, wrapByKey, wrapForRescue } from "../../src/crypto/slots.ts";

const box = "0123456789abcdef0123456789abcdef";
const refused = { ok: false, error: { type: "slot-unreadable" } };

test("opens the row key by the key that wrapped it, in that slot and box alone", async () => {
  const [key, rowKey] = [createRowKey(), createRowKey()];
  const wrapped = await wrapByKey("code", box, key, rowKey);
  expect(await unwrapByKey("code", box, key, wrapped)).toEqual({ ok: true, value: rowKey });
  expect(await unwrapByKey("resume", box, key, wrapped)).toEqual(refused);
  expect(await unwrapByKey("code", "f".repeat(32), key, wrapped)).toEqual(refused);
  expect(await unwrapByKey("code", box, createRowKey(), wrapped)).toEqual(refused);
  expect(await unwrapByKey("code", box, key, wrapped.slice(0, -1))).toEqual(refused);
  expect(await unwrapByKey("code", box, key, new Uint8Array())).toEqual(refused);
});

test("refuses a slot that holds something else than a row key", async () => {
  const key = createRowKey();
  const wrapped = await wrapByKey("code", box, key, new Uint8Array(31));
  expect(await unwrapByKey("code", box, key, wrapped)).toEqual(refused);
});

test("opens by the passphrase however the keyboard composed its letters", async () => {
  const rowKey = createRowKey();
  const slot = await wrapByPassphrase(box, "yö äänessä".normalize("NFC"), rowKey);
  expect(await unwrapByPassphrase(box, "yö äänessä".normalize("NFD"), slot)).toEqual({
    ok: true,
    value: rowKey,
  });
  expect(await unwrapByPassphrase(box, "yö äänessa", slot)).toEqual(refused);
});

test("lets the desk open the rescue slot and nobody else", async () => {
  const rowKey = createRowKey();
  const desk = await deriveBoxKeys(createRowKey());
  const other = await deriveBoxKeys(createRowKey());
  const wrapped = await wrapForRescue(desk.recipient, rowKey);
  expect(await unwrapRescue(desk.ageIdentity, wrapped)).toEqual({ ok: true, value: rowKey });
  expect(await unwrapRescue(other.ageIdentity, wrapped)).toEqual(refused);
});
