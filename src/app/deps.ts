// Everything a role's screens are given. Built once, in compose.ts.
import type { Codebook } from "../domain/codebook.ts";
import type { Guide } from "../domain/guide.ts";
import type { Digest } from "../domain/schema.ts";
import type { DeviceStore } from "../storage/ports.ts";
import type { BundleCrypto, HubTransport } from "../sync/ports.ts";
import type { Courier } from "./courier-port.ts";
import type { Environment, Keys } from "./ports.ts";
import type { Workspace } from "./workspace.ts";

/** Shipped codebooks and guides by digest; an unknown digest answers undefined. */
export interface Contents {
  readonly loadCodebook: (digest: Digest) => Promise<Codebook | undefined>;
  readonly loadGuide: (digest: Digest) => Promise<Guide | undefined>;
  readonly currentCodebook: () => Promise<Codebook>;
  readonly currentGuide: () => Promise<Guide>;
}

export interface AppDeps {
  readonly env: Environment;
  readonly keys: Keys;
  readonly crypto: BundleCrypto;
  readonly device: DeviceStore;
  readonly workspace: Workspace;
  readonly courier: Courier;
  readonly hub: HubTransport;
  readonly contents: Contents;
}
