// The thirty hostile inputs (reliability.md §5.5) that are envelopes, each with the one answer it must get. What never
// becomes an envelope (files, requests, card links) stands in files of its own beside this one.

import type { Bytes } from "../../../src/base/bytes.ts";
import { concatBytes, parseHex, toBase64, toUtf8 } from "../../../src/base/bytes.ts";
import type { ReceiveError } from "../../../src/sync/receive.ts";
import { type Forge, payloadOf } from "./forge.ts";
import { hostileJson } from "./hostile-json.ts";
import { ageCases, gzipCases } from "./hostile-seals.ts";

export type Hostile = {
  /** Its number in the list. */
  readonly h: number;
  readonly what: string;
  readonly make: (forge: Forge) => Bytes | Promise<Bytes>;
  /** `kept`: odd, but nothing that may be refused; it is taken in to the letter. */
  readonly answer: ReceiveError["type"] | "kept";
};

const noteWith = (change: object) => (forge: Forge) => forge.sealNote(change);
const withHeader = (change: object) => (forge: Forge) => forge.sealHeader(change);

export const theThirty: readonly Hostile[] = [
  ...hostileJson,
  {
    h: 13,
    what: "a header of another box",
    make: withHeader({ box: "0f".repeat(16) }),
    answer: "card-unknown",
  },
  {
    h: 13,
    what: "a header for other recipients",
    make: withHeader({ recipients: ["00000000"] }),
    answer: "not-for-us",
  },
  {
    h: 14,
    what: "another digest of the payload",
    make: withHeader({ payloadSha256: "0".repeat(64) }),
    answer: "payload-mismatch",
  },
  {
    h: 14,
    what: "another length of the payload",
    make: withHeader({ payloadBytes: 3 }),
    answer: "payload-mismatch",
  },
  {
    h: 14,
    what: "another count of records",
    make: withHeader({ records: 2 }),
    answer: "payload-mismatch",
  },
  {
    h: 15,
    what: "a place in the chain of 2^53",
    make: withHeader({ seq: 2 ** 53 }),
    answer: "header-invalid",
  },
  {
    h: 15,
    what: "a place in the chain of nought",
    make: withHeader({ seq: 0 }),
    answer: "header-invalid",
  },
  {
    h: 15,
    what: "a second bundle in a place already taken",
    make: (forge) => forge.sealNote({ text: "Toinen samalla numerolla" }),
    answer: "kept",
  },
  {
    h: 15,
    what: "a gap in the chain",
    make: withHeader({ seq: 900, previous: "0".repeat(64) }),
    answer: "kept",
  },
  {
    h: 16,
    what: "a signature of 63 bytes",
    make: (forge) =>
      forge.sealClear(
        concatBytes(
          toUtf8(`${JSON.stringify(forge.header)}\n${toBase64(new Uint8Array(63))}\n`),
          payloadOf([]),
        ),
      ),
    answer: "header-invalid",
  },
  {
    h: 16,
    what: "a signature of 65 bytes",
    make: (forge) =>
      forge.sealClear(
        concatBytes(
          toUtf8(`${JSON.stringify(forge.header)}\n${toBase64(new Uint8Array(65))}\n`),
          payloadOf([]),
        ),
      ),
    answer: "header-invalid",
  },
  {
    h: 16,
    what: "a signature of noughts",
    make: (forge) =>
      forge.sealLine(toUtf8(JSON.stringify(forge.header)), payloadOf([]), {
        sign: async () => new Uint8Array(64),
      }),
    answer: "signature-invalid",
  },
  {
    h: 16,
    what: "a signature beyond the group's order",
    make: (forge) =>
      forge.sealLine(toUtf8(JSON.stringify(forge.header)), payloadOf([]), {
        sign: async (bytes) => addOrder(await forge.session.signer.sign(bytes)),
      }),
    answer: "signature-invalid",
  },
  {
    h: 17,
    what: "no signature",
    make: (forge) =>
      forge.sealClear(concatBytes(toUtf8(`${JSON.stringify(forge.header)}\n\n`), payloadOf([]))),
    answer: "header-invalid",
  },
  {
    h: 17,
    what: "a device that nobody vouches for",
    make: withHeader({ proof: "0".repeat(64) }),
    answer: "proof-invalid",
  },
  {
    h: 17,
    what: "a device under another's name",
    make: withHeader({ device: "0".repeat(32) }),
    answer: "header-invalid",
  },
  ...ageCases,
  ...gzipCases,
  {
    h: 23,
    what: "a tag that is markup",
    make: noteWith({ topics: ["<b>T1</b>"] }),
    answer: "record-invalid",
  },
  {
    h: 23,
    what: "a tag of 5,000 characters",
    make: noteWith({ topics: ["T".repeat(5_000)] }),
    answer: "record-invalid",
  },
  {
    h: 23,
    what: "a tag with a Turkish İ",
    make: noteWith({ topics: ["\u0130", "i"] }),
    answer: "record-invalid",
  },
  {
    h: 23,
    what: "a tag written from the right",
    make: noteWith({ topics: ["\u202ET1"] }),
    answer: "record-invalid",
  },
  {
    h: 26,
    what: "a later format",
    make: withHeader({ version: 2, more: true }),
    answer: "newer-version",
  },
  { h: 26, what: "a format of nought", make: withHeader({ version: 0 }), answer: "header-invalid" },
  {
    h: 26,
    what: "a field that nobody knows",
    make: noteWith({ mood: "hyvä" }),
    answer: "record-invalid",
  },
  {
    h: 26,
    what: "a field of another type",
    make: noteWith({ star: "true" }),
    answer: "record-invalid",
  },
  {
    h: 26,
    what: "a field that is missing",
    make: noteWith({ lang: undefined }),
    answer: "record-invalid",
  },
  { h: 26, what: "a later kind", make: noteWith({ kind: "note/2" }), answer: "record-newer" },
  {
    h: 27,
    what: "a parent that nobody has",
    make: noteWith({ parents: ["0".repeat(64)] }),
    answer: "kept",
  },
  {
    h: 27,
    what: "65 parents",
    make: noteWith({ parents: Array(65).fill("0".repeat(64)) }),
    answer: "record-invalid",
  },
  {
    h: 27,
    what: "an id that it carries itself",
    make: noteWith({ id: "0".repeat(64) }),
    answer: "record-invalid",
  },
  {
    h: 28,
    what: "a release in the session's own box",
    make: noteWith({ kind: "release/1" }),
    answer: "record-invalid",
  },
  {
    h: 28,
    what: "a role that nobody has",
    make: (forge) => forge.sealNote({ author: { device: forge.header.device, role: "admin" } }),
    answer: "record-invalid",
  },
  {
    h: 28,
    what: "a verdict inside a note",
    make: noteWith({ verdict: "approved" }),
    answer: "record-invalid",
  },
  {
    h: 28,
    what: "a record of another box",
    make: noteWith({ box: "0f".repeat(16) }),
    answer: "record-invalid",
  },
  {
    h: 29,
    what: "a stamp ten years ahead",
    make: noteWith({ stamp: "2036-11-24T16:00:00.000Z-ffff-aaaaaaaa" }),
    answer: "kept",
  },
  {
    h: 30,
    what: "a megabyte of digits",
    make: noteWith({ text: "1".repeat(1_000_000) }),
    answer: "record-invalid",
  },
];

/** The same signature with the group's order added to its scalar: equal by arithmetic, and no longer the one form. */
const addOrder = (signature: Bytes): Bytes => {
  const order = parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  const sum = signature.slice();
  let carry = 0;
  order?.forEach((byte, at) => {
    const total = (sum[32 + at] ?? 0) + byte + carry;
    sum[32 + at] = total & 0xff;
    carry = total >> 8;
  });
  return sum;
};
