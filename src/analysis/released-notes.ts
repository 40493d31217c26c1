// The notes the desk reads: those of each session's current release, with where they come from.
import { groupBy } from "../base/group.ts";
import { foldReleases } from "../domain/desk.ts";
import type { Release, ReleasedNote } from "../domain/desk-records.ts";
import type { Named } from "../domain/record.ts";
import type { BoxId, EntityId, RecordId } from "../domain/schema.ts";

export type DeskNote = ReleasedNote & {
  readonly session: BoxId;
  readonly roundId: EntityId;
  readonly release: RecordId;
  /** Its place in the talk, from 1. */
  readonly place: number;
};

/** Every released note of one round, or of all, in the order of sessions and of the talk. */
export const listReleasedNotes = (
  records: readonly Named[],
  roundId?: EntityId,
): readonly DeskNote[] =>
  foldReleases(records)
    .map(({ current }) => current)
    .filter(({ record }) => roundId === undefined || record.roundId === roundId)
    .flatMap((release) => toDeskNotes(release));

/** The notes of one release, with where they come from. */
export const toDeskNotes = ({ id, record }: Named<Release>): readonly DeskNote[] =>
  record.notes.map((note, index) => ({
    ...note,
    session: record.session,
    roundId: record.roundId,
    release: id,
    place: index + 1,
  }));

export const groupBySession = (
  notes: readonly DeskNote[],
): ReadonlyMap<BoxId, readonly DeskNote[]> => groupBy(notes, ({ session }) => session);
