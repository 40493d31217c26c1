// Rows of the records table: adding what is new, and reading only what this store has not seen yet.
import type { BulkError } from "dexie";
import type { Bytes } from "../base/bytes.ts";
import type { Named } from "../domain/record.ts";
import type { BoxId } from "../domain/schema.ts";
import type { Database, RecordRow } from "./database.ts";
import type { RowCipher } from "./ports.ts";
import { sealRow } from "./sealed-row.ts";

/** Before the transaction: within one, only Dexie may be awaited. */
export const sealRecords = (
  cipher: RowCipher,
  box: BoxId,
  records: readonly Named[],
): Promise<readonly RecordRow[]> =>
  Promise.all(
    records.map(async ({ id, record }): Promise<RecordRow> => {
      const sealed: Bytes = await sealRow(cipher, { box, kind: "record", id }, record);
      return { box, id, sealed };
    }),
  );

/** Inside a transaction over records: adds rows whose id the box has not, and says how many. */
export const addNewRows = async (
  database: Database,
  rows: readonly RecordRow[],
): Promise<number> => {
  // A known id breaks the unique index, for that row alone; this is faster than asking first.
  let known = 0;
  await database.records.bulkAdd([...rows]).catch("BulkError", (error: BulkError) => {
    const others = error.failures.filter((failure) => failure.name !== "ConstraintError");
    if (others.length > 0) throw others[0];
    known = error.failures.length;
  });
  return rows.length - known;
};

/** Beyond this many unseen rows one sweep over the box is faster than asking for each. */
const sweepFrom = 50;

export type Unseen = { readonly keys: readonly number[]; readonly rows: readonly RecordRow[] };

/** Dexie calls only: all keys of the box in order of arrival, and the rows that are not in `seen`. */
export const readUnseen = async (
  database: Database,
  box: BoxId,
  seen: ReadonlyMap<number, unknown>,
): Promise<Unseen> => {
  const ofBox = database.records.where("box").equals(box);
  const keys = await ofBox.primaryKeys();
  const missing = keys.filter((key) => !seen.has(key));
  const rows =
    missing.length > sweepFrom
      ? await ofBox.toArray()
      : await database.records.bulkGet([...missing]);
  return {
    keys,
    rows: rows.filter((row): row is RecordRow => row?.key !== undefined && !seen.has(row.key)),
  };
};
