// One note into a store, one commit each: the app's own path and its peers'. A store is filled to a size first.
import PouchDB from "pouchdb-browser";
import { createRxDatabase, type RxCollection } from "rxdb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
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

type Store = {
  readonly put: (note: PlainNote) => Promise<unknown>;
  readonly fill: (notes: readonly PlainNote[]) => Promise<unknown>;
  readonly count: () => Promise<number>;
};

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

/** IndexedDB itself, one row a note, with the three indexes of the study. */
const openRaw = async (name: string): Promise<Store> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore("notes", { keyPath: "_id" });
      store.createIndex("session", "session");
      store.createIndex("matrix", ["dimension", "polarity", "session"]);
      store.createIndex("updated", "updated");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const commit = (notes: readonly PlainNote[]) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction("notes", "readwrite", { durability: "strict" });
      const store = transaction.objectStore("notes");
      for (const note of notes) store.put(note);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
  return {
    put: (note) => commit([note]),
    fill: commit,
    count: () =>
      new Promise((resolve) => {
        const request = database.transaction("notes").objectStore("notes").count();
        request.onsuccess = () => resolve(request.result);
      }),
  };
};

const openPouch = async (name: string): Promise<Store> => {
  const pouch = new PouchDB(name, { auto_compaction: true });
  return {
    put: (note) => pouch.put(note),
    fill: (notes) => pouch.bulkDocs(notes),
    count: async () => (await pouch.info()).doc_count,
  };
};

const openRx = async (name: string): Promise<Store> => {
  const database = await createRxDatabase({ name, storage: getRxStorageDexie() });
  const short = { type: "string", maxLength: 64 };
  const schema = {
    ...{ version: 0, primaryKey: "_id", type: "object" },
    properties: {
      ...{ _id: short, session: short, dimension: short, polarity: short, updated: short },
      ...{ text: { type: "string" }, lang: short },
      ...{ dimensions: { type: "array" }, kinds: { type: "array" } },
    },
    indexes: ["session", ["dimension", "polarity", "session"], "updated"],
    required: ["_id", "session", "dimension", "polarity", "updated"],
  };
  const notes = (await database.addCollections({ notes: { schema } })).notes as RxCollection; // Asked for by this name.
  return {
    put: (note) => notes.insert(note),
    fill: async (all) => {
      const { error } = await notes.bulkInsert(all);
      if (error.length > 0) throw new Error("RxDB refused notes");
    },
    count: () => notes.count().exec(),
  };
};

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
