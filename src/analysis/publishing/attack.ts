// Tries what a patient reader could: from every published table of every edition, and from the rules by which they were
// made, how narrowly can a hidden count be told? Editions are compared release by release, so what two of them share cannot
// stand between them. Bounds are drawn together by propagation first, then exactly by linear programming.
import type { Measure, PublishedTable } from "../../domain/edition-records.ts";
import { tellsZero } from "./axis.ts";
import { foundOutside } from "./found-keys.ts";
import { createReach, propagate, type System } from "./propagate.ts";
import { mergedRelations, type Relation, relationsOf } from "./relations.ts";
import { intervalOf, type Known } from "./rounding.ts";
import { nameOfCell } from "./true-table.ts";

export type Attacked = {
  /** One per session. */
  readonly releases: readonly string[];
  readonly tables: readonly PublishedTable[];
};

export type Leak = {
  readonly name: string;
  readonly measure: Measure;
  readonly by: readonly string[];
  readonly keys: readonly string[];
  /** Over these releases: all of an edition, or those that tell two editions apart. */
  readonly releases: readonly string[];
  readonly isDifference: boolean;
  readonly low: number;
  readonly high: number;
};

export type CellPlace = Pick<Leak, "name" | "measure" | "by" | "keys">;
/** Whether a count over these releases could have been published by itself. Without it, none could. */
export type MayBeKnown = (place: CellPlace, releases: readonly string[]) => boolean;

/** Releases that are in the same editions: nobody can tell them apart. */
type Cohort = { readonly editions: readonly number[]; readonly releases: readonly string[] };

const toCohorts = (editions: readonly Attacked[]): readonly Cohort[] => {
  const places = new Map<string, number[]>();
  for (const [at, { releases }] of editions.entries()) {
    for (const release of new Set(releases)) {
      const list = places.get(release);
      if (list) list.push(at);
      else places.set(release, [at]);
    }
  }
  const cohorts = new Map<string, { editions: number[]; releases: string[] }>();
  for (const [release, list] of places) {
    const known = cohorts.get(list.join());
    if (known) known.releases.push(release);
    else cohorts.set(list.join(), { editions: list, releases: [release] });
  }
  return [...cohorts.values()];
};

type Model = {
  readonly system: System;
  readonly places: ReadonlyMap<string, CellPlace>;
  readonly unknownOf: (name: string, cohort: number) => number;
};

const toModel = (
  editions: readonly Attacked[],
  cohorts: readonly Cohort[],
  least: Known,
): Model => {
  const places = new Map<string, CellPlace>();
  const order = new Map<string, number>();
  for (const { measure, by, cells } of editions.flatMap(({ tables }) => tables)) {
    for (const { keys } of cells) {
      const name = nameOfCell(measure, by, keys);
      if (!order.has(name)) order.set(name, order.size);
      if (!places.has(name)) places.set(name, { name, measure, by, keys });
    }
  }
  const unknownOf = (name: string, cohort: number) =>
    (order.get(name) ?? 0) * cohorts.length + cohort;
  const bounds = [...places.values()].flatMap(({ measure }) =>
    cohorts.map(({ releases }) => ({
      low: 0,
      high: measure === "sessions" ? releases.length : Number.POSITIVE_INFINITY,
    })),
  );
  const within = cohorts.map((_, at) => at);
  const cohortsOf = (edition: number) =>
    within.filter((at) => cohorts[at]?.editions.includes(edition));
  const toConditions = ({ parent, children, kind, isWhole }: Relation, over: readonly number[]) =>
    over.flatMap((cohort) => {
      const whole = { at: unknownOf(parent, cohort), factor: -1 };
      const parts = children.map((name) => ({ at: unknownOf(name, cohort), factor: 1 }));
      if (kind === "sum") return [{ terms: [...parts, whole], low: 0, high: 0, isWhole }];
      const below = parts.map((part) => ({
        ...{ terms: [part, whole], low: Number.NEGATIVE_INFINITY, high: 0, isWhole },
      }));
      return kind === "part"
        ? below
        : [...below, { terms: [...parts, whole], low: 0, high: Number.POSITIVE_INFINITY, isWhole }];
    });

  const total = nameOfCell("notes", [], []);
  /** A session that spoke of a thing has a note of it; and what was found first in some sessions is a note there. */
  const aboutTotal = () => {
    const heard = [...places.values()].filter(({ measure }) => measure === "sessions");
    const children = heard.map(({ name }) => name);
    const found = foundOutside(editions).flatMap(({ edition, others }) => {
      const known = new Set(others.flatMap(cohortsOf));
      const over = cohortsOf(edition).filter((at) => !known.has(at));
      const terms = over.map((at) => ({ at: unknownOf(total, at), factor: 1 }));
      const low = terms.length > 0 ? 1 : 0;
      return [{ terms, low, high: Number.POSITIVE_INFINITY, isWhole: false }];
    });
    return [
      ...toConditions({ parent: total, children, kind: "part", isWhole: true }, within),
      ...found,
    ];
  };

  const seen = editions.flatMap(({ releases, tables }, edition) => {
    const over = cohortsOf(edition);
    const relations = relationsOf(tables);
    const shown = new Map(
      tables.flatMap(({ measure, by, cells }) =>
        cells.map((cell) => [nameOfCell(measure, by, cell.keys), cell.shown]),
      ),
    );
    const parts = new Set(
      relations.flatMap(({ parent, children, kind }) =>
        kind === "sum" && [parent, ...children].every((name) => shown.get(name) !== undefined)
          ? children
          : [],
      ),
    );
    const values = tables.flatMap(({ measure, by, cells }) => {
      // Where anything of such a list is told, zeros are: what is hidden there was heard.
      const hasZeros =
        tellsZero(by) &&
        releases.length >= least.sessions &&
        cells.some((cell) => cell.shown !== undefined);
      return cells.map((cell) => {
        const name = nameOfCell(measure, by, cell.keys);
        const terms = over.map((cohort) => ({ at: unknownOf(name, cohort), factor: 1 }));
        if (cell.shown === undefined) {
          return { terms, low: hasZeros ? 1 : 0, high: Number.POSITIVE_INFINITY, isWhole: false };
        }
        const known = { isPart: parts.has(name), sessions: releases.length, least };
        return { terms, ...intervalOf(measure, cell.shown, known), isWhole: false };
      });
    });
    return [...values, ...relations.flatMap((relation) => toConditions(relation, over))];
  });
  const merged = mergedRelations(editions.flatMap(({ tables }) => tables));
  const conditions = [
    ...seen,
    ...merged.flatMap((relation) => toConditions(relation, within)),
    ...(places.has(total) ? aboutTotal() : []),
  ];
  return { system: { bounds, conditions }, places, unknownOf };
};

