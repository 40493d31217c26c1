import fc from "fast-check";
import { expect, test } from "vitest";
import { parseUtf8 } from "../../src/base/bytes.ts";
import {
  loadScreenCodes,
  type QrModules,
  readQr,
  screenCodes,
  toQrPath,
} from "../../src/sync/qr-code.ts";
import { createChance } from "../faults/random.ts";

/** Draws the path as a camera would see it: black rectangles on white, some pixels per module. */
const draw = (path: string, size: number, scale = 4) => {
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < Number(run) * scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { data, width, height: width };
};

test("is read back as the text it was made of", async () => {
  const link = fc.base64String({ minLength: 1, maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(link, async (text) => {
      const qr = await toQrPath(`https://example.fi/#/join/${text}`);
      const read = qr && (await readQr(draw(qr.path, qr.size)));
      expect(read && parseUtf8(read)).toBe(`https://example.fi/#/join/${text}`);
    }),
    { numRuns: 15 },
  );
}, 60_000);

/** As on a screen: so many pixels a module. */
const paint = (modules: QrModules, scale = 4) => {
  const width = modules.length * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let at = 0; at < width * width; at += 1) {
    const isDark = modules[Math.floor(at / width / scale)]?.[Math.floor((at % width) / scale)];
    if (isDark) data.fill(0, at * 4, at * 4 + 3);
  }
  return { data, width, height: width };
};

test("carries bytes of every value as they are, up to what the code is said to hold", async () => {
  const draw = await loadScreenCodes();
  for (const code of ["fine", "coarse"] as const) {
    const { bytes, version } = screenCodes[code];
    const ramp = Uint8Array.from({ length: bytes }, (_, at) => at);
    for (const content of [ramp, createChance(1).bytes(bytes), new Uint8Array(40)]) {
      const modules = draw(content, code);
      expect(modules).toHaveLength(17 + 4 * version + 8);
      expect(await readQr(paint(modules))).toEqual(content);
    }
    expect(() => draw(new Uint8Array(bytes + 1), code)).toThrow();
  }
});

test("keeps the quiet zone of four modules", async () => {
  const qr = await toQrPath("x");
  expect(qr?.size).toBe(21 + 8);
  expect(qr?.path).toMatch(/^M4 4h7v1h-7z/);
  expect(qr?.path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
});

test("says so when a text is too long for any QR code", async () => {
  expect(await toQrPath("x".repeat(5_000))).toBeUndefined();
});

test("finds nothing in a picture without a code", async () => {
  const data = new Uint8ClampedArray(100 * 100 * 4).fill(200);
  expect(await readQr({ data, width: 100, height: 100 })).toBeUndefined();
});
