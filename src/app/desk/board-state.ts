// How far a session is, told from what this device has imported, from the calendar and from how much lies sealed on the
// hub. What is inside is never opened, so a review is not seen: only that the day has passed and notes were not handed over.
import type { RoundRow, SessionRow, SessionState } from "./desk-view.ts";
import type { SealedCount } from "./intake-waiting.ts";

/** By session; undefined where the hub was not looked at. */
export type SealedBySession = ReadonlyMap<string, SealedCount>;

export type BoardState =
  | { readonly type: Exclude<SessionState, "planned"> }
  /** To come, or without a day. */
  | { readonly type: "planned" }
  /** Something has reached the hub and the day is not over. */
  | { readonly type: "collecting"; readonly deliveries: number; readonly lastAt: string }
  /** The day is over, something has reached the hub, nothing was handed over. */
  | { readonly type: "reviewing"; readonly deliveries: number; readonly lastAt: string }
  /** The day is over and nothing is there. `sawHub`: the hub was looked at, and holds nothing either. */
  | { readonly type: "missing"; readonly sawHub: boolean };
export type BoardStateType = BoardState["type"];

/** `today` as `2026-11-24`. A session without a day is never missing. */
export const toBoardState = (
  { card, state }: Pick<SessionRow, "card" | "state">,
  sealed: SealedBySession | undefined,
  today: string,
): BoardState => {
  if (state !== "planned") return { type: state };
  const { plannedFor } = card.fields;
  const isOver = plannedFor !== undefined && plannedFor < today;
  const count = sealed?.get(card.session);
  if (count?.lastAt !== undefined && count.deliveries > 0) {
    const { deliveries, lastAt } = count;
    return { type: isOver ? "reviewing" : "collecting", deliveries, lastAt };
  }
  return isOver ? { type: "missing", sawHub: count !== undefined } : { type: "planned" };
};

/** In the order of a session's life; what is left of dead cards is not counted. */
export const countedStates = [
  "planned",
  "collecting",
  "reviewing",
  "missing",
  "arrived",
  "rival",
] as const satisfies readonly BoardStateType[];
export type CountedState = (typeof countedStates)[number];

export const countStates = (
  { sessions }: Pick<RoundRow, "sessions">,
  sealed: SealedBySession | undefined,
  today: string,
): readonly { readonly state: CountedState; readonly count: number }[] => {
  const counts = new Map<BoardStateType, number>();
  for (const row of sessions) {
    const { type } = toBoardState(row, sealed, today);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return countedStates.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count > 0 ? [{ state, count }] : [];
  });
};
