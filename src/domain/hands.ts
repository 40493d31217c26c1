// Hands counted for statements at the end of a talk. Two devices that counted differently are rivals, never a sum.
import { groupBy } from "../base/group.ts";
import type { Codebook } from "./codebook.ts";
import type { Release } from "./desk-records.ts";
import { type Named, ofKind } from "./record.ts";
import { type Folded, foldRevisions } from "./revisions.ts";
import type { Tag } from "./schema.ts";
import type { Hands } from "./session-records.ts";

export type HandsView = Folded<Hands, "count"> & { readonly statement: Tag };
export type HandCount = NonNullable<Hands["count"]>;
export type ReleasedHands = NonNullable<Release["hands"]>[number];

/** Every statement that hands were counted for, and those taken back. */
export const foldHands = (records: readonly Named[]): readonly HandsView[] =>
  [...groupBy(ofKind(records, "hands/1"), ({ record }) => record.statement)]
    .flatMap(([statement, revisions]) => {
      const folded = foldRevisions(revisions, ["count"]);
      return folded ? [{ ...folded, statement }] : [];
    })
    .sort((a, b) => (a.statement < b.statement ? -1 : 1));

/** As they stand: more than one where devices counted differently, none where the count was taken back. */
export const countsOf = ({ fields, rivals }: HandsView): readonly HandCount[] =>
  (rivals.get("count")?.map(({ value }) => value) ?? [fields.count]).filter(
    (count) => count !== undefined,
  );

/** What a release tells of hands. */
export const listHands = (records: readonly Named[]): readonly ReleasedHands[] =>
  foldHands(records)
    .flatMap((view) => countsOf(view).map((count) => ({ statement: view.statement, ...count })))
    .slice(0, 64);

/** One statement a dimension: its first sub-theme's, the same in every session, so that rounds can be laid side by side. */
export const closingStatements = ({
  dimensions,
  subThemes,
}: Codebook): readonly Codebook["subThemes"][number][] =>
  dimensions.flatMap(({ id }) => {
    const first = subThemes.find(
      ({ dimension, indicator }) => dimension === id && Object.keys(indicator).length > 0,
    );
    return first ? [first] : [];
  });
