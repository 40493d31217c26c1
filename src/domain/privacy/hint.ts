// What a look over a text may point at. A hint is advice: it can be wrong, so it carries its certainty and its reason.

export const hintKinds = [
  "henkilotunnus",
  "iban",
  "email",
  "phone",
  "plate",
  "address",
  "name",
  "role-place",
  "only-one",
] as const;
export type HintKind = (typeof hintKinds)[number];

export const certainties = ["sure", "likely", "weak"] as const;
export type Certainty = (typeof certainties)[number];

/** Why it was pointed at; the words for people stand in the locales. */
export const hintReasons = [
  "code-checked",
  "code-dated",
  "code-shaped",
  "iban-checked",
  "iban-shaped",
  "email-shaped",
  "phone-international",
  "phone-mobile",
  "phone-shaped",
  "phone-announced",
  "plate-shaped",
  "plate-announced",
  "street-number",
  "postcode-town",
  "name-introduced",
  "name-titled",
  "name-listed",
  "name-paired",
  "name-surname",
  "name-capital",
  "role-and-place",
  "one-of-group",
] as const;
export type HintReason = (typeof hintReasons)[number];

export type PrivacyHint = {
  readonly kind: HintKind;
  readonly certainty: Certainty;
  readonly reason: HintReason;
  /** UTF-16 units of the text that was looked at. */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly text: string;
};

/** A finding before it is known to be the strongest at its place. */
export type Sighting = Omit<PrivacyHint, "text">;

/** Surer first, then the kind that comes first in the list, then the longer one. */
const compareStrength = (a: Sighting, b: Sighting): number =>
  certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
  hintKinds.indexOf(a.kind) - hintKinds.indexOf(b.kind) ||
  b.end - b.start - (a.end - a.start) ||
  a.start - b.start;

/** Of sightings that overlap the strongest stays; the rest in the order of the text. */
export const keepStrongest = (sightings: readonly Sighting[]): readonly Sighting[] => {
  const kept: Sighting[] = [];
  for (const each of sightings.toSorted(compareStrength)) {
    if (kept.every(({ start, end }) => each.end <= start || each.start >= end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
};
