import fc from "fast-check";
import { expect, test } from "vitest";
import { concatBytes, toBase64, toUtf8 } from "../../src/base/bytes.ts";
import { createSigner, createSigningKey } from "../../src/crypto/signer.ts";
import { openEnvelope, type ReceiveDeps } from "../../src/sync/receive.ts";
import { bundleCrypto, createCircle } from "../fixtures/circle.ts";
import { release } from "../fixtures/records.ts";

const circle = await createCircle();
const { sessionBox, deskBox, session, desk } = circle;
const small = await circle.cut();
const smallClear = await bundleCrypto.gunzip(
  (await bundleCrypto.open(small.bytes, [session.ageIdentity])) ?? new Uint8Array(),
  100_000,
);
const lines = new TextDecoder().decode(smallClear).split("\n");
const [headerLine = "", signatureLine = "", payloadLine = ""] = lines;

const errorOf = async (bytes: Uint8Array<ArrayBuffer>, change: Partial<ReceiveDeps> = {}) => {
  const opened = await openEnvelope(bytes, circle.receive(change));
  return opened.ok ? "opened" : opened.error.type;
};
const sealClear = async (clear: Uint8Array<ArrayBuffer>) =>
  bundleCrypto.seal(await bundleCrypto.gzip(clear), [session.recipient]);
const sealText = (text: string) => sealClear(toUtf8(text));

/** A header changed and signed again by a member of the circle who knows what they do. */
const sealHeader = async (header: object, payload = toUtf8(payloadLine)) => {
  const line = toUtf8(JSON.stringify(header));
  const signature = toUtf8(toBase64(await circle.signer.sign(line)));
  return sealClear(concatBytes(line, toUtf8("\n"), signature, toUtf8("\n"), payload));
};
/** A payload that is signed and digested rightly, whatever it says. */
const sealPayload = async (payload: Uint8Array<ArrayBuffer>, records = 1, change: object = {}) => {
  const payloadSha256 = Buffer.from(await bundleCrypto.digest(payload)).toString("hex");
  const counts = { payloadSha256, payloadBytes: payload.length, records };
  return sealHeader({ ...small.header, ...counts, ...change }, payload);
};

test("opens what was cut, in the order it was cut", async () => {
  const counts = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(counts, async (numbers) => {
      const records = numbers.map((number) => circle.noteAt(number));
      const { bytes, digest, header } = await circle.cut({ records });
      expect(await openEnvelope(bytes, circle.receive())).toEqual({
        ok: true,
        value: { digest, header, records },
      });
    }),
    { numRuns: 25 },
  );
});

test("opens a release in the desk's box, vouched for by the session's card", async () => {
  const one = release({ box: deskBox, session: sessionBox });
  const bundle = { box: deskBox, sessionBox, records: [one], recipients: [desk.recipient] };
  const { bytes } = await circle.cut(bundle);
  const opened = await openEnvelope(bytes, circle.receive());
  expect(opened.ok && opened.value.records).toEqual([one]);
  expect(await errorOf(bytes, { identities: [session.ageIdentity] })).toBe("not-for-us");
});

test("opens what the desk entered from paper, vouched for by the desk's own key and by no card's", async () => {
  const own = { box: deskBox, enrolKey: desk.enrol, recipients: [desk.recipient] };
  const byDesk: Partial<ReceiveDeps> = {
    cardFor: (box) => (box === deskBox ? { enrol: desk.enrol, state: "live" } : undefined),
  };
  const entered = release({ box: deskBox, session: sessionBox, entered: true });
  const { bytes } = await circle.cut({ ...own, records: [entered] });
  const opened = await openEnvelope(bytes, circle.receive(byDesk));
  expect(opened.ok && opened.value.records).toEqual([entered]);
  // A tablet's release without its session's card is nobody's.
  const bare = release({ box: deskBox, session: sessionBox });
  const second = await circle.cut({ ...own, records: [bare] });
  expect(await errorOf(second.bytes, byDesk)).toBe("record-invalid");
  const byCard = await circle.cut({ ...own, enrolKey: session.enrol, records: [entered] });
  expect(await errorOf(byCard.bytes, byDesk)).toBe("proof-invalid");
});

test("refuses every truncation", async () => {
  for (let length = 0; length < small.bytes.length; length += 1) {
    const cut = small.bytes.slice(0, length);
    expect(await errorOf(cut, { identities: [session.ageIdentity] })).toBe("not-for-us");
  }
}, 60_000);

