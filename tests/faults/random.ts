// Chance from a seed: the same seed gives the same numbers in every run, so that whatever is found can be found again.
export interface Chance {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number from 0 up to `limit`, which is not included. */
  readonly below: (limit: number) => number;
  readonly odds: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
  /** In another order; the list itself stays. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** sfc32 by Chris Doty-Humphrey: small, fast, and passes the usual tests of randomness. */
export const createChance = (seed: number): Chance => {
  let [a, b, c, count] = [0x9e3779b9, 0x243f6a88, seed >>> 0, 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) word();

  const next = () => word() / 0x1_0000_0000;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    odds: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 1) bytes[at] = word();
      return bytes;
    },
    shuffle: (list) => {
      const order = [...list];
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        // Both places exist: they lie within the list.
        [order[at], order[other]] = [order[other] as never, order[at] as never];
      }
      return order;
    },
  };
};
