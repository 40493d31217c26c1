// P4: ten more notes, and nothing at all, on a device that has delivered before.
import type { Goal, Samples } from "../goal.ts";
import { ratioAt } from "../ratios.ts";
import { notesFrom, open, startServers, type Way } from "../sync-peers.ts";

const before = 300;
const each = 10;
const turns = 10;

/** Ten notes at a time: milliseconds, bytes and requests of each. */
const measureWay = async (way: Way) => {
  const sent = { ms: [] as number[], bytes: [] as number[], requests: [] as number[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const notes = notesFrom(turn === 0 ? 0 : before + turn * each, turn === 0 ? before : each);
    await way.save(notes);
    way.line.take();
    const from = performance.now();
    await way.send(notes);
    const ms = performance.now() - from;
    const { bytes, requests } = way.line.take();
    if (turn === 0) continue; // What it has delivered before.
    sent.ms.push(ms);
    sent.bytes.push(bytes);
    sent.requests.push(requests);
  }
  return sent;
};

const ratio = (median: number) => ({ unit: "ratio", median }) as const;

export const goal: Goal = {
  what: "Ten notes more on a device that has delivered 300: cut, sealed, sent and receipted, ten times a round, beside one gzipped post of the same and PouchDB's replication (each with a store of its own a round). Bytes both ways and requests, counted on the line. Nothing to send: what the app asks then.",
  figures: {
    "time to a bare post": ratio(1.4),
    "time to PouchDB": ratio(1 / 3),
    "bytes to PouchDB": ratio(1 / 5),
    "requests for ten notes": { unit: "requests", median: 1 },
    "requests for nothing": { unit: "requests", median: 1 },
  },
  measure: async (rounds) => {
    const servers = await startServers();
    try {
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const way = await servers.ours(open);
        const ours = await measureWay(way);
        if ((await way.deliver()) !== 0) throw new Error("something was left");
        const { bytes, requests } = way.line.take();
        if (bytes > 4_000) throw new Error(`nothing took ${bytes} bytes`);
        const bare = await measureWay(await servers.bare(open));
        const pouch = await measureWay(await servers.pouch(open));
        samples.push({
          "time to a bare post": [ratioAt(ours.ms, bare.ms, 0.5)],
          "time to PouchDB": [ratioAt(ours.ms, pouch.ms, 0.5)],
          "bytes to PouchDB": [ratioAt(ours.bytes, pouch.bytes, 0.5)],
          "requests for ten notes": ours.requests,
          "requests for nothing": [requests],
        });
      }
      return samples;
    } finally {
      await servers.stop();
    }
  },
};
