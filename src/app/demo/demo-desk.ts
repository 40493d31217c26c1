// Fills an empty desk with two practice rounds, a year apart, through the same steps as in earnest: cards, plans, sealed releases,
// intake, findings, measures. It lives in a database of its own, so nothing of it can mix with real work or reach a hub. Each step is left
// out where it was done before: a closed tab leaves a desk that the next opening completes.

import { toCarriedQuestion, withCarried } from "../../analysis/carried-over.ts";
import { ok, type Result } from "../../base/result.ts";
import { foldCards, foldDesk, foldReleases, foldRounds } from "../../domain/desk.ts";
import type { Question } from "../../domain/guide.ts";
import { foldMeasures } from "../../domain/measures.ts";
import type { Named } from "../../domain/record.ts";
import type { EntityId } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import { createRound, defaultRetention, planSession } from "../desk/desk-plan.ts";
import type { OpenBox } from "../open-box.ts";
import earlierYear from "./demo-earlier.json";
import { fillDemoWork } from "./demo-measures.ts";
import { type DemoSession, makeDemoNotes } from "./demo-notes.ts";
import { holdSession } from "./demo-session.ts";

export type DemoProgress = { readonly done: number; readonly total: number };
type DemoError = { readonly type: string };
type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "contents" | "workspace">;

const seed = 2026;
/** Protects nothing: what it opens is invented. */
export const demoPassphrase = "harjoitus harjoitus";

/** The names people see in the practice round, in the language of the interface. */
export type DemoWords = { readonly desk: string; readonly round: string; readonly unheld: string };

/** Makes a desk, two rounds, their sessions and releases; the last session is planned and has not been held. */
export const makeDemoDesk = async (
  deps: Deps,
  words: DemoWords,
  progress: (progress: DemoProgress) => void,
): Promise<Result<OpenBox, DemoError>> => {
  const made = await deps.workspace.createDesk(demoPassphrase);
  return made.ok ? fillDemoDesk(deps, made.value.desk, words, progress) : made;
};

const languages = ["fi", "sv", "en"];

/** Adds to a practice desk what it lacks yet. */
export const fillDemoDesk = async (
  deps: Deps,
  desk: OpenBox,
  words: DemoWords,
  progress: (progress: DemoProgress) => void,
): Promise<Result<OpenBox, DemoError>> => {
  const proven = await desk.updateFacts({ recoveryProven: true });
  if (!proven.ok) return proven;
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const [earlier, current] = foldRounds(known.value).map(({ roundId }) => roundId);
  const before = earlier ? ok(earlier) : await openEarlier(deps, desk, known.value, words);
  if (!before.ok) return before;
  const earlierSessions = makeDemoNotes(seed, undefined, earlierYear.sessions);
  const heldBefore = await holdSessions(deps, desk, before.value, earlierSessions, () => undefined);
  if (!heldBefore.ok) return heldBefore;
  const { things } = earlierYear;
  const workedBefore = await fillDemoWork(deps, desk, before.value, { things });
  if (!workedBefore.ok) return workedBefore;

  const measured = await desk.records.readAll();
  if (!measured.ok) return measured;
  const question = questionAbout(measured.value);
  const round = current ? ok(current) : await openCurrent(deps, desk, words, question);
  if (!round.ok) return round;
  const sessions = makeDemoNotes(seed, question?.id);
  const total = sessions.length + 1;
  const held = await holdSessions(deps, desk, round.value, sessions, (done) =>
    progress({ done, total }),
  );
  if (!held.ok) return held;
  if (held.value < total) {
    const unheld = { roundId: round.value, title: words.unheld, groups: [], languages: ["fi"] };
    const last = await planSession(deps, desk, unheld);
    if (!last.ok) return last;
  }
  return fillDemoWork(deps, desk, round.value);
};

/** Plans and holds what is missing of a round's sessions, in their order; answers how many cards the round had before. */
const holdSessions = async (
  deps: Deps,
  desk: OpenBox,
  roundId: EntityId,
  sessions: readonly DemoSession[],
  progress: (done: number) => void,
): Promise<Result<number, DemoError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const cards = foldCards(known.value).filter(({ fields }) => fields.roundId === roundId);
  const released = new Set(foldReleases(known.value).map(({ session }) => session));
  for (const [index, session] of sessions.entries()) {
    progress(index);
    const there = cards[index]?.session;
    const planned = there ? ok(there) : await planSession(deps, desk, toPlan(session, roundId));
    if (!planned.ok) return planned;
    if (released.has(planned.value)) continue;
    const held = await holdSession(deps, desk, planned.value, session);
    if (!held.ok) return held;
  }
  return ok(cards.length);
};

/** The measure of the earlier round, asked about in the current one. */
const questionAbout = (records: readonly Named[]): Question | undefined => {
  const [measure] = foldMeasures(records);
  if (!measure) return undefined;
  const { dimension, what } = measure.fields;
  return toCarriedQuestion({ measureId: measure.measureId, what, dimension }, asks);
};

/** In the words of paper.json. */
const asks: ReadonlyMap<string, (what: string) => string> = new Map([
  ["fi", (what) => `Aiemmin luvattiin: ${what} Onko tämä näkynyt?`],
  ["sv", (what) => `Tidigare lovades: ${what} Har det synts?`],
  ["en", (what) => `Earlier it was promised: ${what} Have you noticed this?`],
]);

const openEarlier = async (
  deps: Deps,
  desk: OpenBox,
  known: readonly Named[],
  words: DemoWords,
): Promise<Result<EntityId, DemoError>> => {
  if (!foldDesk(known)) {
    const named = await desk.writer.write([
      { kind: "desk/1", parents: [], operator: "ngo", name: words.desk, languages },
    ]);
    if (!named.ok) return named;
  }
  return createRound(deps, desk, {
    ...(await draftRound(deps)),
    name: `${words.round} ${earlierYear.year}`,
    // Two rounds are compared: the earlier one has to stay so long.
    retention: { ...defaultRetention, deskDays: 3 * 365 },
  });
};

const openCurrent = async (
  deps: Deps,
  desk: OpenBox,
  { round }: DemoWords,
  question: Question | undefined,
): Promise<Result<EntityId, DemoError>> => {
  const draft = await draftRound(deps);
  const guide = withCarried(draft.guide, question ? [question] : []);
  return createRound(deps, desk, { ...draft, guide, name: `${round} ${earlierYear.year + 1}` });
};

const draftRound = async ({ contents }: Deps) => ({
  languages: [...languages, "ar", "so"],
  codebook: await contents.currentCodebook(),
  guide: await contents.currentGuide(),
  reviewRequired: false,
  allowResume: true,
});

const toPlan = (
  { title, groups, languages, place, heldOn, people }: DemoSession,
  roundId: Parameters<typeof planSession>[2]["roundId"],
) => ({
  ...{ roundId, title, groups, languages, place },
  plannedFor: heldOn,
  peoplePlanned: people,
});
