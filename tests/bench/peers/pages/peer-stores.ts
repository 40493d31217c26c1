// What others keep notes in, each by its own bulk and single puts: notes in clear, with the indexes that their tables ask for.
import PouchDB from "pouchdb-browser";
import { createRxDatabase, type RxCollection } from "rxdb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { PlainNote } from "../plain-note.ts";

export type Store = {
  readonly put: (note: PlainNote) => Promise<unknown>;
  readonly fill: (notes: readonly PlainNote[]) => Promise<unknown>;
  readonly count: () => Promise<number>;
};

/** IndexedDB itself, one row a note, with the three indexes of the study. */
export const openRaw = async (
  name: string,
): Promise<Store & { readonly getAll: () => Promise<readonly PlainNote[]> }> => {
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
    getAll: () =>
      new Promise((resolve) => {
        const request = database.transaction("notes").objectStore("notes").getAll();
        request.onsuccess = () => resolve(request.result);
      }),
  };
};

export const openPouch = async (name: string): Promise<Store> => {
  const pouch = new PouchDB(name, { auto_compaction: true });
  return {
    put: (note) => pouch.put(note),
    fill: (notes) => pouch.bulkDocs(notes),
    count: async () => (await pouch.info()).doc_count,
  };
};

export const openRx = async (name: string): Promise<Store> => {
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
