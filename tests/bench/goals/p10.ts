// P10: the hub as people start it, beside bare inserts that are flushed as safely, two hundred tablets at once, and what it
// costs a processor to take a note in, beside express-pouchdb. Everything has run warm before it is measured.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { startHubProcess } from "../../faults/cuts/hub-farm.ts";
import { grant, tokenNamed } from "../../fixtures/hub.ts";
import type { Goal, Samples } from "../goal.ts";
import {
  createCaller,
  openPouch,
  peakKilobytes,
  processorMs,
  runTogether,
  sha256,
  startPouch,
} from "../hub-load.ts";
import { plainNote } from "../peers/plain-note.ts";
import { quantile } from "../results.ts";

const deskBox = "de".repeat(16);
const box = "5e".repeat(16);
const envelopes = 300;
const tablets = 200;
const senders = 16;
// A token may put 60 envelopes a minute: so there are as many as a city's tablets.
const tokens = 600;
/** Notes in one delivery, and envelopes as large as they are sealed. */
const notesTogether = 10;
const deliveries = 400;
const deliveryBytes = 4 * 1_024;

const bodiesOf = (count: number, bytes: number): readonly Buffer[] =>
  Array.from({ length: count }, () => randomBytes(bytes));

/** Inserts into a table of its own, each in its own flushed transaction; milliseconds for all. */
const openBare = (folder: string) => {
  const database = new Sqlite(join(folder, "bare.sqlite"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL"]) database.pragma(pragma);
  database.exec("create table envelopes (digest text primary key, bytes blob)");
  const insert = database.prepare("insert into envelopes values (?, ?)");
  return {
    insertAll: (bodies: readonly Buffer[]): number => {
      const from = performance.now();
      for (const body of bodies) insert.run(sha256(body), body);
      return performance.now() - from;
    },
    close: () => database.close(),
  };
};

const openHub = async (folder: string) => {
  const hub = await startHubProcess({ DATA_DIR: folder });
  const { call, close } = createCaller(hub.port);
  const code = /Set-up code: (\S+)/.exec(hub.said())?.[1] ?? "";
  const send = (method: string, path: string, token: string, body: Uint8Array) =>
    call(method, `/v1${path}`, body, { authorization: `Bearer ${token}` });
  const json = (body: object) => Buffer.from(JSON.stringify(body));
  const desk = { box: deskBox, tokens: [grant("manage", "manage")] };
  await send("POST", "/desks", code, json(desk));
  const grants = Array.from({ length: tokens }, (_, at) => grant(`send-${at}`, "append"));
  const content = json({ desk: deskBox, tokens: grants });
  const made = await send("PUT", `/boxes/${box}`, tokenNamed("manage"), content);
  if (made !== 201) throw new Error(`the box was answered ${made}`);
  let token = 0;
  return {
    hub,
    /** Milliseconds that each had to wait for its receipt. */
    sendAll: (bodies: readonly Buffer[], together: number) =>
      runTogether(bodies.length, together, async (at) => {
        const body = bodies[at] ?? Buffer.of();
        const path = `/boxes/${box}/envelopes/${sha256(body)}`;
        token += 1;
        const status = await send("PUT", path, tokenNamed(`send-${token % tokens}`), body);
        if (status !== 201) throw new Error(`an envelope was answered ${status}`);
      }),
    close: async () => {
      close();
      await hub.kill();
    },
  };
};

/** Processor time of express-pouchdb for as many notes, as PouchDB itself replicates them in batches of as many. */
const measurePouch = async (folder: string): Promise<number> => {
  const server = await startPouch(folder);
  const replicate = async (from: number): Promise<void> => {
    const source = openPouch(join(folder, `source-${from}`));
    const count = deliveries * notesTogether;
    await source.bulkDocs(Array.from({ length: count }, (_, at) => plainNote(from + at)));
    const target = `http://127.0.0.1:${server.port}/notes`;
    const { docs_written } = await source.replicate.to(target, { batch_size: notesTogether });
    if (docs_written !== count) throw new Error(`the peer took ${docs_written} notes`);
    await source.close();
  };
  try {
    await replicate(0);
    const before = processorMs(server.pid);
    await replicate(deliveries * notesTogether);
    return processorMs(server.pid) - before;
  } finally {
    await server.stop();
  }
};

const measureRound = async (folder: string): Promise<Samples> => {
  const bare = openBare(folder);
  const { hub, sendAll, close } = await openHub(folder);
  try {
    bare.insertAll(bodiesOf(envelopes, 30 * 1_024));
    for (let turn = 0; turn < 5; turn += 1) {
      await sendAll(bodiesOf(envelopes, 30 * 1_024), senders);
    }
    const bodies = bodiesOf(envelopes, 30 * 1_024);
    const bareMs = bare.insertAll(bodies);
    const from = performance.now();
    await sendAll(bodies, senders);
    const hubMs = performance.now() - from;
    const before = processorMs(hub.pid);
    await sendAll(bodiesOf(deliveries, deliveryBytes), senders);
    const spent = processorMs(hub.pid) - before;
    const large = bodiesOf(tablets, 1_048_576);
    const begun = performance.now();
    const receipts = await sendAll(large, tablets);
    const allMs = performance.now() - begun;
    return {
      "bare inserts to the hub": [hubMs / bareMs],
      "200 tablets, all receipted": [allMs],
      "200 tablets, p99 of a receipt": [quantile(receipts, 0.99)],
      "200 tablets, memory at most": [peakKilobytes(hub.pid) / 1_024],
      "processor per note, to express-pouchdb": [spent / (await measurePouch(folder))],
    };
  } finally {
    bare.close();
    await close();
  }
};

export const goal: Goal = {
  what: "300 envelopes of 30 kB put over HTTP by 16 senders to the hub's own process, each receipted after its durable commit, beside bare SQLite inserts of the same bytes, each in a flushed transaction; then 4,000 notes in deliveries of ten, as sealed envelopes to the hub and replicated by PouchDB to express-pouchdb over LevelDB, by the processor time of the two processes; then 200 tablets that send 1 MiB each at one moment. Warm, and the senders share the machine's two cores with the hub.",
  figures: {
    "bare inserts to the hub": { unit: "ratio", median: 1 / 0.8 },
    "processor per note, to express-pouchdb": { unit: "ratio", median: 1 / 6 },
    "200 tablets, all receipted": { unit: "ms", median: 60_000 },
    "200 tablets, p99 of a receipt": { unit: "ms", median: 2_000 },
    "200 tablets, memory at most": { unit: "MB", median: 300 },
  },
  measure: async (rounds) => {
    const samples: Samples[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), "kuuluu-bench-"));
      try {
        samples.push(await measureRound(folder));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return samples;
  },
};