test("refuses every flipped bit of the age header and one in every byte behind it", async () => {
  const headerEnd = new TextDecoder("latin1").decode(small.bytes).indexOf("\n--- ") + 50;
  for (let at = 0; at < small.bytes.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      if (at > headerEnd && bit !== at % 8) continue;
      const damaged = small.bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));
      expect(await errorOf(damaged, { identities: [session.ageIdentity] })).toBe("not-for-us");
    }
  }
}, 60_000);

test("refuses trailing bytes, two envelopes in one and anything that is none", async () => {
  expect(await errorOf(concatBytes(small.bytes, toUtf8("x")))).toBe("not-for-us");
  expect(await errorOf(concatBytes(small.bytes, small.bytes))).toBe("not-for-us");
  expect(await errorOf(toUtf8("<!doctype html><p>Kirjaudu verkkoon</p>"))).toBe("not-for-us");
  expect(await errorOf(new Uint8Array(2 * 1024 * 1024 + 1))).toBe("too-large");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await errorOf(Uint8Array.from(bytes))).toBe("not-for-us");
    }),
  );
});

test("answers something typed to whatever lies inside the seal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await errorOf(await sealClear(Uint8Array.from(bytes)))).toBe("header-invalid");
    }),
    { numRuns: 50 },
  );
});

test("answers something typed to every cut and every flipped byte of a bundle that is sealed anew", async () => {
  const clear = toUtf8(lines.join("\n"));
  await fc.assert(
    fc.asyncProperty(fc.nat(clear.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const damaged = clear.map((byte, place) => (place === at ? byte ^ by : byte));
      expect(await errorOf(await sealClear(damaged))).not.toBe("opened");
      expect(await errorOf(await sealClear(clear.slice(0, at)))).not.toBe("opened");
    }),
    { numRuns: 150 },
  );
});

test("refuses a bomb, and what is no gzip", async () => {
  expect(await errorOf(await sealClear(new Uint8Array(17 * 1024 * 1024)))).toBe(
    "inflated-too-large",
  );
  const pdf = await bundleCrypto.seal(toUtf8("%PDF-1.7"), [session.recipient]);
  expect(await errorOf(pdf)).toBe("header-invalid");
});

test.each([
  ["no lines at all", "{}"],
  ["a header without an end", `{"format":"kuuluu-bundle"${" ".repeat(5_000)}}\n`],
  ["a header with a key twice", `${headerLine.slice(0, -1)},"seq":2}\n${signatureLine}\n`],
  ["a header with a key more", `${headerLine.slice(0, -1)},"more":2}\n${signatureLine}\n`],
  [
    "a version of nought",
    `${headerLine.replace('"version":1', '"version":0')}\n${signatureLine}\n`,
  ],
  [
    "a number of 2^53",
    `${headerLine.replace('"seq":1', '"seq":9007199254740992')}\n${signatureLine}\n`,
  ],
  ["no signature", `${headerLine}\n\n${payloadLine}`],
  ["a signature of 63 bytes", `${headerLine}\n${"A".repeat(84)}\n${payloadLine}`],
])("refuses %s", async (_, text) => {
  expect(await errorOf(await sealText(text))).toBe("header-invalid");
});

test("tells a later format from a damaged one", async () => {
  const later = { format: "kuuluu-bundle", version: 2, somethingElse: true };
  const sealed = await sealHeader(later);
  const opened = await openEnvelope(sealed, circle.receive());
  expect(opened).toEqual({ ok: false, error: { type: "newer-version", version: 2 } });
});

test("refuses a device whose id is not its key's", async () => {
  const sealed = await sealHeader({ ...small.header, device: "0".repeat(32) });
  expect(await errorOf(sealed)).toBe("header-invalid");
});

test("refuses a box without a card, a proof by another card and a signature by another device", async () => {
  expect(await errorOf(small.bytes, { cardFor: () => undefined })).toBe("card-unknown");
  const other = { enrol: desk.enrol, state: "live" as const };
  expect(await errorOf(small.bytes, { cardFor: () => other })).toBe("proof-invalid");
  const stranger = await createSigner(await createSigningKey());
  const forged = { ...circle.signer, sign: stranger.sign };
  expect(await errorOf((await circle.cut({ signer: forged })).bytes)).toBe("signature-invalid");
});

test("sets the bundles of a void card aside and still opens those of a replaced one", async () => {
  expect(await errorOf(small.bytes, { cardFor: () => circle.card("void") })).toBe("card-void");
  expect(await errorOf(small.bytes, { cardFor: () => circle.card("replaced") })).toBe("opened");
});

