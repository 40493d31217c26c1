// What the app's models and screens are given. compose.ts alone knows what stands behind these.
import type { Bytes } from "../base/bytes.ts";
import type { CodeKind } from "../base/code.ts";
import type { Result } from "../base/result.ts";
import type { DigestBytes } from "../domain/codebook.ts";
import type { BoxId } from "../domain/schema.ts";
import type { DraftStore, EnvelopeStore, RecordStore } from "../storage/ports.ts";
import type { Signer } from "../sync/ports.ts";

/** Time, randomness, digests and the place the app runs at. Milliseconds since 1970; random bytes by count. */
export interface Environment {
  readonly now: () => number;
  readonly random: (length: number) => Bytes;
  readonly digest: DigestBytes;
  readonly appVersion: string;
  /** The app's own address without a hash, for links on cards. */
  readonly baseUrl: string;
}

/** Everything that follows from a box's root (design.md §7). Tokens are base64url of 32 bytes. */
export type BoxKeys = {
  readonly box: BoxId;
  /** `AGE-SECRET-KEY-1…` and its `age1…`. */
  readonly identity: string;
  readonly recipient: string;
  readonly slot: Bytes;
  readonly enrol: Bytes;
  readonly tokens: {
    readonly send: string;
    readonly read: string;
    readonly release: string;
    readonly manage: string;
  };
};

export type PassphraseSlot = {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly wrapped: Bytes;
};

/** The row key under the 32 bytes that a passkey answers. */
export type PasskeySlot = {
  /** What a passkey is asked about for this desk: 32 bytes, always the same, no secret. */
  readonly passkeySalt: (box: BoxId) => Promise<Bytes>;
  readonly wrapByPasskey: (box: BoxId, secret: Bytes, rowKey: Bytes) => Promise<Bytes>;
  readonly unwrapByPasskey: (
    box: BoxId,
    secret: Bytes,
    wrapped: Bytes,
  ) => Promise<Result<Bytes, { readonly type: "slot-unreadable" }>>;
};

/** Which key wraps a row key: the box's `slot` key, or the key that lies in the resume file. */
export type SlotKind = "code" | "resume";

/** From codes to keys, and the slots that hold a box's row key. A wrong key answers undefined, never throws. */
export interface Keys {
  /** PBKDF2 with 600,000 rounds: takes a second or more on a cheap tablet. `code` with its check character. */
  readonly deriveRoot: (kind: CodeKind, code: string) => Promise<Bytes>;
  readonly deriveBoxKeys: (root: Bytes) => Promise<BoxKeys>;
  /** First 8 characters of Crockford base32 of SHA-256 of the recipient's text. */
  readonly fingerprintOf: (recipient: string) => Promise<string>;
  readonly createRowKey: () => Bytes;
  readonly wrap: (kind: SlotKind, box: BoxId, wrappingKey: Bytes, rowKey: Bytes) => Promise<Bytes>;
  readonly unwrap: (
    kind: SlotKind,
    box: BoxId,
    wrappingKey: Bytes,
    wrapped: Bytes,
  ) => Promise<Bytes | undefined>;
  readonly wrapWithPassphrase: (
    box: BoxId,
    passphrase: string,
    rowKey: Bytes,
  ) => Promise<PassphraseSlot>;
  readonly unwrapWithPassphrase: (
    box: BoxId,
    passphrase: string,
    slot: PassphraseSlot,
  ) => Promise<Bytes | undefined>;
  /** Comes with a file of its own, so it may reject. */
  readonly passkeySlot: () => Promise<PasskeySlot>;
  /** The row key sealed to the desk: opens with the desk's key alone. */
  readonly sealRescue: (rowKey: Bytes, deskRecipient: string) => Promise<Bytes>;
  /** The row key out of `sealRescue`, for the desk's identity (`AGE-SECRET-KEY-1…`) alone. */
  readonly openRescue: (identity: string, wrapped: Bytes) => Promise<Bytes | undefined>;
  /** One row of a box out of its row key; damage, another key and another place are told alike. */
  readonly openSealedRow: (
    rowKey: Bytes,
    row: { readonly box: BoxId; readonly kind: "record" | "draft"; readonly id: string },
    sealed: Bytes,
  ) => Promise<Bytes | undefined>;
  /** Twelve characters that tell, over the telephone, that the desk holds this release; read by `parseCode("receipt", …)`. */
  readonly makeReceiptCode: (enrolKey: Bytes, envelopeDigest: Bytes) => Promise<string>;
  /** A fresh Ed25519 key pair; `secret` is PKCS 8. */
  readonly createSigningKey: () => Promise<{ readonly secret: Bytes; readonly publicKey: Bytes }>;
  readonly openSigner: (secret: Bytes, publicKey: Bytes) => Promise<Signer>;
}

/** The stores of one box under its row key. */
export type BoxStores = {
  readonly records: RecordStore;
  readonly envelopes: EnvelopeStore;
  readonly drafts: DraftStore;
  /** Seals the two small rows that lie beside the box itself. */
  readonly sealRow: (kind: "note-of-box" | "signing-key", clear: Bytes) => Promise<Bytes>;
  readonly openRow: (
    kind: "note-of-box" | "signing-key",
    sealed: Bytes,
  ) => Promise<Result<Bytes, { readonly type: "row-unreadable" }>>;
};
export type OpenStores = (box: BoxId, rowKey: Bytes) => BoxStores;
