// PostgreSQL behind the hub: for those who want several hubs behind one address.
import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";
import { codeOf, type HubDatabase, type HubTables } from "./hub-tables.ts";

/** What every PostgreSQL needs, whichever driver speaks to it. */
export const overPostgres = (kysely: Kysely<HubTables>): HubDatabase => ({
  kysely,
  columns: { sequence: "bigserial primary key", blob: "bytea" },
  // Numbers are given before the commit: without the lock a reader could pass by a row that commits late.
  lock: async (transaction, name) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`kuuluu/${name}`}, 0))`.execute(
      transaction,
    );
  },
  laneOf: (box) => box,
  scrub: async () => {
    await sql`vacuum envelopes`.execute(kysely);
  },
  isFull: (thrown) => codeOf(thrown) === "53100",
  isBroken: (thrown) => /^(58030|XX00[12])$/.test(codeOf(thrown)),
});

/** `onIdleError` hears of connections that broke while nobody used them; the pool makes new ones. */
export const openPostgres = (url: string, onIdleError: (error: Error) => void): HubDatabase => {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  pool.on("error", onIdleError);
  return overPostgres(
    new Kysely<HubTables>({
      dialect: new PostgresDialect({
        pool,
        onCreateConnection: async (connection) => {
          // A receipt promises durability, whatever the server's default is.
          await connection.executeQuery(CompiledQuery.raw("set synchronous_commit = on"));
        },
      }),
    }),
  );
};
