// What may be wrong with the seal itself and with what is packed in it (H16 to H21): all before any payload is read.
import {
  type Bytes,
  concatBytes,
  parseHex,
  toBase64,
  toBase64Url,
  toHex,
  toUtf8,
} from "../../../src/base/bytes.ts";
import { proofMessage } from "../../../src/sync/bundle.ts";
import { bomb, bundleCrypto, type Forge, joinAge, payloadOf, splitAge } from "./forge.ts";
import type { Hostile } from "./the-thirty.ts";

const line = (length: number) => "A".repeat(length);
const stanza = (kind: string) => [`-> ${kind}`, line(43)];
/** More stanzas before ours: the header's own check then fails, but first all of them are read. */
const withStanzas =
  (...stanzas: readonly (readonly string[])[]) =>
  ({ bytes }: Forge): Bytes => {
    const { head, body } = splitAge(bytes);
    return joinAge([head[0] ?? "", ...stanzas.flat(), ...head.slice(1)], body);
  };
const large = async (forge: Forge) => {
  const { bytes } = await bundleOf(forge, 200_000);
  return splitAge(bytes);
};
/** An age file of several chunks: random bytes, which do not shrink. */
const bundleOf = async (forge: Forge, length: number) => {
  const inside = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536)
    crypto.getRandomValues(inside.subarray(at, at + 65_536));
  return { bytes: await forge.sealRaw(inside) };
};
const chunk = 64 * 1024 + 16;
const nonce = 16;

/** Points of so small an order that a signature for one text holds for every text. */
const weakKeys = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "0100000000000000000000000000000000000000000000000000000000000080",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];
const withWeakKey = (hex: string) => async (forge: Forge) => {
  const publicKey = parseHex(hex) ?? new Uint8Array();
  const { box, keys } = forge.session;
  const device = toHex((await bundleCrypto.digest(publicKey)).slice(0, 16));
  const proof = toHex(await bundleCrypto.hmac(keys.enrol, proofMessage(box, publicKey)));
  const payload = payloadOf([forge.noteOf("Kenenkään sanomaa").record]);
  const counts = {
    payloadSha256: toHex(await bundleCrypto.digest(payload)),
    payloadBytes: payload.length,
  };
  const header = { ...forge.header, ...counts, device, proof, publicKey: toBase64Url(publicKey) };
  // The neutral point and the scalar 0: what a key of order 1 has "signed", whatever the text.
  const signature = concatBytes(
    parseHex(weakKeys[0] ?? "") ?? new Uint8Array(),
    new Uint8Array(32),
  );
  return forge.sealClear(
    concatBytes(toUtf8(`${JSON.stringify(header)}\n${toBase64(signature)}\n`), payload),
  );
};

const notForUs = (h: number, what: string, make: Hostile["make"]): Hostile => ({
  h,
  what,
  make,
  answer: "not-for-us",
});

