// By what a table counts. Whether a note has exactly one key, at least one, or perhaps none on an axis decides which
// numbers add up, and so what others give away.
import type { CountedNote } from "./counted-note.ts";
import { untold } from "./counted-note.ts";

export const facets = [
  "dimension",
  "polarity",
  "sub-theme",
  "topic",
  "language",
  "group",
  "finding",
] as const;
export type Facet = (typeof facets)[number];

/** `one`: every note has one key. `some`: one or more. `any`: perhaps none. A facet nobody knows is `any`. */
export const keysPerNote = (facet: string): "one" | "some" | "any" =>
  facet === "polarity" || facet === "language"
    ? "one"
    : facet === "dimension" || facet === "group"
      ? "some"
      : "any";

/** Keys that stand for people: there, one category for nearly all of them is told about each. */
export const isAboutPeople = (facet: string): boolean => facet === "language" || facet === "group";

/** Where zero is told: that nobody spoke about a thing is a finding, and names nobody. */
export const tellsZero = (by: readonly string[]): boolean =>
  by.length === 1 && by[0] === "sub-theme";

/** Listed only where there is a note of it: that it stands there tells of one. */
export const isListedWhereFound = (facet: string, key: string): boolean =>
  isAboutPeople(facet) || key === "none";

export type Axis = {
  readonly facet: Facet;
  readonly keys: readonly string[];
  readonly keysOf: (note: CountedNote) => readonly string[];
};

const orNone = (keys: readonly string[]): readonly string[] =>
  keys.length === 0 ? ["none"] : keys;

const ways: Readonly<Record<Exclude<Facet, "finding">, Axis["keysOf"]>> = {
  dimension: ({ dimensions }) => orNone(dimensions),
  polarity: ({ polarity }) => [polarity ?? "none"],
  "sub-theme": ({ subThemes }) => subThemes,
  topic: ({ topics }) => topics,
  language: ({ lang }) => [lang],
  group: ({ groups }) => groups,
};

/** On a stored table's axis; of a merged key any member counts. Findings are no property of a note. */
export const hasKey = (note: CountedNote, facet: string, key: string): boolean => {
  const way = isWay(facet) ? ways[facet] : undefined;
  const keys = way?.(note) ?? [];
  return membersOf(key).some((member) => keys.includes(member));
};
const isWay = (facet: string): facet is keyof typeof ways => Object.hasOwn(ways, facet);

/** The known keys first, in their order; then those that only notes have. */
export const createAxis = (
  facet: Exclude<Facet, "finding">,
  notes: readonly CountedNote[],
  known: readonly string[] = [],
): Axis => {
  const keysOf = ways[facet];
  const found = [...new Set(notes.flatMap(keysOf))].sort();
  const rest = found.filter((key) => !known.includes(key) && key !== "none" && key !== untold);
  const last = ["none", untold].filter((key) => found.includes(key) && !known.includes(key));
  return { facet, keys: [...known, ...rest, ...last], keysOf };
};

const seam = "\n";
/** The members of a merged key; a key that was not merged is its own. */
export const membersOf = (key: string): readonly string[] => key.split(seam);

/** Some keys as one. Which ones stays in the name, so that editions that merged differently are compared rightly. */
export const mergeKeys = (axis: Axis, merged: readonly string[]): Axis => {
  const name = merged.join(seam);
  if (merged.length < 2 || name.length > 200) return axis;
  return {
    ...axis,
    keys: [...axis.keys.filter((key) => !merged.includes(key)), name],
    keysOf: (note) => [
      ...new Set(axis.keysOf(note).map((key) => (merged.includes(key) ? name : key))),
    ],
  };
};
