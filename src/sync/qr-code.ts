// Texts to QR pictures and back. Both libraries are fetched at the first use.

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

/** The text of the first QR code in a picture (RGBA), or undefined: the camera's next frame may have it. */
export const readQr = async (image: {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}): Promise<string | undefined> => {
  const { decodeQR } = await import("qr/decode.js");
  try {
    return decodeQR(image);
  } catch {
    return undefined; // It throws wherever it finds none.
  }
};

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
