// A release that a coordinator put aside: a wrong file, a trial, a table that was not one. It is kept whole and receipted as
// ever, since a tablet may have let go of its notes; but it is read and counted nowhere until it is taken back.
import { groupBy } from "../base/group.ts";
import { type Named, ofKind } from "./record.ts";
import { foldRevisions } from "./revisions.ts";
import type { RecordId } from "./schema.ts";

export type AsideState = {
  readonly isAside: boolean;
  /** What the next change replaces. */
  readonly heads: readonly RecordId[];
};

/** By release. Where two coordinators disagree it is read: nothing is hidden because somebody else did not know. */
export const foldAside = (records: readonly Named[]): ReadonlyMap<RecordId, AsideState> =>
  new Map(
    [...groupBy(ofKind(records, "aside/1"), ({ record }) => record.release)].map(
      ([release, revisions]) => {
        const heads = foldRevisions(revisions, ["aside"])?.heads ?? [];
        const isAside = heads.every(({ record }) => record.aside);
        return [release, { isAside, heads: heads.map(({ id }) => id) }];
      },
    ),
  );
