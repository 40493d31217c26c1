// What a goal of `npm run bench` is. A new one is one file in `goals/`, named as it is called.

/** A figure's limit, as the issue or performance.md names it. */
export type Limit = {
  readonly unit: "ms" | "s" | "MB" | "kB" | "ratio" | "exponent" | "presses" | "taps" | "requests";
  readonly median: number;
  readonly p95?: number;
};

/** What one round measured: for each figure as many samples as it took. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export type Goal = {
  /** What was measured and how, in a sentence for RESULTS.md. */
  readonly what: string;
  readonly figures: Readonly<Record<string, Limit>>;
  /**
   * Sets up once, then measures round after round, and cleans up whatever happens. A round checks that what it measured was
   * done: it throws where something was fast by doing nothing.
   */
  readonly measure: (rounds: number) => Promise<readonly Samples[]>;
};
