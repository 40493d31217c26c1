// What a coordinator does here: hands the follow-up over, marks people as told, and takes open measures into the next round
// as questions. Each is a record of its own; what was marked by mistake comes back with one tap.
import { toCarriedQuestion, withCarried } from "../../../analysis/carried-over.ts";
import type { PublishableMeasure } from "../../../analysis/publishable-measures.ts";
import type { Result } from "../../../base/result.ts";
import { foldRounds } from "../../../domain/desk.ts";
import { foldFollowUps } from "../../../domain/measures.ts";
import { ofKind } from "../../../domain/record.ts";
import type { EntityId, Language } from "../../../domain/schema.ts";
import type { OpenBox } from "../../open-box.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type PlanError, reviseRound } from "../desk-plan.ts";
import { type DeskWork, nextDraft } from "../desk-work.ts";

/** Words to ask with, by language; of a measure that was only proposed they promise nothing. */
export type Asks = Readonly<
  Record<"decided" | "proposed", ReadonlyMap<string, (what: string) => string>>
>;

export const createFollowUpModel = (
  desk: OpenBox,
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => {
  const entry = (
    roundId: EntityId,
    on: string,
  ): Pick<
    Extract<RecordDraft, { readonly kind: "follow-up/1" }>,
    "kind" | "parents" | "followUpId" | "roundId" | "on" | "notes"
  > => ({
    ...{ kind: "follow-up/1", parents: [], followUpId: createEntityId(env.random) },
    ...{ roundId, on, notes: [] },
  });
  return {
    /** The newest assignment stands; the earlier ones stay as its history. */
    assign: (roundId: EntityId, unit: string, on: string) =>
      work.change(() => [{ ...entry(roundId, on), type: "assigned", unit: unit.trim(), text: {} }]),
    /** One entry for each measure; answers their names, for taking it back. */
    tell: async (
      roundId: EntityId,
      measures: readonly EntityId[],
      told: { readonly on: string; readonly lang: Language; readonly how: string },
    ): Promise<readonly EntityId[] | undefined> => {
      const written = await work.change(() =>
        measures.map((measureId) => ({
          ...{ ...entry(roundId, told.on), measureId, type: "told" as const },
          text: { [told.lang]: told.how.trim() },
        })),
      );
      return written && ofKind(written, "follow-up/1").map(({ record }) => record.followUpId);
    },
    withdraw: (followUpIds: readonly EntityId[]) =>
      work.change((records) =>
        foldFollowUps(records)
          .filter(({ followUpId }) => followUpIds.includes(followUpId))
          .map((view) =>
            nextDraft("follow-up/1", { followUpId: view.followUpId }, view, { dropped: true }),
          ),
      ),
    /** The round's own questions, then exactly these. Refused once a card names the round's questions. */
    carry: async (
      roundId: EntityId,
      chosen: readonly Pick<PublishableMeasure, "measureId" | "what" | "dimension" | "status">[],
      asks: Asks,
    ): Promise<Result<void, PlanError>> => {
      const known = await desk.records.readAll();
      if (!known.ok) return known;
      const round = foldRounds(known.value).find((each) => each.roundId === roundId)?.fields;
      if (!round) return { ok: false, error: { type: "round-unknown" } };
      const knows = (dimension: string | undefined) =>
        round.codebook.dimensions.find(({ id }) => id === dimension)?.id;
      const questions = chosen.map(({ measureId, what, dimension, status }) =>
        toCarriedQuestion(
          { measureId, what: pick(what, round.languages), dimension: knows(dimension) },
          status === "proposed" ? asks.proposed : asks.decided,
        ),
      );
      return reviseRound(desk, roundId, { guide: withCarried(round.guide, questions) });
    },
  };
};
export type FollowUpModel = ReturnType<typeof createFollowUpModel>;

const pick = (
  what: PublishableMeasure["what"],
  languages: readonly Language[],
): PublishableMeasure["what"] =>
  Object.fromEntries(Object.entries(what).filter(([lang]) => languages.includes(lang)));
