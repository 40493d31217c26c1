// P10: the hub as people start it, beside bare inserts that are flushed as safely, and two hundred tablets at once.
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { startHubProcess } from "../../faults/cuts/hub-farm.ts";
import { grant, tokenNamed } from "../../fixtures/hub.ts";
import type { Goal, Samples } from "../goal.ts";
import { quantile } from "../results.ts";

const deskBox = "de".repeat(16);
const box = "5e".repeat(16);
const envelopes = 300;
const envelopeBytes = 30 * 1_024;
const tablets = 200;
const tabletBytes = 1_048_576;
const senders = 16;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Envelopes a second into a table of its own, each in its own flushed transaction. */
const insertBare = (folder: string, bodies: readonly Buffer[]): number => {
  const database = new Sqlite(join(folder, "bare.sqlite"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL"]) database.pragma(pragma);
  database.exec("create table envelopes (digest text primary key, bytes blob)");
  const insert = database.prepare("insert into envelopes values (?, ?)");
  const from = performance.now();
  for (const body of bodies) insert.run(sha256(body), body);
  const seconds = (performance.now() - from) / 1_000;
  database.close();
  return bodies.length / seconds;
};

const openHub = async (folder: string) => {
  const hub = await startHubProcess({ DATA_DIR: folder });
  const url = `http://127.0.0.1:${hub.port}/v1`;
  const code = /Set-up code: (\S+)/.exec(hub.said())?.[1] ?? "";
  const send = async (path: string, token: string, init: RequestInit): Promise<number> => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const json = (body: object): RequestInit => ({
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  const desk = { box: deskBox, tokens: [grant("manage", "manage")] };
  await send("/desks", code, { method: "POST", ...json(desk) });
  // A token may put 60 envelopes a minute: so there are as many as a city's tablets.
  const names = Array.from({ length: 600 }, (_, at) => `send-${at}`);
  const tokens = names.map((name) => grant(name, "append"));
  const made = await send(`/boxes/${box}`, tokenNamed("manage"), {
    ...{ method: "PUT", ...json({ desk: deskBox, tokens }) },
  });
  if (made !== 201) throw new Error(`the box was answered ${made}`);
  return {
    hub,
    put: async (body: Buffer, at: number): Promise<number> => {
      const from = performance.now();
      const status = await send(
        `/boxes/${box}/envelopes/${sha256(body)}`,
        tokenNamed(`send-${at % 600}`),
        {
          ...{ method: "PUT", body: new Uint8Array(body) },
          headers: { "content-type": "application/octet-stream" },
        },
      );
      if (status !== 201) throw new Error(`an envelope was answered ${status}`);
      return performance.now() - from;
    },
    /** Kilobytes the process holds at most so far. */
    peak: (): number => {
      const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${hub.pid}/status`, "utf8"));
      return Number(line?.[1]);
    },
  };
};

const sendAll = async (
  bodies: readonly Buffer[],
  put: (body: Buffer, at: number) => Promise<number>,
  together: number,
): Promise<readonly number[]> => {
  const times: number[] = [];
  let next = 0;
  const sendOn = async (): Promise<void> => {
    for (let at = next++; at < bodies.length; at = next++) {
      const body = bodies[at];
      if (body) times.push(await put(body, at));
    }
  };
  await Promise.all(Array.from({ length: together }, sendOn));
  return times;
};

export const goal: Goal = {
  what: "300 envelopes of 30 kB put over HTTP by 16 senders to the hub's own process, each receipted after its durable commit, beside bare SQLite inserts of the same bytes, each in a flushed transaction; then 200 tablets that send 1 MiB each at one moment. The senders share the machine's two cores with the hub.",
  figures: {
    "bare inserts to the hub": { unit: "ratio", median: 1 / 0.8 },
    "200 tablets, all receipted": { unit: "ms", median: 60_000 },
    "200 tablets, p99 of a receipt": { unit: "ms", median: 2_000 },
    "200 tablets, memory at most": { unit: "MB", median: 300 },
  },
  measure: async (rounds) => {
    const samples: Samples[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), "kuuluu-bench-"));
      const { hub, put, peak } = await openHub(folder);
      try {
        const bodies = Array.from({ length: envelopes }, () => randomBytes(envelopeBytes));
        const bare = insertBare(folder, bodies);
        const from = performance.now();
        await sendAll(bodies, put, senders);
        const ours = envelopes / ((performance.now() - from) / 1_000);
        const large = Array.from({ length: tablets }, () => randomBytes(tabletBytes));
        const begun = performance.now();
        const receipts = await sendAll(large, put, tablets);
        samples.push({
          "bare inserts to the hub": [bare / ours],
          "200 tablets, all receipted": [performance.now() - begun],
          "200 tablets, p99 of a receipt": [quantile(receipts, 0.99)],
          "200 tablets, memory at most": [peak() / 1_024],
        });
      } finally {
        await hub.kill();
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return samples;
  },
};
