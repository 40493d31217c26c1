// The decision-makers' event of the practice round: about the findings that may be told there, with the commitments that were
// made in it. Added once, to a practice desk that has findings and no event. Everything here is invented.
import { listPublishableFindings } from "../../analysis/publishable.ts";
import { ok, type Result } from "../../base/result.ts";
import { foldRounds } from "../../domain/desk.ts";
import { type DeskEvent, eventFields, type Idea } from "../../domain/event-records.ts";
import { foldEvents } from "../../domain/events.ts";
import { foldDecisions } from "../../domain/measures.ts";
import { z } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import { nextDraft } from "../desk/desk-work.ts";
import type { OpenBox } from "../open-box.ts";
import { createEntityId, type RecordDraft } from "../record-writer.ts";
import written from "./demo-event.json";

const { name, place, startsAt, programme, script, invited, attended } = eventFields;
const Written = z.strictObject({
  ...{ name, place, startsAt, programme, script, invited, attended },
  /** From today. */
  inDays: z.int(),
  remark: z.string(),
  ideas: z.array(z.strictObject({ text: z.string(), dots: z.int() })),
});
const dayMs = 86_400_000;

export const fillDemoEvent = async (
  { env }: Pick<AppDeps, "env">,
  desk: OpenBox,
): Promise<Result<OpenBox, { readonly type: string }>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const records = known.value;
  const round = foldRounds(records).at(-1);
  if (!round || foldEvents(records).length > 0) return ok(desk);
  const findings = listPublishableFindings(records, round.roundId);
  const [first] = findings;
  if (!first) return ok(desk);
  const { inDays, remark, ideas, ...fields } = Written.parse(written);
  const eventId = createEntityId(env.random);
  const own = { parents: [], roundId: round.roundId, eventId };
  const event: Omit<DeskEvent, "box" | "author" | "stamp" | "salt"> = {
    ...{ kind: "event/1", ...own, ...fields },
    on: new Date(env.now() + inDays * dayMs).toISOString().slice(0, 10),
    findings: findings.map(({ findingId }) => findingId),
    remarks: { [first.findingId]: remark },
  };
  const proposed = ideas.map(
    (idea): Omit<Idea, "box" | "author" | "stamp" | "salt"> => ({
      ...{ kind: "idea/1", ...own, ...idea, lang: "fi" },
      ...{ ideaId: createEntityId(env.random), findingId: first.findingId },
    }),
  );
  // What was promised about these findings was promised there.
  const promised = foldDecisions(records)
    .filter(({ fields }) => fields.roundId === round.roundId)
    .filter((view) => view.fields.eventId === undefined && !view.fields.dropped)
    .map(
      (view): RecordDraft =>
        nextDraft("decision/1", { decisionId: view.decisionId }, view, { eventId }),
    );
  const kept = await desk.writer.write([event, ...proposed, ...promised]);
  return kept.ok ? ok(desk) : kept;
};
