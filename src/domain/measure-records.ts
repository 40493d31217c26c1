// What was promised, what is done about it, and what came of it. Responsible are units and councils, never persons. All of it
// names what it rests on, so that a measure can be walked back to the notes it answers.
import { noteRefs } from "./finding-records.ts";
import { common, Day, EntityId, localized, RecordId, Tag, text, z } from "./schema.ts";

const entities = (limit: number) => z.readonly(z.array(EntityId).check(z.maxLength(limit)));
const unit = text(200);

export const decisionFields = {
  roundId: EntityId,
  /** Where it was given; a decision of the council without an event of ours has none. */
  eventId: z.optional(EntityId),
  findings: entities(64),
  /** What is promised, in the municipality's languages. */
  promise: localized(2_000),
  unit: z.optional(unit),
  dueOn: z.optional(Day),
  firstFollowUpOn: z.optional(Day),
  /** It was read from the screen, and nobody in the room corrected it. */
  readAloud: z.optional(z.literal(true)),
  /** The revision whose words may be told outside; as with findings. */
  checked: z.optional(RecordId),
  dropped: z.optional(z.literal(true)),
};
/** A commitment made by decision-makers. */
export const Decision = z.readonly(
  z.strictObject({
    kind: z.literal("decision/1"),
    ...common,
    decisionId: EntityId,
    ...decisionFields,
  }),
);
export type Decision = z.infer<typeof Decision>;

export const measureStatuses = ["proposed", "decided", "under-way", "done", "dropped"] as const;
export const MeasureStatus = z.enum(measureStatuses);
export type MeasureStatus = z.infer<typeof MeasureStatus>;

export const measureFields = {
  /** The round it came from. */
  roundId: EntityId,
  /** What is done, in the municipality's languages, and in others for leaflets. */
  what: localized(2_000),
  objective: localized(2_000),
  findings: entities(64),
  /** Notes it answers without a finding between: urgent matters do not wait for one. */
  notes: noteRefs,
  decisions: entities(64),
  /** Had to be done at once, before any event. */
  urgent: z.optional(z.literal(true)),
  /** The example kind it was begun from. */
  template: z.optional(Tag),
  dimension: z.optional(Tag),
  unit: z.optional(unit),
  partners: z.optional(text(1_000)),
  startsOn: z.optional(Day),
  dueOn: z.optional(Day),
  cost: z.optional(text(500)),
  indicator: z.optional(text(500)),
  baseline: z.optional(text(300)),
  target: z.optional(text(300)),
  /** Where the indicator's values come from. */
  source: z.optional(text(500)),
  status: MeasureStatus,
  /** Needed where it was dropped. */
  statusReason: z.optional(text(2_000)),
  /** Since when it stands so. */
  statusOn: z.optional(Day),
  followUpOn: z.readonly(z.array(Day).check(z.maxLength(40))),
  /** What it did, as those who follow it judge. */
  assessment: localized(4_000),
  memo: z.optional(text(20_000)),
  /** The revision whose words may be told outside; as with findings. */
  checked: z.optional(RecordId),
  /** Written by mistake: shown nowhere. A measure that was given up is `dropped` by its status, and stays. */
  removed: z.optional(z.literal(true)),
};
export const Measure = z.readonly(
  z
    .strictObject({
      kind: z.literal("measure/1"),
      ...common,
      measureId: EntityId,
      ...measureFields,
    })
    .check(
      z.refine(
        ({ status, statusReason }) => status !== "dropped" || statusReason !== undefined,
        "a dropped measure needs its reason",
      ),
    ),
);
export type Measure = z.infer<typeof Measure>;

export const followUpTypes = ["seen", "indicator", "told", "assigned"] as const;
export const FollowUpType = z.enum(followUpTypes);
export type FollowUpType = z.infer<typeof FollowUpType>;

export const followUpFields = {
  roundId: EntityId,
  /** Absent only where the follow-up as a whole was handed to a unit (`assigned`). */
  measureId: z.optional(EntityId),
  /** What was seen; a value of the indicator; participants were told; the follow-up was handed to `unit`. */
  type: FollowUpType,
  on: Day,
  /** What was seen, or how people were told. */
  text: localized(4_000),
  /** By whom: a unit or council. */
  unit: z.optional(unit),
  /** A decimal number as text: canonical JSON here knows integers alone. */
  value: z.optional(z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,6})?$/))),
  source: z.optional(text(500)),
  /** What it can be seen from: a document's name, minutes, notes of a later round. */
  evidence: z.optional(text(2_000)),
  notes: noteRefs,
  checked: z.optional(RecordId),
  dropped: z.optional(z.literal(true)),
};
export const FollowUp = z.readonly(
  z
    .strictObject({
      kind: z.literal("follow-up/1"),
      ...common,
      followUpId: EntityId,
      ...followUpFields,
    })
    .check(
      z.refine(
        ({ type, measureId, unit: by }) =>
          type === "assigned" ? by !== undefined : measureId !== undefined,
        "a follow-up is of a measure, an assignment is to a unit",
      ),
      z.refine(
        ({ type, value }) => type !== "indicator" || value !== undefined,
        "an indicator has a value",
      ),
    ),
);
export type FollowUp = z.infer<typeof FollowUp>;
