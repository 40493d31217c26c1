import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { concatBytes, toUtf8 } from "../../src/base/bytes.ts";
import { BoxId, Digest } from "../../src/domain/schema.ts";
import {
  makeHandOverFile,
  maxHandOverBytes,
  readHandOverFile,
} from "../../src/sync/hand-over-file.ts";
import { bundleCrypto } from "../fixtures/circle.ts";

const box = BoxId.parse("ab".repeat(16));
const { digest } = bundleCrypto;
const read = (bytes: Uint8Array) => readHandOverFile(Uint8Array.from(bytes), digest);
const errorOf = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  return answer.ok ? "opened" : answer.error.type;
};
const entryOf = async (content: Uint8Array) => {
  const bytes = Uint8Array.from(content);
  const name = Buffer.from(await digest(bytes)).toString("hex");
  return { box, digest: Digest.parse(name), bytes };
};
const three = await Promise.all(["one", "two", "three"].map((text) => entryOf(toUtf8(text))));
const file = makeHandOverFile(three);

test("gives back what was put in, sorted, for any envelopes", async () => {
  const contents = fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 60 }), {
    selector: String,
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(contents, async (list) => {
      const entries = await Promise.all(list.map(entryOf));
      const sorted = entries.toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
      expect(await read(makeHandOverFile(entries))).toEqual({ ok: true, value: sorted });
    }),
    { numRuns: 40 },
  );
});

test("is the same file in any order and however often an envelope is named", () => {
  expect(makeHandOverFile([...three, ...three].reverse())).toEqual(file);
});

test("is a plain zip of envelopes", () => {
  const names = three.map((entry) => `${entry.box}/${entry.digest}`).sort();
  expect(Object.keys(unzipSync(file))).toEqual(names);
});

test("refuses every truncation", async () => {
  for (let length = 0; length < file.length; length += 1) {
    expect(await errorOf(file.slice(0, length)), `${length} bytes`).not.toBe("opened");
  }
  expect(await errorOf(file.slice(0, -1))).toBe("file-damaged");
});

test("never gives an envelope that does not match its name, whichever bit is flipped", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length * 8 - 1), async (bit) => {
      const damaged = file.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const answer = await read(damaged);
      // A bit of a date or of a check sum that nobody reads may flip; an envelope may not.
      for (const entry of answer.ok ? answer.value : []) {
        expect(three.map((one) => one.digest)).toContain(entry.digest);
        expect((await entryOf(entry.bytes)).digest).toBe(entry.digest);
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["file-empty", new Uint8Array()],
  ["file-empty", zipSync({})],
  ["file-foreign", toUtf8("%PDF-1.7")],
  ["file-foreign", zipSync({ "word/document.xml": strToU8("<w:document/>") })],
  ["file-foreign", zipSync({ [`${box}/../${"0".repeat(64)}`]: strToU8("x") })],
  ["file-foreign", zipSync({ [`${box}/${"0".repeat(64)}/`]: strToU8("x") })],
  ["file-foreign", zipSync({ [`${box}/${"0".repeat(64)}.age`]: strToU8("x") })],
  ["file-damaged", zipSync({ [`${box}/${"0".repeat(64)}`]: [strToU8("x"), { level: 0 }] })],
])("answers %s to foreign file %#", async (expected, bytes) => {
  expect(await errorOf(bytes)).toBe(expected);
});

test("refuses deflated entries: what does not inflate is no bomb", async () => {
  const bomb = zipSync({ [`${box}/${"0".repeat(64)}`]: new Uint8Array(10_000_000) });
  expect(await errorOf(bomb)).toBe("file-foreign");
});

test("refuses a file, an entry and a number of entries beyond the limits", async () => {
  expect(await errorOf(new Uint8Array(maxHandOverBytes + 1))).toBe("file-too-large");
  const large = new Uint8Array(2 * 1024 * 1024 + 1);
  expect(await errorOf(zipSync({ [`${box}/${"0".repeat(64)}`]: [large, { level: 0 }] }))).toBe(
    "file-too-large",
  );
  const many: Parameters<typeof zipSync>[0] = {};
  for (let at = 0; at < 5_001; at += 1) {
    many[`${box}/${at.toString(16).padStart(64, "0")}`] = [new Uint8Array(), { level: 0 }];
  }
  expect(await errorOf(zipSync(many))).toBe("file-too-large");
});

test("ends at once on a file that claims four billion entries", async () => {
  // Zip64 end records whose count is made up.
  const end64 = new Uint8Array(56);
  new DataView(end64.buffer).setUint32(0, 0x06064b50, true);
  new DataView(end64.buffer).setUint32(32, 0xffffffff, true);
  const locator = new Uint8Array(20);
  new DataView(locator.buffer).setUint32(0, 0x07064b50, true);
  new DataView(locator.buffer).setUint32(8, 4, true);
  const end = new Uint8Array(22);
  new DataView(end.buffer).setUint32(0, 0x06054b50, true);
  new DataView(end.buffer).setUint16(8, 0xffff, true);
  const claim = concatBytes(toUtf8("PK\u0003\u0004"), end64, locator, end);
  expect(await errorOf(claim)).toBe("file-foreign");
});
