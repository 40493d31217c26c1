// What the follow-up waits for today: days agreed on that have come, and people who have not heard what became of it.
import {
  type DecisionView,
  type FollowUpView,
  foldDecisions,
  foldFollowUps,
  foldMeasures,
  isOpen,
  type MeasureView,
  toldEntries,
} from "../domain/measures.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Localized } from "../domain/schema.ts";

export type ReminderType =
  /** A day agreed on for looking has come, and nobody has written what was seen. */
  | "look"
  /** The first follow-up of a commitment. */
  | "first-look"
  /** The day by which it was to be done has passed. */
  | "late"
  /** A commitment's day has passed, and no measure answers it. */
  | "promise-late"
  /** Done, but those who spoke of it have not been told. */
  | "untold";

export type Reminder = {
  readonly type: ReminderType;
  readonly roundId: EntityId;
  readonly words: Localized;
  /** The day that has come; the day it was done, where somebody wrote it down. */
  readonly on?: string;
  /** Since yesterday or longer; today itself is due, not overdue. */
  readonly isOverdue: boolean;
} & (
  | { readonly measureId: EntityId; readonly decisionId?: never }
  | { readonly decisionId: EntityId; readonly measureId?: never }
);

const lookedSince = (entries: readonly FollowUpView[], measureId: EntityId, day: string): boolean =>
  entries.some(
    ({ fields }) =>
      fields.measureId === measureId &&
      (fields.type === "seen" || fields.type === "indicator") &&
      fields.on >= day,
  );

const ofMeasure = (
  view: MeasureView,
  entries: readonly FollowUpView[],
  today: string,
): readonly Reminder[] => {
  const { measureId, fields } = view;
  if (fields.removed || fields.status === "dropped") return [];
  const shared = { measureId, roundId: fields.roundId, words: fields.what };
  // One look answers every day before it, so only the newest day that has come can still wait.
  const lookOn = fields.followUpOn
    .filter((day) => day <= today)
    .sort()
    .at(-1);
  const told = toldEntries(measureId, entries);
  const { statusOn, dueOn, status } = fields;
  const isUntold =
    status === "done" && !told.some((each) => statusOn === undefined || each.fields.on >= statusOn);
  return [
    ...(lookOn !== undefined && !lookedSince(entries, measureId, lookOn)
      ? [{ ...shared, type: "look" as const, on: lookOn, isOverdue: lookOn < today }]
      : []),
    ...(isOpen(view) && dueOn !== undefined && dueOn < today
      ? [{ ...shared, type: "late" as const, on: dueOn, isOverdue: true }]
      : []),
    ...(isUntold
      ? [
          {
            ...{ ...shared, type: "untold" as const, isOverdue: false },
            ...(statusOn === undefined ? {} : { on: statusOn }),
          },
        ]
      : []),
  ];
};

const ofDecision = (
  { decisionId, fields }: DecisionView,
  measures: readonly MeasureView[],
  entries: readonly FollowUpView[],
  today: string,
): readonly Reminder[] => {
  if (fields.dropped) return [];
  const shared = { decisionId, roundId: fields.roundId, words: fields.promise };
  const answers = measures.filter(
    (each) => !each.fields.removed && each.fields.decisions.includes(decisionId),
  );
  const { firstFollowUpOn: first, dueOn } = fields;
  return [
    ...(first !== undefined &&
    first <= today &&
    !answers.some(({ measureId }) => lookedSince(entries, measureId, first))
      ? [{ ...shared, type: "first-look" as const, on: first, isOverdue: first < today }]
      : []),
    ...(dueOn !== undefined && dueOn < today && answers.length === 0
      ? [{ ...shared, type: "promise-late" as const, on: dueOn, isOverdue: true }]
      : []),
  ];
};

/** Longest waiting first; what has no day comes last. `today` is a day, `2027-03-01`. */
export const listReminders = (records: readonly Named[], today: string): readonly Reminder[] => {
  const measures = foldMeasures(records);
  const entries = foldFollowUps(records).filter(({ fields }) => !fields.dropped);
  return [
    ...foldDecisions(records).flatMap((each) => ofDecision(each, measures, entries, today)),
    ...measures.flatMap((each) => ofMeasure(each, entries, today)),
  ].sort((a, b) => {
    const [one, other] = [a.on ?? "9", b.on ?? "9"];
    return one < other ? -1 : one > other ? 1 : 0;
  });
};
