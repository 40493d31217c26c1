// Three ways for a tablet's notes to a server that keeps them for good: the app's envelopes to the hub, PouchDB's
// replication, and one gzipped post. Each server is a process of its own, reached over a line that counts.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createEntityId, createRecordWriter } from "../../src/app/record-writer.ts";
import { createBundleCrypto, digestBytes } from "../../src/crypto/bundle-crypto.ts";
import { deriveBoxKeys } from "../../src/crypto/keys.ts";
import { createSigner, createSigningKey } from "../../src/crypto/signer.ts";
import { parseTableRecord } from "../../src/domain/record.ts";
import { BoxId } from "../../src/domain/schema.ts";
import { createQueue, cutUnbundled } from "../../src/sync/cut.ts";
import { createHubTransport } from "../../src/sync/hub-transport.ts";
import { sendPending } from "../../src/sync/send.ts";
import { startHubProcess } from "../faults/cuts/hub-farm.ts";
import { must } from "../fixtures/device.ts";
import { grant, sha256, tokenNamed } from "../fixtures/hub.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";
import { type PlainNote, plainNote } from "./peers/plain-note.ts";
import { type LineShape, openLine, type SlowLine } from "./slow-line.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const deskBox = "de".repeat(16);

/** One after the other, as wide as the machine: for counting alone. */
export const open = { rttMs: 0, bitsPerSecond: 1e12 } as const;
export const notesFrom = (from: number, count: number): readonly PlainNote[] =>
  Array.from({ length: count }, (_, at) => plainNote(from + at));

export type Way = {
  /** Saves notes on the device: what a scribe does, not measured here. */
  readonly save: (notes: readonly PlainNote[]) => Promise<void>;
  /** Sends these notes, saved before, and resolves when the server has them for good. Throws where it has not all of them. */
  readonly send: (notes: readonly PlainNote[]) => Promise<void>;
  readonly line: SlowLine;
};
export type OurWay = Way & {
  readonly cut: () => Promise<void>;
  /** Sends what was cut; answers how many envelopes arrived. */
  readonly deliver: () => Promise<number>;
};
export type Servers = {
  /** A box, or a store, of its own each time. */
  readonly ours: (shape: LineShape) => Promise<OurWay>;
  readonly bare: (shape: LineShape) => Promise<Way>;
  readonly pouch: (shape: LineShape, batch?: number) => Promise<Way>;
  readonly stop: () => Promise<void>;
};

const startPeer = async (name: string, folder: string) => {
  const child: ChildProcess = spawn(process.execPath, [`tests/bench/peers/${name}.mjs`, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`${name} ended`)));
    child.stdout?.on("data", (text: Buffer) => {
      const found = /port (\d+)/.exec(text.toString("utf8"))?.[1];
      if (found) resolve(Number(found));
    });
  });
  return { port, stop: () => child.kill() };
};

type Pouch = {
  readonly bulkDocs: (docs: readonly object[]) => Promise<readonly object[]>;
  readonly replicate: {
    readonly to: (url: string, options: object) => Promise<{ docs_written: number }>;
  };
};

