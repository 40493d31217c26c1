// One idea, a box and its code: every key of a box is a child of one root that its code gives.
// Deriving a root is slow on purpose (seconds on a cheap tablet); do it once per unlock.
import { toBech32 } from "../base/bech32.ts";
import { type Bytes, toBase64Url, toHex, toUtf8 } from "../base/bytes.ts";
import { type CodeKind, codeLength } from "../base/code.ts";
import { normalizeCode, toCrockford } from "../base/crockford.ts";

const rootIterations = 600_000;

export type BoxKeys = {
  /** The box's id: 32 hex characters. */
  readonly box: string;
  /** `AGE-SECRET-KEY-1…`. */
  readonly ageIdentity: string;
  /** `age1…`. */
  readonly recipient: string;
  /** Wraps the row key on a device. */
  readonly slot: Bytes;
  /** Proves that a device belongs to the circle of the card. */
  readonly enrol: Bytes;
  /** Bearer tokens for the hub, base64url of 32 bytes. */
  readonly tokens: {
    readonly send: string;
    readonly read: string;
    readonly release: string;
    readonly manage: string;
  };
};

/** The root key of a code that `parseCode` accepted. The check character tells typos and is no part of the secret. */
export const deriveRoot = async (kind: CodeKind, code: string): Promise<Bytes> => {
  const secret = normalizeCode(code).slice(0, codeLength[kind] - 1);
  const key = await crypto.subtle.importKey("raw", toUtf8(secret), "PBKDF2", false, ["deriveBits"]);
  const salt = toUtf8(`kuuluu/1/${kind}`);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rootIterations },
    key,
    256,
  );
  return new Uint8Array(bits);
};

/** All keys of the box of this root. */
export const deriveBoxKeys = async (root: Bytes): Promise<BoxKeys> => {
  const key = await crypto.subtle.importKey("raw", root, "HKDF", false, ["deriveBits"]);
  const child = async (name: string, length: number): Promise<Bytes> => {
    const info = toUtf8(`kuuluu/1/${name}`);
    const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
    return new Uint8Array(await crypto.subtle.deriveBits(hkdf, key, length * 8));
  };
  const token = async (name: string) => toBase64Url(await child(`token/${name}`, 32));

  const secret = await child("age", 32);
  // X25519 ignores the lowest three bits, so this is the same key; WebKitGTK refuses one that begins with a zero byte.
  if (secret[0] === 0) secret[0] = 1;
  const ageIdentity = toBech32("age-secret-key-", secret).toUpperCase();
  return {
    box: toHex(await child("box", 16)),
    ageIdentity,
    recipient: await recipientOf(ageIdentity),
    slot: await child("slot", 32),
    enrol: await child("enrol", 32),
    tokens: {
      send: await token("send"),
      read: await token("read"),
      release: await token("release"),
      manage: await token("manage"),
    },
  };
};

/** The `age1…` text of an `AGE-SECRET-KEY-1…` text. */
export const recipientOf = async (ageIdentity: string): Promise<string> => {
  const { identityToRecipient } = await import("age-encryption");
  return identityToRecipient(ageIdentity);
};

/** Eight characters that a person can compare with a card: names an age recipient. */
export const fingerprintOf = async (recipient: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", toUtf8(recipient));
  return toCrockford(new Uint8Array(digest)).slice(0, 8);
};
