// P3: a device's first delivery, beside a bare post and PouchDB's replication.
import type { Goal, Samples } from "../goal.ts";
import { notesFrom, open, type Servers, startServers, type Way } from "../sync-peers.ts";

const notes = notesFrom(0, 10_000);
const slow = { rttMs: 150, bitsPerSecond: 1_500_000 } as const;
const tunedBatch = 1_000;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** All of it, from notes that are saved. */
const sendAll = async (way: Way) => {
  await way.save(notes);
  way.line.take();
  const ms = await timed(() => way.send(notes));
  return { ms, bytes: way.line.take().bytes };
};

/** Cut before, only sent. */
const sendCut = async (servers: Servers): Promise<number> => {
  const way = await servers.ours(open);
  await way.save(notes);
  await way.cut();
  return timed(async () => {
    if ((await way.deliver()) !== Math.ceil(notes.length / 256))
      throw new Error("some are missing");
  });
};

const ratio = (median: number) => ({ unit: "ratio", median }) as const;

export const goal: Goal = {
  what: "10,000 saved notes cut, signed, sealed, sent to the hub's own process and receipted, beside one gzipped post of the same records to a server that appends and flushes, and PouchDB's replication to express-pouchdb (as it comes, and with batches of 1,000); turn by turn, each over a loopback line that counts bytes both ways. Ours runs over stores in memory, PouchDB over its own LevelDB. Envelopes already cut: only sent. Then the same over a line of 150 ms and 1.5 Mbit/s: ours and the post in the first three rounds.",
  figures: {
    "time to a bare post": ratio(1.3),
    "bytes to a bare post": ratio(1.1),
    "already cut, time to a bare post": ratio(0.5),
    "already cut, time to PouchDB": ratio(1 / 20),
    "already cut, time to PouchDB tuned": ratio(1 / 20),
    "slow line, time to a bare post": ratio(1.3),
  },
  measure: async (rounds) => {
    const servers = await startServers();
    try {
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const ours = await sendAll(await servers.ours(open));
        const bare = await sendAll(await servers.bare(open));
        const cut = await sendCut(servers);
        const pouch = await sendAll(await servers.pouch(open));
        const tuned = await sendAll(await servers.pouch(open, tunedBatch));
        samples.push({
          "time to a bare post": [ours.ms / bare.ms],
          "bytes to a bare post": [ours.bytes / bare.bytes],
          "already cut, time to a bare post": [cut / bare.ms],
          "already cut, time to PouchDB": [cut / pouch.ms],
          "already cut, time to PouchDB tuned": [cut / tuned.ms],
        });
        if (round >= 3) continue;
        const far = await sendAll(await servers.ours(slow));
        const farBare = await sendAll(await servers.bare(slow));
        samples.push({ "slow line, time to a bare post": [far.ms / farBare.ms] });
      }
      return samples;
    } finally {
      await servers.stop();
    }
  },
};
