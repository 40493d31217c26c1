// Stand-ins for what is slow or random in crypto, so that thousands of histories run in minutes and each the same way
// twice. Real here: SHA-256, HMAC, Ed25519, gzip. Not real: age (a stand-in that opens for its recipients alone) and the
// derivation of keys from a root. The real ones are the subject of the other suites.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
} from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { BoxKeys } from "../../../src/app/ports.ts";
import { toBech32 } from "../../../src/base/bech32.ts";
import {
  type Bytes,
  concatBytes,
  equalBytes,
  parseHex,
  toBase64Url,
  toHex,
  toUtf8,
} from "../../../src/base/bytes.ts";
import { BoxId } from "../../../src/domain/schema.ts";
import type { BundleCrypto, Signer } from "../../../src/sync/ports.ts";
import type { Chance } from "../random.ts";

export const sha = (...parts: readonly (Uint8Array | string)[]): Bytes => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};
export const shaHex = (...parts: readonly (Uint8Array | string)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

const magic = toUtf8("sim-age\n");
const pkcs8 = parseHex("302e020100300506032b657004220420") ?? new Uint8Array();
const spki = parseHex("302a300506032b6570032100") ?? new Uint8Array();

/** AES-GCM under a key that anyone could work out: it hides what it holds from a search, and shows every change. */
export const simSeal = (clear: Uint8Array, name: string, nonce: Bytes): Bytes => {
  const cipher = createCipheriv("aes-256-gcm", sha("sim", name, nonce), nonce.subarray(0, 12));
  return concatBytes(nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag());
};
export const simOpen = (sealed: Uint8Array, name: string): Bytes | undefined => {
  if (sealed.length < 32) return undefined;
  const nonce = sealed.slice(0, 16);
  const decipher = createDecipheriv("aes-256-gcm", sha("sim", name, nonce), nonce.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return concatBytes(decipher.update(sealed.subarray(16, -16)), decipher.final());
  } catch {
    return undefined; // Another name, or changed on the way.
  }
};

export const createSimCrypto = (chance: Chance): BundleCrypto => ({
  digest: async (bytes) => sha(bytes),
  seal: async (clear, recipients) => {
    const names = concatBytes(
      Uint8Array.of(recipients.length),
      ...recipients.map((each) => sha(each)),
    );
    return concatBytes(magic, names, simSeal(clear, "envelope", chance.bytes(16)));
  },
  open: async (sealed, identities) => {
    if (!equalBytes(sealed.subarray(0, magic.length), magic)) return undefined;
    const count = sealed[magic.length] ?? 0;
    const start = magic.length + 1;
    const names = Array.from({ length: count }, (_, at) =>
      toHex(sealed.subarray(start + 32 * at, start + 32 * at + 32)),
    );
    if (!identities.some((identity) => names.includes(shaHex(recipientOf(identity)))))
      return undefined;
    return simOpen(sealed.subarray(start + 32 * count), "envelope");
  },
  verify: async (publicKey, signature, bytes) => {
    const key = createPublicKey({
      key: Buffer.from(concatBytes(spki, publicKey)),
      format: "der",
      type: "spki",
    });
    return verify(null, bytes, key, signature);
  },
  hmac: async (key, bytes) => new Uint8Array(createHmac("sha256", key).update(bytes).digest()),
  gzip: async (clear) => new Uint8Array(gzipSync(clear, { level: 1 })),
  gunzip: async (zipped, limit) => {
    try {
      return new Uint8Array(gunzipSync(zipped, { maxOutputLength: limit }));
    } catch {
      return undefined; // Damaged, or larger than the limit.
    }
  },
});

const recipientOf = (identity: string): string => identity.replace("identity of ", "");

export const createSimSigner = (seed: Bytes): Signer => {
  const secret = createPrivateKey({
    key: Buffer.from(concatBytes(pkcs8, seed)),
    format: "der",
    type: "pkcs8",
  });
  const der = createPublicKey(secret).export({ format: "der", type: "spki" });
  const publicKey = new Uint8Array(der.subarray(-32));
  return {
    device: shaHex(publicKey).slice(0, 32),
    publicKey,
    sign: async (bytes) => new Uint8Array(sign(null, bytes, secret)),
  };
};

/** Every key of a box from its root, by one hash each instead of HKDF and X25519. */
export const deriveSimKeys = (root: Uint8Array): BoxKeys => {
  const child = (name: string) => sha(root, name);
  const recipient = toBech32("age", child("age"));
  const token = (name: string) => toBase64Url(child(`token/${name}`));
  return {
    box: BoxId.parse(toHex(child("box")).slice(0, 32)),
    identity: `identity of ${recipient}`,
    recipient,
    slot: child("slot"),
    enrol: child("enrol"),
    tokens: {
      send: token("send"),
      read: token("read"),
      release: token("release"),
      manage: token("manage"),
    },
  };
};
