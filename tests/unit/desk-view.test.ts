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
  } as unknown as RoundRow;
};
const today = "2026-11-24";

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
] as const)("the next step is to %s with %s", (step, _, row) => {
  expect(nextStep(row, today)).toBe(step);
});

test("only rounds without a card take other questions", () => {
  const rounds = [round(), round(["void"]), round(["planned"])];
  expect(openRounds({ runs: undefined, rounds })).toEqual([rounds[0]]);
});
