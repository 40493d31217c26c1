// What stands on the papers of one session or of a whole round, and what keeps them from printing.
import { toGroups } from "../../base/crockford.ts";
import { nameByDigest } from "../../domain/codebook.ts";
import type { Operator } from "../../domain/desk-records.ts";
import type { BoxId, Language } from "../../domain/schema.ts";
import { toCardLink } from "../../wire/card-link.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { DeskState, RoundRow, SessionRow } from "./desk-view.ts";
import { hasPaperWords } from "./paper-words.ts";
import { gapsIn, type LanguageGaps } from "./session-model.ts";

export type PrintTarget = { readonly round: RoundRow; readonly sessions: readonly SessionRow[] };

/** By a session's box, or by a round's id for all its sessions. Only living cards print. */
export const findTarget = (state: DeskState, id: string): PrintTarget | undefined => {
  for (const round of state.rounds) {
    const live = round.sessions.filter(({ card }) => card.fields.state === "live");
    const one = live.find(({ card }) => card.session === id);
    if (one) return { round, sessions: [one] };
    if (round.roundId === id) return { round, sessions: live };
  }
  return undefined;
};

export type PrintObstacle =
  /** The recovery sheet was not proved: a card that prints now could become worthless. */
  | { readonly type: "unproven" }
  | { readonly type: "nothing" }
  /** The coordinator may go on after having read these. */
  | {
      readonly type: "gaps";
      readonly gaps: readonly LanguageGaps[];
      readonly wordless: readonly Language[];
    };

export const findObstacle = (
  target: PrintTarget | undefined,
  isProven: boolean,
): PrintObstacle | undefined => {
  if (!isProven) return { type: "unproven" };
  if (!target || target.sessions.length === 0) return { type: "nothing" };
  const languages = [...new Set(target.sessions.flatMap(({ card }) => card.fields.languages))];
  const gaps = gapsIn(target.round, languages);
  const wordless = languages.filter((language) => !hasPaperWords(language));
  return gaps.length + wordless.length > 0 ? { type: "gaps", gaps, wordless } : undefined;
};

export type CardPaper = {
  readonly session: BoxId;
  readonly link: string;
  /** In groups of four. */
  readonly code: string;
  readonly title: string;
  readonly groups: readonly string[];
  readonly place: string | undefined;
  readonly day: string | undefined;
  readonly receiver: string;
  readonly operator: Operator;
  /** In two groups of four. */
  readonly fingerprint: string;
  readonly languages: readonly Language[];
};

/** The content of each session's card, in the order of the sessions. */
export const toCardPapers = async (
  deps: Pick<AppDeps, "env" | "keys">,
  desk: Pick<OpenBox, "box" | "keys">,
  { round, sessions }: PrintTarget,
  runs: { readonly name: string; readonly operator: Operator },
): Promise<readonly CardPaper[]> => {
  const codebook = await nameByDigest(round.fields.codebook, deps.env.digest);
  const guide = await nameByDigest(round.fields.guide, deps.env.digest);
  const fingerprint = toGroups(await deps.keys.fingerprintOf(desk.keys.recipient));
  return sessions.map(({ card: { session, fields } }) => ({
    session,
    link: toCardLink(deps.env.baseUrl, {
      code: fields.code,
      desk: { recipient: desk.keys.recipient, box: desk.box, ...runs },
      title: fields.title,
      languages: fields.languages,
      roundId: round.roundId,
      roundName: round.fields.name,
      codebook,
      guide,
      reviewRequired: round.fields.reviewRequired,
      noResume: !round.fields.allowResume,
    }),
    code: toGroups(fields.code),
    title: fields.title,
    groups: fields.groups,
    place: fields.place,
    day: fields.plannedFor,
    receiver: runs.name,
    operator: runs.operator,
    fingerprint,
    languages: fields.languages,
  }));
};

/** `items` in pages of `size`: four cards on a sheet. */
export const toPages = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  );
