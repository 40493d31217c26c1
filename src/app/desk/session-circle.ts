// The desk as a device of a session's circle: it made the card, so it may put envelopes into the session's box. It signs
// with its own key, and the card's enrol key vouches for it as for any other device.
import type { Bytes } from "../../base/bytes.ts";
import type { CutPlace } from "../../sync/cut.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";

/** What cutting for the session of this root needs. Sealed to the session and, as rescue, to the desk. */
export const toCircle = async (
  { env, keys, crypto }: Pick<AppDeps, "env" | "keys" | "crypto">,
  desk: OpenBox,
  root: Bytes,
): Promise<CutPlace> => {
  const session = await keys.deriveBoxKeys(root);
  return {
    envelopes: desk.envelopes,
    signer: desk.signer,
    enrolKey: session.enrol,
    recipients: [session.recipient, desk.keys.recipient],
    app: env.appVersion,
    bundleCrypto: crypto,
  };
};
