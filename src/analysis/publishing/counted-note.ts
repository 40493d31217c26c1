// What publishing counts: a note with the session it comes from. Of rival head counts the smallest is believed, and a
// session's group is known only where its table agreed that it may be told.
import type { Release } from "../../domain/desk-records.ts";
import type { Polarity } from "../../domain/note.ts";
import type { Named } from "../../domain/record.ts";
import type { BoxId, EntityId, RecordId } from "../../domain/schema.ts";

/** Stands for what is not told: a session without a group, or one whose table did not agree. */
export const untold = "-";

export type CountedNote = {
  readonly session: BoxId;
  readonly release: RecordId;
  readonly noteId: EntityId;
  /** Present in its session, at least. */
  readonly people: number;
  readonly groups: readonly string[];
  readonly lang: string;
  readonly dimensions: readonly string[];
  readonly subThemes: readonly string[];
  readonly topics: readonly string[];
  readonly polarity: Polarity | undefined;
};

export const leastPeople = ({ people }: Pick<Release, "people">): number =>
  people.length === 0 ? 0 : Math.min(...people);

export const toCountedNotes = (releases: readonly Named<Release>[]): readonly CountedNote[] =>
  releases.flatMap(({ id, record }) => {
    const mayTell = record.groupConsent === true && record.groups.length > 0;
    const groups = mayTell ? [...new Set(record.groups)] : [untold];
    const people = leastPeople(record);
    return record.notes.map((note) => ({
      session: record.session,
      release: id,
      noteId: note.noteId,
      people,
      groups,
      lang: note.lang,
      dimensions: note.dimensions,
      subThemes: note.subThemes,
      topics: note.topics,
      polarity: note.polarity,
    }));
  });
