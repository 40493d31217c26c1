// What the app needs of a disk. Everything that says "resolves" has reached it: transactions are strict.
// Nothing here is encrypted by the store: it seals and opens rows through a RowCipher that it is given.
import type { Bytes } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";
import type { AnyRecord, Named } from "../domain/record.ts";
import type { BoxId, Digest, RecordId } from "../domain/schema.ts";

/** Names the place of a sealed row; it is authenticated with it, so rows cannot be swapped. */
export type RowName = { readonly box: BoxId; readonly kind: RowKind; readonly id: string };
export type RowKind = "record" | "draft" | "note-of-box" | "signing-key";

/** Seals rows under the box's own key. `open` fails for a wrong key, a damaged or a moved row alike. */
export interface RowCipher {
  readonly seal: (row: RowName, clear: Bytes) => Promise<Bytes>;
  readonly open: (
    row: RowName,
    sealed: Bytes,
  ) => Promise<Result<Bytes, { readonly type: "row-unreadable" }>>;
}

export type StoreError =
  /** The disk or the browser's quota is full. Nothing of this write was kept. */
  | { readonly type: "store-full" }
  /** Closed by the browser, aborted without a reason, or broken. Nothing of this write was kept. */
  | { readonly type: "store-failed"; readonly reason: string }
  /** The database was made by a later version of the app. */
  | { readonly type: "store-newer" }
  | { readonly type: "row-unreadable" };

/** Calls the listener now and after every change, newest answer last; returns how to stop. */
export type Watch<T> = (listener: (answer: Result<T, StoreError>) => void) => () => void;

export interface RecordStore {
  /**
   * Adds what is new and ignores what is known. All or nothing; resolves to the number added.
   * `clearDraft` removes that draft in the same transaction, so text is in exactly one place.
   */
  readonly append: (
    records: readonly Named[],
    options?: { readonly clearDraft?: string },
  ) => Promise<Result<number, StoreError>>;
  /** Every record of the box, in order of arrival. */
  readonly readAll: () => Promise<Result<readonly Named[], StoreError>>;
  readonly watch: Watch<readonly Named[]>;
}

/** An envelope as it lies in the device: bytes made once, never re-sealed. */
export type StoredEnvelope = {
  readonly digest: Digest;
  /** Where it is bound for: the box itself, or the desk's box for a release. */
  readonly box: BoxId;
  readonly bytes: Bytes;
  /** Names of the records inside; a record is bundled once per box, whatever the route. */
  readonly records: readonly RecordId[];
  /** The cutting device and its place in that device's chain. */
  readonly device: string;
  readonly seq: number;
  readonly release?: RecordId;
};
export type EnvelopeInfo = Omit<StoredEnvelope, "bytes"> & { readonly size: number };

/** That a destination has an envelope: it gave it to us, or receipted ours. */
export type Delivery = {
  readonly digest: Digest;
  /** `hub` or `file`. */
  readonly destination: string;
  readonly epoch: string;
  readonly receivedAt: string;
  readonly cursor: string;
};

/** Envelopes and what became of them, for one box of this device. */
/** An envelope with the records it brought. */
export type Arrival = { readonly envelope: StoredEnvelope; readonly records: readonly Named[] };

export interface EnvelopeStore {
  /** One transaction: the envelope and the records it brought. A known digest adds nothing. Resolves to records added. */
  readonly add: (
    envelope: StoredEnvelope,
    records: readonly Named[],
  ) => Promise<Result<number, StoreError>>;
  /** In order of arrival. */
  /** The same for several at once, in one transaction: all of them or none. For an intake of hundreds. */
  readonly addAll: (arrivals: readonly Arrival[]) => Promise<Result<number, StoreError>>;
  readonly list: () => Promise<Result<readonly EnvelopeInfo[], StoreError>>;
  readonly read: (digest: Digest) => Promise<Result<Bytes | undefined, StoreError>>;
  /** Names of records of the box that are in no envelope yet, in order of arrival. */
  readonly unbundled: () => Promise<Result<readonly RecordId[], StoreError>>;
  readonly confirm: (delivery: Delivery) => Promise<Result<void, StoreError>>;
  readonly deliveries: () => Promise<Result<readonly Delivery[], StoreError>>;
  /** How far this box was read from a destination. */
  readonly readCursor: (
    destination: string,
  ) => Promise<Result<{ readonly epoch: string; readonly cursor: string } | undefined, StoreError>>;
  readonly writeCursor: (
    destination: string,
    epoch: string,
    cursor: string,
  ) => Promise<Result<void, StoreError>>;
  readonly watch: Watch<{
    readonly envelopes: readonly EnvelopeInfo[];
    readonly deliveries: readonly Delivery[];
    readonly unbundled: number;
  }>;
  /** Envelopes that an intake refused or set aside, with the reason's type. A known digest is replaced. */
  readonly quarantine: (
    digest: Digest,
    bytes: Bytes,
    reason: string,
  ) => Promise<Result<void, StoreError>>;
  readonly quarantined: () => Promise<
    Result<
      readonly { readonly digest: Digest; readonly reason: string; readonly size: number }[],
      StoreError
    >
  >;
  /** The bytes of an envelope that was set aside, for another try. */
  readonly readQuarantined: (digest: Digest) => Promise<Result<Bytes | undefined, StoreError>>;
  /**
   * One transaction: these envelopes go, with what is known of their way, and the records that lie in no other envelope.
   * Set-aside ones of these names go too; unknown names are ignored. `erased` records go wherever they lie; a record
   * named there must lie in no envelope that stays. Resolves to the number of records that went.
   */
  readonly remove: (
    digests: readonly Digest[],
    erased?: readonly RecordId[],
  ) => Promise<Result<number, StoreError>>;
}

