// The texts that leaflets are made of, for the translation sheet: commitments, measures with their assessment, and what was
// seen. A text that comes back is a new revision, and so looked at again before it is told.
import type { RoundView } from "../../../domain/desk.ts";
import { foldDecisions, foldFollowUps, foldMeasures } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { Localized } from "../../../domain/schema.ts";
import type { RecordDraft } from "../../record-writer.ts";
import { nextDraft } from "../desk-work.ts";

export type LeafletPart = {
  readonly id: string;
  readonly what: "promise" | "measure" | "assessment" | "seen";
  readonly texts: Localized;
  readonly maxLength: number;
};
/** A part together with the thing it belongs to; of one thing all changes become one revision. */
type Owned = {
  readonly parts: readonly (LeafletPart & { readonly field: string })[];
  readonly toDraft: (change: Readonly<Record<string, Localized>>) => RecordDraft;
};

const listOwned = (records: readonly Named[], { roundId }: RoundView): readonly Owned[] => [
  ...foldDecisions(records)
    .filter(({ fields }) => fields.roundId === roundId && !fields.dropped)
    .map(
      (view): Owned => ({
        parts: [
          {
            ...{ id: `decision/${view.decisionId}`, what: "promise", field: "promise" },
            ...{ texts: view.fields.promise, maxLength: 2_000 },
          },
        ],
        toDraft: (change) => nextDraft("decision/1", { decisionId: view.decisionId }, view, change),
      }),
    ),
  ...foldMeasures(records)
    .filter(({ fields }) => fields.roundId === roundId && !fields.removed)
    .map(
      (view): Owned => ({
        parts: [
          {
            ...{ id: `measure/${view.measureId}/what`, what: "measure", field: "what" },
            ...{ texts: view.fields.what, maxLength: 2_000 },
          },
          {
            ...{ id: `measure/${view.measureId}/assessment`, what: "assessment" },
            ...{ field: "assessment", texts: view.fields.assessment, maxLength: 4_000 },
          },
        ],
        toDraft: (change) => nextDraft("measure/1", { measureId: view.measureId }, view, change),
      }),
    ),
  ...foldFollowUps(records)
    .filter(({ fields }) => fields.roundId === roundId && !fields.dropped)
    .filter(({ fields }) => fields.type === "seen")
    .map(
      (view): Owned => ({
        parts: [
          {
            ...{ id: `follow-up/${view.followUpId}`, what: "seen", field: "text" },
            ...{ texts: view.fields.text, maxLength: 4_000 },
          },
        ],
        toDraft: (change) =>
          nextDraft("follow-up/1", { followUpId: view.followUpId }, view, change),
      }),
    ),
];

/** Only what says something in some language: there is nothing to translate in the others. */
export const listLeafletParts = (
  records: readonly Named[],
  round: RoundView,
): readonly LeafletPart[] =>
  listOwned(records, round)
    .flatMap(({ parts }) => parts)
    .filter(({ texts }) => Object.keys(texts).length > 0);

/** `translate` answers a part's texts with what came back, or undefined where nothing did. */
export const draftLeafletParts = (
  records: readonly Named[],
  round: RoundView,
  translate: (id: string, texts: Localized) => Localized | undefined,
): readonly RecordDraft[] =>
  listOwned(records, round).flatMap(({ parts, toDraft }) => {
    const changed = parts.flatMap(({ id, field, texts }) => {
      const now = translate(id, texts);
      return now ? [[field, now] as const] : [];
    });
    return changed.length === 0 ? [] : [toDraft(Object.fromEntries(changed))];
  });
