// From the records of a desk box to its decision-makers' events and the ideas of the room.
import { type DeskEvent, eventFields, type Idea, ideaFields } from "./event-records.ts";
import { foldEach, type Joined } from "./joined.ts";
import { type Named, ofKind } from "./record.ts";
import { namesOf } from "./revisions.ts";
import type { EntityId } from "./schema.ts";

export type EventView = Joined<DeskEvent, keyof typeof eventFields, "name" | "script"> & {
  readonly eventId: EntityId;
};
export type IdeaView = Joined<Idea, keyof typeof ideaFields, never> & {
  readonly ideaId: EntityId;
};

/** Every event, dropped ones too, oldest first. */
export const foldEvents = (records: readonly Named[]): readonly EventView[] =>
  foldEach(ofKind(records, "event/1"), {
    idOf: ({ eventId }) => eventId,
    names: namesOf(eventFields),
    sets: { findings: ({ findings }) => findings },
    words: { name: ({ name }) => name, script: ({ script }) => script },
  }).map(([eventId, folded]) => ({ ...folded, eventId }));

/** Every idea, dropped and merged ones too, oldest first. */
export const foldIdeas = (records: readonly Named[]): readonly IdeaView[] =>
  foldEach(ofKind(records, "idea/1"), {
    idOf: ({ ideaId }) => ideaId,
    names: namesOf(ideaFields),
    sets: {},
    words: {},
  }).map(([ideaId, folded]) => ({ ...folded, ideaId }));
