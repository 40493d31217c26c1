// Whether something may be told as coming from its session's group. Everything must allow it: the table itself, the people
// who looked, the number of people, and the words.
import type { Release } from "./desk-records.ts";
import { type TellingNames, tellingPartsOf } from "./privacy/combination.ts";
import { findHints } from "./privacy/find-hints.ts";
import type { Language } from "./schema.ts";

export const groupObstacles = [
  "no-group",
  "no-consent",
  "not-reviewed",
  "not-approved",
  "few-people",
  "personal-data",
  "place-or-role",
] as const;
/** Why a group may not be named; the words for people stand in the locales. */
export type GroupObstacle = (typeof groupObstacles)[number];

export type GroupNaming = {
  readonly release: Pick<Release, "groups" | "groupConsent" | "reviewed" | "people">;
  /** The second approval, the coordinator's; the first is the review at the table. */
  readonly approved: boolean;
  /** The round's threshold of people present. */
  readonly people: number;
  /** What would be told, in every language in which it would be told. */
  readonly texts: readonly { readonly text: string; readonly lang: Language }[];
  readonly names: TellingNames;
};

/** Of rival head counts the smallest is believed; none at all is too few. */
const peopleOf = ({ people }: GroupNaming["release"]): number =>
  people.length === 0 ? 0 : Math.min(...people);

/** Empty where the group may be named; else everything that stands against it. */
export const mayNameGroup = ({
  release,
  approved,
  people,
  texts,
  names,
}: GroupNaming): readonly GroupObstacle[] => {
  const isTelling = texts.some(({ text, lang }) => {
    const parts = tellingPartsOf(text, lang, names);
    return parts.includes("place") || parts.includes("role");
  });
  const against: Readonly<Record<GroupObstacle, boolean>> = {
    "no-group": release.groups.length === 0,
    "no-consent": release.groupConsent !== true,
    "not-reviewed": !release.reviewed,
    "not-approved": !approved,
    "few-people": peopleOf(release) < people,
    "personal-data": texts.some(({ text, lang }) => findHints(text, lang).length > 0),
    // With a group beside it a place or a role is one part too many: never the three together, and no two in a small town.
    "place-or-role": isTelling,
  };
  return groupObstacles.filter((obstacle) => against[obstacle]);
};
