// How far two scribes tagged alike: a count that anybody can check, and Cohen's kappa for those who ask.
import { groupBy } from "../base/group.ts";
import type { NoteView } from "../domain/notes.ts";
import type { EntityId, Tag } from "../domain/schema.ts";
import { type NotePair, pairNotes, type ScribeNote, toScribeNotes } from "./pair-notes.ts";

export type ScribeAgreement = {
  readonly devices: readonly [string, string];
  readonly pairs: readonly NotePair[];
  /** Pairs that both tagged. An untagged note is no disagreement: tags are never required while writing. */
  readonly compared: readonly NotePair[];
  /** Those of them with the very same dimensions, whatever the order. */
  readonly agreed: readonly NotePair[];
  readonly differing: readonly NotePair[];
  /** Notes without a counterpart, of each. */
  readonly alone: readonly [number, number];
};

const hasSame = ({ first, second }: NotePair): boolean =>
  [...first.dimensions].sort().join() === [...second.dimensions].sort().join();

const compare = (ours: readonly ScribeNote[], theirs: readonly ScribeNote[]): ScribeAgreement => {
  const pairs = pairNotes(ours, theirs);
  const compared = pairs.filter(
    ({ first, second }) => first.dimensions.length > 0 && second.dimensions.length > 0,
  );
  return {
    devices: [ours[0]?.device ?? "", theirs[0]?.device ?? ""],
    pairs,
    compared,
    agreed: compared.filter(hasSame),
    differing: compared.filter((pair) => !hasSame(pair)),
    alone: [ours.length - pairs.length, theirs.length - pairs.length],
  };
};

/** One for every two devices whose scribes have notes in common; `notes` in the order of the talk. */
export const compareScribes = (notes: readonly NoteView[]): readonly ScribeAgreement[] => {
  const streams = [...groupBy(toScribeNotes(notes), ({ device }) => device).values()];
  return streams
    .flatMap((ours, at) => streams.slice(at + 1).map((theirs) => compare(ours, theirs)))
    .filter(({ pairs }) => pairs.length > 0);
};

/** The notes of all pairs that were tagged differently. */
export const listDiffering = (agreements: readonly ScribeAgreement[]): ReadonlySet<EntityId> =>
  new Set(
    agreements.flatMap(({ differing }) =>
      differing.flatMap(({ first, second }) => [first.noteId, second.noteId]),
    ),
  );

export type DimensionAgreement = {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Undefined where chance alone explains all: both said the same of every pair. */
  readonly kappa: number | undefined;
};

/** Of one dimension: who set it in how many of the compared pairs. */
export const agreeOn = (
  { compared }: Pick<ScribeAgreement, "compared">,
  dimension: Tag,
): DimensionAgreement => {
  const count = (first: boolean, second: boolean) =>
    compared.filter(
      (pair) =>
        pair.first.dimensions.includes(dimension) === first &&
        pair.second.dimensions.includes(dimension) === second,
    ).length;
  const table = {
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
  };
  return { ...table, kappa: kappaOf(table) };
};

/**
 * Agreement beyond chance for two raters and yes or no: κ = (pₒ − pₑ) / (1 − pₑ), where pₒ is the share of pairs they agree
 * on and pₑ the share expected if each set the tag as often as they did, but at random. J. Cohen, A Coefficient of Agreement
 * for Nominal Scales, Educational and Psychological Measurement 20 (1960) 37–46.
 */
export const kappaOf = ({
  both,
  onlyFirst,
  onlySecond,
  neither,
}: Omit<DimensionAgreement, "kappa">): number | undefined => {
  const all = both + onlyFirst + onlySecond + neither;
  if (all === 0) return undefined;
  const [first, second] = [both + onlyFirst, both + onlySecond];
  const observed = (both + neither) / all;
  const expected = (first * second + (all - first) * (all - second)) / (all * all);
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
};
