// GUIDs made from names (RFC 9562, version 5): the same name gives the same one in every export, so that an archive sees
// one note in two files as one. SHA-1 is what the version asks for; nothing secret rests on it.
import { concatBytes, parseHex, toHex, toUtf8 } from "./bytes.ts";

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Synchronous, since an export makes a hundred thousand of them. */
export const sha1 = (message: Uint8Array): Uint8Array => {
  const length = ((message.length + 8) >> 6) * 64 + 64;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 0x2000_0000));
  view.setUint32(length - 4, message.length << 3);
  const state: [number, number, number, number, number] = [
    0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0,
  ];
  const words = new Int32Array(80);
  const at = (index: number): number => words[index] ?? 0;
  for (let block = 0; block < length; block += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(block + 4 * i);
    for (let i = 16; i < 80; i += 1) {
      words[i] = rotate(at(i - 3) ^ at(i - 8) ^ at(i - 14) ^ at(i - 16), 1);
    }
    let [a, b, c, d, e] = state;
    for (let i = 0; i < 80; i += 1) {
      const [mixed, constant] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (rotate(a, 5) + mixed + e + constant + at(i)) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
    }
    state[0] = (state[0] + a) | 0;
    state[1] = (state[1] + b) | 0;
    state[2] = (state[2] + c) | 0;
    state[3] = (state[3] + d) | 0;
    state[4] = (state[4] + e) | 0;
  }
  const digest = new DataView(new ArrayBuffer(20));
  for (const [index, word] of state.entries()) digest.setInt32(4 * index, word);
  return new Uint8Array(digest.buffer);
};

/** `space` is a GUID that stands for a kind of names. */
export const guidOf = (space: string, name: string): string => {
  const spaceBytes = parseHex(space.replaceAll("-", ""));
  if (!spaceBytes) throw new Error("not a GUID");
  const bytes = sha1(concatBytes(spaceBytes, toUtf8(name))).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [8, 12, 16, 20].reduceRight(
    (text, cut) => `${text.slice(0, cut)}-${text.slice(cut)}`,
    hex,
  );
};
