// Figures that were measured, kept with the day and the commit, as data and as a page. Nothing is written by hand.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Goal, Samples } from "./goal.ts";
import { toReportPage } from "./report-page.ts";

export type Row = {
  readonly unit: string;
  readonly goal: string;
  /** Of the median. */
  readonly limit: number;
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
  readonly isKept: boolean;
};
export type Result = {
  readonly what: string;
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly rounds: number;
  readonly figures: Readonly<Record<string, Row>>;
};
export type Results = Readonly<Record<string, Result>>;

const data = "tests/bench/RESULTS.json";
const page = "tests/bench/RESULTS.md";
const report = "tests/bench/report.html";

/** The smallest value that at least this share of the samples does not exceed. */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** Every figure that the goal names, over all rounds; a figure without samples is a fault of the goal. */
export const toRows = (
  { figures }: Goal,
  rounds: readonly Samples[],
): Readonly<Record<string, Row>> =>
  Object.fromEntries(
    Object.entries(figures).map(([name, limit]) => {
      const samples = rounds.flatMap((each) => each[name] ?? []);
      if (samples.length === 0) throw new Error(`nothing was measured for "${name}"`);
      const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
      const isKept = median <= limit.median && (limit.p95 === undefined || p95 <= limit.p95);
      const tail = limit.p95 === undefined ? "" : `, p95 ≤ ${limit.p95}`;
      const goal = `median ≤ ${limit.median}${tail}`;
      return [
        name,
        {
          unit: limit.unit,
          goal,
          limit: limit.median,
          median: round(median),
          p95: round(p95),
          samples: samples.length,
          isKept,
        },
      ];
    }),
  );

const read = (): Results => (existsSync(data) ? JSON.parse(readFileSync(data, "utf8")) : {});

/** Puts one goal's result in place of its earlier one; the others stay. */
export const keep = (name: string, result: Result): void => {
  const all = { ...read(), [name]: result };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(data, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(page, toPage(sorted));
  writeFileSync(report, toReportPage(sorted));
};

const toPage = (results: Results): string =>
  [
    "# Measured figures\n",
    "Written by `npm run bench` alone. Absolute figures belong to the machine that is named; a figure that was not measured is not here.",
    ...Object.entries(results).flatMap(([name, result]) => [
      `\n## ${name}\n`,
      `${result.what}\n`,
      `${result.date}, commit \`${result.commit}\`, ${result.rounds} rounds, ${result.machine}.\n`,
      "| figure | median | p95 | samples | goal | kept |",
      "| --- | --- | --- | --- | --- | --- |",
      ...Object.entries(result.figures).map(
        ([figure, { unit, median, p95, samples, goal, isKept }]) =>
          `| ${figure} | ${median} ${unit} | ${p95} ${unit} | ${samples} | ${goal} ${unit} | ${isKept ? "yes" : "no"} |`,
      ),
    ]),
    "",
  ].join("\n");
