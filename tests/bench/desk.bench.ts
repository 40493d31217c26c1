// The desk's goals on 18,000 notes, and how each figure grows from 12 to 1,500 sessions. Needs `npm run build`.
// `KUULUU_BENCH_SESSIONS=12,300` measures fewer sizes while working.
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCorpusDesk } from "../fixtures/corpus-desk.ts";
import { type DeskFigure, type DeskFigures, deskFigures, measureDesk } from "./desk-page.ts";

/** At 300 sessions of 60 notes. */
const goals: Readonly<Record<DeskFigure, number>> = {
  import: 8_000,
  "longest freeze": 200,
  opening: 1_500,
  filter: 100,
  matrix: 100,
  keystroke: 50,
  memory: 400,
};
const goalSize = 300;
const mostExponent = 1.1;

const sizes = (process.env.KUULUU_BENCH_SESSIONS ?? "12,300,1500").split(",").map(Number);

/** The slope of the line through log(size), log(figure): 1 grows as the notes do. */
const fitExponent = (points: readonly (readonly [number, number])[]): number => {
  const logs = points.map(
    ([size, figure]) => [Math.log(size), Math.log(Math.max(figure, 0.1))] as const,
  );
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
};

test("the desk keeps its goals", { timeout: 3_600_000 }, async () => {
  const measured = new Map<number, DeskFigures>();
  for (const size of sizes) measured.set(size, await measureDesk(await readCorpusDesk(size)));
  const rows = deskFigures.map((figure) => {
    const points = sizes.map((size) => [size, measured.get(size)?.[figure] ?? 0] as const);
    return {
      figure,
      ...Object.fromEntries(points.map(([size, value]) => [size, Math.round(value * 10) / 10])),
      goal: goals[figure],
      exponent: sizes.length > 1 ? Math.round(fitExponent(points) * 100) / 100 : undefined,
    };
  });
  const lines = rows.map((row) =>
    Object.entries(row)
      .map(([name, value]) => `${name} ${value}`)
      .join("  "),
  );
  process.stdout.write(`${lines.join("\n")}\n`);
  mkdirSync(".cache/reports", { recursive: true });
  writeFileSync(".cache/reports/bench-desk.json", JSON.stringify(rows, null, 2));
  const missed = rows.filter(
    ({ figure, exponent }) =>
      (measured.get(goalSize)?.[figure] ?? 0) > goals[figure] || (exponent ?? 0) > mostExponent,
  );
  expect(missed.map(({ figure }) => figure)).toEqual([]);
});
