// Ed25519 as this device in one box: a fresh key per box, so that two boxes do not show that they share a tablet.
import { type Bytes, toHex } from "../base/bytes.ts";
import { attempt } from "../base/result.ts";

export type SigningKey = {
  readonly publicKey: Bytes;
  /** PKCS #8: kept on disk only as a sealed row. */
  readonly secretKey: Bytes;
};

/** The device's id in this box: first 16 bytes of SHA-256 of its public key, hex. */
export const deviceIdOf = async (publicKey: Bytes): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", publicKey)).slice(0, 16));

/** Where the 32 secret bytes begin in the PKCS #8 of an Ed25519 key. */
const secretAt = 16;

/**
 * WebKitGTK loses a leading zero byte: one key in 128 fails at its making, and one made elsewhere could fail at its
 * checking there (measured, 2.50). So no key begins with one.
 */
export const createSigningKey = async (): Promise<SigningKey> => {
  for (let tries = 0; ; tries += 1) {
    const key = await attempt(drawSigningKey, (thrown) => thrown);
    if (key.ok && key.value.publicKey[0] !== 0 && key.value.secretKey[secretAt] !== 0) {
      return key.value;
    }
    if (!key.ok && tries === maxTries) throw key.error;
  }
};
const maxTries = 16;

const drawSigningKey = async (): Promise<SigningKey> => {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("Ed25519 gives a pair");
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
    secretKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)),
  };
};

/** The `Signer` that sync asks for. */
export const createSigner = async ({ publicKey, secretKey }: SigningKey) => {
  const key = await crypto.subtle.importKey("pkcs8", secretKey, "Ed25519", false, ["sign"]);
  return {
    device: await deviceIdOf(publicKey),
    publicKey,
    sign: async (bytes: Bytes): Promise<Bytes> =>
      new Uint8Array(await crypto.subtle.sign("Ed25519", key, bytes)),
  };
};

/** False for any other signature, key or bytes, and for a signature or key of the wrong length. */
export const verifySignature = async (
  publicKey: Bytes,
  signature: Bytes,
  bytes: Bytes,
): Promise<boolean> => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, bytes);
  } catch (thrown) {
    if (thrown instanceof DOMException) return false; // Some engines refuse a key that is no point.
    throw thrown;
  }
};
