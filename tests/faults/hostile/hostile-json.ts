// What may be wrong with the bytes and the JSON of an envelope that is sealed, signed and digested rightly (H1 to H12).
import { concatBytes, toUtf8 } from "../../../src/base/bytes.ts";
import { type Forge, payloadOf } from "./forge.ts";
import { hostileTexts } from "./hostile-texts.ts";
import type { Hostile } from "./the-thirty.ts";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const payload = (text: string) => (forge: Forge) => forge.sealPayload(toUtf8(text));
const noteWith = (change: object) => (forge: Forge) => forge.sealNote(change);
/** The payload's JSON text with one piece of it replaced, as JSON.stringify would never write it. */
const rewritten = (from: string, to: string) => (forge: Forge) => {
  const text = JSON.stringify({ records: [forge.noteOf("Sanottua").record] });
  if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
  return forge.sealPayload(toUtf8(text.replace(from, to)));
};
const text = '"text":"Sanottua"';

export const hostileJson: readonly Hostile[] = [
  ...[
    ["nothing at all", () => new Uint8Array()],
    ["one byte", () => Uint8Array.of(0x61)],
    ["the first line of age alone", () => toUtf8("age-encryption.org/v1\n")],
  ].map(([what, make]) => ({ h: 1, what, make, answer: "not-for-us" }) as Hostile),
  {
    h: 1,
    what: "a header without a payload",
    make: (forge) => forge.sealClear(toUtf8(`${JSON.stringify(forge.header)}\n`)),
    answer: "header-invalid",
  },
  {
    h: 2,
    what: "one byte more than any door takes",
    make: () => new Uint8Array(2 * 1024 * 1024 + 1),
    answer: "too-large",
  },
  {
    h: 3,
    what: "200,000 levels in the payload",
    make: payload(`{"records":[${nested(200_000)}]}`),
    answer: "too-deep",
  },
  {
    h: 3,
    what: "1,900 levels in the header",
    make: (forge) =>
      forge.sealLine(
        toUtf8(`{"format":"kuuluu-bundle","version":1,"box":${nested(1_900)}}`),
        toUtf8("{}"),
      ),
    answer: "header-invalid",
  },
  {
    h: 4,
    what: "500,000 keys in one object",
    make: payload(
      `{"records":[{${Array.from({ length: 500_000 }, (_, at) => `"k${at}":1`).join(",")}}]}`,
    ),
    answer: "hostile-keys",
  },
  {
    h: 5,
    what: "a text of 50 MB",
    make: (forge) => forge.sealClear(new Uint8Array(50_000_000).fill(0x61)),
    answer: "inflated-too-large",
  },
  {
    h: 5,
    what: "a text of 15 MB",
    make: noteWith({ text: "a".repeat(15_000_000) }),
    answer: "record-invalid",
  },
  {
    h: 5,
    what: "a million empty notes",
    make: (forge) => forge.sealPayload(toUtf8(`{"records":[${"{},".repeat(999_999)}{}]}`), 100_000),
    answer: "record-invalid",
  },
  ...Object.entries(hostileTexts).map(
    ([what, value]): Hostile => ({
      h: 22,
      what: `a note that is ${what}`,
      make: noteWith({ text: value }),
      answer: "kept",
    }),
  ),
  {
    h: 6,
    what: "an id that is not lower case",
    make: noteWith({ noteId: "AB".repeat(16) }),
    answer: "record-invalid",
  },
  {
    h: 6,
    what: "an id of full-width digits",
    make: noteWith({ noteId: "\uFF11".repeat(32) }),
    answer: "record-invalid",
  },
  {
    h: 7,
    what: "bytes that are no UTF-8",
    make: (forge) =>
      forge.sealPayload(
        concatBytes(toUtf8('{"records":["'), Uint8Array.of(0xc3, 0x28), toUtf8('"]}')),
      ),
    answer: "not-utf8",
  },
  {
    h: 7,
    what: "a byte-order mark",
    make: payload(`\uFEFF{"records":[{}]}`),
    answer: "json-invalid",
  },
  {
    h: 7,
    what: "UTF-16",
    make: (forge) => forge.sealPayload(new Uint8Array(Buffer.from('{"records":[{}]}', "utf16le"))),
    answer: "json-invalid",
  },
  {
    h: 7,
    what: "a lone surrogate",
    make: rewritten(text, '"text":"a\\ud800b"'),
    answer: "record-invalid",
  },
  { h: 7, what: "a NUL", make: rewritten(text, '"text":"a\\u0000b"'), answer: "record-invalid" },
  {
    h: 7,
    what: "a bare control character",
    make: rewritten(text, '"text":"a\u0001b"'),
    answer: "json-invalid",
  },
  ...["__proto__", "constructor", "prototype"].flatMap((key): Hostile[] => [
    {
      h: 8,
      what: `${key} beside the records`,
      make: payload(`{"${key}":{"polluted":1},"records":[{}]}`),
      answer: "hostile-keys",
    },
    {
      h: 8,
      what: `${key} in a record`,
      make: rewritten(text, `${text},"${key}":{"polluted":1}`),
      answer: "hostile-keys",
    },
    {
      h: 8,
      what: `${key} deeper`,
      make: rewritten(
        '"kinds":[]',
        `"kinds":[],"agreement":{"agree":1,"disagree":0,"${key}":{"polluted":1}}`,
      ),
      answer: "hostile-keys",
    },
    {
      h: 8,
      what: `${key} in the header`,
      make: (forge) =>
        forge.sealLine(
          toUtf8(`{"${key}":{"polluted":1},${JSON.stringify(forge.header).slice(1)}`),
          payloadOf([]),
        ),
      answer: "header-invalid",
    },
    {
      h: 8,
      what: `${key} behind an escape`,
      make: rewritten(text, `${text},"\\u005f${key.slice(1)}":1`),
      answer: "hostile-keys",
    },
    { h: 9, what: `${key} as an id`, make: noteWith({ noteId: key }), answer: "record-invalid" },
    {
      h: 9,
      what: `${key} as a tag`,
      make: noteWith({ dimensions: [key] }),
      answer: key.startsWith("__") ? "record-invalid" : "kept",
    },
    { h: 9, what: `${key} as a language`, make: noteWith({ lang: key }), answer: "record-invalid" },
    { h: 9, what: `${key} as a kind`, make: noteWith({ kind: key }), answer: "record-invalid" },
  ]),
  ...["then", "toJSON", "length", "hasOwnProperty", "toString", "valueOf"].flatMap(
    (key): Hostile[] => [
      {
        h: 10,
        what: `a field named ${key}`,
        make: noteWith({ [key]: "x" }),
        answer: "record-invalid",
      },
      {
        h: 10,
        what: `${key} beside the records`,
        make: payload(`{"records":[{}],"${key}":"x"}`),
        answer: "record-invalid",
      },
    ],
  ),
  {
    h: 11,
    what: "a key twice in the header",
    make: (forge) =>
      forge.sealLine(toUtf8(`{"seq":7,${JSON.stringify(forge.header).slice(1)}`), payloadOf([])),
    answer: "header-invalid",
  },
  {
    h: 11,
    what: "a key twice in a record",
    make: rewritten(text, `${text},"text":"Muuta"`),
    answer: "hostile-keys",
  },
  {
    h: 11,
    what: "records twice",
    make: payload('{"records":[{}],"records":[{}]}'),
    answer: "hostile-keys",
  },
  {
    h: 12,
    what: "1e999 for a count",
    make: rewritten('"kinds":[]', '"kinds":[],"agreement":{"agree":1e999,"disagree":0}'),
    answer: "record-invalid",
  },
  {
    h: 12,
    what: "-0 for a count",
    make: rewritten('"kinds":[]', '"kinds":[],"agreement":{"agree":-0,"disagree":0}'),
    answer: "kept",
  },
  {
    h: 12,
    what: "2^53 + 1 for a count",
    make: rewritten('"kinds":[]', '"kinds":[],"agreement":{"agree":9007199254740993,"disagree":0}'),
    answer: "record-invalid",
  },
  { h: 12, what: "NaN", make: payload('{"records":[NaN]}'), answer: "json-invalid" },
  {
    h: 12,
    what: "a number as text",
    make: noteWith({ agreement: { agree: "1", disagree: 0 } }),
    answer: "record-invalid",
  },
  ...[
    "-000001-01-01T00:00:00.000Z",
    "275761-01-01T00:00:00.000Z",
    "2026-13-45T99:99:99.999Z",
    "2026-02-30T12:00:00.000Z",
    "2026-11-24T24:00:00.000Z",
  ].flatMap((time): Hostile[] => [
    {
      h: 12,
      what: `begun at ${time}`,
      make: noteWith({ begunAt: time }),
      answer: "record-invalid",
    },
    {
      h: 12,
      what: `stamped ${time}`,
      make: noteWith({ stamp: `${time}-0000-aaaaaaaa` }),
      answer: "record-invalid",
    },
  ]),
];
