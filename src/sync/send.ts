// The outbox is a question: which stored envelopes has this destination neither given us nor receipted?
// Nothing is deleted after sending; a lost answer means one more try, and a resend is harmless.
import { ok, type Result } from "../base/result.ts";
import type { HubTransport, SendError } from "./ports.ts";
import type { Delivery, EnvelopeInfo, Outbox, StoreFailure } from "./store-ports.ts";

export type SendDeps = {
  readonly envelopes: Outbox;
  readonly transport: Pick<HubTransport, "health" | "put">;
  /** The name under which deliveries are kept: `hub`. */
  readonly destination: string;
  /** Append token for where the envelope is bound for; undefined when this device has none. */
  readonly tokenFor: (envelope: EnvelopeInfo) => string | undefined;
};

/** What the hub answered about one envelope without stopping the others. */
type Refusal = { readonly digest: string; readonly error: SendError };
export type SendReport = { readonly sent: number; readonly refused: readonly Refusal[] };

/** A new epoch means that the destination was restored and may have lost what it receipted: all is pending again. */
export const pendingFor = <E extends { readonly digest: string }>(
  envelopes: readonly E[],
  deliveries: readonly Delivery[],
  destination: string,
  epoch: string,
): readonly E[] => {
  const there = new Set<string>(
    deliveries
      .filter((delivery) => delivery.destination === destination && delivery.epoch === epoch)
      .map((delivery) => delivery.digest),
  );
  return envelopes.filter(({ digest }) => !there.has(digest));
};

/** Sends what is pending, oldest first. Stops at the first failure of the network, the hub or the disk. */
export const sendPending = async (
  deps: SendDeps,
): Promise<Result<SendReport, SendError | StoreFailure>> => {
  const stored = await deps.envelopes.list();
  if (!stored.ok) return stored;
  if (stored.value.length === 0) return ok({ sent: 0, refused: [] });
  const health = await deps.transport.health();
  if (!health.ok) return health;
  const deliveries = await deps.envelopes.deliveries();
  if (!deliveries.ok) return deliveries;

  let sent = 0;
  const refused: Refusal[] = [];
  const closed = new Set<string>();
  const { epoch } = health.value;
  for (const envelope of pendingFor(stored.value, deliveries.value, deps.destination, epoch)) {
    const token = deps.tokenFor(envelope);
    const door = `${envelope.box} ${token}`;
    if (token === undefined || closed.has(door)) continue;
    const answer = await sendOne(deps, envelope, token);
    if (answer.ok) {
      sent += answer.value;
    } else if (concernsOne(answer.error)) {
      refused.push({ digest: envelope.digest, error: answer.error });
      if (answer.error.type === "hub-refused-token") closed.add(door);
    } else {
      return answer;
    }
  }
  return ok({ sent, refused });
};

const sendOne = async (
  { envelopes, transport, destination }: SendDeps,
  { digest, box }: EnvelopeInfo,
  token: string,
): Promise<Result<number, SendError | StoreFailure>> => {
  const bytes = await envelopes.read(digest);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return ok(0); // Erased since the list was read.
  const receipt = await transport.put(box, token, digest, bytes.value);
  if (!receipt.ok) return receipt;
  if (receipt.value.digest !== digest) return { ok: false, error: { type: "hub-mangled" } };

  // Only now: a crash before this line sends the envelope again, which changes nothing.
  const { epoch, receivedAt, cursor } = receipt.value;
  const confirmed = await envelopes.confirm({ digest, destination, epoch, receivedAt, cursor });
  return confirmed.ok ? ok(1) : confirmed;
};

// An erased envelope or a void card must not hold up what the other boxes have to say.
const concernsOne = (error: SendError | StoreFailure): error is SendError =>
  error.type === "hub-erased" ||
  error.type === "hub-too-large" ||
  error.type === "hub-not-found" ||
  error.type === "hub-refused-token";