export const startServers = async (): Promise<Servers> => {
  const folder = mkdtempSync(join(tmpdir(), "kuuluu-bench-"));
  const hub = await startHubProcess({ DATA_DIR: folder });
  const bareServer = await startPeer("bare-server", folder);
  const pouchServer = await startPeer("pouch-server", folder);
  const PouchDB: new (name: string) => Pouch = createRequire(
    `${process.cwd()}/tests/bench/peers/package.json`,
  )("pouchdb-node");
  const lines: SlowLine[] = [];
  const lead = async (port: number, shape: LineShape) => {
    const line = await openLine(port, shape);
    lines.push(line);
    return line;
  };
  const ask = async (path: string, token: string, method: string, json: object) => {
    const answer = await fetch(`http://127.0.0.1:${hub.port}/v1${path}`, {
      ...{ method, body: JSON.stringify(json) },
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  };
  const setupCode = /Set-up code: (\S+)/.exec(hub.said())?.[1] ?? "";
  await ask("/desks", setupCode, "POST", { box: deskBox, tokens: [grant("manage", "manage")] });

  const createDevice = async () => {
    const keys = await deriveBoxKeys(random(32));
    const box = BoxId.parse(keys.box);
    const { secretKey, publicKey } = await createSigningKey();
    const signer = await createSigner({ secretKey, publicKey });
    const { records, envelopes } = createMemoryBox(box);
    const env = { now: Date.now, random, digest: digestBytes };
    const parse = parseTableRecord;
    const writer = createRecordWriter({
      ...{ box, device: signer.device, role: "scribe", parse, records, env },
    });
    const save = async (notes: readonly PlainNote[]) => {
      const drafts = notes.map(({ text, lang, dimensions, kinds, updated }) => ({
        ...{ kind: "note/1" as const, parents: [], noteId: createEntityId(random) },
        ...{ text, lang, dimensions, kinds, subThemes: [], topics: [], begunAt: updated },
      }));
      must(await writer.write(drafts));
    };
    return { keys, box, signer, records, envelopes, save };
  };

  const ours = async (shape: LineShape): Promise<OurWay> => {
    const line = await lead(hub.port, shape);
    const { keys, box, signer, records, envelopes, save } = await createDevice();
    const tokens = [{ sha256: sha256(keys.tokens.send), rights: ["append"] }];
    await ask(`/boxes/${box}`, tokenNamed("manage"), "PUT", { desk: deskBox, tokens });
    const cutting = {
      ...{ box, records, envelopes, signer, enrolKey: keys.enrol, app: "0.1.0" },
      ...{ recipients: [keys.recipient], bundleCrypto: createBundleCrypto() },
      exclusively: createQueue(),
    };
    const options = { baseUrl: line.url, fetch, digest: digestBytes, timeoutMs: 120_000 };
    const transport = createHubTransport(options);
    const tokenFor = () => keys.tokens.send;
    const way = {
      line,
      save,
      cut: async () => void must(await cutUnbundled(cutting)),
      deliver: async () => {
        const sending = { envelopes, transport, destination: "hub", tokenFor };
        const { sent, refused } = must(await sendPending(sending));
        if (refused.length > 0) throw new Error("the hub refused envelopes");
        return sent;
      },
    };
    const send = async (notes: readonly PlainNote[]) => {
      await way.cut();
      const wanted = Math.ceil(notes.length / 256);
      const sent = await way.deliver();
      if (sent !== wanted) throw new Error(`${sent} of ${wanted} envelopes arrived`);
    };
    return { ...way, send };
  };

  return {
    ours,
    bare: async (shape) => {
      const line = await lead(bareServer.port, shape);
      const { records, save } = await createDevice();
      return {
        ...{ line, save },
        send: async (notes) => {
          // The very records that ours carries, with their ids, stamps and salts, only not sealed.
          const latest = must(await records.readAll()).slice(-notes.length);
          const body = gzipSync(JSON.stringify({ records: latest.map(({ record }) => record) }));
          const answer = await fetch(line.url, { method: "POST", body: new Uint8Array(body) });
          if (Number(await answer.text()) !== body.length) throw new Error("bytes were lost");
        },
      };
    },
    pouch: async (shape, batch) => {
      const line = await lead(pouchServer.port, shape);
      const name = `p${sha256(random(16)).slice(0, 12)}`;
      const local = new PouchDB(join(folder, `local-${name}`));
      return {
        line,
        send: async (notes) => {
          const more = batch ? { batch_size: batch, batches_limit: 10 } : {};
          const done = await local.replicate.to(`${line.url}${name}`, more);
          if (done.docs_written !== notes.length) throw new Error("documents are missing");
        },
        save: async (notes: readonly PlainNote[]) => void (await local.bulkDocs([...notes])),
      };
    },
    stop: async () => {
      for (const line of lines) line.close();
      bareServer.stop();
      pouchServer.stop();
      await hub.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
