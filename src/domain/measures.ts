// From the records of a desk box to its decisions, its measures and what was seen of them. Links are joined; only words and
// single facts can be rivals.
import { isChecked } from "./checked.ts";
import { foldEach, type Joined } from "./joined.ts";
import {
  type Decision,
  decisionFields,
  type FollowUp,
  followUpFields,
  type Measure,
  type MeasureStatus,
  measureFields,
} from "./measure-records.ts";
import { type Named, ofKind } from "./record.ts";
import { namesOf } from "./revisions.ts";
import type { EntityId } from "./schema.ts";

export type DecisionView = Joined<Decision, keyof typeof decisionFields, "promise"> & {
  readonly decisionId: EntityId;
};
export type MeasureView = Joined<
  Measure,
  keyof typeof measureFields,
  "what" | "objective" | "assessment"
> & { readonly measureId: EntityId };
export type FollowUpView = Joined<FollowUp, keyof typeof followUpFields, "text"> & {
  readonly followUpId: EntityId;
};

/** Every decision, withdrawn ones too, oldest first. */
export const foldDecisions = (records: readonly Named[]): readonly DecisionView[] =>
  foldEach(ofKind(records, "decision/1"), {
    idOf: ({ decisionId }) => decisionId,
    names: namesOf(decisionFields),
    sets: { findings: ({ findings }) => findings },
    words: { promise: ({ promise }) => promise },
  }).map(([decisionId, folded]) => ({ ...folded, decisionId }));

/** Every measure, removed ones too, oldest first. */
export const foldMeasures = (records: readonly Named[]): readonly MeasureView[] =>
  foldEach(ofKind(records, "measure/1"), {
    idOf: ({ measureId }) => measureId,
    names: namesOf(measureFields),
    sets: {
      findings: ({ findings }) => findings,
      notes: ({ notes }) => notes,
      decisions: ({ decisions }) => decisions,
      followUpOn: ({ followUpOn }) => followUpOn,
    },
    words: {
      what: ({ what }) => what,
      objective: ({ objective }) => objective,
      assessment: ({ assessment }) => assessment,
    },
  }).map(([measureId, folded]) => ({ ...folded, measureId }));

/** Every entry of the follow-up, withdrawn ones too, oldest first by when it was written. */
export const foldFollowUps = (records: readonly Named[]): readonly FollowUpView[] =>
  foldEach(ofKind(records, "follow-up/1"), {
    idOf: ({ followUpId }) => followUpId,
    names: namesOf(followUpFields),
    sets: { notes: ({ notes }) => notes },
    words: { text: ({ text }) => text },
  }).map(([followUpId, folded]) => ({ ...folded, followUpId }));

export const isDecisionChecked = (view: DecisionView): boolean =>
  isChecked<Decision, DecisionView>(view, ({ promise, unit = "" }) => ({ promise, unit }));

export const isMeasureChecked = (view: MeasureView): boolean =>
  isChecked<Measure, MeasureView>(
    view,
    ({ what, objective, assessment, unit = "", partners = "", statusReason = "" }) => ({
      ...{ what, objective, assessment, unit, partners, statusReason },
    }),
  );

export const isFollowUpChecked = (view: FollowUpView): boolean =>
  isChecked<FollowUp, FollowUpView>(view, ({ text, unit = "", evidence = "" }) => ({
    ...{ text, unit, evidence },
  }));

export type StatusChange = {
  readonly status: MeasureStatus;
  readonly on?: string | undefined;
  readonly reason?: string | undefined;
  /** When it was written down, by its maker's clock: ISO 8601 UTC. */
  readonly writtenAt: string;
};

/** How a measure came to stand as it does, oldest first: each revision that changed the status, its day or its reason. */
export const statusHistory = ({ history }: MeasureView): readonly StatusChange[] => {
  const changes: StatusChange[] = [];
  for (const { record } of history) {
    const { status, statusOn: on, statusReason: reason, stamp } = record;
    const last = changes.at(-1);
    if (last?.status === status && last.on === on && last.reason === reason) continue;
    changes.push({ status, on, reason, writtenAt: stamp.slice(0, 24) });
  }
  return changes;
};

/** Neither done nor given up nor removed: what the next round asks about. */
export const isOpen = ({ fields }: MeasureView): boolean =>
  !fields.removed && fields.status !== "done" && fields.status !== "dropped";

/** Participants have been told of it. */
export const toldEntries = (
  measureId: EntityId,
  followUps: readonly FollowUpView[],
): readonly FollowUpView[] =>
  followUps.filter(
    ({ fields }) => fields.measureId === measureId && fields.type === "told" && !fields.dropped,
  );
