// Over which sessions counts are compared. Nobody can tell sessions apart that stand in the same publications: those are a
// cohort. Sums over more of them are unknowns of their own, so that what is known of a whole is said of the whole.
import type { Published } from "./plain-published.ts";

/** A cohort, all of a publication, or what one has more than another. */
export type Area = { readonly at: number; readonly releases: readonly string[] };
/** These add up to the whole. */
export type Split = { readonly whole: Area; readonly parts: readonly Area[] };

export const isIn = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((each) => whole.includes(each));

export const toAreas = (
  editions: readonly Published[],
): { readonly areas: readonly Area[]; readonly splits: readonly Split[] } => {
  const cohorts = new Map<string, string[]>();
  for (const release of new Set(editions.flatMap(({ releases }) => releases))) {
    const pattern = editions.map(({ releases }) => (releases.includes(release) ? 1 : 0)).join("");
    cohorts.set(pattern, [...(cohorts.get(pattern) ?? []), release]);
  }
  const wholes = editions.map(({ releases }) => releases);
  const more = wholes.flatMap((one) =>
    wholes.map((other) => one.filter((each) => !other.includes(each))),
  );
  const lists = new Map<string, readonly string[]>();
  for (const releases of [...cohorts.values(), ...wholes, ...more]) {
    const id = releases.toSorted().join();
    if (releases.length > 0 && !lists.has(id)) lists.set(id, releases);
  }
  const areas = [...lists.values()].map((releases, at) => ({ at, releases }));
  return { areas, splits: areas.flatMap((whole) => splitsOf(whole, areas, cohorts.size)) };
};

/** To its cohorts, and to each pair of other areas that lie in it side by side. */
const splitsOf = (whole: Area, areas: readonly Area[], cohorts: number): readonly Split[] => {
  const inside = areas.filter((each) => each !== whole && isIn(each.releases, whole.releases));
  const own = inside.filter(({ at }) => at < cohorts);
  const pairs = inside.flatMap((one) =>
    inside
      .filter(({ at }) => one.at < at)
      .filter(({ releases }) => one.releases.length + releases.length === whole.releases.length)
      .filter(({ releases }) => releases.every((each) => !one.releases.includes(each)))
      .map((other) => [one, other]),
  );
  return [...(own.length > 2 ? [own] : []), ...pairs].map((parts) => ({ whole, parts }));
};
