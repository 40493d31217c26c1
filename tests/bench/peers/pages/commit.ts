// One note into a store, one commit each: the app's own path and its peers'. A store is filled to a size first.
import { createRecordWriter } from "../../../../src/app/record-writer.ts";
import { ok } from "../../../../src/base/result.ts";
import { deriveBoxKeys, deriveRoot } from "../../../../src/crypto/keys.ts";
import { createRowCipher, createRowKey } from "../../../../src/crypto/row-cipher.ts";
import { unwrapByKey, wrapByKey } from "../../../../src/crypto/slots.ts";
import { parseTableRecord } from "../../../../src/domain/record.ts";
import { BoxId, EntityId } from "../../../../src/domain/schema.ts";
import { openDatabase } from "../../../../src/storage/database.ts";
import type { RowCipher } from "../../../../src/storage/ports.ts";
import { createRecordStore } from "../../../../src/storage/record-store.ts";
import { type PlainNote, plainNote } from "../plain-note.ts";
import { openPouch, openRaw, openRx, type Store } from "./peer-stores.ts";

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The app's own way of keeping a note: schema, id, seal, strict commit. `cipher` may leave the seal out. */
const openOurs = async (name: string, cipher: RowCipher): Promise<Store> => {
  const opened = await openDatabase(name);
  if (!opened.ok) throw new Error(opened.error.type);
  const database = opened.value;
  const box = BoxId.parse(hex(random(16)));
  const records = createRecordStore(database, box, cipher);
  const env = {
    now: Date.now,
    random,
    digest: async (bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
  };
  const device = hex(random(16));
  const parse = parseTableRecord;
  const writer = createRecordWriter({ box, device, role: "scribe", parse, records, env });
  const draft = ({ text, lang, dimensions, kinds }: PlainNote) => ({
    ...{ kind: "note/1" as const, parents: [], noteId: EntityId.parse(hex(random(16))) },
    ...{ text, lang, dimensions, kinds, subThemes: [], topics: [] },
    begunAt: new Date().toISOString(),
  });
  const write = async (notes: readonly PlainNote[]) => {
    const written = await writer.write(notes.map(draft));
    if (!written.ok) throw new Error(written.error.type);
  };
  return {
    put: (note) => write([note]),
    fill: write,
    count: () => database.records.count(),
  };
};

const clear: RowCipher = { seal: async (_, bytes) => bytes, open: async (_, sealed) => ok(sealed) };

const openers = {
  ours: (name: string) => openOurs(name, createRowCipher(createRowKey())),
  clear: (name: string) => openOurs(name, clear),
  raw: openRaw,
  pouch: openPouch,
  rx: openRx,
} as const;
type Peer = keyof typeof openers;

const stores = new Map<Peer, { readonly store: Store; held: number }>();

/** Opens each peer's store, or fills it further, up to `size` notes. */
const fill = async (peers: readonly Peer[], size: number): Promise<void> => {
  for (const peer of peers) {
    const kept = stores.get(peer) ?? {
      store: await openers[peer](`bench-${peer}-${hex(random(4))}`),
      held: 0,
    };
    stores.set(peer, kept);
    while (kept.held < size) {
      const count = Math.min(2_000, size - kept.held);
      await kept.store.fill(Array.from({ length: count }, (_, at) => plainNote(kept.held + at)));
      kept.held += count;
    }
  }
};

const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

/** One commit of each peer in turn, `commits` times: milliseconds of each. Counts what was kept. */
const commit = async (
  peers: readonly Peer[],
  commits: number,
): Promise<Readonly<Record<string, readonly number[]>>> => {
  const times: Record<string, number[]> = Object.fromEntries(peers.map((peer) => [peer, []]));
  for (let turn = 0; turn < commits; turn += 1) {
    for (const peer of peers) {
      const kept = stores.get(peer);
      if (!kept) throw new Error(`${peer} is not open`);
      await rest();
      const from = performance.now();
      await kept.store.put(plainNote(kept.held));
      times[peer]?.push(performance.now() - from);
      kept.held += 1;
    }
  }
  for (const peer of peers) {
    const kept = stores.get(peer);
    const counted = await kept?.store.count();
    if (counted !== kept?.held) throw new Error(`${peer} holds ${counted}, not ${kept?.held}`);
  }
  return times;
};

/** Opening a box by its code, and the slow step of it alone, in turn: milliseconds of each. */
const unlock = async (turns: number) => {
  const ours: number[] = [];
  const bare: number[] = [];
  const bytes = (text: string) => new TextEncoder().encode(text);
  const seed = await deriveBoxKeys(await deriveRoot("session", "K7PA-3M9X-Q2TD-8WVW"));
  const box = BoxId.parse(seed.box);
  const wrapped = await wrapByKey("code", box, seed.slot, createRowKey());
  for (let turn = 0; turn < turns; turn += 1) {
    let from = performance.now();
    const keys = await deriveBoxKeys(await deriveRoot("session", "K7PA-3M9X-Q2TD-8WVW"));
    if (!(await unwrapByKey("code", box, keys.slot, wrapped))) throw new Error("it stays shut");
    ours.push(performance.now() - from);
    from = performance.now();
    const key = await crypto.subtle.importKey("raw", bytes("K7PA3M9XQ2TD8WV"), "PBKDF2", false, [
      "deriveBits",
    ]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes("kuuluu/1/session") };
    await crypto.subtle.deriveBits({ ...how, iterations: 600_000 }, key, 256);
    bare.push(performance.now() - from);
  }
  return { ours, bare };
};

Reflect.set(globalThis, "bench", { fill, commit, unlock });
