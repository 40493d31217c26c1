// Bech32 (BIP 173): the text form of age's keys. age-encryption keeps its own to itself, and throws at what it cannot read;
// a card or a plan from outside must be refused before that.

const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

const checksumStep = (sum: number, word: number): number => {
  const top = sum >>> 25;
  let next = ((sum & 0x1ffffff) << 5) ^ word;
  generators.forEach((generator, bit) => {
    if ((top >>> bit) & 1) next ^= generator;
  });
  return next;
};

const toWords = (bytes: Uint8Array): readonly number[] => {
  const words: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      words.push((held >> bits) & 31);
    }
  }
  if (bits > 0) words.push((held << (5 - bits)) & 31);
  return words;
};

const checksum = (prefix: string, words: readonly number[]): number => {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  return [...expanded, ...words].reduce(checksumStep, 1);
};

/** Lower case; `prefix` is lower case too. */
export const toBech32 = (prefix: string, bytes: Uint8Array): string => {
  const words = toWords(bytes);
  const sum = checksum(prefix, [...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31);
  return `${prefix}1${[...words, ...check].map((word) => alphabet.charAt(word)).join("")}`;
};

/** True for an `age1…` text that is spelt right. */
export const isAgeRecipient = (text: string): boolean => {
  if (!/^age1[0-9a-z]{58}$/.test(text)) return false;
  const words = Array.from(text.slice(4), (character) => alphabet.indexOf(character));
  // 256 bits fill 51 words and one bit of a 52nd: the four after it are nought.
  return !words.includes(-1) && checksum("age", words) === 1 && ((words[51] ?? 0) & 15) === 0;
};
