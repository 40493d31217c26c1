// Drafts of one box: sealed rows under the key of the place where they are typed, written over, never appended.
import { ok } from "../base/result.ts";
import type { BoxId } from "../domain/schema.ts";
import type { Database } from "./database.ts";
import type { DraftStore, RowCipher } from "./ports.ts";
import { openRow, sealRow } from "./sealed-row.ts";
import { inStore } from "./store-error.ts";
import { transact } from "./transact.ts";

export const createDraftStore = (
  database: Database,
  box: BoxId,
  cipher: RowCipher,
): DraftStore => ({
  write: async (key, draft) => {
    const sealed = await sealRow(cipher, { box, kind: "draft", id: key }, draft);
    return transact(database, [database.drafts], async () => {
      await database.drafts.put({ box, key, sealed });
    });
  },
  read: async (key) => {
    const row = await inStore(database, async () => await database.drafts.get([box, key]));
    if (!row.ok) return row;
    if (row.value === undefined) return ok(undefined);
    return openRow(cipher, { box, kind: "draft", id: key }, row.value.sealed);
  },
  remove: (key) =>
    transact(database, [database.drafts], async () => {
      await database.drafts.delete([box, key]);
    }),
});
