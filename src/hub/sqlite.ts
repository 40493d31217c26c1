// SQLite behind the hub: one file, written through to the disk before anybody gets a receipt.
import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, type SqliteDatabase, SqliteDialect } from "kysely";
import { codeOf, type HubDatabase, type HubTables } from "./hub-tables.ts";

/** Opens or makes the file, for its owner's eyes alone. `":memory:"` is for tests. */
export const openSqlite = (path: string): HubDatabase => {
  if (path !== ":memory:") {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, "a", 0o600));
    chmodSync(path, 0o600);
  }
  const database = new Sqlite(path, { timeout: 5_000 });
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"]) {
    database.pragma(pragma);
  }
  return {
    kysely: new Kysely<HubTables>({
      dialect: new SqliteDialect({ database: withOurTransactions(database) }),
    }),
    columns: { sequence: "integer primary key autoincrement", blob: "blob" },
    lock: async () => {}, // "begin immediate" has the only write lock there is.
    laneOf: () => "all",
    scrub: async () => {
      // secure_delete overwrites pages, but the log keeps the earlier ones until it is truncated.
      const [row] = database.pragma("wal_checkpoint(TRUNCATE)") as readonly { busy: number }[]; // untyped library
      if (row?.busy !== 0)
        throw new Error("another process holds the log, it could not be emptied");
    },
    isFull: (thrown) => codeOf(thrown) === "SQLITE_FULL",
    isBroken: (thrown) => /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(codeOf(thrown)),
  };
};

/**
 * A transaction that first reads and then writes fails at once, busy time-out or not, when another process wrote in
 * between; so each begins as a writer. A full disk has SQLite roll back by itself, and a second rollback would hide why.
 */
const withOurTransactions = (database: Sqlite.Database): SqliteDatabase => {
  const known = new Map<string, Sqlite.Statement>();
  const prepare = (text: string) => {
    const statement = known.get(text) ?? database.prepare(text);
    if (text.length < 1_000) known.set(text, statement);
    return statement;
  };
  return {
    close: () => database.close(),
    prepare: (text) => {
      if (text === "begin") return prepare("begin immediate");
      if (text === "rollback" && !database.inTransaction) return prepare("select 1");
      return prepare(text);
    },
  };
};
