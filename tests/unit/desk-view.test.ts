import { expect, test } from "vitest";
import {
  nextStep,
  openRounds,
  type RoundRow,
  type SessionRow,
} from "../../src/app/desk/desk-view.ts";

type State = SessionRow["state"];
/** What the next step reads of a round, and no more. */
const round = (...sessions: readonly (readonly [State, string?])[]): RoundRow => {
  const rows = sessions.map(([state, plannedFor]) => ({ state, card: { fields: { plannedFor } } }));
  const living = rows.filter(({ state }) => state !== "void" && state !== "replaced");
  // Only the fields that are read here are there.
  return {
    sessions: rows,
    planned: living.length,
    arrived: living.filter(({ state }) => state === "arrived").length,
    unsettled: living.filter(({ state }) => state === "rival").length,
    findings: 0,
    checked: 0,
    ...{ editions: 0, events: 0, decisions: 0, unanswered: 0, measures: 0, open: 0, untold: 0 },
  } as unknown as RoundRow;
};
const today = "2026-11-24";
/** Read, stated, checked and published. */
const told = (after: Partial<RoundRow> = {}): RoundRow => ({
  ...round(["arrived"]),
  ...{ findings: 2, checked: 2, editions: 1 },
  ...after,
});

test.each([
  ["plan", "no session", round()],
  ["plan", "only void cards", round(["void"], ["replaced"])],
  ["collect", "a session today", round(["planned", today])],
  ["collect", "a session without a day", round(["planned"])],
  ["collect", "one held and one to come", round(["arrived"], ["planned", "2026-12-01"])],
  ["intake", "all held, one missing", round(["arrived"], ["planned", "2026-11-23"])],
  ["intake", "two releases that did not know each other", round(["arrived"], ["rival"])],
  ["notes", "everything there", round(["arrived"], ["void"])],
  ["findings", "a finding nobody has checked", { ...round(["arrived"]), findings: 2, checked: 1 }],
  ["report", "every finding checked", { ...round(["arrived"]), findings: 2, checked: 2 }],
  ["event", "a report published", told()],
  ["event", "an event prepared and nothing promised", told({ events: 1 })],
  ["event", "an urgent measure before any event", told({ measures: 1 })],
  ["measures", "a commitment without a measure", told({ events: 1, decisions: 2, unanswered: 1 })],
  ["measures", "a commitment and nothing done", told({ decisions: 1, measures: 0 })],
  ["followUp", "every commitment answered", told({ decisions: 1, measures: 2, untold: 2 })],
  ["followUp", "an event that led to measures alone", told({ events: 1, measures: 1 })],
] as const)("the next step is to %s with %s", (step, _, row) => {
  expect(nextStep(row, today)).toBe(step);
});

test("only rounds without a card take other questions", () => {
  const rounds = [round(), round(["void"]), round(["planned"])];
  expect(openRounds({ runs: undefined, rounds })).toEqual([rounds[0]]);
});
