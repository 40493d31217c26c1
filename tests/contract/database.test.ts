// First, so that Dexie's live queries find a database to live on.
import "fake-indexeddb/auto";
import { IDBDatabase, IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../src/storage/database.ts";
import type { RowCipher } from "../../src/storage/ports.ts";
import { createRecordStore } from "../../src/storage/record-store.ts";
import { classifyStoreError } from "../../src/storage/store-error.ts";
import {
  boxA,
  boxB,
  canary,
  collect,
  createDexieWorld,
  envelope,
  named,
  recordId,
  storedBox,
  unwrap,
} from "./box-worlds.ts";

afterEach(() => vi.restoreAllMocks());

const unreadable = { ok: false, error: { type: "row-unreadable" } };

test("leaves no clear text in any row", async () => {
  const { database, device, openBox } = await createDexieWorld();
  const { records, envelopes, drafts } = openBox(boxA);
  await device.putBox(storedBox(boxA, "2026-11-01T10:00:00.000Z"));
  await records.append([named(1)]);
  await envelopes.add(envelope(1, [2]), [named(2)]);
  await drafts.write("note", { text: canary });
  const rows = (await Promise.all(database.tables.map((table) => table.toArray()))).flat();
  const dump = rows.map((row) =>
    JSON.stringify(row, (_key, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    ),
  );
  expect(dump).toHaveLength(6);
  expect(dump.filter((row) => row.includes(canary) || row.includes("scribe"))).toEqual([]);
});

test("does not open a row that was moved to another id or box", async () => {
  const { database, openBox } = await createDexieWorld();
  await openBox(boxA).records.append([named(1)]);
  await openBox(boxA).drafts.write("note", { text: "x" });
  const [row] = await database.records.toArray();
  const [draft] = await database.drafts.toArray();
  if (row === undefined || draft === undefined) throw new Error("nothing was written");
  await database.records.put({ ...row, id: recordId(2) });
  expect(await openBox(boxA).records.readAll()).toEqual(unreadable);
  await database.records.put({ ...row, box: boxB });
  expect(await openBox(boxB).records.readAll()).toEqual(unreadable);
  await database.drafts.put({ ...draft, key: "other" });
  expect(await openBox(boxA).drafts.read("other")).toEqual(unreadable);
});

test("opens every row once, however often it is watched and read", async () => {
  const { database, cipher } = await createDexieWorld();
  const open = vi.fn(cipher.open);
  const records = createRecordStore(database, boxA, { ...cipher, open });
  await records.append(Array.from({ length: 80 }, (_, n) => named(n)));
  const seen = collect(records.watch);
  await seen.until((answer) => answer.ok && answer.value.length === 80);
  await records.append([named(80)]);
  await seen.until((answer) => answer.ok && answer.value.length === 81);
  seen.stop();
  await records.readAll();
  expect(open).toHaveBeenCalledTimes(81);
});

test("drops an answer that is finished after a newer one", async () => {
  const { database, cipher } = await createDexieWorld();
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  let calls = 0;
  const slowFirst: RowCipher = {
    ...cipher,
    open: async (row, sealed) => {
      calls += 1;
      if (calls === 1) {
        held.resolve();
        await gate.promise;
      }
      return cipher.open(row, sealed);
    },
  };
  const records = createRecordStore(database, boxA, slowFirst);
  await records.append([named(1)]);
  const seen = collect(records.watch);
  await held.promise;
  await records.append([named(2)]);
  await seen.until((answer) => answer.ok && answer.value.length === 2);
  gate.resolve();
  await records.append([named(3)]);
  await seen.until((answer) => answer.ok && answer.value.length === 3);
  seen.stop();
  expect(seen.answers.map((answer) => unwrap(answer).length)).toEqual([2, 3]);
});

test("commits strictly: what resolves has been flushed", async () => {
  const begin = vi.spyOn(IDBDatabase.prototype, "transaction");
  const { openBox, device } = await createDexieWorld();
  const { records, envelopes, drafts } = openBox(boxA);
  await records.append([named(1)]);
  await envelopes.add(envelope(1, [1]), []);
  await drafts.write("note", {});
  await device.writeSetting("a", 1);
  const writes = begin.mock.calls.filter(([, mode]) => mode === "readwrite");
  expect(writes.map(([, , options]) => options?.durability)).toEqual(Array(4).fill("strict"));
});

test("leaves a database of a later version as it is", async () => {
  const factory = new IDBFactory();
  const later = factory.open("kuuluu-later", 20);
  await new Promise((resolve) => {
    later.onupgradeneeded = () => later.result.createObjectStore("something-new");
    later.onsuccess = resolve;
  });
  later.result.close();
  expect(await openDatabase("kuuluu-later", { factory })).toEqual({
    ok: false,
    error: { type: "store-newer" },
  });
  const kept = factory.open("kuuluu-later");
  await new Promise((resolve) => {
    kept.onsuccess = resolve;
  });
  expect(kept.result.version).toBe(20);
  expect([...kept.result.objectStoreNames]).toEqual(["something-new"]);
});

test("lets go for good when another tab upgrades, and tells watchers and writers", async () => {
  const factory = new IDBFactory();
  const onSuperseded = vi.fn();
  const database = unwrap(await openDatabase("kuuluu-old-tab", { factory, onSuperseded }));
  const { cipher } = await createDexieWorld();
  const records = createRecordStore(database, boxA, cipher);
  await records.append([named(1)]);
  const later = factory.open("kuuluu-old-tab", 20);
  await new Promise((resolve) => {
    later.onsuccess = resolve;
  });
  expect(onSuperseded).toHaveBeenCalledTimes(1);
  const refused = { ok: false, error: { type: "store-failed", reason: "DatabaseClosedError" } };
  expect(await records.append([named(2)])).toEqual(refused);
  expect(await records.readAll()).toEqual(refused);
  const seen = collect(records.watch);
  expect(await seen.until(() => true)).toEqual(refused);
  seen.stop();
});

test("reopens once when the engine has lost its database, and does the work again", async () => {
  const { database, openBox } = await createDexieWorld();
  const { records } = openBox(boxA);
  const wedge = (times: number) => {
    const transaction = vi.spyOn(database, "transaction");
    for (let time = 0; time < times; time += 1) {
      transaction.mockImplementationOnce(() => {
        throw new DOMException("the connection is closing", "InvalidStateError");
      });
    }
  };
  wedge(1);
  expect(await records.append([named(1)])).toEqual({ ok: true, value: 1 });
  wedge(2);
  expect(await records.append([named(2)])).toEqual({
    ok: false,
    error: { type: "store-failed", reason: "InvalidStateError" },
  });
  expect(await records.append([named(2)])).toEqual({ ok: true, value: 1 });
});

test("finds a full disk inside whatever it is wrapped in", () => {
  const quota = new DOMException("", "QuotaExceededError");
  const aborted = Object.assign(new Error(), { name: "AbortError", inner: quota });
  const bulk = Object.assign(new Error(), { name: "BulkError", failures: [aborted] });
  const atOpening = new DOMException("Encountered full disk while opening", "UnknownError");
  for (const thrown of [quota, aborted, bulk, atOpening]) {
    expect(classifyStoreError(thrown)).toEqual({ type: "store-full" });
  }
  expect(classifyStoreError(null)).toEqual({ type: "store-failed", reason: "AbortError" });
});

test("throws on what it does not know, because that is a bug", async () => {
  expect(classifyStoreError(new TypeError("x is undefined"))).toBeUndefined();
  expect(classifyStoreError({ name: "PrematureCommitError" })).toBeUndefined();
  const { database, cipher } = await createDexieWorld();
  const seal = () => Promise.reject(new TypeError("no key"));
  const records = createRecordStore(database, boxA, { ...cipher, seal });
  await expect(records.append([named(1)])).rejects.toThrow("no key");
});
