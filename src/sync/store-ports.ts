// What sending and receiving need of a box's stores: narrower than storage's own ports, which fit these by shape.
// Storage knows nothing of sync, nor sync of storage; the promises are the ones written on storage's ports.
import type { Bytes } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";
import type { Named } from "../domain/record.ts";
import type { BoxId, Digest, RecordId } from "../domain/schema.ts";

export type StoreFailure =
  | { readonly type: "store-full" }
  | { readonly type: "store-failed"; readonly reason: string }
  | { readonly type: "store-newer" }
  | { readonly type: "row-unreadable" };

type Answer<T> = Promise<Result<T, StoreFailure>>;

export type EnvelopeInfo = {
  readonly digest: Digest;
  /** Where it is bound for: the box itself, or the desk's box for a release. */
  readonly box: BoxId;
  readonly records: readonly RecordId[];
  readonly device: string;
  readonly seq: number;
  readonly release?: RecordId;
};
type NewEnvelope = EnvelopeInfo & { readonly bytes: Bytes };

export type Delivery = {
  readonly digest: Digest;
  readonly destination: string;
  readonly epoch: string;
  readonly receivedAt: string;
  readonly cursor: string;
};

/** The part of a record store that cutting reads. */
export interface BoxRecords {
  readonly readAll: () => Answer<readonly Named[]>;
}

/** Takes cut envelopes in. */
export interface CutTarget {
  /** One transaction: the envelope and the records it brought. A known digest adds nothing. */
  readonly add: (envelope: NewEnvelope, records: readonly Named[]) => Answer<number>;
  readonly list: () => Answer<readonly EnvelopeInfo[]>;
  readonly unbundled: () => Answer<readonly RecordId[]>;
}

/** What lies ready to be sent, and what became of it. */
export interface Outbox {
  readonly list: () => Answer<readonly EnvelopeInfo[]>;
  readonly read: (digest: Digest) => Answer<Bytes | undefined>;
  readonly confirm: (delivery: Delivery) => Answer<void>;
  readonly deliveries: () => Answer<readonly Delivery[]>;
}

/** Where opened envelopes go, and those that were refused. */
export interface Intake {
  readonly add: CutTarget["add"];
  readonly list: CutTarget["list"];
  readonly quarantine: (digest: Digest, bytes: Bytes, reason: string) => Answer<void>;
  readonly quarantined: () => Answer<
    readonly { readonly digest: Digest; readonly reason: string }[]
  >;
}

/** An intake that remembers how far it read from a destination. */
export interface Inbox extends Intake {
  readonly confirm: Outbox["confirm"];
  readonly deliveries: Outbox["deliveries"];
  readonly readCursor: (
    destination: string,
  ) => Answer<{ readonly epoch: string; readonly cursor: string } | undefined>;
  readonly writeCursor: (destination: string, epoch: string, cursor: string) => Answer<void>;
}
