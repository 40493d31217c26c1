// Two rounds side by side: in how many sessions each matter was heard, then and now, and what keeps the two from being
// compared. It counts sessions, never opinions, and says nothing of causes.

import type { Release } from "../domain/desk-records.ts";
import type { Guide } from "../domain/guide.ts";
import type { Named } from "../domain/record.ts";
import { isCarried } from "./carried-over.ts";
import type { DeskNote } from "./released-notes.ts";

export type ComparedRound = {
  readonly guide: Guide;
  /** Of one codebook; sessions made with another are left out before. */
  readonly releases: readonly Named<Release>[];
  readonly notes: readonly DeskNote[];
};

export type RoundMakeup = {
  readonly sessions: number;
  readonly notes: number;
  readonly unreviewed: number;
  readonly groups: readonly string[];
  readonly languages: readonly string[];
  /** Present, added up over sessions; where two head counts of one session differ, from the least to the most. */
  readonly people: { readonly least: number; readonly most: number; readonly unknown: number };
  /** Notes said under a question about a measure: they were prompted. */
  readonly prompted: number;
};

type OnlyIn<T> = { readonly onlyEarlier: T; readonly onlyLater: T };
export type RoundDifference =
  | { readonly type: "codebook" }
  /** `carried` are of those only later. All zero: only what is read aloud beside the questions differs. */
  | ({
      readonly type: "questions";
      readonly carried: number;
      readonly reworded: number;
    } & OnlyIn<number>)
  | ({ readonly type: "groups" } & OnlyIn<readonly string[]>)
  | ({ readonly type: "languages" } & OnlyIn<readonly string[]>);

/** Sessions in all, and sessions where it was heard to strengthen, to weaken, as both, or without a polarity. */
export type Heard = {
  readonly sessions: number;
  readonly strengthens: number;
  readonly weakens: number;
  readonly mixed: number;
  readonly none: number;
};
export type ComparedRow = { readonly id: string; readonly earlier: Heard; readonly later: Heard };

export type RoundComparison = {
  readonly earlier: RoundMakeup;
  readonly later: RoundMakeup;
  /** Empty: the two rounds asked the same, of the same groups, in the same languages. */
  readonly differences: readonly RoundDifference[];
  readonly isSameCodebook: boolean;
  readonly dimensions: readonly ComparedRow[];
  readonly subThemes: readonly ComparedRow[];
};

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
const without = (values: readonly string[], others: readonly string[]): readonly string[] =>
  values.filter((value) => !others.includes(value));

export const makeupOf = ({ releases, notes }: ComparedRound): RoundMakeup => {
  const held = releases.map(({ record }) => record);
  const counted = held.flatMap(({ people }) => (people.length === 0 ? [] : [people]));
  const sum = (pick: (people: readonly number[]) => number) =>
    counted.reduce((total, people) => total + pick(people), 0);
  return {
    sessions: held.length,
    notes: notes.length,
    unreviewed: held.filter(({ reviewed }) => !reviewed).length,
    groups: distinct(held.flatMap(({ groups }) => groups)),
    languages: distinct(held.flatMap(({ languages }) => languages)),
    people: {
      least: sum((people) => Math.min(...people)),
      most: sum((people) => Math.max(...people)),
      unknown: held.length - counted.length,
    },
    prompted: notes.filter(({ phase }) => phase !== undefined && isCarried(phase)).length,
  };
};

const codebooksOf = ({ releases }: ComparedRound) =>
  distinct(releases.map(({ record }) => record.codebook));

const compareQuestions = (
  earlier: ComparedRound,
  later: ComparedRound,
): readonly RoundDifference[] => {
  const digests = (round: ComparedRound) =>
    distinct(round.releases.map(({ record }) => record.guideDigest)).join();
  if (digests(earlier) === digests(later)) return [];
  const textOf = ({ guide }: ComparedRound) =>
    new Map(
      guide.questions.map(({ id, text }) => [id, JSON.stringify(Object.entries(text).sort())]),
    );
  const [before, after] = [textOf(earlier), textOf(later)];
  const onlyLater = [...after.keys()].filter((id) => !before.has(id));
  return [
    {
      type: "questions",
      onlyEarlier: [...before.keys()].filter((id) => !after.has(id)).length,
      onlyLater: onlyLater.length,
      carried: onlyLater.filter(isCarried).length,
      reworded: [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).length,
    },
  ];
};

const compareSets = (
  type: "groups" | "languages",
  earlier: RoundMakeup,
  later: RoundMakeup,
): readonly RoundDifference[] => {
  const onlyEarlier = without(earlier[type], later[type]);
  const onlyLater = without(later[type], earlier[type]);
  return onlyEarlier.length + onlyLater.length === 0 ? [] : [{ type, onlyEarlier, onlyLater }];
};

type Field = "dimensions" | "subThemes";
const nothing: Heard = { sessions: 0, strengthens: 0, weakens: 0, mixed: 0, none: 0 };

const hear = ({ notes }: ComparedRound, field: Field): ReadonlyMap<string, Heard> => {
  const sessions = new Map<string, Record<keyof Heard, Set<string>>>();
  for (const note of notes) {
    for (const id of new Set(note[field])) {
      const sets = sessions.get(id) ?? {
        ...{ sessions: new Set(), strengthens: new Set(), weakens: new Set() },
        ...{ mixed: new Set(), none: new Set() },
      };
      sets.sessions.add(note.session);
      sets[note.polarity ?? "none"].add(note.session);
      sessions.set(id, sets);
    }
  }
  return new Map(
    [...sessions].map(([id, { sessions: all, strengthens, weakens, mixed, none }]) => [
      id,
      {
        ...{ sessions: all.size, strengthens: strengthens.size, weakens: weakens.size },
        ...{ mixed: mixed.size, none: none.size },
      },
    ]),
  );
};

/** In the order given; what the codebook does not know comes after. */
const compareRows = (
  earlier: ComparedRound,
  later: ComparedRound,
  field: Field,
  order: readonly string[],
): readonly ComparedRow[] => {
  const [before, after] = [hear(earlier, field), hear(later, field)];
  const others = distinct([...before.keys(), ...after.keys()]).filter((id) => !order.includes(id));
  return [...order, ...others].map((id) => ({
    id,
    earlier: before.get(id) ?? nothing,
    later: after.get(id) ?? nothing,
  }));
};

export const compareRounds = (
  earlier: ComparedRound,
  later: ComparedRound,
  /** Every dimension stands in its table, heard or not; of sub-themes those that were heard. */
  order: { readonly dimensions: readonly string[]; readonly subThemes: readonly string[] },
): RoundComparison => {
  const [before, after] = [makeupOf(earlier), makeupOf(later)];
  const isSameCodebook = codebooksOf(earlier).join() === codebooksOf(later).join();
  return {
    earlier: before,
    later: after,
    isSameCodebook,
    differences: [
      ...(isSameCodebook ? [] : [{ type: "codebook" } as const]),
      ...compareQuestions(earlier, later),
      ...compareSets("groups", before, after),
      ...compareSets("languages", before, after),
    ],
    dimensions: compareRows(earlier, later, "dimensions", order.dimensions),
    subThemes: compareRows(earlier, later, "subThemes", order.subThemes).filter(
      (row) => row.earlier.sessions + row.later.sessions > 0,
    ),
  };
};
