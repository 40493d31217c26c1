// The Finnish personal identity code in running text. Thirteen signs between date and number, all in force since 2023;
// people also write it with spaces, with typographic dashes, or with no sign at all.
import type { Sighting } from "./hint.ts";

const checkCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
/** `+` was born in the 1800s, `-` and Y to U in the 1900s, A to F in the 2000s. */
const centuryOf = (sign: string): number =>
  sign === "+" ? 1800 : /[A-F]/i.test(sign) ? 2000 : 1900;

const isDate = (day: number, month: number, year: number): boolean => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
};

const edge = "[\\p{L}\\p{N}]";
const signed = new RegExp(
  `(?<!${edge})(\\d{2})[ .]?(\\d{2})[ .]?(\\d{2}) ?([-+YXWVUABCDEF]) ?(\\d{3}) ?([0-9A-Z])(?!${edge})`,
  "giu",
);
const unsigned = new RegExp(
  `(?<!${edge})(\\d{2})(\\d{2})(\\d{2}) ?(\\d{3})([0-9A-Z])(?!${edge})`,
  "giu",
);
/** What makes even a bare row of ten digits a code. */
const announced =
  /(hetu|henkilötun|sotu|personbeteckning|personnummer|identity code|id code)[^.!?]{0,25}$/i;

type Parts = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly sign: string;
  readonly number: string;
  readonly check: string;
};

const isDated = ({ day, month, year, sign }: Parts): boolean =>
  isDate(Number(day), Number(month), centuryOf(sign) + Number(year));

const isChecked = ({ day, month, year, number, check }: Parts): boolean =>
  checkCharacters[Number(day + month + year + number) % 31] === check.toUpperCase();

const judgeSigned = (parts: Parts): Pick<Sighting, "certainty" | "reason"> | undefined => {
  if (isDated(parts)) {
    return isChecked(parts)
      ? { certainty: "sure", reason: "code-checked" }
      : { certainty: "likely", reason: "code-dated" };
  }
  // A slip in the date; but six digits, a dash and four more are also how orders and accounts are numbered.
  const hasLetter =
    /[a-z]/i.test(parts.check) && checkCharacters.includes(parts.check.toUpperCase());
  return hasLetter ? { certainty: "weak", reason: "code-shaped" } : undefined;
};

const judgeUnsigned = (
  parts: Parts,
  isAnnounced: boolean,
): Pick<Sighting, "certainty" | "reason"> | undefined => {
  if (!isDated(parts)) return undefined;
  const hasLetter = /[a-z]/i.test(parts.check);
  if (!isAnnounced && !hasLetter) return undefined;
  if (isChecked(parts)) return { certainty: "likely", reason: "code-checked" };
  return isAnnounced ? { certainty: "likely", reason: "code-dated" } : undefined;
};

export const findHenkilotunnus = (flat: string): readonly Sighting[] => {
  const found: Sighting[] = [];
  const add = (
    match: RegExpMatchArray,
    judged: Pick<Sighting, "certainty" | "reason"> | undefined,
  ) => {
    if (!judged) return;
    const start = match.index ?? 0;
    found.push({ kind: "henkilotunnus", ...judged, start, end: start + match[0].length });
  };
  for (const match of flat.matchAll(signed)) {
    const [, day = "", month = "", year = "", sign = "", number = "", check = ""] = match;
    add(match, judgeSigned({ day, month, year, sign, number, check }));
  }
  for (const match of flat.matchAll(unsigned)) {
    const [, day = "", month = "", year = "", number = "", check = ""] = match;
    const isAnnounced = announced.test(
      flat.slice(Math.max(0, (match.index ?? 0) - 45), match.index),
    );
    for (const sign of ["-", "A"]) {
      add(match, judgeUnsigned({ day, month, year, sign, number, check }, isAnnounced));
    }
  }
  return found;
};