type Target = {
  readonly place: CellPlace;
  readonly over: readonly number[];
  readonly isDifference: boolean;
};

/** What must stay in the dark: every hidden cell, and every count over what tells editions apart. */
const listTargets = (
  editions: readonly Attacked[],
  cohorts: readonly Cohort[],
  places: Model["places"],
): readonly Target[] => {
  const targets = new Map<string, Target>();
  const zeros = editions.map(({ tables }) => namesWhere(tables, (shown) => shown === 0));
  const over = (edition: number) =>
    cohorts.flatMap((cohort, at) => (cohort.editions.includes(edition) ? [at] : []));
  const add = (name: string, list: readonly number[], isDifference: boolean) => {
    const place = places.get(name);
    const isToldZero = zeros.some(
      (names, edition) =>
        names.has(name) && list.every((at) => cohorts[at]?.editions.includes(edition)),
    );
    const id = `${name}/${list.join()}`;
    if (place && list.length > 0 && !isToldZero && !targets.has(id)) {
      targets.set(id, { place, over: list, isDifference });
    }
  };
  for (const [at, { tables }] of editions.entries()) {
    for (const name of namesWhere(tables, (shown) => shown === undefined)) {
      add(name, over(at), false);
    }
  }
  if (cohorts.length === 1) return [...targets.values()];
  for (const name of places.keys()) {
    for (const at of cohorts.keys()) {
      // A whole edition's shown count is no secret.
      const isEdition = editions.some((_, edition) => over(edition).join() === String(at));
      if (!isEdition) add(name, [at], true);
    }
    for (const first of editions.keys()) {
      for (const second of editions.keys()) {
        const more = over(second).filter((at) => !over(first).includes(at));
        const isEdition = editions.some((_, edition) => over(edition).join() === more.join());
        if (!isEdition) add(name, more, true);
      }
    }
  }
  return [...targets.values()];
};

const namesWhere = (
  tables: readonly PublishedTable[],
  holds: (shown: number | undefined) => boolean,
): ReadonlySet<string> =>
  new Set(
    tables.flatMap(({ measure, by, cells }) =>
      cells.filter(({ shown }) => holds(shown)).map(({ keys }) => nameOfCell(measure, by, keys)),
    ),
  );

/** Every count that should be unknown and can be told to within less than the thresholds ask for. */
export const findLeaks = (
  editions: readonly Attacked[],
  least: Known,
  mayBeKnown: MayBeKnown = () => false,
): readonly Leak[] => {
  const cohorts = toCohorts(editions);
  const { system, places, unknownOf } = toModel(editions, cohorts, least);
  const reach = createReach({ ...system, bounds: propagate(system) });
  return listTargets(editions, cohorts, places).flatMap(({ place, over, isDifference }) => {
    const releases = over.flatMap((at) => cohorts[at]?.releases ?? []);
    const unknowns = over.map((cohort) => unknownOf(place.name, cohort));
    const { low, high } = reach.of(unknowns);
    const values = high - low + 1;
    const before = place.measure === "sessions" ? releases.length + 1 : Number.POSITIVE_INFINITY;
    if (values >= Math.min(Math.max(2, least[place.measure]), before)) return [];
    if (mayBeKnown(place, releases)) return [];
    return [{ ...place, releases, isDifference, low, high }];
  });
};
