// A passkey as a lock on a desk: the device or a key on a string answers 32 bytes, once its owner has said yes to it. A port,
// since only a browser has it and only some of those give a secret.
import type { Bytes } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";

export type PasskeyError =
  /** Said no, waited too long, or no such passkey at hand: browsers do not tell which, on purpose. */
  | { readonly type: "passkey-refused" }
  /** This authenticator gives no secret. */
  | { readonly type: "passkey-no-secret" }
  /** The browser could not: wrong address, no authenticator, or its own reason. */
  | { readonly type: "passkey-failed" };

export interface Passkeys {
  /** Whether making one can be offered here. */
  readonly areOffered: () => Promise<boolean>;
  /** Makes one and asks it at once. `label` is how the person's list of passkeys will name it. */
  readonly create: (
    salt: Bytes,
    label: string,
  ) => Promise<Result<{ readonly credential: Bytes; readonly secret: Bytes }, PasskeyError>>;
  /** The 32 bytes that this passkey answers for this salt; always the same. The person is asked each time. */
  readonly ask: (credential: Bytes, salt: Bytes) => Promise<Result<Bytes, PasskeyError>>;
}
