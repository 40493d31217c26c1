// P2: keeping up with the talk on a cheap tablet.
import type { Goal, Samples } from "../goal.ts";
import { openLive, saveNotes, typeInto } from "../live-page.ts";
import { ratioAt } from "../ratios.ts";
import { quantile } from "../results.ts";

const notes = 300;
const keys = "kukaan ei tervehdi pihalla mutta koulun juhlassa juteltiin kauan ja illalla ";

export const goal: Goal = {
  what: "The built app's live screen with 300 notes, drafts on, beside a bare page with the same rows and a text field; letter by letter at twelve keys a second, in turn, at 4 × and 6 × throttle. From the key's own time to the frame that shows it. Saving at 6 ×: from Enter until the row stands in the log and the field is empty.",
  figures: {
    "p75 to a bare field, 4 ×": { unit: "ratio", median: 1.15 },
    "p98 to a bare field, 4 ×": { unit: "ratio", median: 1.4 },
    "slowest key, 4 ×": { unit: "ms", median: 200 },
    "p98 of a key, 6 ×": { unit: "ms", median: 100 },
    "p95 of saving a note, 6 ×": { unit: "ms", median: 100 },
  },
  measure: async (rounds) => {
    const { live, plain, throttle, stop } = await openLive(notes);
    try {
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await throttle(4);
        const bare = await typeInto(plain, keys);
        const ours = await typeInto(live, keys);
        await throttle(6);
        const slow = await typeInto(live, keys);
        const saved = await saveNotes(live, 20);
        samples.push({
          "p75 to a bare field, 4 ×": [ratioAt(ours, bare, 0.75)],
          "p98 to a bare field, 4 ×": [ratioAt(ours, bare, 0.98)],
          "slowest key, 4 ×": [Math.max(...ours)],
          "p98 of a key, 6 ×": [quantile(slow, 0.98)],
          "p95 of saving a note, 6 ×": [quantile(saved, 0.95)],
        });
        await throttle(1);
      }
      return samples;
    } finally {
      await stop();
    }
  },
};
