// AES-256-GCM with a random 96-bit IV in front of the ciphertext. Shared by rows and slots.
import { type Bytes, concatBytes } from "../base/bytes.ts";

const ivLength = 12;

export const importAesKey = (key: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);

export const sealAes = async (key: CryptoKey, clear: Bytes, bound: Bytes): Promise<Bytes> => {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const algorithm = { name: "AES-GCM", iv, additionalData: bound };
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, clear)));
};

/** Undefined for a wrong key, damage, or other bound data; which of them cannot be told. */
export const openAes = async (
  key: CryptoKey,
  sealed: Bytes,
  bound: Bytes,
): Promise<Bytes | undefined> => {
  const algorithm = { name: "AES-GCM", iv: sealed.slice(0, ivLength), additionalData: bound };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.slice(ivLength)));
  } catch (thrown) {
    if (thrown instanceof DOMException) return undefined; // OperationError, or DataError for a short row.
    throw thrown;
  }
};
