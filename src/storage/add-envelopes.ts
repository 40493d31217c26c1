// Takes in many envelopes at once. Every commit waits for the disk and wakes all who watch, so hundreds of them one by one
// would cost more than all the opening and checking before.
import type { Result } from "../base/result.ts";
import type { BoxId } from "../domain/schema.ts";
import type { Database } from "./database.ts";
import type { Arrival, RowCipher, StoreError } from "./ports.ts";
import { addNewRows, sealRecords } from "./record-rows.ts";
import { transact } from "./transact.ts";

/** One transaction; known digests and repetitions add nothing. Resolves to the number of records added. */
export const addEnvelopes = async (
  database: Database,
  box: BoxId,
  cipher: RowCipher,
  arrivals: readonly Arrival[],
): Promise<Result<number, StoreError>> => {
  const { records, envelopes, envelopeBytes } = database;
  const byDigest = new Map(arrivals.map((arrival) => [arrival.envelope.digest, arrival]));
  // Before the transaction: within one, only Dexie may be awaited.
  const sealed = await Promise.all(
    [...byDigest.values()].map(async ({ envelope, records: brought }) => ({
      envelope,
      rows: await sealRecords(cipher, box, brought),
    })),
  );
  return transact(database, [records, envelopes, envelopeBytes], async () => {
    const names = [...byDigest.keys()].map((digest) => [box, digest]);
    const known = new Set<string>(
      (await envelopes.where("[box+digest]").anyOf(names).toArray()).map(({ digest }) => digest),
    );
    let added = 0;
    for (const { envelope, rows } of sealed) {
      if (known.has(envelope.digest)) continue;
      const { bytes, box: target, ...rest } = envelope;
      await envelopes.add({ ...rest, box, target, size: bytes.length });
      await envelopeBytes.add({ box, digest: envelope.digest, bytes });
      added += await addNewRows(database, rows);
    }
    return added;
  });
};
