// Looks over JSON as bytes before anything parses it: depth and keys are where parsers and validators come to grief.
// Whether it is JSON at all is left to JSON.parse; on valid JSON this sees exactly the same strings and brackets.

export type JsonFault = { readonly type: "too-deep" } | { readonly type: "hostile-keys" };

const maxDepth = 32;
const maxKeys = 256;
const maxKeyBytes = 64;
const hostile = new Set(["__proto__", "constructor", "prototype"]);

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The first fault, or undefined. Linear in the number of bytes. */
export const scanJson = (bytes: Uint8Array): JsonFault | undefined => {
  // One entry per open bracket: the keys of an object, nothing for an array.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === openObject || byte === openArray) {
      if (open.length === maxDepth) return { type: "too-deep" };
      open.push(byte === openObject ? new Set() : undefined);
    } else if (byte === closeObject || byte === closeArray) {
      open.pop();
    } else if (byte === quote) {
      const end = findStringEnd(bytes, at + 1);
      // In valid JSON a string before a colon is a key, and nothing else is.
      if (bytes[skipSpace(bytes, end + 1)] === colon) {
        const keys = open.at(-1);
        const key = bytes.subarray(at + 1, end);
        if (!keys || !addKey(keys, key)) return { type: "hostile-keys" };
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

const findStringEnd = (bytes: Uint8Array, start: number): number => {
  let at = start;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
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
