// What the hub keeps: boxes with the digests of their tokens, and sealed envelopes under their digest.
// Implemented by kysely-store.ts over SQLite and PostgreSQL; one contract suite runs over both.
import type { Bytes } from "../base/bytes.ts";
import { type Failed, failed, type Result } from "../base/result.ts";
import type { EnvelopeList, EnvelopeReceipt, ProblemType, TokenGrant } from "../wire/hub-api.ts";

/** What a store refuses, in the words of the contract. `etag` is the state that the caller should have known. */
export type Refusal<T extends ProblemType> = { readonly type: T; readonly etag?: string };

export const refuse = <T extends ProblemType>(type: T, etag?: string): Failed<Refusal<T>> =>
  failed(etag === undefined ? { type } : { type, etag });

export type TokenSet = {
  readonly tokens: readonly TokenGrant[];
  /** Names the tokens whatever their order; equal sets have equal names. */
  readonly etag: string;
};

export type SetupCodeRow = { readonly sha256: string; readonly box: string | undefined };

export interface HubStore {
  /** Random and kept in the database; a new one after a restore makes devices send again what they hold. */
  readonly epoch: () => Promise<string>;
  readonly renewEpoch: (epoch: string) => Promise<void>;

  /** Keeps the code unless one was ever kept. Resolves to whether it was kept: true exactly once in a database's life. */
  readonly keepFirstSetupCode: (sha256: string) => Promise<boolean>;
  /** Keeps the code and drops every unused one. */
  readonly replaceSetupCode: (sha256: string) => Promise<void>;
  /** All codes, used ones with the box they made. */
  readonly setupCodes: () => Promise<readonly SetupCodeRow[]>;

  /**
   * Uses up the code and makes the desk's box, both or neither. The same box, tokens and code again is "known".
   * Refuses with "unauthorized" a code that is unknown or used for another box, with "conflict" a box that is there
   * with other tokens.
   */
  readonly createDesk: (
    desk: { readonly code: string; readonly box: string } & TokenSet,
  ) => Promise<Result<"created" | "known", Refusal<"unauthorized" | "conflict" | "storage-full">>>;

  readonly findBox: (
    box: string,
  ) => Promise<{ readonly desk: string; readonly etag: string } | undefined>;
  /** The grants of the box whose digest begins like this one (16 bits): the caller compares the rest in constant time. */
  readonly grantsLike: (box: string, sha256: string) => Promise<readonly TokenGrant[]>;

  /**
   * Makes a box, or replaces all its tokens, so that what is missing is revoked at once. The same tokens again change
   * nothing. A change needs the current etag in `ifMatch`; without one "precondition-required", with another one
   * "stale". Another desk's box is "forbidden".
   */
  readonly putBox: (
    put: {
      readonly box: string;
      readonly desk: string;
      readonly ifMatch: readonly string[] | undefined;
    } & TokenSet,
  ) => Promise<
    Result<
      "created" | "known",
      Refusal<"unauthorized" | "forbidden" | "precondition-required" | "stale" | "storage-full">
    >
  >;
  /** The box with its tokens and envelopes, physically. A desk's box goes last: "conflict" while others name it. */
  readonly deleteBox: (box: string) => Promise<Result<void, Refusal<"conflict">>>;

  /**
   * Resolves only after the commit is durable. The same digest again gives the same receipt and keeps the first
   * owner. What was erased is "gone" for ever. Cursors grow in the order in which readers can see them.
   */
  readonly putEnvelope: (envelope: {
    readonly box: string;
    readonly digest: string;
    readonly bytes: Bytes;
    /** Digest of the token it was put with. */
    readonly owner: string;
    readonly receivedAt: string;
  }) => Promise<
    Result<
      { readonly state: "created" | "known"; readonly receipt: EnvelopeReceipt },
      Refusal<"unauthorized" | "gone" | "storage-full">
    >
  >;
  /** What arrived after the cursor, oldest first. A cursor of an earlier epoch reads from the start. */
  readonly listEnvelopes: (
    box: string,
    after: string | undefined,
    limit: number,
  ) => Promise<Result<EnvelopeList, Refusal<"bad-request">>>;
  readonly getEnvelope: (
    box: string,
    digest: string,
  ) => Promise<Result<Bytes, Refusal<"gone" | "not-found">>>;
  /**
   * Physically, and never taken back. With `owner`, only what was put with that token ("forbidden" otherwise,
   * "not-found" what never came); without, also before it ever came. Again is fine.
   */
  readonly eraseEnvelope: (erasure: {
    readonly box: string;
    readonly digest: string;
    readonly owner: string | undefined;
    readonly at: string;
  }) => Promise<Result<void, Refusal<"forbidden" | "not-found" | "storage-full">>>;

  readonly close: () => Promise<void>;
}
