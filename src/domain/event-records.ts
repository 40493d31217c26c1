// The decision-makers' event: its programme in the three stages of dialogue, who is there by role and number, and the ideas
// of the room. No field holds a person.
import { Count, common, Day, EntityId, Language, localized, text, z } from "./schema.ts";

export const eventStages = ["understand", "ideas", "decide"] as const;
export const EventStage = z.enum(eventStages);
export type EventStage = z.infer<typeof EventStage>;

export const eventRoles = ["councillor", "officer", "resident", "ngo"] as const;
export type EventRole = (typeof eventRoles)[number];

const byRole = z.readonly(
  z.strictObject({
    councillor: z.optional(Count),
    officer: z.optional(Count),
    resident: z.optional(Count),
    ngo: z.optional(Count),
  }),
);

export const eventFields = {
  roundId: EntityId,
  name: localized(200),
  on: z.optional(Day),
  /** Local time, HH:MM. */
  startsAt: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  place: z.optional(text(200)),
  programme: z.readonly(
    z
      .array(
        z.readonly(
          z.strictObject({
            stage: EventStage,
            minutes: z.int().check(z.minimum(0), z.maximum(600)),
            text: localized(500),
          }),
        ),
      )
      .check(z.maxLength(40)),
  ),
  /** In the order in which they are shown. */
  findings: z.readonly(z.array(EntityId).check(z.maxLength(64))),
  /** What the facilitator says, by language. */
  script: localized(20_000),
  /** For the presenter's eyes, by finding. */
  remarks: z.readonly(z.record(EntityId, text(4_000))),
  invited: byRole,
  attended: byRole,
  dropped: z.optional(z.literal(true)),
};
export const DeskEvent = z.readonly(
  z.strictObject({ kind: z.literal("event/1"), ...common, eventId: EntityId, ...eventFields }),
);
export type DeskEvent = z.infer<typeof DeskEvent>;

export const ideaFields = {
  roundId: EntityId,
  eventId: EntityId,
  /** The finding it lies under; an idea may stand for itself. */
  findingId: z.optional(EntityId),
  text: text(2_000),
  lang: Language,
  /** Hands counted for it. */
  dots: Count,
  /** Two ideas that were the same. */
  mergedInto: z.optional(EntityId),
  dropped: z.optional(z.literal(true)),
};
/** What somebody in the room proposed. */
export const Idea = z.readonly(
  z.strictObject({ kind: z.literal("idea/1"), ...common, ideaId: EntityId, ...ideaFields }),
);
export type Idea = z.infer<typeof Idea>;