test("refuses a signed bundle that somebody sealed anew to another box", async () => {
  const zipped = await bundleCrypto.open(small.bytes, [session.ageIdentity]);
  const sealed = await bundleCrypto.seal(zipped ?? new Uint8Array(), [desk.recipient]);
  expect(await errorOf(sealed, { recipients: [desk.recipient] })).toBe("not-for-us");
  expect(await errorOf(small.bytes, { recipients: [session.recipient] })).toBe("opened");
});

test("refuses a payload of another length, digest or count", async () => {
  const cut = payloadLine.slice(0, -1);
  expect(await errorOf(await sealHeader(small.header, toUtf8(cut)))).toBe("payload-mismatch");
  const other = payloadLine.replace("Sanottua", "Sanattua");
  expect(await errorOf(await sealHeader(small.header, toUtf8(other)))).toBe("payload-mismatch");
  expect(await errorOf(await sealPayload(toUtf8(payloadLine), 2))).toBe("payload-mismatch");
  const longer = { ...small.header, payloadBytes: small.header.payloadBytes + 1 };
  expect(await errorOf(await sealHeader(longer))).toBe("payload-mismatch");
});

const payloadOf = (change: object) =>
  JSON.stringify({ records: [{ ...circle.noteAt(1).record, ...change }] });
test.each([
  ["json-invalid", "no JSON"],
  ["json-invalid", '\uFEFF{"records":[{}]}'],
  ["json-invalid", '{"records":[NaN]}'],
  ["too-deep", `{"records":[${"[".repeat(200_000)}${"]".repeat(200_000)}]}`],
  ["hostile-keys", '{"records":[{"__proto__":{"kind":"note/1"}}]}'],
  ["hostile-keys", '{"records":[{"a":1,"a":2}]}'],
  ["record-invalid", '{"records":[]}'],
  ["record-invalid", '{"records":[1e999]}'],
  ["record-invalid", '{"records":[{}],"then":1}'],
  ["record-invalid", payloadOf({ toJSON: "x" })],
  ["record-invalid", payloadOf({ text: "" })],
  ["record-invalid", payloadOf({ text: "x".repeat(20_001) })],
  ["record-invalid", payloadOf({ text: "\ud800" })],
  ["record-invalid", payloadOf({ text: "a\u0000b" })],
  ["record-invalid", payloadOf({ box: deskBox })],
  ["record-invalid", payloadOf({ dimensions: ["__proto__"] })],
  ["record-newer", payloadOf({ kind: "note/2" })],
  ["record-invalid", payloadOf({ kind: "__proto__" })],
])("answers %s to hostile signed payload %#", async (expected, text) => {
  expect(await errorOf(await sealPayload(toUtf8(text)))).toBe(expected);
});

test("refuses a payload that is no UTF-8", async () => {
  const bytes = toUtf8(payloadLine).map((byte) => (byte === 0x53 ? 0xff : byte));
  expect(await errorOf(await sealPayload(bytes))).toBe("not-utf8");
});

test("keeps out of the desk's box everything but releases of the card's own session", async () => {
  const inDesk = { box: deskBox, sessionBox, recipients: [desk.recipient] };
  const smuggled = [
    circle.noteAt(1),
    { ...circle.noteAt(1), record: { ...circle.noteAt(1).record, box: deskBox } },
    release({ box: deskBox, session: deskBox }),
    release({ box: sessionBox, session: sessionBox }),
    // Only the desk enters a session from paper.
    release({ box: deskBox, session: deskBox, entered: true }),
  ];
  for (const record of smuggled) {
    const { bytes } = await circle.cut({ ...inDesk, records: [record] });
    expect(await errorOf(bytes)).toBe("record-invalid");
  }
  const { bytes } = await circle.cut({
    records: [release({ box: sessionBox, session: sessionBox })],
  });
  expect(await errorOf(bytes)).toBe("record-invalid");
});

test("takes nothing of a bundle with one bad record", async () => {
  const good = circle.noteAt(1).record;
  const text = JSON.stringify({ records: [good, { ...good, lang: "suomi" }, good] });
  const opened = await openEnvelope(await sealPayload(toUtf8(text), 3), circle.receive());
  const error = { type: "record-invalid", kind: "note/1", path: "lang" };
  expect(opened).toEqual({ ok: false, error });
});