export const ageCases: readonly Hostile[] = [
  ...weakKeys.map(
    (hex, at): Hostile => ({
      h: 16,
      what: `a key that everyone can sign for, ${at + 1}`,
      make: withWeakKey(hex),
      answer: "signature-invalid",
    }),
  ),
  notForUs(18, "a stanza of an unknown kind", withStanzas(stanza("quantum abc"))),
  notForUs(
    18,
    "a thousand stanzas",
    withStanzas(...Array.from({ length: 1_000 }, () => stanza(`X25519 ${line(43)}`))),
  ),
  notForUs(
    18,
    "a stanza of 1.9 MB",
    withStanzas([`-> X ${line(40)}`, ...Array(29_000).fill(line(64)), line(43)]),
  ),
  notForUs(
    18,
    "a stanza with an endless argument",
    withStanzas([`-> X ${line(1_900_000)}`, line(43)]),
  ),
  notForUs(
    18,
    "a passphrase with a work factor of 2^30",
    withStanzas([`-> scrypt ${line(22)} 30`, line(43)]),
  ),
  notForUs(18, "a passphrase alone", ({ bytes }) => {
    const { head, body } = splitAge(bytes);
    return joinAge([head[0] ?? "", `-> scrypt ${line(22)} 30`, line(43), head.at(-1) ?? ""], body);
  }),
  notForUs(19, "the last chunk removed", async (forge) => {
    const { head, body } = await large(forge);
    return joinAge(head, body.slice(0, nonce + 3 * chunk));
  }),
  notForUs(19, "two chunks swapped", async (forge) => {
    const { head, body } = await large(forge);
    const part = (at: number) => body.slice(nonce + at * chunk, nonce + (at + 1) * chunk);
    return joinAge(
      head,
      concatBytes(body.slice(0, nonce), part(1), part(0), body.slice(nonce + 2 * chunk)),
    );
  }),
  notForUs(19, "something behind the end", ({ bytes }) => concatBytes(bytes, toUtf8("x"))),
  notForUs(19, "two envelopes one after the other", ({ bytes }) => concatBytes(bytes, bytes)),
  notForUs(19, "armour", ({ bytes }) =>
    toUtf8(
      `-----BEGIN AGE ENCRYPTED FILE-----\n${toBase64(bytes).replace(/.{64}/g, "$&\n")}\n-----END AGE ENCRYPTED FILE-----\n`,
    ),
  ),
  notForUs(20, "a zip", () => toUtf8("PK\u0003\u0004 and so on")),
  notForUs(20, "a page that logs in to a café's network", () =>
    toUtf8("<!doctype html><p>Kirjaudu verkkoon</p>"),
  ),
  notForUs(20, "a PDF", () => toUtf8("%PDF-1.7\n")),
  ...(
    [
      ["another envelope", (forge) => forge.sealRaw(forge.bytes)],
      ["a zip", (forge) => forge.sealRaw(toUtf8("PK\u0003\u0004 and so on"))],
      ["a page", (forge) => forge.sealRaw(toUtf8("<!doctype html>"))],
      ["nothing", (forge) => forge.sealRaw(new Uint8Array())],
      ["gzip in gzip", (forge) => forge.sealClear(forge.zip(toUtf8("x")))],
    ] as readonly (readonly [string, Hostile["make"]])[]
  ).map(
    ([what, make]): Hostile => ({
      h: 20,
      what: `${what} inside the seal`,
      make,
      answer: "header-invalid",
    }),
  ),
];

export const gzipCases: readonly Hostile[] = [
  {
    h: 21,
    what: "a bomb of 1 GB",
    make: (forge) => forge.sealRaw(bomb(1_000)),
    answer: "inflated-too-large",
  },
  {
    h: 21,
    what: "a bomb of 1,000 bombs",
    make: (forge) => forge.sealRaw(manyBombs(forge)),
    answer: "inflated-too-large",
  },
  {
    h: 21,
    what: "a wrong check sum",
    make: (forge) => forge.sealRaw(damageEnd(forge.zip(payloadOf([])))),
    answer: "inflated-too-large",
  },
  {
    h: 21,
    what: "a stream without an end",
    make: (forge) => forge.sealRaw(forge.zip(new Uint8Array(100_000)).slice(0, -12)),
    answer: "inflated-too-large",
  },
  {
    h: 21,
    what: "gzip that is none behind its first bytes",
    make: (forge) =>
      forge.sealRaw(
        concatBytes(Uint8Array.of(0x1f, 0x8b), crypto.getRandomValues(new Uint8Array(500))),
      ),
    answer: "inflated-too-large",
  },
];

const manyBombs = ({ zip }: Forge): Bytes => {
  const one = zip(new Uint8Array(1_000_000));
  return concatBytes(...Array.from({ length: 1_000 }, () => one));
};
const damageEnd = (zipped: Bytes): Bytes =>
  zipped.map((byte, at) =>
    at >= zipped.length - 8 && at < zipped.length - 4 ? byte ^ 0xff : byte,
  );
