// Crockford base32 with a Luhn mod 32 check character: what people read aloud and type.
// A typed text is forgiving (case, hyphens, O for 0, I and L for 1); what we print is strict.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Bits beyond the last whole character are padded with zeros. */
export const toCrockford = (bytes: Uint8Array): string => {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text;
};

/** What a person may have typed, in the one form that is derived from. Foreign characters stay in and fail later. */
export const normalizeCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s\-–—‐‑.]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");

/** Luhn mod N over base 32: finds every single mistyped character and nearly all swapped neighbours. */
export const checkCharacter = (text: string): string => {
  let sum = 0;
  let factor = 2;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const addend = factor * alphabet.indexOf(text.charAt(at));
    sum += Math.floor(addend / 32) + (addend % 32);
    factor = factor === 2 ? 1 : 2;
  }
  return alphabet.charAt((32 - (sum % 32)) % 32);
};

/** True for a normalized text of Crockford characters whose last one is the check of the others. */
export const hasValidCheck = (text: string): boolean =>
  text.length > 1 &&
  [...text].every((character) => alphabet.includes(character)) &&
  checkCharacter(text.slice(0, -1)) === text.slice(-1);

/** Groups of four, as on the card: K7PA-3M9X-Q2TD-8WVW. */
export const toGroups = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? "";
