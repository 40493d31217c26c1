// Looks over JSON as bytes before anything parses it: depth, keys and sheer mass are where parsers and validators come to grief.
// Whether it is JSON at all is left to JSON.parse; on valid JSON this sees exactly the same strings and brackets.

export type JsonFault =
  | { readonly type: "too-deep" }
  | { readonly type: "hostile-keys" }
  /** A text longer, or a list of more, than any of ours. */
  | { readonly type: "too-much" };

const maxDepth = 32;
const maxKeys = 256;
const maxKeyBytes = 64;
/** The longest text has 20,000 units, each at most six bytes of escape. */
const maxStringBytes = 128 * 1024;
/** As many records as a bundle may hold. */
const maxItems = 100_000;
const hostile = new Set(["__proto__", "constructor", "prototype"]);

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The first fault, or undefined. Linear in the number of bytes. */
export const scanJson = (bytes: Uint8Array): JsonFault | undefined => {
  // One entry per open bracket: the keys of an object, or how many commas an array has.
  const open: (Set<string> | { commas: number })[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === openObject || byte === openArray) {
      if (open.length === maxDepth) return { type: "too-deep" };
      open.push(byte === openObject ? new Set() : { commas: 0 });
    } else if (byte === closeObject || byte === closeArray) {
      open.pop();
    } else if (byte === comma) {
      const list = open.at(-1);
      if (!list || list instanceof Set) continue;
      list.commas += 1;
      if (list.commas === maxItems) return { type: "too-much" };
    } else if (byte === quote) {
      const end = findStringEnd(bytes, at + 1);
      if (end - at > maxStringBytes) return { type: "too-much" };
      // In valid JSON a string before a colon is a key, and nothing else is.
      if (bytes[skipSpace(bytes, end + 1)] === colon) {
        const keys = open.at(-1);
        const key = bytes.subarray(at + 1, end);
        if (!(keys instanceof Set) || !addKey(keys, key)) return { type: "hostile-keys" };
      }
      at = end;
    }
  }
  return undefined;
};

// An escape in a key could spell a hostile or a second one; none of ours needs any.
const addKey = (keys: Set<string>, key: Uint8Array): boolean => {
  if (key.length > maxKeyBytes || key.includes(backslash) || keys.size === maxKeys) return false;
  const text = String.fromCharCode(...key);
  if (hostile.has(text) || keys.has(text)) return false;
  keys.add(text);
  return true;
};

/** Its closing quote, or the first byte beyond what a text may have. */
const findStringEnd = (bytes: Uint8Array, start: number): number => {
  const last = Math.min(bytes.length, start + maxStringBytes);
  let at = start;
  while (at < last && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
};

const skipSpace = (bytes: Uint8Array, start: number): number => {
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
  }
  return at;
};
