// Which question is being talked about and for how long, from stored beginnings and the wall clock: nothing counts in
// the background, so nothing drifts. Going back to a question is another beginning of it.
import type { Guide, Question } from "../../domain/guide.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import type { Tag } from "../../domain/schema.ts";
import { compareStamps } from "../../domain/stamp.ts";

export type Stint = { readonly question: Tag; readonly begunAt: string };

/** Every beginning of a question, in order. An undone one has no length: the next begins at the same moment. */
export const stintsOf = (records: readonly Named[]): readonly Stint[] =>
  ofKind(records, "phase/1")
    .map(({ record }) => record)
    .sort((a, b) => compareTexts(a.begunAt, b.begunAt) || compareStamps(a.stamp, b.stamp))
    .map(({ question, begunAt }) => ({ question, begunAt }));

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type ClockMark = "fifteen" | "five" | "over";

export type PhaseView = {
  /** The question of now; undefined before the talk began, or where the guide does not know it. */
  readonly question: Question | undefined;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly previous: Question | undefined;
  readonly next: Question | undefined;
  readonly begun: boolean;
  /** Whole minutes since the talk began. */
  readonly elapsedMinutes: number;
  /** Whole minutes in this question, all its stints together. */
  readonly minutes: number;
  readonly plannedMinutes: number | undefined;
  /** Whole minutes until the planned end of the whole talk, if it is planned and has begun. */
  readonly minutesLeft: number | undefined;
  readonly mark: ClockMark | undefined;
};

const minuteMs = 60_000;

export const lookAtClock = (stints: readonly Stint[], guide: Guide, nowMs: number): PhaseView => {
  const { questions } = guide;
  const current = stints.at(-1)?.question;
  const index = questions.findIndex(({ id }) => id === current);
  const plannedMs = questions.reduce((sum, { minutes = 0 }) => sum + minutes * minuteMs, 0);
  const first = stints[0];
  const leftMs =
    first && plannedMs > 0 ? plannedMs - (nowMs - Date.parse(first.begunAt)) : undefined;
  return {
    question: questions[index],
    place: index + 1,
    total: questions.length,
    previous: index > 0 ? questions[index - 1] : undefined,
    next: questions[index + 1],
    begun: first !== undefined,
    elapsedMinutes: first ? Math.floor((nowMs - Date.parse(first.begunAt)) / minuteMs) : 0,
    minutes: Math.floor(spentMs(stints, current, nowMs) / minuteMs),
    plannedMinutes: questions[index]?.minutes,
    minutesLeft: leftMs === undefined ? undefined : Math.ceil(leftMs / minuteMs),
    mark: leftMs === undefined ? undefined : markOf(leftMs / minuteMs),
  };
};

const spentMs = (stints: readonly Stint[], question: Tag | undefined, nowMs: number): number =>
  stints.reduce((sum, stint, at) => {
    if (stint.question !== question) return sum;
    const end = stints[at + 1]?.begunAt;
    const endMs = end === undefined ? nowMs : Date.parse(end);
    return sum + Math.max(0, endMs - Date.parse(stint.begunAt));
  }, 0);

const markOf = (minutesLeft: number): ClockMark | undefined => {
  if (minutesLeft <= 0) return "over";
  if (minutesLeft <= 5) return "five";
  return minutesLeft <= 15 ? "fifteen" : undefined;
};
