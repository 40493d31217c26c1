// Everything a role's screens are given. Built once, in compose.ts.
import type { DeviceStore } from "../storage/ports.ts";
import type { BundleCrypto, HubTransport } from "../sync/ports.ts";
import type { Contents } from "./content/contents.ts";
import type { Courier } from "./courier-port.ts";
import type { DeliveryDeps } from "./delivery.ts";
import type { Locking } from "./guard/locking.ts";
import type { Typing } from "./guard/typing.ts";
import type { Platform } from "./platform.ts";
import type { Environment, Keys } from "./ports.ts";
import type { DeviceMarks } from "./support/marks.ts";
import type { Workspace } from "./workspace.ts";

export interface AppDeps {
  readonly env: Environment;
  readonly keys: Keys;
  readonly crypto: BundleCrypto;
  readonly device: DeviceStore;
  readonly workspace: Workspace;
  readonly courier: Courier;
  readonly hub: HubTransport;
  readonly contents: Contents;
  /** Whoever holds unwritten text says so here. */
  readonly typing: Typing;
  readonly locking: Locking;
  /** Runs later; answers how to call it off. */
  readonly after: Platform["after"];
  readonly holdWriting: Platform["holdWriting"];
  readonly passkeys?: Platform["passkeys"];
  /** What this device should hold, and what of it has vanished. */
  readonly marks: DeviceMarks;
  /** What cutting and closing need. */
  readonly delivery: DeliveryDeps;
}
