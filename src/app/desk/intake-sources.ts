// Seals the rows of one box on one device. A row is bound to its place, so rows cannot be swapped on disk.
import { type Bytes, toUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { importAesKey, openAes, sealAes } from "./aes-box.ts";

type RowName = { readonly box: string; readonly kind: string; readonly id: string };

/** A fresh key of a box on this device: random, never derived, so that a new card re-wraps 32 bytes and no rows. */
export const createRowKey = (): Bytes => crypto.getRandomValues(new Uint8Array(32));

// A JSON array, so that no two names share a text.
const toBound = ({ box, kind, id }: RowName): Bytes =>
  toUtf8(JSON.stringify(["kuuluu/1/row", box, kind, id]));

/** The `RowCipher` that storage asks for. */
export const createRowCipher = (rowKey: Bytes) => {
  // Copied and imported once: the caller may overwrite its bytes.
  const key = importAesKey(rowKey.slice());
  return {
    seal: async (row: RowName, clear: Bytes): Promise<Bytes> =>
      sealAes(await key, clear, toBound(row)),
    open: async (
      row: RowName,
      sealed: Bytes,
    ): Promise<Result<Bytes, { readonly type: "row-unreadable" }>> => {
      const clear = await openAes(await key, sealed, toBound(row));
      return clear ? ok(clear) : failed({ type: "row-unreadable" });
    },
  };
};
