// The box's row key, wrapped in several ways: whoever opens one slot opens the rows. A changed secret re-wraps 32 bytes.
import { type Bytes, toUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { importAesKey, openAes, sealAes } from "./aes-box.ts";
import { openAge, sealAge } from "./age-box.ts";

/** Which 32-byte key wraps: the box's `slot` key, the resume key of an OPFS file, or what a passkey gives. */
export type SlotKind = "code" | "resume" | "passkey";
export type SlotUnreadable = { readonly type: "slot-unreadable" };

export type PassphraseSlot = {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly wrapped: Bytes;
};

const passphraseIterations = 600_000;
const rowKeyLength = 32;

const toBound = (kind: SlotKind | "passphrase", box: string): Bytes =>
  toUtf8(JSON.stringify(["kuuluu/1/slot", kind, box]));

// A slot that opens to anything else than a row key is as useless as one that does not open.
const toRowKey = (clear: Bytes | undefined): Result<Bytes, SlotUnreadable> =>
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

// NFKC: the same passphrase typed on another keyboard may arrive in other code points.
const stretch = async (passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> => {
  const secret = toUtf8(passphrase.normalize("NFKC"));
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return importAesKey(new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, 256)));
};

export const wrapByPassphrase = async (
  box: string,
  passphrase: string,
  rowKey: Bytes,
): Promise<PassphraseSlot> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await stretch(passphrase, salt, passphraseIterations);
  const wrapped = await sealAes(key, rowKey, toBound("passphrase", box));
  return { salt, iterations: passphraseIterations, wrapped };
};

export const unwrapByPassphrase = async (
  box: string,
  passphrase: string,
  slot: PassphraseSlot,
): Promise<Result<Bytes, SlotUnreadable>> => {
  const key = await stretch(passphrase, slot.salt, slot.iterations);
  return toRowKey(await openAes(key, slot.wrapped, toBound("passphrase", box)));
};

/** To the desk's recipient, so that a lost card never loses a note. Needs no secret. */
export const wrapForRescue = (recipient: string, rowKey: Bytes): Promise<Bytes> =>
  sealAge(rowKey, [recipient]);

export const unwrapRescue = async (
  ageIdentity: string,
  wrapped: Bytes,
): Promise<Result<Bytes, SlotUnreadable>> => toRowKey(await openAge(wrapped, [ageIdentity]));
