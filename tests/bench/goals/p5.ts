// P5: taking in a round's releases, beside writing the same notes in clear.
import { callPage } from "../bench-page.ts";
import { openIntakePage } from "../desk-files.ts";
import type { Goal, Samples } from "../goal.ts";

const sessions = 300;
const notes = sessions * 60;

export const goal: Goal = {
  what: "300 sealed releases of 60 notes (18,000) from a hand-over file by the app's own intake: opened, verified, through the schema, kept in strict commits, read back, folded, in columns and in a search index; the receipts, written afterwards, are left out. Beside it PouchDB's bulkDocs and RxDB's bulkInsert of the same notes in clear, a thousand at a time, relaxed, without verifying, counting or searching anything. A desk and stores of their own each round. The ratio is ours in time to the peer's: a tenth is ten times the notes a second.",
  figures: {
    "time to PouchDB": { unit: "ratio", median: 0.1 },
    "time to RxDB": { unit: "ratio", median: 0.1 },
    "intake of 18,000 notes": { unit: "s", median: 8 },
  },
  measure: async (rounds) => {
    const { page, code, stop } = await openIntakePage(sessions);
    try {
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const ours = await callPage<number>(page, "intake", code, notes);
        const pouch = await callPage<number>(page, "bulk", "pouch");
        const rx = await callPage<number>(page, "bulk", "rx");
        samples.push({
          "time to PouchDB": [ours / pouch],
          "time to RxDB": [ours / rx],
          "intake of 18,000 notes": [ours / 1_000],
        });
      }
      return samples;
    } finally {
      await stop();
    }
  },
};
