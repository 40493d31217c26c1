// What happens in the room: ideas are written, joined and weighed by hands; commitments are written, shown and read aloud.
// To show a commitment is to have looked at its words: only then does it pass the public door.
import { type EventView, foldIdeas, type IdeaView } from "../../../domain/events.ts";
import { type DecisionView, foldDecisions } from "../../../domain/measures.ts";
import type { EntityId, Language, Localized } from "../../../domain/schema.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type Change, type DeskWork, nextDraft } from "../desk-work.ts";
import { worded } from "./event-model.ts";

type IdeaFields = IdeaView["fields"];
type DecisionFields = DecisionView["fields"];
export type NewCommitment = {
  readonly decisionId?: EntityId;
  readonly findings: readonly EntityId[];
  readonly promise: Localized;
  readonly unit?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly firstFollowUpOn?: string | undefined;
  readonly readAloud?: true | undefined;
};

const sameWords = (a: DecisionFields, b: Pick<DecisionFields, "promise" | "unit">): boolean =>
  JSON.stringify([Object.entries(a.promise).sort(), a.unit]) ===
  JSON.stringify([Object.entries(b.promise).sort(), b.unit]);

const maxDots = 9_999;

export const toDecisionDraft = (
  event: Pick<EventView, "eventId" | "fields">,
  decisionId: EntityId,
  { findings, promise, unit, dueOn, firstFollowUpOn, readAloud }: NewCommitment,
): RecordDraft => ({
  ...{ kind: "decision/1", parents: [], decisionId, findings, promise },
  ...{ roundId: event.fields.roundId, eventId: event.eventId },
  ...(unit ? { unit } : {}),
  ...(dueOn ? { dueOn } : {}),
  ...(firstFollowUpOn ? { firstFollowUpOn } : {}),
  ...(readAloud ? { readAloud } : {}),
});

export const createRoomModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => {
  const setIdea = (ideaId: EntityId, toChange: (fields: IdeaFields) => Change<IdeaFields>) =>
    work.change((records) => {
      const view = foldIdeas(records).find((each) => each.ideaId === ideaId);
      return view && [nextDraft("idea/1", { ideaId }, view, toChange(view.fields))];
    });
  const editDecision = (
    decisionId: EntityId,
    toChange: (view: DecisionView) => Change<DecisionFields> | undefined,
  ) =>
    work.change((records) => {
      const view = foldDecisions(records).find((each) => each.decisionId === decisionId);
      if (!view) return undefined;
      const change = toChange(view);
      return change ? [nextDraft("decision/1", { decisionId }, view, change)] : [];
    });

  return {
    addIdea: (
      event: EventView,
      idea: {
        readonly text: string;
        readonly lang: Language;
        readonly findingId?: EntityId | undefined;
      },
    ) => {
      const { text, lang, findingId } = idea;
      return work.change(() => [
        {
          ...{ kind: "idea/1", parents: [], ideaId: createEntityId(env.random), dots: 0 },
          ...{ roundId: event.fields.roundId, eventId: event.eventId, text: text.trim(), lang },
          ...(findingId === undefined ? {} : { findingId }),
        },
      ]);
    },
    wordIdea: (ideaId: EntityId, text: string) =>
      setIdea(ideaId, (fields) => ({ text: text.trim() === "" ? fields.text : text.trim() })),
    setDots: (ideaId: EntityId, dots: number) =>
      setIdea(ideaId, () => ({
        dots: Number.isFinite(dots) ? Math.min(maxDots, Math.max(0, Math.round(dots))) : 0,
      })),
    addDots: (ideaId: EntityId, by: 1 | -1) =>
      setIdea(ideaId, ({ dots }) => ({ dots: Math.min(maxDots, Math.max(0, dots + by)) })),
    group: (ideaId: EntityId, findingId: EntityId | undefined) =>
      setIdea(ideaId, () => ({ findingId })),
    /** Whatever had been merged into it goes along. */
    merge: (ideaId: EntityId, into: EntityId) =>
      work.change((records) =>
        foldIdeas(records)
          .filter(
            (view) =>
              view.ideaId !== into && (view.ideaId === ideaId || view.fields.mergedInto === ideaId),
          )
          .map((view) => nextDraft("idea/1", { ideaId: view.ideaId }, view, { mergedInto: into })),
      ),
    part: (ideaId: EntityId) => setIdea(ideaId, () => ({ mergedInto: undefined })),
    dropIdea: (ideaId: EntityId) => setIdea(ideaId, () => ({ dropped: true })),
    restoreIdea: (ideaId: EntityId) => setIdea(ideaId, () => ({ dropped: undefined })),

    commit: async (event: EventView, commitment: NewCommitment): Promise<EntityId | undefined> => {
      const decisionId = commitment.decisionId ?? createEntityId(env.random);
      const written = await work.change(() => [toDecisionDraft(event, decisionId, commitment)]);
      return written && decisionId;
    },
    wordPromise: (decisionId: EntityId, lang: Language, text: string) =>
      editDecision(decisionId, ({ fields }) => {
        if ((fields.promise[lang] ?? "") === text.trim()) return undefined;
        // Other words have to be read aloud anew.
        return { promise: worded(fields.promise, lang, text), readAloud: undefined };
      }),
    /** Of two wordings this one stands; the next revision names both. */
    choosePromise: (decisionId: EntityId, lang: Language, text: string) =>
      editDecision(decisionId, ({ fields }) => ({
        promise: worded(fields.promise, lang, text),
        readAloud: undefined,
      })),
    settleDecision: (decisionId: EntityId) => editDecision(decisionId, () => ({})),
    setDecision: (
      decisionId: EntityId,
      change: Change<
        Pick<DecisionFields, "unit" | "dueOn" | "firstFollowUpOn" | "readAloud" | "findings">
      >,
    ) => editDecision(decisionId, () => change),
    /** Names the revision that was looked at; where two have joined, they first become one. */
    check: async (decisionId: EntityId) => {
      const joined = await editDecision(decisionId, (view) =>
        view.heads.length > 1 ? { checked: undefined } : undefined,
      );
      if (!joined) return undefined;
      return editDecision(decisionId, (view) => {
        const head = view.heads.at(-1);
        return head && sameWords(view.fields, head.record) ? { checked: head.id } : undefined;
      });
    },
    dropDecision: (decisionId: EntityId) => editDecision(decisionId, () => ({ dropped: true })),
    restoreDecision: (decisionId: EntityId) =>
      editDecision(decisionId, () => ({ dropped: undefined })),
  };
};
export type RoomModel = ReturnType<typeof createRoomModel>;
