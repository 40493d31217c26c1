import { expect, test } from "vitest";
import {
  type BoardState,
  countStates,
  type SealedBySession,
  toBoardState,
} from "../../src/app/desk/board-state.ts";
import type { RoundRow, SessionRow } from "../../src/app/desk/desk-view.ts";

const today = "2026-11-24";
const lastAt = "2026-11-24T16:40:00.000Z";
const row = (state: SessionRow["state"], plannedFor?: string, session = "a"): SessionRow =>
  // Only the fields that are read here are there.
  ({ state, card: { session, fields: { plannedFor } } }) as unknown as SessionRow;
const seen = (deliveries: number): SealedBySession =>
  new Map([["a", deliveries > 0 ? { deliveries, lastAt } : { deliveries }]]);

const cases: readonly (readonly [string, BoardState, SessionRow, SealedBySession | undefined])[] = [
  ["a day to come", { type: "planned" }, row("planned", "2026-11-25"), seen(0)],
  ["no day, whatever the hub", { type: "planned" }, row("planned"), seen(0)],
  ["today, and nothing there yet", { type: "planned" }, row("planned", today), seen(0)],
  [
    "today, seven deliveries there",
    { type: "collecting", deliveries: 7, lastAt },
    row("planned", today),
    seen(7),
  ],
  [
    "no day, one delivery there",
    { type: "collecting", deliveries: 1, lastAt },
    row("planned"),
    seen(1),
  ],
  [
    "yesterday, deliveries there, none handed over",
    { type: "reviewing", deliveries: 7, lastAt },
    row("planned", "2026-11-23"),
    seen(7),
  ],
  [
    "yesterday, the hub empty",
    { type: "missing", sawHub: true },
    row("planned", "2026-11-23"),
    seen(0),
  ],
  [
    "yesterday, no hub or none looked at",
    { type: "missing", sawHub: false },
    row("planned", "2026-11-23"),
    undefined,
  ],
  ["handed over", { type: "arrived" }, row("arrived", "2026-11-23"), seen(7)],
  ["a dead card", { type: "void" }, row("void", "2026-11-23"), seen(7)],
];

test.each(cases)("a session with %s", (_what, expected, session, sealed) => {
  expect(toBoardState(session, sealed, today)).toEqual(expected);
});

test("counts each state once, in the order of a session's life, dead cards left out", () => {
  const round = {
    sessions: [
      row("arrived", "2026-11-20", "b"),
      row("planned", "2026-11-23", "a"),
      row("planned", "2026-11-23", "c"),
      row("planned", "2026-12-01", "d"),
      row("void", "2026-11-20", "e"),
    ],
  } as unknown as RoundRow;
  expect(countStates(round, seen(2), today)).toEqual([
    { state: "planned", count: 1 },
    { state: "reviewing", count: 1 },
    { state: "missing", count: 1 },
    { state: "arrived", count: 1 },
  ]);
});
