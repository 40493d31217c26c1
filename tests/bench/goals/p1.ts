// P1: saving one note, by the app's own path, beside IndexedDB itself and beside what others use.
import { callPage, openBenchPage } from "../bench-page.ts";
import type { Goal, Samples } from "../goal.ts";
import { ratioAt } from "../ratios.ts";
import { quantile } from "../results.ts";

const sizes = [0, 10_000, 100_000] as const;
const peers = ["ours", "raw", "pouch", "rx"] as const;
const commits = 100;
type Times = Readonly<Record<(typeof peers)[number], readonly number[]>>;

const ratio = (median: number) => ({ unit: "ratio", median }) as const;

export const goal: Goal = {
  what: "One note saved through the app's own path (schema, id, seal, strict commit), beside a raw strict put of the same note in clear, PouchDB and RxDB with their relaxed commits; one commit of each in turn, a hundred a round, into stores that hold 0, 10,000 and 100,000 notes already. Ratios are of the same round.",
  figures: {
    ...Object.fromEntries(
      sizes.flatMap((size) => [
        [`p50 to raw strict, ${size} stored`, ratio(1.4)],
        [`p95 to raw strict, ${size} stored`, ratio(1.5)],
        [`p50 to PouchDB, ${size} stored`, ratio(1)],
        [`p50 to RxDB, ${size} stored`, ratio(1)],
      ]),
    ),
    "p50 at 100,000 stored to 0": ratio(1.4),
    "p50, 0 stored": { unit: "ms", median: 100 },
  },
  measure: async (rounds) => {
    const { page, stop } = await openBenchPage("commit");
    try {
      const samples: Samples[] = [];
      const first: number[] = [];
      for (const size of sizes) {
        await callPage(page, "fill", peers, size);
        await callPage(page, "commit", peers, 20); // Warms what starts slowly.
        for (let round = 0; round < rounds; round += 1) {
          const times = await callPage<Times>(page, "commit", peers, commits);
          const p50 = quantile(times.ours, 0.5);
          if (size === 0) first.push(p50);
          samples.push({
            [`p50 to raw strict, ${size} stored`]: [ratioAt(times.ours, times.raw, 0.5)],
            [`p95 to raw strict, ${size} stored`]: [ratioAt(times.ours, times.raw, 0.95)],
            [`p50 to PouchDB, ${size} stored`]: [ratioAt(times.ours, times.pouch, 0.5)],
            [`p50 to RxDB, ${size} stored`]: [ratioAt(times.ours, times.rx, 0.5)],
            ...(size === 0 ? { "p50, 0 stored": times.ours } : {}),
            ...(size === 100_000
              ? { "p50 at 100,000 stored to 0": [p50 / quantile(first, 0.5)] }
              : {}),
          });
        }
      }
      return samples;
    } finally {
      await stop();
    }
  },
};
