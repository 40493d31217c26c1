// The desk on 18,000 notes: 300 sessions of 60, four languages, written by the app's own writer and bundled as it bundles.
import { readCorpusDesk } from "../../fixtures/corpus-desk.ts";
import { measureDesk } from "../desk-page.ts";
import type { Goal, Samples } from "../goal.ts";

const sessions = 300;

export const goal: Goal = {
  what: "300 sessions of 60 notes (18,000) in four languages. Import: from the file in the field to “Tuotu”, without the person's pause before the press. Opening: from the navigation to the round on the desk's first page, the best of three. Filter and matrix: the slowest of five filters and of seven tables, from the address to the drawn list. Keystroke: p95 of four words typed letter by letter. Memory: JavaScript heap of page and worker after a collection.",
  figures: {
    import: { unit: "ms", median: 8_000 },
    "longest freeze": { unit: "ms", median: 200 },
    opening: { unit: "ms", median: 1_500 },
    filter: { unit: "ms", median: 100 },
    matrix: { unit: "ms", median: 100 },
    keystroke: { unit: "ms", median: 50 },
    memory: { unit: "MB", median: 400 },
  },
  measure: async (rounds) => {
    const corpus = await readCorpusDesk(sessions);
    const samples: Samples[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const figures = await measureDesk(corpus);
      samples.push(Object.fromEntries(Object.entries(figures).map(([name, ms]) => [name, [ms]])));
    }
    return samples;
  },
};
