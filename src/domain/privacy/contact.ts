// E-mail addresses, bank accounts and number plates: marks whose shape alone tells what they are.
import type { Sighting } from "./hint.ts";

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,62}[\p{L}\p{N}_%+-])?(?:@| ?[([{](?:at|ät|miukumauku)[)\]}] ?)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/giu;

export const findEmails = (flat: string): readonly Sighting[] =>
  [...flat.matchAll(email)].map(({ 0: text, index }) => ({
    kind: "email",
    certainty: "sure",
    reason: "email-shaped",
    start: index,
    end: index + text.length,
  }));

/** How long an account number is, country by country, so that a word behind it is not taken in. */
const ibanLengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LT: 20,
  LU: 20,
  LV: 21,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
};

/** ISO 7064: the first four behind the rest, letters as numbers from 10, and 1 is left over from 97. */
const isIban = (compact: string): boolean => {
  let left = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    left = (left * (value > 9 ? 100 : 10) + value) % 97;
  }
  return left === 1;
};

const ibanStart = /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?=[ -]?[A-Z0-9])/giu;

export const findIbans = (flat: string): readonly Sighting[] => {
  const found: Sighting[] = [];
  for (const { 0: head, index: start } of flat.matchAll(ibanStart)) {
    const country = head.slice(0, 2).toUpperCase();
    const length = ibanLengths[country];
    if (length === undefined) continue;
    const rest = new RegExp(`^(?:[ -]?[a-z0-9]){${length}}(?![\\p{L}\\p{N}])`, "iu");
    const text = rest.exec(flat.slice(start, start + length * 2))?.[0];
    if (text === undefined) continue;
    const compact = text.replace(/[ -]/g, "").toUpperCase();
    const isChecked = isIban(compact);
    if (!isChecked && !/^FI\d+$/.test(compact)) continue;
    found.push({
      kind: "iban",
      certainty: isChecked ? "sure" : "likely",
      reason: isChecked ? "iban-checked" : "iban-shaped",
      start,
      end: start + text.length,
    });
  }
  return found;
};

const plate = /(?<![\p{L}\p{N}-])([A-ZÅÄÖ]{2,3})([- ])(\d{1,3})(?![\p{L}\p{N}]|[-.,:/]\d)/giu;
/** Short capitals that people follow with a dash and a number for other reasons. */
const notPlates = new Set(
  "EU YK UN FN ISO USB MP PS HD TV CD DVD UV PH SM LED HIV RNA DNA GPS LTE WC CV PDF HSL VR TYÖ TE AM PM SFI YKI IQ MM EM KO TOP MAX MIN NRO NR VT KT".split(
    " ",
  ),
);
const plateWords = /(rekisteri|rekkari|rek\.|kilpi|auto|mopo|bil|car|plate|reg)[^.!?]{0,20}$/iu;

export const findPlates = (flat: string): readonly Sighting[] => {
  const found: Sighting[] = [];
  for (const match of flat.matchAll(plate)) {
    const [text, letters = "", joint = "", digits = ""] = match;
    const start = match.index;
    const isAnnounced = plateWords.test(flat.slice(Math.max(0, start - 30), start));
    if (notPlates.has(letters.toUpperCase())) continue;
    const isCapital = letters === letters.toUpperCase();
    if (!isAnnounced && (joint === " " || !isCapital)) continue;
    if (joint === " " && !isCapital) continue; // "auto on 5"
    const isFull = letters.length === 3 && digits.length === 3;
    found.push({
      kind: "plate",
      certainty: isAnnounced || isFull ? "likely" : "weak",
      reason: isAnnounced ? "plate-announced" : "plate-shaped",
      start,
      end: start + text.length,
    });
  }
  return found;
};
