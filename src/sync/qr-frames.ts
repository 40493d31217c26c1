// A payload as a row of QR frames, and back. The payload is the hand-over file as it is, so what comes out of the last
// frame goes the way of a chosen file. A frame vouches for nothing: the digest of the whole does, and then each envelope.
import { type Bytes, concatBytes, toHex } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import {
  createFountain,
  createFountainDecoder,
  type FountainDecoder,
  type FountainShape,
  isPossible,
  maxFountainBytes,
} from "./fountain.ts";
import type { BundleCrypto } from "./ports.ts";

/**
 * Frame, version 1, numbers big-endian:
 *
 * | bytes | what |
 * | --- | --- |
 * | 2 | "KQ" |
 * | 1 | version, 1 |
 * | 16 | the first half of the payload's SHA-256: which transfer this is, and the check of the whole |
 * | 3 | length of the payload |
 * | 3 | number of the symbol |
 * | 4 … | the symbol; all of one transfer are of one length |
 * | last 4 | CRC-32 of everything before |
 *
 * It lies in the QR code as one byte segment. Base 45 in the alphanumeric mode (RFC 9285) carries 3 % less in the same
 * code, and both libraries carry bytes faithfully (measured; a test holds them to it).
 */
const mark = [0x4b, 0x51];
const version = 1;
const idBytes = 16;
const headBytes = 2 + 1 + idBytes + 3 + 3;
const checkBytes = 4;
const maxNumber = 2 ** 24 - 1;

export const frameOverhead = headBytes + checkBytes;
export const maxQrBytes = maxFountainBytes;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crc32 = (bytes: Uint8Array): number => {
  let crc = -1;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
};

const toBigEndian = (value: number, bytes: number): Bytes =>
  Uint8Array.from({ length: bytes }, (_, at) => value / 256 ** (bytes - 1 - at));
const fromBigEndian = (bytes: Uint8Array): number =>
  bytes.reduce((value, byte) => value * 256 + byte, 0);

export interface FrameSource {
  /** As many frames as the receiver needs, give or take two. */
  readonly blocks: number;
  /** Any number from 0 on; later ones serve as well as earlier ones, so it goes on until the receiver has enough. */
  readonly frame: (number: number) => Bytes;
}

export type TooLargeForQr = { readonly type: "qr-too-large" };

/** `frameBytes`: what one code holds. */
export const createFrameSource = async (
  payload: Bytes,
  frameBytes: number,
  digest: BundleCrypto["digest"],
): Promise<Result<FrameSource, TooLargeForQr>> => {
  const blockBytes = frameBytes - frameOverhead;
  if (!isPossible({ payloadBytes: payload.length, blockBytes })) {
    return failed({ type: "qr-too-large" });
  }
  const { blocks, symbol } = createFountain(payload, blockBytes);
  const id = (await digest(payload)).subarray(0, idBytes);
  const head = concatBytes(Uint8Array.of(...mark, version), id, toBigEndian(payload.length, 3));
  return ok({
    blocks,
    frame: (number) => {
      const wrapped = number % (maxNumber + 1);
      const body = concatBytes(head, toBigEndian(wrapped, 3), symbol(wrapped));
      return concatBytes(body, toBigEndian(crc32(body), checkBytes));
    },
  });
};

type Frame = FountainShape & {
  readonly id: string;
  readonly number: number;
  readonly symbol: Uint8Array;
};

const parseFrame = (bytes: Uint8Array): Frame | "newer" | undefined => {
  if (bytes.length <= frameOverhead || mark.some((byte, at) => bytes[at] !== byte))
    return undefined;
  const body = bytes.subarray(0, -checkBytes);
  if (crc32(body) !== fromBigEndian(bytes.subarray(-checkBytes))) return undefined;
  if (bytes[2] !== version) return "newer";
  const symbol = body.slice(headBytes);
  const shape = {
    payloadBytes: fromBigEndian(body.subarray(3 + idBytes, 6 + idBytes)),
    blockBytes: symbol.length,
  };
  if (!isPossible(shape)) return undefined;
  const number = fromBigEndian(body.subarray(6 + idBytes, headBytes));
  return { ...shape, id: toHex(body.subarray(3, 3 + idBytes)), number, symbol };
};

/** What one look at a code came to. */
export type Collected =
  /** Some other code, or a frame that was misread. */
  | { readonly type: "foreign" }
  /** A frame of a newer app. */
  | { readonly type: "frame-newer" }
  | { readonly type: "part"; readonly known: number; readonly needed: number }
  | { readonly type: "whole"; readonly bytes: Bytes }
  /** All is there and is not what the first frame said it would be: everything of it is let go, and it begins again. */
  | { readonly type: "frames-mismatch" };

export interface FrameCollector {
  /** One call at a time. */
  readonly add: (code: Uint8Array) => Promise<Collected>;
}

/** Two senders in one picture and one that was given up; more than that is nobody's honest table. */
const maxTransfers = 3;

export const createFrameCollector = (digest: BundleCrypto["digest"]): FrameCollector => {
  const transfers = new Map<string, FountainDecoder>();

  /** Of too many the one that has come least far goes: a flood of begun ones does not wash away the one under way. */
  const makeRoom = () => {
    if (transfers.size < maxTransfers) return;
    const [least] = [...transfers].toSorted(([, a], [, b]) => a.known() - b.known());
    if (least) transfers.delete(least[0]);
  };

  return {
    add: async (code) => {
      const frame = parseFrame(code);
      if (!frame) return { type: "foreign" };
      if (frame === "newer") return { type: "frame-newer" };
      const key = `${frame.id} ${frame.payloadBytes} ${frame.blockBytes}`;
      let decoder = transfers.get(key);
      if (!decoder) {
        makeRoom();
        decoder = createFountainDecoder(frame);
        transfers.set(key, decoder);
      }
      decoder.add(frame.number, frame.symbol);
      const bytes = decoder.payload();
      if (!bytes) return { type: "part", known: decoder.known(), needed: decoder.blocks };
      transfers.delete(key);
      const isWhole = toHex(await digest(bytes)).startsWith(frame.id);
      return isWhole ? { type: "whole", bytes } : { type: "frames-mismatch" };
    },
  };
};
