// What a plan will be able to tell in numbers, said while there is still time to plan otherwise.
import type { Thresholds } from "./suppress.ts";

/** Where a card does not say how many are expected. */
const expectedPeople = 6;
/** Below this, "5 of 6" would say more than rounding to 5 knows: findings are told in words. */
export const leastForSessionCounts = 10;

export type PlannedSession = {
  readonly groups: readonly string[];
  readonly people: number | undefined;
};

export type Allowance = {
  readonly sessions: number;
  readonly total: boolean;
  /** "Heard in about 10 of 14 sessions", rather than "in several". */
  readonly sessionCounts: boolean;
  /** Of the planned groups, those that a table may name, and the others. */
  readonly groups: readonly string[];
  readonly tooSmall: readonly string[];
};

export const whatThresholdsAllow = (
  sessions: readonly PlannedSession[],
  least: Thresholds,
): Allowance => {
  const isEnough = (list: readonly PlannedSession[]): boolean =>
    list.length >= least.sessions &&
    list.reduce((sum, { people }) => sum + (people ?? expectedPeople), 0) >= least.people;
  const named = [...new Set(sessions.flatMap(({ groups }) => groups))];
  const enough = named.filter((group) =>
    isEnough(sessions.filter(({ groups }) => groups.includes(group))),
  );
  // One group alone would be told by the total less the rest.
  const groups = enough.length > 1 ? enough : [];
  return {
    sessions: sessions.length,
    total: isEnough(sessions),
    sessionCounts: sessions.length >= leastForSessionCounts,
    groups,
    tooSmall: named.filter((group) => !groups.includes(group)),
  };
};
