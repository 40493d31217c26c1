// When to try the hub again: later after each failure, scattered so that a roomful of tablets does not come at once.

const firstDelayMs = 5_000;
const longestDelayMs = 15 * 60_000;

export type Attempt = {
  /** Failures in a row so far, from 1. */
  readonly failures: number;
  readonly nowMs: number;
  /** From 0 up to 1. */
  readonly random: number;
  /** What the hub asked for. Never tried earlier; a longer wish than our longest is not followed. */
  readonly retryAfterMs?: number;
};

/** The time of the next try: between half and all of a delay that doubles from 5 s to 15 min. */
export const nextTryMs = ({ failures, nowMs, random, retryAfterMs = 0 }: Attempt): number => {
  const doubled = firstDelayMs * 2 ** Math.min(failures - 1, 20);
  const delayMs = Math.min(doubled, longestDelayMs) * (0.5 + random / 2);
  return nowMs + Math.round(Math.max(delayMs, Math.min(retryAfterMs, longestDelayMs)));
};
