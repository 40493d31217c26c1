// Files that are no hand-over file, or are one with something odd in it: every one refused whole, by its type.
import { constants, deflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, afterEach, expect, test } from "vitest";
import { type Bytes, concatBytes, toUtf8 } from "../../../src/base/bytes.ts";
import { digestBytes } from "../../../src/crypto/bundle-crypto.ts";
import { BoxId } from "../../../src/domain/schema.ts";
import { makeHandOverFile, readHandOverFile } from "../../../src/sync/hand-over-file.ts";
import { createHubWorld, fileOf, tryFiles } from "../../fixtures/intake-world.ts";
import { tell } from "../figures.ts";
import { digestOf } from "./doors.ts";
import { checkPrototypes } from "./prototypes.ts";

afterEach(checkPrototypes);

const box = BoxId.parse("5e".repeat(16));
const sealed = toUtf8("age-encryption.org/v1\n…");
const name = `${box}/${digestOf(sealed)}`;
const good = makeHandOverFile([{ box, digest: digestOf(sealed), bytes: sealed }]);

const zipOf = (names: readonly string[], level: 0 | 6 = 0): Bytes =>
  new Uint8Array(zipSync(Object.fromEntries(names.map((each) => [each, [sealed, { level }]]))));
/** Overwrites little-endian numbers where the zip's directory claims something. */
const claim = (at: (view: DataView, directory: number, end: number) => void): Bytes => {
  const bytes = good.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  at(view, view.getUint32(end + 16, true), end);
  return bytes;
};
const bigEntry = (): Bytes => {
  const large = new Uint8Array(2 * 1024 * 1024 + 1);
  return makeHandOverFile([{ box, digest: digestOf(large), bytes: large }]);
};
const zipBomb = (): Bytes => {
  const block = deflateRawSync(new Uint8Array(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const large = concatBytes(...Array<Uint8Array>(100).fill(block));
  return new Uint8Array(zipSync({ [name]: [large, { level: 9 }] }));
};

const files: readonly (readonly [what: string, expected: string, make: () => Bytes])[] = [
  ["H1 nothing at all", "file-empty", () => new Uint8Array()],
  ["H1 one byte", "file-foreign", () => Uint8Array.of(0x50)],
  ["H1 an envelope without its zip", "file-foreign", () => sealed],
  ["H1 a zip of nothing", "file-empty", () => new Uint8Array(zipSync({}))],
  ["H2 more than any stick should carry", "file-too-large", () => new Uint8Array(64 * 2 ** 20 + 1)],
  ["H2 an entry larger than any envelope", "file-too-large", bigEntry],
  [
    "H4 six thousand entries",
    "file-too-large",
    () =>
      zipOf(
        Array.from({ length: 6_000 }, (_, at) => `${box}/${at.toString(16).padStart(64, "0")}`),
      ),
  ],
  ["H14 an entry under another digest", "file-damaged", () => zipOf([`${box}/${"0".repeat(64)}`])],
  [
    "H14 a length that lies",
    "file-too-large",
    () =>
      claim((view, at) => {
        view.setUint32(at + 20, 0x7fffffff, true);
        view.setUint32(at + 24, 0x7fffffff, true);
      }),
  ],
  [
    "H14 two lengths that differ",
    "file-foreign",
    () => claim((view, at) => view.setUint32(at + 24, 5, true)),
  ],
  [
    "H14 a count that lies",
    "file-foreign",
    () =>
      claim((view, _, end) => {
        view.setUint16(end + 8, 0xffff, true);
        view.setUint16(end + 10, 0xffff, true);
      }),
  ],
  [
    "H14 a directory beyond the end",
    "file-foreign",
    () => claim((view, _, end) => view.setUint32(end + 16, 0xfffffff0, true)),
  ],
  [
    "H14 a directory that begins in itself",
    "file-foreign",
    () => claim((view, _, end) => view.setUint32(end + 16, end, true)),
  ],
  ["H14 one entry cut off", "file-damaged", () => good.slice(0, -30)],
  [
    "H20 a page that calls itself a hand-over file",
    "file-foreign",
    () => toUtf8("<!doctype html><p>Kirjaudu"),
  ],
  ["H20 a picture", "file-foreign", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  [
    "H20 a document, which is a zip too",
    "file-foreign",
    () => zipOf(["[Content_Types].xml", "word/document.xml"]),
  ],
  ["H21 a bomb", "file-foreign", zipBomb],
  ["H21 an entry that is packed", "file-foreign", () => zipOf([name], 6)],
  ...[
    "../../etc/passwd",
    "CON",
    `${box}/../${digestOf(sealed)}`,
    `a\0${name}`,
    `${name}/`,
    `\u202E${name}`,
    `${box}\\${digestOf(sealed)}`,
    "x".repeat(300),
    `__proto__/${digestOf(sealed)}`,
  ].map(
    (entry) =>
      [
        `H25 an entry named ${JSON.stringify(entry.slice(0, 40))}`,
        "file-foreign",
        () => zipOf([entry]),
      ] as const,
  ),
  ["H25 a good entry beside a bad one", "file-foreign", () => zipOf([name, "../x"])],
];
afterAll(() => tell("hostile", "files that are no hand-over file", files.length));

test.each(files)("%s is refused as %s", async (_, expected, make) => {
  expect(await readHandOverFile(make(), digestBytes)).toEqual({
    ok: false,
    error: { type: expected },
  });
});

test("refuses every truncation and every changed byte of a hand-over file, and says nothing else", async () => {
  for (let at = 0; at < good.length; at += 1) {
    const cut = await readHandOverFile(good.slice(0, at), digestBytes);
    expect([at, cut.ok]).toEqual([at, false]);
    const changed = await readHandOverFile(
      good.map((byte, place) => (place === at ? byte ^ 0x55 : byte)),
      digestBytes,
    );
    // A date or a mode may differ: what counts is that nothing else than the envelope ever comes out.
    if (changed.ok) expect(changed.value.map(({ digest }) => digest)).toEqual([digestOf(sealed)]);
  }
});

test("the desk reads no file that says it is too large, and lets no file's name hold up another", async () => {
  const { model, desk } = await createHubWorld();
  const sparse = {
    name: "../../x\u202Egpj.kuuluu",
    size: 2 * 2 ** 30,
    read: () => Promise.reject(new Error("it was read")),
  };
  const gone = {
    name: "a\0",
    size: 5,
    read: () => Promise.reject(new DOMException("", "NotReadableError")),
  };
  const dryRun = await tryFiles(
    model,
    sparse,
    gone,
    fileOf("CON", toUtf8("x")),
    fileOf("x".repeat(300), good),
  );
  expect(dryRun.bringsAnything).toBe(false);
  const before = await desk.records.readAll();
  await model.importAll();
  expect(await desk.records.readAll()).toEqual(before);
});
