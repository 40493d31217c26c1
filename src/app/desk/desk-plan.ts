// What a coordinator plans: rounds and cards, as records of the desk's box. A card is committed before anything of it
// prints, and before its session's plan is cut: whoever finds the paper finds the card at the desk.
import { toBase64Url } from "../../base/bytes.ts";
import { createCode } from "../../base/code.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import type { Codebook } from "../../domain/codebook.ts";
import {
  type CardView,
  foldCards,
  foldDesk,
  foldRounds,
  type RoundView,
} from "../../domain/desk.ts";
import type { Round } from "../../domain/desk-records.ts";
import type { Guide } from "../../domain/guide.ts";
import type { BoxId, EntityId, Language } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { createEntityId, type RecordDraft, type WriteError } from "../record-writer.ts";
import { makePlan, type PlanEnvelopeError } from "./plan-envelope.ts";

export type PlanDeps = Pick<AppDeps, "env" | "keys" | "crypto">;

export type PlanError =
  | WriteError
  | PlanEnvelopeError
  /** The desk has not said yet who runs it. */
  | { readonly type: "desk-unnamed" }
  | { readonly type: "round-unknown" }
  /** Cards name the guide by digest: once one exists, the round's questions stay as they are. */
  | { readonly type: "round-frozen" }
  | { readonly type: "card-unknown" }
  /** Replaced or void already. */
  | { readonly type: "card-dead" };

export type RoundDraft = {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly codebook: Codebook;
  readonly guide: Guide;
  readonly reviewRequired: boolean;
  readonly allowResume: boolean;
  readonly thresholds?: Round["thresholds"];
  readonly retention?: Round["retention"];
};

export const defaultThresholds: Round["thresholds"] = { notes: 5, sessions: 3, people: 10 };
export const defaultRetention: Round["retention"] = {
  tabletDays: 14,
  hubDays: 30,
  deskDays: 365,
};

/** Starts a round: codebook and guide are frozen into it. Answers its id. */
export const createRound = async (
  deps: Pick<PlanDeps, "env">,
  desk: OpenBox,
  draft: RoundDraft,
): Promise<Result<EntityId, PlanError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const runs = foldDesk(known.value)?.fields;
  if (!runs) return failed({ type: "desk-unnamed" });
  const roundId = createEntityId(deps.env.random);
  const written = await desk.writer.write([
    {
      kind: "round/1",
      parents: [],
      roundId,
      name: draft.name,
      operator: runs.operator,
      deskName: runs.name,
      languages: draft.languages,
      codebook: draft.codebook,
      guide: draft.guide,
      thresholds: draft.thresholds ?? defaultThresholds,
      reviewRequired: draft.reviewRequired,
      allowResume: draft.allowResume,
      retention: draft.retention ?? defaultRetention,
    },
  ]);
  return written.ok ? ok(roundId) : written;
};

export type RoundChange = Partial<
  Pick<Round, "name" | "languages" | "guide" | "thresholds" | "retention">
>;

/** A new revision of the round. Its guide changes only while no card names it; its codebook never does. */
export const reviseRound = async (
  desk: OpenBox,
  roundId: EntityId,
  change: RoundChange,
): Promise<Result<void, PlanError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const round = foldRounds(known.value).find((each) => each.roundId === roundId);
  if (!round) return failed({ type: "round-unknown" });
  const hasCards = foldCards(known.value).some(({ fields }) => fields.roundId === roundId);
  if (change.guide && hasCards) return failed({ type: "round-frozen" });
  const parents = round.heads.map(({ id }) => id);
  const written = await desk.writer.write([
    { kind: "round/1", parents, roundId, ...round.fields, ...change },
  ]);
  return written.ok ? ok(undefined) : written;
};

export type SessionDraft = {
  readonly roundId: EntityId;
  readonly title: string;
  readonly groups: readonly string[];
  readonly languages: readonly Language[];
  readonly place?: string;
  readonly plannedFor?: string;
  readonly peoplePlanned?: number;
};

