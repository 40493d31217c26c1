import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseUtf8, toHex } from "../../src/base/bytes.ts";
import { fingerprintOf } from "../../src/crypto/keys.ts";
import { cutBundle, fingerprintWith } from "../../src/sync/bundle.ts";
import { bundleCrypto, createCircle } from "../fixtures/circle.ts";

const circle = await createCircle();

test("writes header, signature and payload as format 1 says, for anyone with age and gunzip", async () => {
  const records = [circle.noteAt(1), circle.noteAt(2)];
  const { bytes, digest, header } = await circle.cut({ records, seq: 7, previous: "0".repeat(64) });
  expect(digest).toBe(createHash("sha256").update(bytes).digest("hex"));

  const zipped = await bundleCrypto.open(bytes, [circle.session.ageIdentity]);
  const [headerLine = "", signature = "", payload = ""] = gunzipSync(zipped ?? "")
    .toString("utf8")
    .split("\n");
  expect(JSON.parse(headerLine)).toEqual(header);
  expect(header).toMatchObject({
    box: circle.sessionBox,
    seq: 7,
    previous: "0".repeat(64),
    records: 2,
  });
  expect(JSON.parse(payload)).toEqual({ records: records.map(({ record }) => record) });
  expect(header.payloadSha256).toBe(createHash("sha256").update(payload).digest("hex"));
  const signed = Uint8Array.from(Buffer.from(signature, "base64"));
  const line = new TextEncoder().encode(headerLine);
  expect(await bundleCrypto.verify(circle.signer.publicKey, signed, line)).toBe(true);
});

test("names recipients by the fingerprint that stands on the card", async () => {
  const { recipient } = circle.desk;
  const { header } = await circle.cut({ recipients: [recipient] });
  expect(header.recipients).toEqual([await fingerprintOf(recipient)]);
  expect(await fingerprintWith(recipient, bundleCrypto.digest)).toBe(
    await fingerprintOf(recipient),
  );
});

test("shows nothing of a note in the envelope", async () => {
  const { bytes } = await circle.cut({ records: [circle.noteAt(1, "Kanarialintu laulaa")] });
  expect(parseUtf8(bytes) ?? Buffer.from(bytes).toString("latin1")).not.toContain("Kanaria");
  expect(toHex(bytes)).not.toContain(circle.sessionBox);
});

test("refuses what is over 2 MiB sealed, so that the caller can split it", async () => {
  // Text that does not shrink.
  const noise = () =>
    Buffer.from(crypto.getRandomValues(new Uint8Array(14_000))).toString("base64");
  const records = Array.from({ length: 160 }, (_, at) => circle.noteAt(at, noise()));
  const whole = await cutBundle(circle.request({ records }), bundleCrypto);
  expect(whole).toEqual({ ok: false, error: { type: "bundle-too-large", records: 160 } });
  const half = await cutBundle(circle.request({ records: records.slice(0, 80) }), bundleCrypto);
  expect(half.ok).toBe(true);
});
