// How each figure of the desk grows from 12 to 1,500 sessions: 1 is growing as the notes do, 1.1 is where it becomes a fault.
import { readCorpusDesk } from "../../fixtures/corpus-desk.ts";
import { type DeskFigure, type DeskFigures, deskFigures, measureDesk } from "../desk-page.ts";
import type { Goal } from "../goal.ts";

const sizes = [12, 300, 1_500] as const;

/** Below these a figure is nothing, and how nothing grows tells nothing: what is shorter than 50 ms is no freeze. */
const floors: Partial<Record<DeskFigure, number>> = { "longest freeze": 50 };

/** The slope of the least-squares line through log(size), log(figure). */
const fitExponent = (points: readonly (readonly [number, number])[], floor = 0.1): number => {
  const logs = points.map(
    ([size, figure]) => [Math.log(size), Math.log(Math.max(figure, floor))] as const,
  );
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
};

export const goal: Goal = {
  what: "The desk's figures at 12, 300 and 1,500 sessions of 60 notes, one run of each: the exponent of each figure's growth. One sample, whatever the number of rounds.",
  figures: Object.fromEntries(
    deskFigures.map((figure) => [figure, { unit: "exponent", median: 1.1 } as const]),
  ),
  measure: async () => {
    const measured: (readonly [number, DeskFigures])[] = [];
    for (const size of sizes) measured.push([size, await measureDesk(await readCorpusDesk(size))]);
    const exponentOf = (figure: DeskFigure) =>
      fitExponent(
        measured.map(([size, figures]) => [size, figures[figure]]),
        floors[figure],
      );
    return [Object.fromEntries(deskFigures.map((figure) => [figure, [exponentOf(figure)]]))];
  },
};
