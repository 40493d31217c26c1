// From the records of a desk box to its rounds, cards and the releases that stand.
import { groupBy } from "../base/group.ts";
import { foldAside } from "./aside.ts";
import {
  type Card,
  cardFields,
  type Desk,
  deskFields,
  type Release,
  type Round,
  roundFields,
} from "./desk-records.ts";
import { type Named, ofKind } from "./record.ts";
import { byStamp, type Folded, foldRevisions, namesOf, oldestFirst } from "./revisions.ts";
import type { BoxId, EntityId } from "./schema.ts";
import { compareStamps } from "./stamp.ts";

export type DeskView = Folded<Desk, keyof typeof deskFields>;
export type RoundView = Folded<Round, keyof typeof roundFields> & { readonly roundId: EntityId };
export type CardView = Folded<Card, keyof typeof cardFields> & { readonly session: BoxId };

export const foldDesk = (records: readonly Named[]): DeskView | undefined =>
  foldRevisions(ofKind(records, "desk/1"), namesOf(deskFields));

export const foldRounds = (records: readonly Named[]): readonly RoundView[] =>
  [...groupBy(ofKind(records, "round/1"), ({ record }) => record.roundId)]
    .flatMap(([roundId, revisions]) => {
      const folded = foldRevisions(revisions, namesOf(roundFields));
      return folded ? [{ ...folded, roundId }] : [];
    })
    .sort(oldestFirst);

/** A rival state is never live: where one coordinator voided a card, it is void. */
export const foldCards = (records: readonly Named[]): readonly CardView[] =>
  [...groupBy(ofKind(records, "card/1"), ({ record }) => record.session)]
    .flatMap(([session, revisions]) => {
      const folded = foldRevisions(revisions, namesOf(cardFields));
      if (!folded) return [];
      const states = folded.heads.map(({ record }) => record.state);
      const state: Card["state"] =
        states.find((each) => each === "void") ??
        states.find((each) => each === "replaced") ??
        "live";
      return [{ ...folded, fields: { ...folded.fields, state }, session }];
    })
    .sort(oldestFirst);

export type SessionReleases = {
  readonly session: BoxId;
  /** Releases that no other replaces. More than one are rivals that the coordinator chooses between. */
  readonly heads: readonly Named<Release>[];
  /** The newest head: what is read and counted until rivals are settled. */
  readonly current: Named<Release>;
  readonly replaced: number;
};

/** Rescued, or chosen between rivals: no tablet has handed it over. */
export const isMadeHere = ({ record }: Named<Release>): boolean =>
  record.rescued === true || record.author.role === "coordinator";

/** A release replaces the ones its maker knew, and those alone. What was put aside is as if it had never come. */
export const foldReleases = (records: readonly Named[]): readonly SessionReleases[] => {
  const asides = foldAside(records);
  const read = ofKind(records, "release/1").filter(({ id }) => asides.get(id)?.isAside !== true);
  return [...groupBy(read, ({ record }) => record.session)]
    .flatMap(([session, releases]) => {
      const unique = [...new Map(releases.map((release) => [release.id, release])).values()].sort(
        byStamp,
      );
      const known = new Set(unique.flatMap(({ record }) => record.parents));
      const heads = unique.filter(({ id }) => !known.has(id));
      const current = heads.at(-1);
      return current ? [{ session, heads, current, replaced: unique.length - heads.length }] : [];
    })
    .sort(
      (a, b) =>
        compareStamps(a.current.record.stamp, b.current.record.stamp) ||
        (a.session < b.session ? -1 : 1),
    );
};