/** A fresh card for a session: its code, and the box that follows from it. */
const drawCard = async (
  deps: PlanDeps,
  draft: SessionDraft,
): Promise<{
  readonly session: BoxId;
  readonly record: Extract<RecordDraft, { readonly kind: "card/1" }>;
}> => {
  const code = createCode("session", deps.env.random);
  const root = await deps.keys.deriveRoot("session", code);
  const { box } = await deps.keys.deriveBoxKeys(root);
  return {
    session: box,
    record: {
      kind: "card/1",
      parents: [],
      session: box,
      code,
      rootKey: toBase64Url(root),
      state: "live",
      ...draft,
    },
  };
};

const findRound = async (
  desk: OpenBox,
  roundId: EntityId,
): Promise<Result<RoundView, PlanError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const round = foldRounds(known.value).find((each) => each.roundId === roundId);
  return round ? ok(round) : failed({ type: "round-unknown" });
};

/** Commits the card, then cuts the session's plan into an envelope of its own. Answers the session's box. */
export const planSession = async (
  deps: PlanDeps,
  desk: OpenBox,
  draft: SessionDraft,
): Promise<Result<BoxId, PlanError>> => {
  const round = await findRound(desk, draft.roundId);
  if (!round.ok) return round;
  const card = await drawCard(deps, draft);
  const committed = await desk.writer.write([card.record]);
  if (!committed.ok) return committed;
  const planned = await makePlan(deps, desk, card.session);
  return planned.ok ? ok(card.session) : planned;
};

const findCard = async (desk: OpenBox, session: BoxId): Promise<Result<CardView, PlanError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const card = foldCards(known.value).find((each) => each.session === session);
  return card ? ok(card) : failed({ type: "card-unknown" });
};

const revision = (card: CardView, state: "live" | "replaced" | "void"): RecordDraft => ({
  kind: "card/1",
  session: card.session,
  ...card.fields,
  state,
  parents: card.heads.map(({ id }) => id),
});

/** A new card for a lost or leaked one, in one transaction with the end of the old. Answers the new session's box. */
export const replaceCard = async (
  deps: PlanDeps,
  desk: OpenBox,
  session: BoxId,
): Promise<Result<BoxId, PlanError>> => {
  const old = await findCard(desk, session);
  if (!old.ok) return old;
  if (old.value.fields.state !== "live") return failed({ type: "card-dead" });
  const { code, rootKey, state, replaces, ...draft } = old.value.fields;
  void [code, rootKey, state, replaces]; // Named so that they are left out: the new card has its own.
  // The fields of a record that passed the strict gate: what is absent there is absent, never undefined.
  const card = await drawCard(deps, draft as SessionDraft);
  const committed = await desk.writer.write([
    { ...card.record, replaces: session },
    revision(old.value, "replaced"),
  ]);
  if (!committed.ok) return committed;
  const planned = await makePlan(deps, desk, card.session);
  return planned.ok ? ok(card.session) : planned;
};

/** The card's tokens go; its later bundles are set aside. Old copies still open with the old code. */
export const voidCard = async (desk: OpenBox, session: BoxId): Promise<Result<void, PlanError>> => {
  const card = await findCard(desk, session);
  if (!card.ok) return card;
  if (card.value.fields.state !== "live") return failed({ type: "card-dead" });
  const written = await desk.writer.write([revision(card.value, "void")]);
  return written.ok ? ok(undefined) : written;
};

/** Takes a voiding back: the same card lives again. A replaced card stays replaced. */
export const restoreCard = async (
  desk: OpenBox,
  session: BoxId,
): Promise<Result<void, PlanError>> => {
  const card = await findCard(desk, session);
  if (!card.ok) return card;
  if (card.value.fields.state !== "void") return failed({ type: "card-dead" });
  const written = await desk.writer.write([revision(card.value, "live")]);
  return written.ok ? ok(undefined) : written;
};
