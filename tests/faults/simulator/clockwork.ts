// Who goes on next. Everything in a simulated world waits here before and after each thing it does, and one is let on
// at a time, as chance has it: so all orders of two things at once come up, and each comes up again from its seed.
import type { Chance } from "../random.ts";

export interface Clockwork {
  /** Waits to be let on. What belongs to a device that has crashed in the meantime never is. */
  readonly pause: (isAlive: () => boolean) => Promise<void>;
  /** Lets one on and waits until it comes to rest. False when nobody waits. */
  readonly letOneOn: () => Promise<boolean>;
  readonly waiting: () => number;
}

/** When all that can go on without being let on has done so. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const createClockwork = (chance: Chance): Clockwork => {
  let waiting: { readonly isAlive: () => boolean; readonly goOn: () => void }[] = [];
  return {
    pause: (isAlive) =>
      new Promise((resolve) => {
        waiting.push({ isAlive, goOn: resolve });
      }),
    waiting: () => waiting.length,
    letOneOn: async () => {
      waiting = waiting.filter(({ isAlive }) => isAlive());
      if (waiting.length === 0) return false;
      const [one] = waiting.splice(chance.below(waiting.length), 1);
      one?.goOn();
      await rest();
      return true;
    },
  };
};
