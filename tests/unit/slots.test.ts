import { createHash, hkdfSync } from "node:crypto";
import { expect, test } from "vitest";
import { deriveBoxKeys } from "../../src/crypto/keys.ts";
import { passkeySalt, unwrapByPasskey, wrapByPasskey } from "../../src/crypto/passkey-slot.ts";
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

test("opens by what a passkey answered, for that desk alone", async () => {
  const [secret, rowKey] = [createRowKey(), createRowKey()];
  const wrapped = await wrapByPasskey(box, secret, rowKey);
  expect(await unwrapByPasskey(box, secret, wrapped)).toEqual({ ok: true, value: rowKey });
  expect(await unwrapByPasskey("f".repeat(32), secret, wrapped)).toEqual(refused);
  expect(await unwrapByPasskey(box, createRowKey(), wrapped)).toEqual(refused);
  expect(await unwrapByPasskey(box, secret.slice(0, 16), wrapped)).toEqual(refused);
  // The answer itself is no key: it is stretched under a name of its own.
  expect(await unwrapByKey("passkey", box, secret, wrapped)).toEqual(refused);
});

test("asks a passkey about one fixed thing per desk, that of no other desk", async () => {
  expect(await passkeySalt(box)).toEqual(await passkeySalt(box));
  expect(await passkeySalt(box)).toHaveLength(32);
  expect(await passkeySalt(box)).not.toEqual(await passkeySalt("f".repeat(32)));
});

test("a passkey's slot of an earlier day still opens", async () => {
  const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
  const secret = hex(`${"00".repeat(31)}01`);
  expect(Buffer.from(await passkeySalt(box)).toString("hex")).toBe(
    createHash("sha256").update(`kuuluu/1/passkey-salt ${box}`).digest("hex"),
  );
  const key = hkdfSync("sha256", secret, new Uint8Array(), "kuuluu/1/passkey", 32);
  const wrapped = await wrapByKey("passkey", box, new Uint8Array(key), hex("ab".repeat(32)));
  expect(await unwrapByPasskey(box, secret, wrapped)).toEqual({
    ok: true,
    value: hex("ab".repeat(32)),
  });
});
