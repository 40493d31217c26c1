// The hub's stores: SQLite in a file and in memory, PostgreSQL as PGlite, and a real server where HUB_TEST_DATABASE_URL names one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import Sqlite from "better-sqlite3";
import { Kysely, PGliteDialect, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HubDatabase, HubTables } from "../../src/hub/hub-tables.ts";
import { openHubStore } from "../../src/hub/kysely-store.ts";
import { openPostgres, overPostgres } from "../../src/hub/postgres.ts";
import { openSqlite } from "../../src/hub/sqlite.ts";
import { describeHubStore, hex } from "./hub-store.contract.ts";

const epoch = hex(0xe1, 32);
const folder = mkdtempSync(join(tmpdir(), "kuuluu-hub-store-"));
afterAll(() => rmSync(folder, { recursive: true }));
const freshFile = () => join(mkdtempSync(join(folder, "hub-")), "data", "hub.sqlite");

const over = async (database: HubDatabase) => {
  const store = await openHubStore(database, epoch);
  return { store, dispose: store.close };
};
describeHubStore("SQLite in memory", () => over(openSqlite(":memory:")));
describeHubStore("SQLite in a file", () => over(openSqlite(freshFile())));

const emptied = async (database: HubDatabase) => {
  const tables = "hub, setup_codes, boxes, grants, envelopes, tombstones";
  await openHubStore(database, epoch);
  await sql.raw(`drop table ${tables}`).execute(database.kysely);
  return database;
};
// One engine for the whole suite: starting it takes seconds.
const pglite = new PGlite();
beforeAll(() => pglite.waitReady, 120_000);
afterAll(() => pglite.close(), 120_000);
describeHubStore("PGlite", async () => {
  const database = overPostgres(new Kysely<HubTables>({ dialect: new PGliteDialect({ pglite }) }));
  return { store: await openHubStore(await emptied(database), epoch), dispose: async () => {} };
});

const url = process.env.HUB_TEST_DATABASE_URL;
const rethrow = (error: Error) => {
  throw error;
};
if (url)
  describeHubStore("PostgreSQL", async () => over(await emptied(openPostgres(url, rethrow))));

const desk = hex(0xde5c, 32);
const at = "2026-11-24T18:42:07.123Z";
const openWithDesk = async (path: string) => {
  const database = openSqlite(path);
  const store = await openHubStore(database, epoch);
  await store.replaceSetupCode(hex(99));
  await store.createDesk({ code: hex(99), box: desk, tokens: [], etag: "d1" });
  return { database, store };
};
const envelope = (seed: number, bytes: Uint8Array<ArrayBuffer>) => ({
  box: desk,
  digest: hex(seed),
  bytes,
  owner: hex(1),
  receivedAt: at,
});
const onDisk = (path: string) =>
  readdirSync(join(path, ".."))
    .map((name) => readFileSync(join(path, "..", name), "latin1"))
    .join("");

test("keeps epoch, receipts and tombstones over a restart, whatever fresh epoch it is offered", async () => {
  const path = freshFile();
  const { store } = await openWithDesk(path);
  const first = await store.putEnvelope(envelope(10, new Uint8Array(8)));
  await store.eraseEnvelope({ box: desk, digest: hex(11), owner: undefined, at });
  await store.close();
  const again = await openHubStore(openSqlite(path), hex(0xe2, 32));
  const repeated = await again.putEnvelope(envelope(10, new Uint8Array(8)));
  expect(repeated.ok && repeated.value.receipt).toEqual(first.ok && first.value.receipt);
  expect(await again.putEnvelope(envelope(11, new Uint8Array(8)))).toMatchObject({
    error: { type: "gone" },
  });
  expect(await again.epoch()).toBe(epoch);
  await again.close();
});

test("leaves nothing of an erased envelope in any file", async () => {
  const path = freshFile();
  const { store } = await openWithDesk(path);
  const canary = new TextEncoder().encode("canary".repeat(10_000));
  await store.putEnvelope(envelope(10, canary));
  expect(onDisk(path)).toContain("canarycanary");
  await store.eraseEnvelope({ box: desk, digest: hex(10), owner: undefined, at });
  expect(onDisk(path)).not.toContain("canary");
  await store.close();
});

test("gives the files to their owner alone", async () => {
  const path = freshFile();
  const { store } = await openWithDesk(path);
  const modes = readdirSync(join(path, "..")).map((name) => [
    name,
    statSync(join(path, "..", name)).mode & 0o077,
  ]);
  expect(modes).toEqual([
    ["hub.sqlite", 0],
    ["hub.sqlite-shm", 0],
    ["hub.sqlite-wal", 0],
  ]);
  expect(statSync(join(path, "..")).mode & 0o077).toBe(0);
  await store.close();
});

test("says so when the disk is full, keeps what it acknowledged, and goes on when there is room", async () => {
  const { database, store } = await openWithDesk(freshFile());
  const kept = await store.putEnvelope(envelope(10, new Uint8Array(8)));
  await sql`pragma max_page_count = 30`.execute(database.kysely);
  const big = envelope(11, new Uint8Array(200_000));
  expect(await store.putEnvelope(big)).toEqual({ ok: false, error: { type: "storage-full" } });
  expect(await store.listEnvelopes(desk, undefined, 10)).toMatchObject({
    value: { items: [{ digest: hex(10) }] },
  });
  await sql`pragma max_page_count = 100000`.execute(database.kysely);
  expect(await store.putEnvelope(big)).toMatchObject({ ok: true });
  expect(kept.ok).toBe(true);
  await store.close();
});

test("refuses one of many at once that finds no room, and keeps its neighbours", async () => {
  const { database, store } = await openWithDesk(freshFile());
  await sql`pragma max_page_count = 30`.execute(database.kysely);
  const sizes = [8, 200_000, 8];
  const answers = await Promise.all(
    sizes.map((size, at) => store.putEnvelope(envelope(10 + at, new Uint8Array(size)))),
  );
  expect(answers.map((put) => (put.ok ? put.value.state : put.error.type))).toEqual([
    ...["created", "storage-full", "created"],
  ]);
  const page = await store.listEnvelopes(desk, undefined, 10);
  expect(page.ok && page.value.items.map(({ digest }) => digest)).toEqual([hex(10), hex(12)]);
  await store.close();
});

test("writes through to the disk before it answers", async () => {
  const { database, store } = await openWithDesk(freshFile());
  const read = async (pragma: string) =>
    Object.values(
      (await sql.raw<object>(`pragma ${pragma}`).execute(database.kysely)).rows[0] ?? {},
    );
  expect(await read("journal_mode")).toEqual(["wal"]);
  expect(await read("synchronous")).toEqual([2]);
  expect(await read("secure_delete")).toEqual([1]);
  await store.close();
});

test("lets no other process write between what a transaction reads and what it writes", async () => {
  const path = freshFile();
  const { database, store } = await openWithDesk(path);
  const other = new Sqlite(path, { timeout: 0 });
  await database.kysely.transaction().execute(async (transaction) => {
    await transaction.selectFrom("boxes").selectAll().execute();
    expect(() => other.exec("update hub set epoch = 'x'")).toThrow("database is locked");
  });
  other.close();
  await store.close();
});

test("tells why a transaction failed that SQLite has already rolled back by itself", async () => {
  const { database, store } = await openWithDesk(freshFile());
  const failing = database.kysely.transaction().execute(async (transaction) => {
    await sql`rollback`.execute(transaction);
    throw new Error("the disk is full");
  });
  await expect(failing).rejects.toThrow("the disk is full");
  await store.close();
});
