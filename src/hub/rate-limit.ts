// How often one key may do something: a bucket that fills evenly. In memory, so each hub counts for itself.

export interface RateLimit {
  /** How long to wait before the next one would pass; 0 when it passes now. Takes nothing. */
  readonly waitMs: (key: string) => number;
  /** Takes one when there is one, and says the same as `waitMs`. */
  readonly take: (key: string) => number;
}

export const createRateLimit = (perMinute: number, now: () => number): RateLimit => {
  const emptiedUntil = new Map<string, number>(); // when the key's bucket will be full again
  const stepMs = 60_000 / perMinute;

  const fullAt = (key: string): number => Math.max(emptiedUntil.get(key) ?? 0, now());
  const waitMs = (key: string): number => Math.max(0, fullAt(key) + stepMs - 60_000 - now());
  return {
    waitMs,
    take: (key) => {
      const wait = waitMs(key);
      if (wait > 0) return wait;
      // Full buckets need no memory; only known tokens come here, so the map stays small anyway.
      if (emptiedUntil.size > 10_000) {
        for (const [other, at] of emptiedUntil) if (at <= now()) emptiedUntil.delete(other);
      }
      emptiedUntil.set(key, fullAt(key) + stepMs);
      return 0;
    },
  };
};
