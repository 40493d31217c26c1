// Boxes and their tokens. Whoever makes, changes or deletes a box holds the lock of its desk.
import { type Failed, ok } from "../base/result.ts";
import { rights, type TokenGrant } from "../wire/hub-api.ts";
import { type HubStore, type Refusal, refuse, type TokenSet } from "./hub-store.ts";
import type { HubDatabase, HubTransaction } from "./hub-tables.ts";

type BoxRows = Pick<HubStore, "createDesk" | "findBox" | "grantsLike" | "putBox" | "deleteBox">;

export const createBoxRows = (database: HubDatabase): BoxRows => {
  const { kysely, lock, scrub } = database;
  return {
    findBox: (box) =>
      kysely.selectFrom("boxes").select(["desk", "etag"]).where("box", "=", box).executeTakeFirst(),

    grantsLike: async (box, sha256) => {
      const prefix = sha256.slice(0, 4);
      const rows = await kysely
        .selectFrom("grants")
        .select(["sha256", "rights"])
        .where("box", "=", box)
        .where("sha256", ">=", prefix.padEnd(64, "0"))
        .where("sha256", "<=", prefix.padEnd(64, "f"))
        .execute();
      return rows.map((row) => ({
        sha256: row.sha256,
        rights: rights.filter((right) => row.rights.split(" ").includes(right)),
      }));
    },

    createDesk: ({ code, box, tokens, etag }) =>
      orFull(database, () =>
        kysely.transaction().execute(async (transaction) => {
          await lock(transaction, "setup");
          await lock(transaction, box);
          const used = await transaction
            .selectFrom("setup_codes")
            .select("box")
            .where("sha256", "=", code)
            .executeTakeFirst();
          const known = await findRow(transaction, box);
          if (!used || (used.box !== null && (used.box !== box || !known))) {
            return refuse("unauthorized");
          }
          if (known && (known.desk !== box || known.etag !== etag)) {
            return refuse("conflict");
          }
          if (!known) await insertBox(transaction, { box, desk: box, tokens, etag });
          await transaction
            .updateTable("setup_codes")
            .set({ box })
            .where("sha256", "=", code)
            .execute();
          return ok(known ? "known" : "created");
        }),
      ),

    putBox: ({ box, desk, tokens, etag, ifMatch }) =>
      orFull(database, () =>
        kysely.transaction().execute(async (transaction) => {
          await lock(transaction, desk);
          if ((await findRow(transaction, desk))?.desk !== desk) {
            return refuse("unauthorized");
          }
          const known = await findRow(transaction, box);
          if (!known) {
            if (ifMatch) return refuse("stale");
            await insertBox(transaction, { box, desk, tokens, etag });
            return ok("created");
          }
          if (known.desk !== desk) return refuse("forbidden");
          if (known.etag === etag) return ok("known");
          if (!ifMatch) return refuse("precondition-required", known.etag);
          if (!ifMatch.includes(known.etag)) return refuse("stale", known.etag);
          await transaction.updateTable("boxes").set({ etag }).where("box", "=", box).execute();
          await transaction.deleteFrom("grants").where("box", "=", box).execute();
          await insertGrants(transaction, box, tokens);
          return ok("known");
        }),
      ),

    deleteBox: async (box) => {
      const result = await kysely.transaction().execute(async (transaction) => {
        const known = await findRow(transaction, box);
        if (known) await lock(transaction, known.desk);
        await lock(transaction, box);
        const other = await transaction
          .selectFrom("boxes")
          .select("box")
          .where("desk", "=", box)
          .where("box", "!=", box)
          .executeTakeFirst();
        if (other) return refuse("conflict");
        // Tombstones stay: what was erased does not come back with a box of the same name.
        await transaction.deleteFrom("envelopes").where("box", "=", box).execute();
        await transaction.deleteFrom("grants").where("box", "=", box).execute();
        await transaction.deleteFrom("boxes").where("box", "=", box).execute();
        return ok(undefined);
      });
      if (result.ok) await scrub();
      return result;
    },
  };
};

/** Runs the work; a full disk becomes a refusal, everything else is thrown again. */
export const orFull = async <T>(
  { isFull }: HubDatabase,
  work: () => Promise<T>,
): Promise<T | Failed<Refusal<"storage-full">>> => {
  try {
    return await work();
  } catch (thrown) {
    if (!isFull(thrown)) throw thrown;
    return refuse("storage-full");
  }
};

export const findRow = (transaction: HubTransaction, box: string) =>
  transaction.selectFrom("boxes").selectAll().where("box", "=", box).executeTakeFirst();

const insertBox = async (
  transaction: HubTransaction,
  { box, desk, tokens, etag }: { readonly box: string; readonly desk: string } & TokenSet,
): Promise<void> => {
  await transaction.insertInto("boxes").values({ box, desk, etag }).execute();
  await insertGrants(transaction, box, tokens);
};

const insertGrants = async (
  transaction: HubTransaction,
  box: string,
  tokens: readonly TokenGrant[],
): Promise<void> => {
  // In slices: both databases limit the parameters of one statement.
  for (let at = 0; at < tokens.length; at += 1_000) {
    const rows = tokens
      .slice(at, at + 1_000)
      .map(({ sha256, rights }) => ({ box, sha256, rights: rights.join(" ") }));
    await transaction.insertInto("grants").values(rows).execute();
  }
};
