// Lets go of whole envelopes: with what is known of their way, and with the records that lie in no other.
import type { Result } from "../base/result.ts";
import type { BoxId, Digest, RecordId } from "../domain/schema.ts";
import type { Database } from "./database.ts";
import type { StoreError } from "./ports.ts";
import { transact } from "./transact.ts";

/** One transaction. Set-aside ones of these names go too. Resolves to the number of records that went. */
export const removeEnvelopes = (
  database: Database,
  box: BoxId,
  digests: readonly Digest[],
  erased: readonly RecordId[] = [],
): Promise<Result<number, StoreError>> => {
  const { records, envelopes, envelopeBytes, deliveries, quarantine } = database;
  const going = new Set<string>(digests);
  const names = digests.map((digest) => [box, digest]);
  const tables = [records, envelopes, envelopeBytes, deliveries, quarantine];
  return transact(database, tables, async () => {
    const rows = await envelopes.where("box").equals(box).toArray();
    const staying = new Set(rows.flatMap((row) => (going.has(row.digest) ? [] : row.records)));
    const orphans = rows
      .flatMap((row) => (going.has(row.digest) ? row.records : []))
      .filter((id) => !staying.has(id));
    await envelopes.where("[box+digest]").anyOf(names).delete();
    await envelopeBytes.where("[box+digest]").anyOf(names).delete();
    await quarantine.where("[box+digest]").anyOf(names).delete();
    await deliveries
      .where("box")
      .equals(box)
      .filter(({ digest }) => going.has(digest))
      .delete();
    const ids = [...new Set([...orphans, ...erased])].map((id) => [box, id]);
    return await records.where("[box+id]").anyOf(ids).delete();
  });
};
