// P9: from nothing to the session's notes without a network, and what the first load costs.
import { filesOfFirstLoad, readChunks, sizeOf } from "../../architecture/built-app.ts";
import { openColdStarts, type Start } from "../cold-start.ts";
import type { Goal, Samples } from "../goal.ts";
import { quantile } from "../results.ts";

const notes = 300;
const startsPerRound = 2;

export const goal: Goal = {
  what: "The built app's live screen over a session of 300 notes (it draws the newest 60 and counts the earlier ones), and a static page with the same 300 notes behind the app's own service worker, both sites gone, the browser's process started anew for each; two starts of each in turn a round. From the beginning of the navigation to the frame after the last note; CPU of the page's main thread until then, the renderer's own start included. First load: scripts up to the live screen, gzip. Later start: what the app's site was asked for with the network there, but for the browser's look for a newer worker and the app's for a hub.",
  figures: {
    "wall to a static page": { unit: "ratio", median: 1.2 },
    "main-thread CPU to a static page": { unit: "ratio", median: 1.15 },
    "first load of scripts": { unit: "kB", median: 100 },
    "requests of a later start": { unit: "requests", median: 0 },
  },
  measure: async (rounds) => {
    const starts = await openColdStarts(notes);
    try {
      starts.takeRequests();
      await starts.app();
      const later = starts.takeRequests();
      await starts.goOffline();
      const size = sizeOf(filesOfFirstLoad(readChunks()));
      if (size < 50) throw new Error("the app is not all there");
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const app: Start[] = [];
        const plain: Start[] = [];
        for (let turn = 0; turn < startsPerRound; turn += 1) {
          plain.push(await starts.plain());
          app.push(await starts.app());
        }
        const ratio = (of: keyof Start) =>
          quantile(
            app.map((one) => one[of]),
            0.5,
          ) /
          quantile(
            plain.map((one) => one[of]),
            0.5,
          );
        samples.push({
          "wall to a static page": [ratio("wall")],
          "main-thread CPU to a static page": [ratio("cpu")],
          ...(round === 0
            ? { "first load of scripts": [size], "requests of a later start": [later.length] }
            : {}),
        });
      }
      return samples;
    } finally {
      await starts.stop();
    }
  },
};