/** Text being typed. A sealed row on this device only; overwritten in place, gone when the record is saved. */
export interface DraftStore {
  readonly write: (key: string, draft: object) => Promise<Result<void, StoreError>>;
  /** The draft as it was written, or undefined; the caller parses it. */
  readonly read: (key: string) => Promise<Result<unknown, StoreError>>;
  readonly remove: (key: string) => Promise<Result<void, StoreError>>;
}

/**
 * One box of this device, in clear: no title, no text. `slots` hold the box's row key, wrapped in several ways;
 * `note` and `signingKey` are sealed rows. `sendToken` is append-only, so that a locked tablet can still deliver.
 */
export type StoredBox = {
  readonly box: BoxId;
  readonly kind: "session" | "desk";
  readonly addedAt: string;
  readonly slots: {
    /** Under the box's `slot` key (AES-GCM, from the code). */
    readonly code: Bytes;
    /** age, to the desk's recipient: a lost card never loses a note. */
    readonly rescue?: Bytes;
    readonly passphrase?: {
      readonly salt: Bytes;
      readonly iterations: number;
      readonly wrapped: Bytes;
    };
    /** Under what a passkey gives for this desk (WebAuthn PRF). */
    readonly passkey?: { readonly credential: Bytes; readonly wrapped: Bytes };
    /** Under the resume key that lies in an OPFS file; useless once that is overwritten. */
    readonly resume?: Bytes;
  };
  readonly recipients: readonly string[];
  readonly sendToken?: string;
  readonly releaseToken?: string;
  readonly deskBox?: BoxId;
  /** For each release made here, a digest of the receipt code that the desk may read out. */
  readonly receipts?: readonly { readonly envelope: Digest; readonly check: Bytes }[];
  /** Days from the desk's receipt until the session may leave this device, as its round wants it. */
  readonly keepDays?: number;
  /** When a person was told that the time is up, ISO 8601. */
  readonly toldAt?: string;
  /** Sealed: what only an open box may show (title, keys derived from the code). */
  readonly note: Bytes;
  readonly signingKey: Bytes;
  readonly publicKey: Bytes;
};

/** A box's rows as they lie on the disk: readable by nobody without its row key. */
export type SealedRows = {
  readonly records: readonly { readonly id: RecordId; readonly sealed: Bytes }[];
  readonly drafts: readonly { readonly key: string; readonly sealed: Bytes }[];
};

/** The boxes of this device and its few plain settings. */
export interface DeviceStore {
  readonly putBox: (box: StoredBox) => Promise<Result<void, StoreError>>;
  readonly readBox: (box: BoxId) => Promise<Result<StoredBox | undefined, StoreError>>;
  readonly listBoxes: () => Promise<Result<readonly StoredBox[], StoreError>>;
  readonly watchBoxes: Watch<readonly StoredBox[]>;
  /** Records in order of arrival, then drafts. Needs no key, so a locked tablet can give them away. */
  readonly readSealedRows: (box: BoxId) => Promise<Result<SealedRows, StoreError>>;
  /** Removes the box with all its rows and envelopes. */
  readonly removeBox: (box: BoxId) => Promise<Result<void, StoreError>>;
  readonly readSetting: (key: string) => Promise<Result<unknown, StoreError>>;
  readonly writeSetting: (key: string, value: unknown) => Promise<Result<void, StoreError>>;
}

/** 32 random bytes that reopen one box after a reload or a kill, with the time they were made. */
export type ResumeKey = { readonly box: BoxId; readonly key: Bytes; readonly madeAt: string };
/** A file overwritten in place (deleted database bytes stay on disk). Without such files there is no resume: read is undefined. */
export interface ResumeFile {
  readonly read: () => Promise<ResumeKey | undefined>;
  /** Resolves to false where the browser cannot overwrite in place. */
  readonly write: (key: ResumeKey) => Promise<boolean>;
  /** Overwrites the key with zeros. Resolves to false where it may still lie on the disk. */
  readonly erase: () => Promise<boolean>;
}

export type { AnyRecord };
