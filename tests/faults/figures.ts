// How large this run is, and where its figures go. `npm test` runs every suite at a glance; `npm run test:faults` runs
// them short or long and prints what was counted. A figure that was not run is not written.
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

export type Size = "glance" | "short" | "long";
const sizes: readonly Size[] = ["glance", "short", "long"];

/** What `npm run test:faults` collects its table from: one JSON object a line. */
export const figuresFile = ".cache/faults/figures.jsonl";

export type Figure = {
  readonly suite: string;
  readonly what: string;
  readonly figure: string;
};

export const size: Size = sizes.find((each) => each === process.env.FAULTS) ?? "glance";

/** The value for this run's size. */
export const sized = <T>(glance: T, short: T, long: T): T => ({ glance, short, long })[size];

/** Generous, for a busy machine: nothing here tests speed. */
export const timeoutMs = sized(600_000, 3 * 3_600_000, 12 * 3_600_000);

/** Keeps one figure of this run. At a glance nothing is kept: it would say too little. */
export const tell = (suite: string, what: string, figure: string | number): void => {
  if (size === "glance") return;
  mkdirSync(dirname(figuresFile), { recursive: true });
  const line: Figure = { suite, what, figure: String(figure) };
  appendFileSync(figuresFile, `${JSON.stringify(line)}\n`);
};

/** Says loudly that something could not be run here, and why. */
export const tellSkipped = (suite: string, what: string, why: string): void => {
  process.stderr.write(`\nSKIPPED: ${suite}: ${what}: ${why}\n`);
  tell(suite, what, `SKIPPED: ${why}`);
};

/** The largest of many, without keeping them. */
export const createPeak = (): {
  readonly see: (value: number) => void;
  readonly top: () => number;
} => {
  let top = 0;
  return {
    see: (value) => {
      top = Math.max(top, value);
    },
    top: () => top,
  };
};
