// The hub's store over Kysely: the same statements for SQLite and PostgreSQL.
import type { HubStore } from "./hub-store.ts";
import { createTables, type HubDatabase } from "./hub-tables.ts";
import { createBoxRows } from "./kysely-boxes.ts";
import { createEnvelopeRows } from "./kysely-envelopes.ts";
import { createPutEnvelope } from "./kysely-puts.ts";

/** `freshEpoch` is kept only where the database has none. */
export const openHubStore = async (
  database: HubDatabase,
  freshEpoch: string,
): Promise<HubStore> => {
  const { kysely, lock } = database;
  await createTables(database, freshEpoch);
  return {
    ...createBoxRows(database),
    ...createEnvelopeRows(database),
    putEnvelope: createPutEnvelope(database),
    epoch: async () => {
      const row = await kysely.selectFrom("hub").select("epoch").executeTakeFirstOrThrow();
      return row.epoch;
    },
    renewEpoch: async (epoch) => {
      await kysely.updateTable("hub").set({ epoch }).execute();
    },
    keepFirstSetupCode: (sha256) =>
      kysely.transaction().execute(async (transaction) => {
        await lock(transaction, "setup");
        const some = await transaction.selectFrom("setup_codes").select("box").executeTakeFirst();
        if (some) return false;
        await transaction.insertInto("setup_codes").values({ sha256, box: null }).execute();
        return true;
      }),
    replaceSetupCode: (sha256) =>
      kysely.transaction().execute(async (transaction) => {
        await lock(transaction, "setup");
        await transaction.deleteFrom("setup_codes").where("box", "is", null).execute();
        await transaction.insertInto("setup_codes").values({ sha256, box: null }).execute();
      }),
    setupCodes: async () => {
      const rows = await kysely.selectFrom("setup_codes").selectAll().execute();
      return rows.map(({ sha256, box }) => ({ sha256, box: box ?? undefined }));
    },
    close: () => kysely.destroy(),
  };
};
