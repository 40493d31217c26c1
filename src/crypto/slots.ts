// The box's row key, wrapped in several ways: whoever opens one slot opens the rows. A changed secret re-wraps 32 bytes.
import { type Bytes, toUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { importAesKey, openAes, sealAes } from "./aes-box.ts";

/** Which 32-byte key wraps: the box's `slot` key, the resume key of an OPFS file, or what a passkey gives. */
export type SlotKind = "code" | "resume" | "passkey";
export type SlotUnreadable = { readonly type: "slot-unreadable" };

const rowKeyLength = 32;

/** What a slot is bound to, so that slots cannot be swapped. */
export const toBound = (kind: SlotKind | "passphrase", box: string): Bytes =>
  toUtf8(JSON.stringify(["kuuluu/1/slot", kind, box]));

// A slot that opens to anything else than a row key is as useless as one that does not open.
export const toRowKey = (clear: Bytes | undefined): Result<Bytes, SlotUnreadable> =>
  clear?.length === rowKeyLength ? ok(clear) : failed({ type: "slot-unreadable" });

export const wrapByKey = async (
  kind: SlotKind,
  box: string,
  key: Bytes,
  rowKey: Bytes,
): Promise<Bytes> => sealAes(await importAesKey(key), rowKey, toBound(kind, box));

export const unwrapByKey = async (
  kind: SlotKind,
  box: string,
  key: Bytes,
  wrapped: Bytes,
): Promise<Result<Bytes, SlotUnreadable>> =>
  toRowKey(await openAes(await importAesKey(key), wrapped, toBound(kind, box)));

/** To the desk's recipient, so that a lost card never loses a note. Needs no secret. */
export const wrapForRescue = async (recipient: string, rowKey: Bytes): Promise<Bytes> =>
  (await import("./age-box.ts")).sealAge(rowKey, [recipient]);
