// A session's plan travels in an envelope of the session's own box, so that a typed code alone learns what it is for.
// The desk signs it with its own key and proves itself by the session's enrol key, as any device of that box does.
import { parseBase64Url } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { nameByDigest } from "../../domain/codebook.ts";
import { type CardView, foldCards, foldDesk, foldRounds } from "../../domain/desk.ts";
import { narrowGuide } from "../../domain/guide.ts";
import { type Named, ofKind, type RecordError } from "../../domain/record.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { BundleTooLarge } from "../../sync/bundle.ts";
import { cutParts } from "../../sync/cut.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { RecordDraft } from "../record-writer.ts";
import { toCircle } from "./session-circle.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "crypto">;
export type PlanEnvelopeError =
  | StoreError
  | RecordError
  | BundleTooLarge
  | { readonly type: "desk-unnamed" }
  | { readonly type: "round-unknown" }
  | { readonly type: "card-unknown" };

const toPlan = async (
  deps: Deps,
  desk: OpenBox,
  records: readonly Named[],
  card: CardView,
): Promise<Result<RecordDraft, PlanEnvelopeError>> => {
  const runs = foldDesk(records)?.fields;
  if (!runs) return failed({ type: "desk-unnamed" });
  const round = foldRounds(records).find(({ roundId }) => roundId === card.fields.roundId)?.fields;
  if (!round) return failed({ type: "round-unknown" });
  const { title, groups, languages, place, plannedFor, replaces } = card.fields;
  return ok({
    kind: "session/1",
    box: card.session,
    parents: [],
    roundId: card.fields.roundId,
    roundName: round.name,
    codebook: await nameByDigest(round.codebook, deps.env.digest),
    guideDigest: await nameByDigest(round.guide, deps.env.digest),
    guide: narrowGuide(round.guide, languages),
    title,
    groups,
    languages,
    ...(place === undefined ? {} : { place }),
    ...(plannedFor === undefined ? {} : { heldOn: plannedFor }),
    ...(round.reviewRequired ? { reviewRequired: true } : {}),
    ...(round.allowResume ? {} : { noResume: true }),
    keepDays: round.retention.tabletDays,
    desk: {
      box: desk.box,
      recipient: desk.keys.recipient,
      name: runs.name,
      operator: runs.operator,
    },
    ...(replaces === undefined ? {} : { replaces }),
  });
};

const isPlanOf = (session: BoxId) => (named: Named) =>
  named.record.kind === "session/1" && named.record.box === session;

/** Cuts and stores the plan of a committed card. A session that has its plan already keeps it. */
export const makePlan = async (
  deps: Deps,
  desk: OpenBox,
  session: BoxId,
): Promise<Result<void, PlanEnvelopeError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  if (known.value.some(isPlanOf(session))) return ok(undefined);
  const card = foldCards(known.value).find((each) => each.session === session);
  const root = card && parseBase64Url(card.fields.rootKey);
  if (!card || !root) return failed({ type: "card-unknown" });
  const plan = await toPlan(deps, desk, known.value, card);
  if (!plan.ok) return plan;
  const records = await desk.writer.prepare([plan.value]);
  if (!records.ok) return records;

  const place = await toCircle(deps, desk, root);
  const cut = await cutParts(place, { box: session }, records.value, () => true);
  return cut.ok ? ok(undefined) : cut;
};

/**
 * Makes the plans that a crash left out: cards of this device without one. A card of another coordinator's device has
 * its plan there, and a second one would only be a rival.
 */
export const makeMissingPlans = async (
  deps: Deps,
  desk: OpenBox,
): Promise<Result<number, PlanEnvelopeError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const planned = new Set(ofKind(known.value, "session/1").map(({ record }) => record.box));
  const missing = foldCards(known.value).filter(
    ({ fields, session, history }) =>
      fields.state === "live" &&
      !planned.has(session) &&
      history[0]?.record.author.device === desk.signer.device,
  );
  for (const { session } of missing) {
    const made = await makePlan(deps, desk, session);
    if (!made.ok) return made;
  }
  return ok(missing.length);
};
