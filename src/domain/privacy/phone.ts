// Telephone numbers, Finnish and Swedish ones and any with a country code. Never a date, a year, a law, a time or a price.
import type { Sighting } from "./hint.ts";

/** Digits in groups with spaces or a dash between; brackets round the area code. */
const candidate =
  /(?<![\p{L}\p{N}+.,:/-])(\(?(?:\+|00) ?\d{1,3}\)?|\(?0\d{1,4}\)?|0\d{5,11})(?:[ -]{0,3}\(?\d{1,7}\)?){0,6}(?![\p{L}\p{N}]|[.,:/]\d)/gu;

const date = /^\d{1,2}[ -]\d{1,2}[ -](\d{2}|\d{4})$/;
const hours = /^[01]\d[0-5]\d ?- ?[012]\d[0-5]\d$/;
/** Numbers that are answered by an office, never by one person at home. */
const service = /^(0800|0600|0700|0[23]0\d|010|116|029)/;
const announced =
  /(?<!\p{L})(puh|puhelin\p{L}*|puhelinnumero\p{L}*|p|gsm|kännykkä\p{L}*|soita|numero(on|ssa|sta)?|tel|tfn|telefon\p{L}*|mobil\p{L}*|ring|phone|call|mobile|whatsapp\p{L}*)[.: ]{0,3}$/iu;
const bare = /(?<![\p{L}\p{N}+.,:/-])\d{3}[ -]?\d{2,4}(?:[ -]\d{2,3})?(?![\p{L}\p{N}]|[.,:/-]\d)/gu;

const digitsOf = (text: string): string => text.replace(/\D/g, "");

const judge = (text: string): Pick<Sighting, "certainty" | "reason"> | undefined => {
  const digits = digitsOf(text);
  const isAbroad = text.includes("+") || /^\(?00 ?[2-9]/.test(text);
  if (isAbroad) {
    const isLong = digits.length >= 9 && digits.length <= 17;
    return isLong ? { certainty: "sure", reason: "phone-international" } : undefined;
  }
  if (date.test(text) || hours.test(text) || /^\(?00/.test(text)) return undefined;
  if (digits.length < 7 || digits.length > 12) return undefined;
  if (service.test(digits)) return { certainty: "weak", reason: "phone-shaped" };
  if (/^(04\d|050|07[02369]\d)/.test(digits) && digits.length >= 8) {
    return { certainty: "sure", reason: "phone-mobile" };
  }
  return /^0[1-9]/.test(digits) ? { certainty: "likely", reason: "phone-shaped" } : undefined;
};

export const findPhones = (flat: string): readonly Sighting[] => {
  const found: Sighting[] = [];
  for (const match of flat.matchAll(candidate)) {
    const text = match[0];
    const judged = judge(text);
    const start = match.index;
    if (judged) found.push({ kind: "phone", ...judged, start, end: start + text.length });
  }
  for (const match of flat.matchAll(bare)) {
    const start = match.index;
    if (digitsOf(match[0]).length < 6) continue;
    if (!announced.test(flat.slice(Math.max(0, start - 24), start))) continue;
    const end = start + match[0].length;
    found.push({ kind: "phone", certainty: "likely", reason: "phone-announced", start, end });
  }
  return found;
};
