// One writing transaction, all or nothing. Resolves only after the commit has reached the disk.
import type { Table } from "dexie";
import type { Result } from "../base/result.ts";
import type { Database } from "./database.ts";
import type { StoreError } from "./ports.ts";
import { inStore } from "./store-error.ts";

/** `work` may await Dexie only: anything else ends the transaction before its time. */
export const transact = <T>(
  database: Database,
  tables: readonly Table[],
  work: () => Promise<T>,
): Promise<Result<T, StoreError>> =>
  inStore(database, async () => {
    let transaction: IDBTransaction | undefined;
    try {
      return await database.transaction("rw", [...tables], async (running) => {
        transaction = running.idbtrans;
        return await work();
      });
    } catch (thrown) {
      // The writes of an aborted transaction fail as AbortError; only the transaction itself says: disk full.
      throw transaction?.error?.name === "QuotaExceededError" ? transaction.error : thrown;
    }
  });
