// What this desk has let go of, in its own word. A card's holder may put anything into a session's box; only what stands
// in the desk's box counts.
import { type Named, ofKind, type RecordOf } from "../../domain/record.ts";
import type { BoxId, EntityId } from "../../domain/schema.ts";

export type Removed = Named<RecordOf<"removal/1">>;

/** Oldest first, as they arrived. */
export const listRemovals = (records: readonly Named[], deskBox: BoxId): readonly Removed[] =>
  ofKind(records, "removal/1").filter(({ record }) => record.box === deskBox);

/** Envelopes that are never taken in again. */
export const listRemoved = (records: readonly Named[], deskBox: BoxId): ReadonlySet<string> =>
  new Set<string>(
    listRemovals(records, deskBox).flatMap(({ record }) =>
      record.from === "desk" ? record.envelopes : [],
    ),
  );

/** Rounds whose notes were removed from the desk. A desk without cards has removed none. */
export const listRemovedRounds = (
  records: readonly Named[],
  deskBox: BoxId | undefined,
): ReadonlySet<EntityId> =>
  new Set(
    (deskBox ? listRemovals(records, deskBox) : []).flatMap(({ record }) =>
      record.from === "desk" ? [record.roundId] : [],
    ),
  );
