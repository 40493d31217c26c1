// What sending and receiving need: keys of a box, sealing, and a way out. Implemented in crypto, storage and transports.
import type { Bytes } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";
import type { EnvelopeItem, EnvelopeReceipt } from "../wire/hub-api.ts";

/** Signs as this device in one box. The device's id is the first 16 bytes of SHA-256 of its public key, hex. */
export interface Signer {
  readonly device: string;
  readonly publicKey: Bytes;
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
}

/** Every cryptographic step of a bundle, so that sync itself holds none. */
export interface BundleCrypto {
  readonly digest: (bytes: Bytes) => Promise<Bytes>;
  /** age to all recipients (`age1…`). Random: never call twice for one bundle. */
  readonly seal: (clear: Bytes, recipients: readonly string[]) => Promise<Bytes>;
  /** age with any of the identities (`AGE-SECRET-KEY-1…`). Wrong key and damage are told alike: undefined. */
  readonly open: (sealed: Bytes, identities: readonly string[]) => Promise<Bytes | undefined>;
  readonly verify: (publicKey: Bytes, signature: Bytes, bytes: Bytes) => Promise<boolean>;
  /** HMAC-SHA-256. */
  readonly hmac: (key: Bytes, bytes: Bytes) => Promise<Bytes>;
  readonly gzip: (clear: Bytes) => Promise<Bytes>;
  /** Inflates through a counter: undefined as soon as more than `limit` bytes come out, or the data is damaged. */
  readonly gunzip: (zipped: Bytes, limit: number) => Promise<Bytes | undefined>;
}

export type SendError =
  /** No answer at all: no network, or the hub is away. */
  | { readonly type: "hub-unreachable" }
  /** It answered, but not as a hub: a captive portal or another web server. */
  | { readonly type: "hub-foreign" }
  | { readonly type: "hub-refused-token" }
  | { readonly type: "hub-full" }
  | { readonly type: "hub-busy"; readonly retryAfterMs: number }
  | { readonly type: "hub-erased" }
  | { readonly type: "hub-too-large" }
  | { readonly type: "hub-mangled" }
  | { readonly type: "hub-not-found" }
  | { readonly type: "hub-stale" }
  | { readonly type: "hub-failed"; readonly status: number };

/** A blind mailbox as seen from a device. Only a receipt that names our digest counts as received. */
export interface HubTransport {
  readonly put: (
    box: string,
    token: string,
    digest: string,
    bytes: Bytes,
  ) => Promise<Result<EnvelopeReceipt, SendError>>;
  /** One page of what arrived after the cursor. */
  readonly list: (
    box: string,
    token: string,
    after: string | undefined,
  ) => Promise<
    Result<
      {
        readonly epoch: string;
        readonly items: readonly EnvelopeItem[];
        readonly next: string | null;
      },
      SendError
    >
  >;
  readonly get: (box: string, token: string, digest: string) => Promise<Result<Bytes, SendError>>;
  readonly erase: (box: string, token: string, digest: string) => Promise<Result<void, SendError>>;
  /** `version` and epoch of the hub that serves this page, or why there is none. */
  readonly health: () => Promise<
    Result<{ readonly version: string; readonly epoch: string }, SendError>
  >;
  readonly createDesk: (
    setupCode: string,
    body: { readonly box: string; readonly tokens: readonly Grant[] },
  ) => Promise<Result<void, SendError>>;
  /** Registers or replaces a box's tokens; reads the current ETag itself when the box is known. */
  readonly putBox: (
    box: string,
    manageToken: string,
    body: { readonly desk: string; readonly tokens: readonly Grant[] },
  ) => Promise<Result<void, SendError>>;
}

export type Grant = {
  readonly sha256: string;
  readonly rights: readonly ("append" | "read" | "erase" | "erase-own" | "manage")[];
};
