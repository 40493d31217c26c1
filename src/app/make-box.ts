// A new box for this device: its row key, its slots, its own signature, all of it sealed before it is stored.
import type { Bytes } from "../base/bytes.ts";
import type { CodeKind } from "../base/code.ts";
import type { StoredBox } from "../storage/ports.ts";
import { type BoxFacts, toFactBytes } from "./box-facts.ts";
import type { OpenBoxDeps } from "./open-box.ts";

/** Of what kind, from which root, knowing what; a desk's with its passphrase. */
export type BoxParts = [
  kind: CodeKind,
  root: Bytes,
  facts: Omit<BoxFacts, "root">,
  passphrase?: string,
];

/** Nothing is written yet. */
export const makeStoredBox = async (
  { env, keys, openStores }: OpenBoxDeps,
  ...[kind, root, facts, passphrase]: BoxParts
): Promise<{ readonly stored: StoredBox; readonly rowKey: Bytes }> => {
  const boxKeys = await keys.deriveBoxKeys(root);
  const rowKey = keys.createRowKey();
  const stores = openStores(boxKeys.box, rowKey);
  const signing = await keys.createSigningKey();
  const desk = facts.card?.desk;
  const stored: StoredBox = {
    box: boxKeys.box,
    kind,
    addedAt: new Date(env.now()).toISOString(),
    slots: {
      code: await keys.wrap("code", boxKeys.box, boxKeys.slot, rowKey),
      ...(desk ? { rescue: await keys.sealRescue(rowKey, desk.recipient) } : {}),
      ...(passphrase === undefined
        ? {}
        : { passphrase: await keys.wrapWithPassphrase(boxKeys.box, passphrase, rowKey) }),
    },
    recipients: [boxKeys.recipient, ...(desk ? [desk.recipient] : [])],
    ...(kind === "session"
      ? { sendToken: boxKeys.tokens.send, releaseToken: boxKeys.tokens.release }
      : {}),
    ...(desk ? { deskBox: desk.box } : {}),
    note: await stores.sealRow("note-of-box", toFactBytes({ ...facts, root })),
    signingKey: await stores.sealRow("signing-key", signing.secret),
    publicKey: signing.publicKey,
  };
  return { stored, rowKey };
};
