// The database of this device. A shipped version is never edited: the next change is `version(2)`.
// Commits are strict: what resolves has been flushed. Everything that a person wrote lies in it sealed.
import { Dexie, type Table } from "dexie";
import type { Bytes } from "../base/bytes.ts";
import { attempt, ok, type Result } from "../base/result.ts";
import type { BoxId, Digest, RecordId } from "../domain/schema.ts";
import type { Delivery, EnvelopeInfo, StoredBox, StoreError } from "./ports.ts";
import { classifyStoreError } from "./store-error.ts";

/** `key` counts up, so it is the order of arrival; an index alone answers how many there are. */
export type RecordRow = {
  readonly key?: number;
  readonly box: BoxId;
  readonly id: RecordId;
  readonly sealed: Bytes;
};
/** `box` is the box of this device that holds it, `target` the box it is bound for. Its bytes lie apart: lists are cheap. */
export type EnvelopeRow = Omit<EnvelopeInfo, "box"> & {
  readonly key?: number;
  readonly box: BoxId;
  readonly target: BoxId;
};
export type EnvelopeBytesRow = {
  readonly box: BoxId;
  readonly digest: Digest;
  readonly bytes: Bytes;
};
export type DeliveryRow = Delivery & { readonly box: BoxId };
export type CursorRow = {
  readonly box: BoxId;
  readonly destination: string;
  readonly epoch: string;
  readonly cursor: string;
};
export type DraftRow = { readonly box: BoxId; readonly key: string; readonly sealed: Bytes };
export type QuarantineRow = EnvelopeBytesRow & { readonly reason: string };
export type SettingRow = { readonly key: string; readonly value: unknown };

export type Database = Dexie & {
  readonly boxes: Table<StoredBox, string>;
  readonly records: Table<RecordRow, number>;
  readonly envelopes: Table<EnvelopeRow, number>;
  readonly envelopeBytes: Table<EnvelopeBytesRow, [string, string]>;
  readonly deliveries: Table<DeliveryRow, [string, string, string]>;
  readonly cursors: Table<CursorRow, [string, string]>;
  readonly drafts: Table<DraftRow, [string, string]>;
  readonly quarantine: Table<QuarantineRow, [string, string]>;
  readonly settings: Table<SettingRow, string>;
};

const schemaVersion = 1;

// On localhost Dexie would write every refused row to the console, and a known record is refused by its index.
Dexie.debug = false;

export type OpenOptions = {
  /** Another tab upgrades or deletes the database, so this one has let go of it: only a reload helps. */
  readonly onSuperseded?: () => void;
  /** Stands in for the browser's in tests. */
  readonly factory?: IDBFactory;
};

/** Opens, and creates where there is none. A database of a later version is left as it is: `store-newer`. */
export const openDatabase = async (
  name: string,
  { onSuperseded, factory = globalThis.indexedDB }: OpenOptions = {},
): Promise<Result<Database, StoreError>> => {
  // Dexie adds a property for every table that `stores` names.
  const database = new Dexie(name, {
    chromeTransactionDurability: "strict",
    // Dexie's cache would show a write before it is committed, and hold rows in memory.
    cache: "disabled",
    ...(factory === undefined ? {} : { indexedDB: pinned(factory) }),
  }) as Database;
  database.version(schemaVersion).stores({
    boxes: "box",
    records: "++key, &[box+id], box",
    envelopes: "++key, &[box+digest], box",
    envelopeBytes: "[box+digest], box",
    deliveries: "[box+digest+destination], box",
    cursors: "[box+destination], box",
    drafts: "[box+key], box",
    quarantine: "[box+digest], box",
    settings: "key",
  });
  database.on("versionchange", () => {
    // For good: reopening would bring a deleted database back, or write old rows into a newer one.
    database.close({ disableAutoOpen: true });
    onSuperseded?.();
    return false; // Stops Dexie's own handler, which would open it again.
  });
  const opened = await attempt(async () => await database.open(), classifyStoreError);
  return opened.ok ? ok(database) : opened;
};

/** Always asks for our version: Dexie would open a newer database without one, and might add to it. */
const pinned = (factory: IDBFactory): IDBFactory => ({
  open: (name) => factory.open(name, schemaVersion * 10), // Dexie's versions are the engine's tenths.
  deleteDatabase: (name) => factory.deleteDatabase(name),
  databases: () => factory.databases(),
  cmp: (first, second) => factory.cmp(first, second),
});
