// P6: a desk's first picture, beside reading all notes as rows and counting them.
import { callPage } from "../bench-page.ts";
import { openIntakePage } from "../desk-files.ts";
import type { Goal, Samples } from "../goal.ts";
import { ratioAt } from "../ratios.ts";

const sizes = [
  { sessions: 300, notes: 18_000 },
  { sessions: 1_500, notes: 90_000 },
] as const;
const opensPerRound = 3;
type Opened = { readonly ours: number; readonly rows: number };

export const goal: Goal = {
  what: "A locked desk of 300 and of 1,500 sessions of 60 notes to its first picture: the row key out of its slot (the slow stretching of the code is P12's), all records unsealed, the desk's state, the columns and the table of dimensions by polarity. Beside it raw IndexedDB: getAll of the same notes as rows in clear, and the same table counted from them. The app is put together anew each time over the same database, so that nothing is remembered; every cell must be the same. Three of each in turn a round.",
  figures: Object.fromEntries(
    sizes.map(({ notes }) => [`to rows, ${notes} notes`, { unit: "ratio", median: 0.15 } as const]),
  ),
  measure: async (rounds) => {
    const samples: Samples[] = [];
    for (const { sessions, notes } of sizes) {
      const { page, code, stop } = await openIntakePage(sessions);
      try {
        await callPage(page, "intake", code, notes);
        await callPage(page, "bulk", "raw");
        await callPage(page, "open", code); // Warms what starts slowly.
        for (let round = 0; round < rounds; round += 1) {
          const opened: Opened[] = [];
          for (let turn = 0; turn < opensPerRound; turn += 1)
            opened.push(await callPage<Opened>(page, "open", code));
          samples.push({
            [`to rows, ${notes} notes`]: [
              ratioAt(
                opened.map(({ ours }) => ours),
                opened.map(({ rows }) => rows),
                0.5,
              ),
            ],
          });
        }
      } finally {
        await stop();
      }
    }
    return samples;
  },
};
