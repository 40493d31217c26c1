// Sealed envelopes in the order of their commits, and the tombstones of what was erased. How they come in: kysely-puts.ts.
import { ok } from "../base/result.ts";
import { type HubStore, refuse } from "./hub-store.ts";
import type { HubDatabase, HubTransaction } from "./hub-tables.ts";
import { orFull } from "./kysely-boxes.ts";

type EnvelopeRows = Pick<HubStore, "listEnvelopes" | "getEnvelope" | "eraseEnvelope">;

export const createEnvelopeRows = (database: HubDatabase): EnvelopeRows => {
  const { kysely, lock, scrub } = database;
  return {
    listEnvelopes: async (box, after, limit) => {
      const { epoch } = await readEpoch(kysely);
      const start = after === undefined ? 0 : parseCursor(epoch, after);
      if (start === undefined) return refuse("bad-request");
      const rows = await kysely
        .selectFrom("envelopes")
        .select(["seq", "digest", "size", "received_at"])
        .where("box", "=", box)
        .where("seq", ">", start)
        .orderBy("seq")
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit).map((row) => ({
        digest: row.digest,
        bytes: row.size,
        cursor: toCursor(epoch, row.seq),
        receivedAt: row.received_at,
      }));
      return ok({
        epoch,
        items,
        next: rows.length > limit ? (items.at(-1)?.cursor ?? null) : null,
      });
    },

    getEnvelope: async (box, digest) => {
      const row = await kysely
        .selectFrom("envelopes")
        .select("bytes")
        .where("box", "=", box)
        .where("digest", "=", digest)
        .executeTakeFirst();
      if (row) return ok(new Uint8Array(row.bytes));
      return refuse((await isErased(kysely, box, digest)) ? "gone" : "not-found");
    },

    eraseEnvelope: async ({ box, digest, owner, at }) => {
      const result = await orFull(database, () =>
        kysely.transaction().execute(async (transaction) => {
          await lock(transaction, box);
          if (await isErased(transaction, box, digest)) return ok(undefined);
          const known = await findEnvelope(transaction, box, digest);
          if (owner !== undefined && !known) return refuse("not-found");
          if (owner !== undefined && known?.owner !== owner) {
            return refuse("forbidden");
          }
          await transaction
            .insertInto("tombstones")
            .values({ box, digest, erased_at: at })
            .execute();
          await transaction
            .deleteFrom("envelopes")
            .where("box", "=", box)
            .where("digest", "=", digest)
            .execute();
          return ok(undefined);
        }),
      );
      // For a repeated call too: the first one may have died between the commit and here.
      if (result.ok) await scrub();
      return result;
    },
  };
};

type Reader = HubDatabase["kysely"] | HubTransaction;

export const readEpoch = (reader: Reader) =>
  reader.selectFrom("hub").select("epoch").executeTakeFirstOrThrow();

const findEnvelope = (transaction: HubTransaction, box: string, digest: string) =>
  transaction
    .selectFrom("envelopes")
    .select("owner")
    .where("box", "=", box)
    .where("digest", "=", digest)
    .executeTakeFirst();

const isErased = async (reader: Reader, box: string, digest: string): Promise<boolean> =>
  (await reader
    .selectFrom("tombstones")
    .select("digest")
    .where("box", "=", box)
    .where("digest", "=", digest)
    .executeTakeFirst()) !== undefined;

export const toCursor = (epoch: string, seq: number | string): string => `${epoch}.${seq}`;

/** The place to go on from. After a restore numbers are given anew, so a cursor from before it starts over. */
const parseCursor = (epoch: string, cursor: string): number | undefined => {
  const [, of, seq] = /^([0-9a-f]{32})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (seq === undefined) return undefined;
  return of === epoch ? Number(seq) : 0;
};
