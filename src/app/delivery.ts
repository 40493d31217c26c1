// One round of carrying: what is unsent in the open box is bundled, then every box of this device sends what it holds,
// locked ones too, and the open session takes in what others with its card have sent.
import type { Bytes } from "../base/bytes.ts";
import { parseBase64Url } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { foldCards } from "../domain/desk.ts";
import { listErasedEnvelopes } from "../domain/doomed.ts";
import type { BoxId } from "../domain/schema.ts";
import type { DeviceStore, EnvelopeStore, StoredBox, StoreError } from "../storage/ports.ts";
import type { BundleTooLarge } from "../sync/bundle.ts";
import { cutUnbundled } from "../sync/cut.ts";
import type { BundleCrypto, HubTransport, SendError } from "../sync/ports.ts";
import { pull } from "../sync/pull.ts";
import type { ReceiveDeps } from "../sync/receive.ts";
import { sendPending } from "../sync/send.ts";
import { takeReceipts } from "./keeping/receipts.ts";
import type { OpenBox } from "./open-box.ts";
import type { Environment, Keys } from "./ports.ts";

export type DeliveryDeps = {
  readonly env: Environment;
  readonly keys: Keys;
  readonly crypto: BundleCrypto;
  readonly device: DeviceStore;
  readonly hub: HubTransport;
  /** The envelopes of a box without its key: ciphertext leaves a locked tablet too. */
  readonly outboxOf: (box: BoxId) => EnvelopeStore;
  /** One piece of work at a time for a box, over all tabs. */
  readonly exclusively: <T>(box: BoxId, work: () => Promise<T>) => Promise<T>;
};

export type DeliveryError = SendError | StoreError | BundleTooLarge;

/** Puts everything unbundled of the open box into stored envelopes. Resolves to how many were cut. */
export const cutAll = (
  deps: Pick<DeliveryDeps, "env" | "crypto" | "exclusively">,
  open: OpenBox,
): Promise<Result<number, StoreError | BundleTooLarge>> =>
  cutUnbundled({ ...toCutDeps(deps, open), records: open.records });

/** What cutting an envelope of the open box needs. Sealed to the box, and to the desk as rescue when it is known. */
export const toCutDeps = (
  { env, crypto, exclusively }: Pick<DeliveryDeps, "env" | "crypto" | "exclusively">,
  open: OpenBox,
) => {
  const desk = open.facts().card?.desk;
  return {
    box: open.box,
    envelopes: open.envelopes,
    signer: open.signer,
    enrolKey: open.keys.enrol,
    recipients: [open.keys.recipient, ...(desk ? [desk.recipient] : [])],
    app: env.appVersion,
    bundleCrypto: crypto,
    exclusively: <T>(work: () => Promise<T>) => exclusively(open.box, work),
  };
};

/** Sends from every box of this device. Resolves to the number of envelopes that arrived now. */
export const sendAll = async (
  deps: DeliveryDeps,
  open: OpenBox | undefined,
): Promise<Result<number, DeliveryError>> => {
  const boxes = await deps.device.listBoxes();
  if (!boxes.ok) return boxes;
  let sent = 0;
  for (const stored of boxes.value) {
    const tokens = await tokensOf(deps.keys, stored, open?.box === stored.box ? open : undefined);
    if (!tokens.ok) return tokens;
    const report = await sendPending({
      envelopes: deps.outboxOf(stored.box),
      transport: deps.hub,
      destination: "hub",
      tokenFor: ({ box }) => tokens.value.get(box),
    });
    if (!report.ok) return report;
    sent += report.value.sent;
  }
  return ok(sent);
};

/** Append tokens by the box an envelope is bound for. A locked desk has none in clear: it sends when it is open. */
const tokensOf = async (
  keys: Keys,
  stored: StoredBox,
  open: OpenBox | undefined,
): Promise<Result<ReadonlyMap<string, string>, StoreError>> => {
  const tokens = new Map<string, string>();
  if (stored.sendToken !== undefined) tokens.set(stored.box, stored.sendToken);
  if (stored.deskBox !== undefined && stored.releaseToken !== undefined) {
    tokens.set(stored.deskBox, stored.releaseToken);
  }
  if (open?.kind !== "desk" || !open.facts().hasHub) return ok(tokens);
  tokens.set(open.box, open.keys.tokens.send);
  const records = await open.records.readAll();
  if (!records.ok) return records;
  for (const { session, fields } of foldCards(records.value)) {
    const root: Bytes | undefined = parseBase64Url(fields.rootKey);
    if (fields.state === "live" && root) {
      tokens.set(session, (await keys.deriveBoxKeys(root)).tokens.send);
    }
  }
  return ok(tokens);
};

/** What opening an envelope of the open session needs, by whatever door it came. */
export const toReceiveDeps = (
  { crypto }: Pick<DeliveryDeps, "crypto">,
  { box: own, keys }: Pick<OpenBox, "box" | "keys">,
): ReceiveDeps => ({
  bundleCrypto: crypto,
  identities: [keys.identity],
  recipients: [keys.recipient],
  cardFor: (box) => (box === own ? { enrol: keys.enrol, state: "live" } : undefined),
});

/** Takes in what the hub holds of the open session: the desk's plan, other devices with the same card. */
export const pullSession = async (
  deps: DeliveryDeps,
  open: OpenBox,
): Promise<Result<number, DeliveryError>> => {
  const before = await open.records.readAll();
  if (!before.ok) return before;
  const pulled = await pull({
    erased: new Set(listErasedEnvelopes(before.value)),
    box: open.box,
    readToken: open.keys.tokens.read,
    envelopes: open.envelopes,
    transport: deps.hub,
    destination: "hub",
    receive: toReceiveDeps(deps, open),
  });
  if (!pulled.ok) return pulled;
  const known = await open.records.readAll();
  if (!known.ok) return known;
  // Our next stamp must lie after all we have seen.
  open.writer.observe(known.value.map(({ record }) => record.stamp));
  const receipts = await takeReceipts(deps.env, open);
  return receipts.ok ? ok(pulled.value.records) : receipts;
};
