// The two worlds every store contract runs in, and a few records to put into them.
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { createRowCipher, createRowKey } from "../../src/crypto/row-cipher.ts";
import { Note } from "../../src/domain/note.ts";
import type { Named } from "../../src/domain/record.ts";
import { BoxId, Digest, RecordId } from "../../src/domain/schema.ts";
import { type Database, openDatabase } from "../../src/storage/database.ts";
import { createDeviceStore } from "../../src/storage/device-store.ts";
import { createDraftStore } from "../../src/storage/draft-store.ts";
import { createEnvelopeStore } from "../../src/storage/envelope-store.ts";
import type {
  DeviceStore,
  DraftStore,
  EnvelopeStore,
  RecordStore,
  RowCipher,
  StoredBox,
  StoredEnvelope,
  Watch,
} from "../../src/storage/ports.ts";
import { createRecordStore } from "../../src/storage/record-store.ts";
import { createMemoryDevice } from "../fixtures/memory-stores.ts";

export const boxA = BoxId.parse("a".repeat(32));
export const boxB = BoxId.parse("b".repeat(32));
export const canary = "kanarianlintu";

export const recordId = (n: number) => RecordId.parse(n.toString(16).padStart(64, "0"));
export const digest = (n: number) => Digest.parse(n.toString(16).padStart(64, "d"));

/** The nth note of a box. Stores do not compute ids, so a small number will do. */
export const named = (n: number, box = boxA, text = `${canary} ${n}`): Named => ({
  id: recordId(n),
  record: Note.parse({
    kind: "note/1",
    box,
    author: { device: "d".repeat(32), role: "scribe" },
    stamp: "2026-11-24T18:42:07.123Z-0004-dddddddd",
    salt: "A".repeat(22),
    parents: [],
    noteId: n.toString(16).padStart(32, "0"),
    text,
    lang: "fi",
    kinds: [],
    dimensions: [],
    subThemes: [],
    topics: [],
    begunAt: "2026-11-24T18:42:01.000Z",
  }),
});

export const envelope = (n: number, records: readonly number[], more = {}): StoredEnvelope => ({
  digest: digest(n),
  box: boxA,
  bytes: Uint8Array.of(1, 2, n),
  records: records.map(recordId),
  device: "d".repeat(32),
  seq: n,
  ...more,
});

export const storedBox = (box: BoxId, addedAt: string): StoredBox => ({
  box,
  kind: "session",
  addedAt,
  slots: { code: Uint8Array.of(1), resume: Uint8Array.of(2) },
  recipients: ["age1x"],
  note: Uint8Array.of(3),
  signingKey: Uint8Array.of(4),
  publicKey: Uint8Array.of(5),
});

export type BoxStores = {
  readonly records: RecordStore;
  readonly envelopes: EnvelopeStore;
  readonly drafts: DraftStore;
};
export type World = {
  readonly device: DeviceStore;
  readonly openBox: (box: BoxId) => BoxStores;
  /** The next write finds a full disk. */
  readonly fillDisk: () => void;
  /** The next write is aborted and nobody says why. */
  readonly breakDisk: () => void;
};
export type CreateWorld = () => Promise<World>;

export const memoryWorld: CreateWorld = async () => {
  const device = createMemoryDevice();
  const opened: ReturnType<typeof device.openBox>[] = [];
  const failAll = (error: Parameters<typeof device.failNext>[0]) => {
    for (const each of [device, ...opened]) each.failNext(error);
  };
  return {
    device,
    openBox: (box) => {
      const stores = device.openBox(box);
      opened.push(stores);
      return stores;
    },
    fillDisk: () => failAll({ type: "store-full" }),
    breakDisk: () => failAll({ type: "store-failed", reason: "AbortError" }),
  };
};

export type DexieWorld = World & { readonly database: Database; readonly cipher: RowCipher };

let made = 0;
export const createDexieWorld = async (): Promise<DexieWorld> => {
  // A name of its own: live queries of one name hear of each other's changes.
  made += 1;
  const opened = await openDatabase(`kuuluu-test-${made}`, { factory: new IDBFactory() });
  if (!opened.ok) throw new Error(opened.error.type);
  const database = opened.value;
  const cipher = createRowCipher(createRowKey());
  return {
    database,
    cipher,
    device: createDeviceStore(database),
    openBox: (box) => ({
      records: createRecordStore(database, box, cipher),
      envelopes: createEnvelopeStore(database, box, cipher),
      drafts: createDraftStore(database, box, cipher),
    }),
    fillDisk: () => abortNextWrite("QuotaExceededError"),
    breakDisk: () => abortNextWrite(null),
  };
};
export const dexieWorld: CreateWorld = createDexieWorld;

/** As engines do it: the write is accepted, then its whole transaction is aborted with this error. */
export const abortNextWrite = (errorName: string | null): void => {
  const store = IDBObjectStore.prototype;
  const originals = { add: store.add, put: store.put, delete: store.delete };
  const planted = (write: (...given: never[]) => unknown) =>
    function (this: IDBObjectStore, ...given: unknown[]) {
      Object.assign(store, originals);
      const request = Reflect.apply(write, this, given);
      // The fake's own way to abort with an error, which the standard leaves to the engine.
      const transaction = this.transaction as IDBTransaction & {
        _abort: (name: string | null) => void;
      };
      queueMicrotask(() => transaction._abort(errorName));
      return request;
    };
  Object.assign(store, {
    add: planted(originals.add),
    put: planted(originals.put),
    delete: planted(originals.delete),
  });
};

/** Gathers the answers of a watch; `until` waits for one that fits. */
export const collect = <T>(watch: Watch<T>) => {
  type Answer = Parameters<Parameters<Watch<T>>[0]>[0];
  const answers: Answer[] = [];
  const waiting = new Set<() => void>();
  const stop = watch((answer) => {
    answers.push(answer);
    for (const check of waiting) check();
  });
  return {
    answers,
    stop,
    until: (fits: (answer: Answer) => boolean) =>
      new Promise<Answer>((resolve) => {
        const check = () => {
          const found = answers.find(fits);
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
  };
};

export const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: object }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
