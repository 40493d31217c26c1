// Texts and bytes to QR pictures and back. Both libraries are fetched at the first use.
import type { Bytes } from "../base/bytes.ts";

export type QrPath = {
  /** SVG path data, one unit per module, the quiet zone of four modules included in `size`. */
  readonly path: string;
  readonly size: number;
};

const quietZone = 4;

/** Undefined for a text that no QR code can hold. */
export const toQrPath = async (text: string): Promise<QrPath | undefined> => {
  const { encode } = await import("uqr");
  try {
    // Medium: a card is folded, stained and photographed in bad light.
    const { data, size } = encode(text, { ecc: "M", border: quietZone });
    return { path: data.map(toRowPath).join(""), size };
  } catch {
    return undefined; // Its only failure is a text that is too long.
  }
};

/**
 * Codes for a screen that a camera reads, and what each holds in byte mode at error correction L. Tried with pictures of
 * 1280 × 720, noisy, askew and more or less blurred, the code three quarters of their height: version 15 came through
 * in 23 of 24, version 20 in 13, version 25 in 5; a soft picture of 640 × 480 needs fewer modules yet. Level M carries a
 * fifth less and came through no oftener, for what fails is finding the modules at all, not a few of them.
 */
export const screenCodes = {
  fine: { version: 15, bytes: 520 },
  coarse: { version: 10, bytes: 271 },
} as const;
export type ScreenCode = keyof typeof screenCodes;

/** Rows of modules, true for dark, the quiet zone included. */
export type QrModules = readonly (readonly boolean[])[];

/** Answers how to draw bytes as a code; a frame that is too long throws, for its maker knows what a code holds. */
export const loadScreenCodes = async (): Promise<
  (bytes: Uint8Array, code: ScreenCode) => QrModules
> => {
  const { encode } = await import("uqr");
  return (bytes, code) => {
    const { version } = screenCodes[code];
    // One mask for all: sealed bytes look like chance under any, and choosing takes eight times as long.
    const mask = { maskPattern: 0, border: quietZone };
    return encode([...bytes], { ecc: "L", minVersion: version, maxVersion: version, ...mask }).data;
  };
};

/** What the first QR code in a picture (RGBA) holds, or undefined: the camera's next frame may have it. */
export const readQr = async (image: {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}): Promise<Bytes | undefined> => {
  const { decodeQR } = await import("qr/decode.js");
  try {
    const text = decodeQR(image, { textDecoder: toByteText });
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return undefined; // It throws wherever it finds none.
  }
};

// A character a byte, so that frames come through the library's texts as they are, and UTF-8 undecoded.
const toByteText = (bytes: Uint8Array): string =>
  bytes.reduce((text, byte) => text + String.fromCharCode(byte), "");

// Runs of dark modules as rectangles: fewer and free of hairlines between modules.
const toRowPath = (row: readonly boolean[], y: number): string => {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    const start = x;
    while (row[x]) x += 1;
    if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
  }
  return path;
};
