// The hub's tables, and what differs between the two databases behind them.
import { type Generated, type Kysely, sql, type Transaction } from "kysely";

export interface HubTables {
  readonly hub: { readonly id: number; readonly epoch: string };
  readonly setup_codes: { readonly sha256: string; readonly box: string | null };
  readonly boxes: { readonly box: string; readonly desk: string; readonly etag: string };
  readonly grants: { readonly box: string; readonly sha256: string; readonly rights: string };
  readonly envelopes: {
    /** PostgreSQL's driver gives a bigint as text. */
    readonly seq: Generated<number | string>;
    readonly box: string;
    readonly digest: string;
    readonly owner: string;
    readonly received_at: string;
    readonly size: number;
    readonly bytes: Uint8Array;
  };
  readonly tombstones: {
    readonly box: string;
    readonly digest: string;
    readonly erased_at: string;
  };
}

export type HubTransaction = Transaction<HubTables>;

export interface HubDatabase {
  readonly kysely: Kysely<HubTables>;
  readonly columns: { readonly sequence: string; readonly blob: string };
  /** Until the transaction ends, no other one gets a lock of the same name. */
  readonly lock: (transaction: HubTransaction, name: string) => Promise<void>;
  /** Puts of one lane are committed together. What takes several locks would wait for whoever takes them the other way. */
  readonly laneOf: (box: string) => string;
  /** Makes deleted rows physically gone, or throws. */
  readonly scrub: () => Promise<void>;
  readonly isFull: (thrown: unknown) => boolean;
  /** The disk or the file is broken: no answer can be trusted from here on. */
  readonly isBroken: (thrown: unknown) => boolean;
}

export const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";

/** Makes what is missing; several hubs may start at once. */
export const createTables = async (database: HubDatabase, epoch: string): Promise<void> => {
  const { sequence, blob } = database.columns;
  const statements = [
    "create table if not exists hub (id integer primary key, epoch text not null)",
    "create table if not exists setup_codes (sha256 text primary key, box text)",
    "create table if not exists boxes (box text primary key, desk text not null, etag text not null)",
    "create index if not exists boxes_desk on boxes (desk)",
    `create table if not exists grants (box text not null, sha256 text not null, rights text not null,
      primary key (box, sha256))`,
    // The bytes stand last, so that listing never reads through them.
    `create table if not exists envelopes (seq ${sequence}, box text not null, digest text not null,
      owner text not null, received_at text not null, size integer not null, bytes ${blob} not null,
      unique (box, digest))`,
    "create index if not exists envelopes_order on envelopes (box, seq)",
    `create table if not exists tombstones (box text not null, digest text not null,
      erased_at text not null, primary key (box, digest))`,
  ];
  await database.kysely.transaction().execute(async (transaction) => {
    await database.lock(transaction, "tables");
    for (const statement of statements) await sql.raw(statement).execute(transaction);
    await transaction
      .insertInto("hub")
      .values({ id: 1, epoch })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
};
