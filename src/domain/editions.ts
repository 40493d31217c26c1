// The ledger of what was published, oldest first. A withdrawal stands whatever another coordinator did meanwhile.
import { groupBy } from "../base/group.ts";
import { type Edition, editionFields } from "./edition-records.ts";
import { type Named, ofKind } from "./record.ts";
import { byStamp, type Folded, foldRevisions } from "./revisions.ts";
import type { EntityId } from "./schema.ts";
import { toMs } from "./stamp.ts";

// The keys of a literal object.
const names = Object.keys(editionFields) as readonly (keyof typeof editionFields)[];

export type EditionView = Folded<Edition, keyof typeof editionFields> & {
  readonly editionId: EntityId;
  /** When it was first written, in milliseconds. */
  readonly madeAt: number;
  readonly isWithdrawn: boolean;
};

/** Order and repetition of records change nothing. */
export const foldEditions = (records: readonly Named[]): readonly EditionView[] =>
  [...groupBy(ofKind(records, "edition/1"), ({ record }) => record.editionId)]
    .flatMap(([editionId, revisions]) => {
      const folded = foldRevisions(revisions, names);
      const first = folded?.history[0];
      if (!folded || !first) return [];
      const isWithdrawn = folded.history.some(({ record }) => record.withdrawn === true);
      return [{ ...folded, editionId, madeAt: toMs(first.record.stamp), isWithdrawn, first }];
    })
    .sort((a, b) => byStamp(a.first, b.first))
    .map(({ first, ...view }) => {
      void first; // Named so that it is left out.
      return view;
    });
