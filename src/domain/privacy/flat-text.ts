// The text as the patterns see it: plain digits, dashes and spaces, and nothing inside [brackets], which mask already.
// Every replacement is one unit for one unit, so that a place in the flat text is the same place in the text.

const blank = "\uFFFC";

/** Zeros of the digits that people type here besides 0: Arabic, Persian, full width. */
const zeros = [0x0660, 0x06f0, 0xff10];

const toPlainDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? digit : String(code - zero);
};

export const flatten = (text: string): string =>
  text
    .replace(/\[[^[\]]{0,200}\]/g, (masked) => blank.repeat(masked.length))
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, toPlainDigit)
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/\uff0b/g, "+")
    .replace(/\uff20/g, "@");
