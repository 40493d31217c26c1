// Records of one box, sealed. What was opened once is kept by row: records never change, so watching costs little.
// The opened texts live as long as this store: to lock is to let go of it.
import { failed, ok, type Result } from "../base/result.ts";
import type { AnyRecord, Named } from "../domain/record.ts";
import type { BoxId } from "../domain/schema.ts";
import type { Database, RecordRow } from "./database.ts";
import type { RecordStore, RowCipher, StoreError } from "./ports.ts";
import { addNewRows, readUnseen, sealRecords, type Unseen } from "./record-rows.ts";
import { openRow } from "./sealed-row.ts";
import { inStore } from "./store-error.ts";
import { transact } from "./transact.ts";
import { createWatch } from "./watch.ts";

export const createRecordStore = (
  database: Database,
  box: BoxId,
  cipher: RowCipher,
): RecordStore => {
  const opened = new Map<number, Named>();

  const query = () =>
    database.transaction("r", database.records, () => readUnseen(database, box, opened));

  const open = async (row: RecordRow): Promise<Result<Named, StoreError>> => {
    const value = await openRow(cipher, { box, kind: "record", id: row.id }, row.sealed);
    if (!value.ok) return value;
    // It passed the strict gate before it was sealed, and nobody without the key could have changed it.
    return ok({ id: row.id, record: value.value as AnyRecord });
  };

  const finish = async ({ keys, rows }: Unseen): Promise<Result<readonly Named[], StoreError>> => {
    for (const [at, named] of (await Promise.all(rows.map(open))).entries()) {
      if (!named.ok) return named;
      const key = rows[at]?.key;
      if (key !== undefined) opened.set(key, named.value);
    }
    const all = keys.flatMap((key) => opened.get(key) ?? []);
    return ok(all);
  };

  return {
    append: async (records, options) => {
      const rows = await sealRecords(cipher, box, records);
      const clearDraft = options?.clearDraft;
      return transact(database, [database.records, database.drafts], async () => {
        if (clearDraft !== undefined) await database.drafts.delete([box, clearDraft]);
        return await addNewRows(database, rows);
      });
    },
    readAll: async () => {
      const rows = await inStore(database, query);
      return rows.ok ? finish(rows.value) : failed(rows.error);
    },
    watch: createWatch(query, finish),
  };
};
