// The rows of one box as they lie on the disk, for whoever carries them to the desk.
import type { Result } from "../base/result.ts";
import type { BoxId } from "../domain/schema.ts";
import type { Database } from "./database.ts";
import type { SealedRows, StoreError } from "./ports.ts";
import { inStore } from "./store-error.ts";

export const readSealedRows = (
  database: Database,
  box: BoxId,
): Promise<Result<SealedRows, StoreError>> => {
  const { records, drafts } = database;
  return inStore(database, () =>
    database.transaction("r", [records, drafts], async () => ({
      // By key: the order of arrival.
      records: (await records.where("box").equals(box).sortBy("key")).map(({ id, sealed }) => ({
        id,
        sealed,
      })),
      drafts: (await drafts.where("box").equals(box).toArray()).map(({ key, sealed }) => ({
        key,
        sealed,
      })),
    })),
  );
};
