// A desk's box on a fresh device, out of what its file kept: the same row key, so that code and passphrase open it as
// before, and a signature of this device's own, so that two devices never sign one chain.
import type { Bytes } from "../base/bytes.ts";
import { type CodeError, parseCode } from "../base/code.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { BoxId } from "../domain/schema.ts";
import type { StoredBox, StoreError } from "../storage/ports.ts";
import { parseFacts } from "./box-facts.ts";
import type { OpenBoxDeps, PartMissing } from "./open-box.ts";
import type { PassphraseSlot } from "./ports.ts";

/** The slots of a desk and its sealed facts, as they lay on the device that wrote the file. */
export type KeptDesk = {
  readonly box: BoxId;
  readonly slots: { readonly code: Bytes; readonly passphrase?: PassphraseSlot };
  readonly note: Bytes;
};
export type DeskSecret = { readonly code: string } | { readonly passphrase: string };
/** A whole code, but another desk's. */
export type OtherDesk = { readonly type: "code-of-other-desk" };

export type ReviveError =
  | CodeError
  | StoreError
  | PartMissing
  | OtherDesk
  | { readonly type: "wrong-key" };

type Revived = { readonly stored: StoredBox; readonly rowKey: Bytes };

/** A box that this device has already stays as it is, and opens by its own slots. */
export const reviveDesk = async (
  deps: OpenBoxDeps,
  kept: KeptDesk,
  secret: DeskSecret,
): Promise<Result<Revived, ReviveError>> => {
  const known = await deps.device.readBox(kept.box);
  if (!known.ok) return known;
  const stored = known.value;
  const rowKey = await openSlots(deps, stored ?? kept, secret);
  if (!rowKey.ok) return rowKey;
  if (stored) return ok({ stored, rowKey: rowKey.value });
  return makeStored(deps, kept, rowKey.value);
};

const openSlots = async (
  { keys }: OpenBoxDeps,
  { box, slots }: Pick<KeptDesk, "box" | "slots">,
  secret: DeskSecret,
): Promise<Result<Bytes, ReviveError>> => {
  const wrong = failed({ type: "wrong-key" } as const);
  if ("passphrase" in secret) {
    const slot = slots.passphrase;
    const opened = slot && (await keys.unwrapWithPassphrase(box, secret.passphrase, slot));
    return opened ? ok(opened) : wrong;
  }
  const code = parseCode("desk", secret.code);
  if (!code.ok) return code;
  const derived = await keys.deriveBoxKeys(await keys.deriveRoot("desk", code.value));
  if (derived.box !== box) return failed({ type: "code-of-other-desk" });
  const opened = await keys.unwrap("code", box, derived.slot, slots.code);
  return opened ? ok(opened) : wrong;
};

const makeStored = async (
  { env, keys, device, openStores }: OpenBoxDeps,
  { box, slots, note }: KeptDesk,
  rowKey: Bytes,
): Promise<Result<Revived, ReviveError>> => {
  const stores = openStores(box, rowKey);
  const bytes = await stores.openRow("note-of-box", note);
  if (!bytes.ok) return bytes;
  const facts = parseFacts(bytes.value);
  const derived = facts && (await keys.deriveBoxKeys(facts.root));
  if (derived?.box !== box) return failed({ type: "wrong-key" });
  const signing = await keys.createSigningKey();
  const stored: StoredBox = {
    ...{ box, kind: "desk", slots, note },
    addedAt: new Date(env.now()).toISOString(),
    recipients: [derived.recipient],
    signingKey: await stores.sealRow("signing-key", signing.secret),
    publicKey: signing.publicKey,
  };
  const put = await device.putBox(stored);
  return put.ok ? ok({ stored, rowKey }) : put;
};
