// The desk's word that a release is in, as a tablet learns it: from a receipt in the session's box, or as twelve
// characters read over the telephone, for which a locked tablet needs no key.
import { type Bytes, equalBytes, parseHex, toUtf8 } from "../../base/bytes.ts";
import { type CodeError, parseCode } from "../../base/code.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { ofKind } from "../../domain/record.ts";
import type { BoxId, Digest } from "../../domain/schema.ts";
import type { Delivery, DeviceStore, EnvelopeStore, StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";
import type { Environment, Keys } from "../ports.ts";
import { sessionFieldsOf } from "../session-plan.ts";

export const desk = "desk";

const toDelivery = (digest: Digest, nowMs: number): Delivery => ({
  digest,
  destination: desk,
  epoch: desk,
  // When this device learned it, by its own clock, so that the time of keeping never depends on two clocks.
  receivedAt: new Date(nowMs).toISOString(),
  cursor: "",
});

/** Notes every receipt among the box's records that names an envelope of this device. Resolves to how many are new. */
export const takeReceipts = async (
  env: Pick<Environment, "now">,
  box: Pick<OpenBox, "records" | "envelopes">,
): Promise<Result<number, StoreError>> => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const receipts = ofKind(records.value, "receipt/1");
  if (receipts.length === 0) return ok(0);
  const envelopes = await box.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const deliveries = await box.envelopes.deliveries();
  if (!deliveries.ok) return deliveries;
  const here = new Set<string>(envelopes.value.map(({ digest }) => digest));
  const known = new Set<string>(
    deliveries.value.flatMap(({ digest, destination }) => (destination === desk ? [digest] : [])),
  );
  let taken = 0;
  for (const { record } of receipts) {
    if (!here.has(record.envelope) || known.has(record.envelope)) continue;
    const noted = await box.envelopes.confirm(toDelivery(record.envelope, env.now()));
    if (!noted.ok) return noted;
    known.add(record.envelope);
    taken += 1;
  }
  return ok(taken);
};

type CodeDeps = {
  readonly env: Pick<Environment, "now" | "digest">;
  readonly device: Pick<DeviceStore, "readBox" | "putBox">;
};

const checkOf = async (env: CodeDeps["env"], code: string): Promise<Bytes> =>
  new Uint8Array(await env.digest(toUtf8(`kuuluu/1/receipt-check ${code}`)));

/** As many releases as a session is ever likely to see; older ones are replaced by newer anyway. */
const maxChecks = 32;

/** After a release was made: what a locked device needs to know the right code when it is typed, and how long to keep. */
export const expectReceipt = async (
  deps: CodeDeps & { readonly keys: Pick<Keys, "makeReceiptCode"> },
  box: Pick<OpenBox, "box" | "keys" | "records" | "facts">,
  envelope: Digest,
): Promise<Result<void, StoreError>> => {
  const stored = await deps.device.readBox(box.box);
  const digest = parseHex(envelope);
  if (!stored.ok) return stored;
  if (!stored.value || !digest) return ok(undefined);
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const keepDays = sessionFieldsOf(records.value, box.facts().card)?.keepDays;
  const check = await checkOf(deps.env, await deps.keys.makeReceiptCode(box.keys.enrol, digest));
  return deps.device.putBox({
    ...stored.value,
    receipts: [...(stored.value.receipts ?? []), { envelope, check }].slice(-maxChecks),
    ...(keepDays === undefined ? {} : { keepDays }),
  });
};

export type CodeRefusal = CodeError | StoreError | { readonly type: "receipt-other" };

/** A code read over the telephone. Resolves once the receipt is noted; another release's code is refused. */
export const takeReceiptCode = async (
  deps: CodeDeps,
  envelopes: Pick<EnvelopeStore, "confirm">,
  box: BoxId,
  typed: string,
): Promise<Result<void, CodeRefusal>> => {
  const code = parseCode("receipt", typed);
  if (!code.ok) return code;
  const stored = await deps.device.readBox(box);
  if (!stored.ok) return stored;
  const check = await checkOf(deps.env, code.value);
  const found = stored.value?.receipts?.find((one) => equalBytes(one.check, check));
  if (!found) return failed({ type: "receipt-other" });
  return envelopes.confirm(toDelivery(found.envelope, deps.env.now()));
};
