// A fountain code: from a payload of k blocks as many symbols as one likes, of which any k and a few more give it back,
// whichever they are and in whatever order. Who missed a frame never waits for that very one to come round again.
//
// Systematic random linear fountain over GF(2) (D. J. C. MacKay, "Fountain codes", IEE Proceedings – Communications 152,
// 2005, section 3): symbol n < k is block n itself; every later one is the exclusive or of a random half of all blocks.
// k + e symbols fail with a probability of at most 2^-e, so 1.6 more than k are needed on average, whatever was lost. The
// sparse sums of LT and Raptor codes save computing at tens of thousands of blocks and cost 5–40 % more symbols at our
// tens to thousands, where a frame of a camera is dearer than a thousand exclusive ors.
import { type Bytes, concatBytes } from "../base/bytes.ts";

export const maxFountainBytes = 2 * 1024 * 1024;
/** With the size above it bounds what a decoder holds: 2 MiB of sums and 2 MiB of what they are sums of. */
export const maxBlocks = 4_096;

export type FountainShape = {
  readonly payloadBytes: number;
  readonly blockBytes: number;
};

const countBlocks = ({ payloadBytes, blockBytes }: FountainShape): number =>
  Math.ceil(payloadBytes / blockBytes);

/** What a sender may make and a decoder may be asked to hold. */
export const isPossible = (shape: FountainShape): boolean => {
  const { payloadBytes, blockBytes } = shape;
  if (!Number.isSafeInteger(payloadBytes) || !Number.isSafeInteger(blockBytes)) return false;
  if (payloadBytes < 1 || payloadBytes > maxFountainBytes || blockBytes < 1) return false;
  return countBlocks(shape) <= maxBlocks;
};

/** The last step of MurmurHash3: every bit of the number moves every bit of the answer. */
const mix = (number: number): number => {
  let h = number | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/**
 * Which blocks are in symbol `number`, bit b of word w for block 32 w + b. Word w is `mix(mix(number) + (w + 1) × 0x9e3779b9)`
 * (SplitMix with 32 bits), so every app of every version must count it like this for ever.
 */
const blocksOf = (number: number, blocks: number): Uint32Array => {
  const mask = new Uint32Array(Math.ceil(blocks / 32));
  if (number < blocks) {
    mask[number >>> 5] = 1 << (number & 31);
    return mask;
  }
  const seed = mix(number);
  for (let word = 0; word < mask.length; word += 1) {
    mask[word] = mix(seed + Math.imul(word + 1, 0x9e3779b9));
  }
  const last = mask.length - 1;
  if (blocks % 32 > 0) mask[last] = (mask[last] ?? 0) & ((1 << (blocks % 32)) - 1);
  // A sum of nothing would be a frame for nothing.
  if (mask.every((word) => word === 0))
    mask[(number % blocks) >>> 5] = 1 << ((number % blocks) & 31);
  return mask;
};

const addTo = (sum: Uint32Array, other: Uint32Array): void => {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (other[at] ?? 0);
};

/** The lowest block of a sum, from `start` on; -1 where there is none. */
const lowest = (mask: Uint32Array, start = 0): number => {
  for (let word = start >>> 5; word < mask.length; word += 1) {
    let bits = mask[word] ?? 0;
    if (word === start >>> 5) bits &= -1 << (start & 31);
    if (bits !== 0) return 32 * word + 31 - Math.clz32(bits & -bits);
  }
  return -1;
};

/** Whole words, so that sums go four bytes at a time; in the order of this machine, which sums do not mind. */
const toWords = (block: Uint8Array): Uint32Array => {
  const words = new Uint32Array(Math.ceil(block.length / 4));
  new Uint8Array(words.buffer).set(block);
  return words;
};

export interface Fountain {
  readonly blocks: number;
  /** `blockBytes` long. Numbers from 0 on; the same number is always the same symbol. */
  readonly symbol: (number: number) => Bytes;
}

/** Call it for a possible shape only. The last block is filled up with zeros. */
export const createFountain = (payload: Uint8Array, blockBytes: number): Fountain => {
  const blocks = countBlocks({ payloadBytes: payload.length, blockBytes });
  const parts = Array.from({ length: blocks }, (_, at) => {
    const part = new Uint8Array(blockBytes);
    part.set(payload.subarray(at * blockBytes, (at + 1) * blockBytes));
    return toWords(part);
  });
  return {
    blocks,
    symbol: (number) => {
      const sum = new Uint32Array(Math.ceil(blockBytes / 4));
      const mask = blocksOf(number, blocks);
      for (let at = lowest(mask); at >= 0; at = lowest(mask, at + 1)) {
        addTo(sum, parts[at] ?? sum);
      }
      return new Uint8Array(sum.buffer, 0, blockBytes);
    },
  };
};

export interface FountainDecoder {
  readonly blocks: number;
  /** How many symbols so far told something new; at `blocks` the payload can be read. */
  readonly known: () => number;
  /** False for a symbol that tells nothing new. Throws nothing, whatever the bytes are, if they are `blockBytes` long. */
  readonly add: (number: number, symbol: Uint8Array) => boolean;
  /** Undefined before all is known. Nobody has vouched for it: a digest must. */
  readonly payload: () => Bytes | undefined;
}

type Row = { readonly mask: Uint32Array; readonly sum: Uint32Array };

/**
 * Gaussian elimination, a row as it comes: known blocks are peeled off at once, and what is left is kept under its lowest
 * block. Call it for a possible shape only.
 */
export const createFountainDecoder = (shape: FountainShape): FountainDecoder => {
  const { payloadBytes, blockBytes } = shape;
  const blocks = countBlocks(shape);
  const rows: (Row | undefined)[] = Array.from({ length: blocks }, () => undefined);
  let known = 0;

  /** From the last block backwards every row becomes its one block. */
  const solve = () => {
    for (let at = blocks - 1; at >= 0; at -= 1) {
      const row = rows[at];
      if (!row) return;
      for (let other = lowest(row.mask, at + 1); other >= 0; other = lowest(row.mask, other + 1)) {
        addTo(row.sum, rows[other]?.sum ?? row.sum);
      }
      row.mask.fill(0);
      row.mask[at >>> 5] = 1 << (at & 31);
    }
  };

  return {
    blocks,
    known: () => known,
    add: (number, symbol) => {
      const mask = blocksOf(number, blocks);
      const sum = toWords(symbol);
      for (let at = lowest(mask); at >= 0; at = lowest(mask, at + 1)) {
        const row = rows[at];
        if (!row) {
          rows[at] = { mask, sum };
          known += 1;
          return true;
        }
        addTo(mask, row.mask);
        addTo(sum, row.sum);
      }
      return false;
    },
    payload: () => {
      if (known < blocks) return undefined;
      solve();
      const parts = rows.flatMap((row) =>
        row ? [new Uint8Array(row.sum.buffer, 0, blockBytes)] : [],
      );
      return concatBytes(...parts).slice(0, payloadBytes);
    },
  };
};
