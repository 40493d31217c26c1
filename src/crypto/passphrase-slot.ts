// The row key under a passphrase, for a desk's daily use. A file of its own: nobody at the table types one.
import { type Bytes, toUtf8 } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";
import { importAesKey, openAes, sealAes } from "./aes-box.ts";
import { type SlotUnreadable, toBound, toRowKey } from "./slots.ts";

export type PassphraseSlot = {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly wrapped: Bytes;
};

const passphraseIterations = 600_000;

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
