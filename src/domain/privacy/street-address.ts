// Street and number, in Finnish, Swedish and English, with the postcode and town behind it where they stand there.
import type { Sighting } from "./hint.ts";

const cases = "(?:n|lla|llä|lta|ltä|lle|ssa|ssä|sta|stä|a|ä)?";
/** Written small they are streets too; the rest needs its capital, since yards and shores are counted. */
const plainStreets = `(?:(?:katu|kadu|tie|kuja|polku|polu)${cases}|gatan|vägen|gränden|stigen)`;
const otherStreets = `(?:(?:väylä|kaari|kaare|raitti|raiti|rinne|rintee|aukio|penger|bulevardi|esplanadi|piha|ranta|ranna|kehä|portti|porti|porras|portaa)${cases}|gata|väg|gränd|stig|torget|allén|esplanaden|kajen|brinken|svängen)`;
const former =
  "(?:(?:Iso|Pieni|Vanha|Uusi|Ylä|Ala|Pohjoinen|Eteläinen|Itäinen|Läntinen|Norra|Södra|Östra|Västra|Lilla|Stora|Gamla|Nya) )?";

const unit =
  "(?! ?(?:km|m|min|krt|kertaa|gånger|vuo|päiv|viik|år|dag|v|h|t|kpl|st|eur|euro|henk|hlö|pers|times|years|%|€)(?!\\p{L}))";
const number = `\\d{1,3}(?![\\d%]|[.,/]\\d|:\\d)${unit}(?: ?- ?\\d{1,3})?(?: ?[A-Z](?!\\p{L}))?(?: \\d{1,3}(?![\\d%\\p{L}]|[.,:/]\\d)${unit})?`;
const town = "(?:,? \\d{5} \\p{Lu}\\p{L}{2,20})?";

const street = new RegExp(
  `(?<![\\p{L}\\p{N}-])${former}(\\p{L}[\\p{L}-]{2,30}?${plainStreets}|\\p{Lu}[\\p{L}-]{2,30}?${otherStreets}|Esplanad(?:en|i|in|illa)) ${number}${town}`,
  "gu",
);
const english =
  /(?<![\p{L}\p{N}])\d{1,3}[A-Za-z]? \p{Lu}\p{Ll}{2,20} (?:Street|St|Road|Rd|Avenue|Lane|Drive|Close|Square)(?!\p{L})/gu;
/** Finnish postcodes end in 0, 1 or 5; round thousands are counts. */
const postcode = /(?<![\p{L}\p{N}])(?!\d{2}000)\d{4}[015] \p{Lu}\p{L}{2,20}(?!\p{L})/gu;

/** Roads between towns have numbers too, and nobody lives at them; paths for walking are counted. */
const notHomes =
  /^(valta|kanta|seutu|yhdys|moottori|maan|rauta|pika|ohitus|pyörä|kävely|ring|riks|huvud|lands|motor|cykel|gång)/iu;

export const findAddresses = (flat: string): readonly Sighting[] => {
  const at = (index: number, text: string) => ({ start: index, end: index + text.length });
  const numbered = { kind: "address", certainty: "likely", reason: "street-number" } as const;
  return [
    ...[...flat.matchAll(street)]
      .filter((match) => !notHomes.test(match[1] ?? ""))
      .map((match) => ({ ...numbered, ...at(match.index, match[0]) })),
    ...[...flat.matchAll(english)].map((match) => ({ ...numbered, ...at(match.index, match[0]) })),
    ...[...flat.matchAll(postcode)].map((match) => ({
      kind: "address" as const,
      certainty: "weak" as const,
      reason: "postcode-town" as const,
      ...at(match.index, match[0]),
    })),
  ];
};
