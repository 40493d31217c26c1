// What has left this device and what has arrived, from envelopes and receipts alone. For a locked box too, where the
// records are unknown.
import type { Named } from "../../domain/record.ts";
import { ofKind } from "../../domain/record.ts";
import type { Digest, RecordId } from "../../domain/schema.ts";
import type { Delivery, EnvelopeInfo } from "../../storage/ports.ts";
import { pendingFor } from "../../sync/send.ts";

/** `sent`: the mailbox has the release. `arrived`: the receiver has said so. A file is neither. */
export type Stage = "open" | "reopened" | "unsent" | "filed" | "sent" | "arrived";

export type ReleaseTrace = {
  readonly digest: Digest;
  readonly record: RecordId;
  readonly sentAt?: string;
  readonly filedAt?: string;
  readonly arrivedAt?: string;
};

export type Dispatch = {
  readonly stage: Stage;
  readonly envelopes: number;
  readonly sent: number;
  readonly waiting: number;
  /** Records in no envelope yet. */
  readonly unbundled: number;
  /** The newest release. */
  readonly release?: ReleaseTrace;
  /** Notes, verdicts and summaries that the newest release does not know. */
  readonly newer: number;
  readonly lastSentAt?: string;
};

export type Parcels = {
  readonly envelopes: readonly EnvelopeInfo[];
  readonly deliveries: readonly Delivery[];
  readonly unbundled: number;
};

/** `records` are those of an open box. */
export const toDispatch = (parcels: Parcels, records: readonly Named[] = []): Dispatch => {
  const { envelopes, deliveries, unbundled } = parcels;
  const hub = deliveries.filter(({ destination }) => destination === "hub");
  const lastSent = latestOf(hub);
  // The epoch of the newest receipt: what a restored mailbox may have lost counts as waiting again.
  const pending = lastSent ? pendingFor(envelopes, hub, "hub", lastSent.epoch) : envelopes;
  const waits = new Set<string>(pending.map(({ digest }) => digest));

  const at = envelopes.findLastIndex(({ release }) => release !== undefined);
  const made = envelopes[at];
  const known = new Set<string>(envelopes.slice(0, at + 1).flatMap((one) => one.records));
  const newer = made ? records.filter((named) => bears(named) && !known.has(named.id)).length : 0;
  const release = made?.release && trace(made.digest, made.release, waits, deliveries, records);
  return {
    stage: stageOf(release || undefined, newer),
    envelopes: envelopes.length,
    sent: envelopes.length - pending.length,
    waiting: pending.length,
    unbundled,
    ...(release ? { release } : {}),
    newer,
    ...(lastSent ? { lastSentAt: lastSent.receivedAt } : {}),
  };
};

const bears = ({ record: { kind } }: Named): boolean =>
  kind === "note/1" || kind === "review/1" || kind === "summary/1";

const latestOf = (deliveries: readonly Delivery[]): Delivery | undefined =>
  deliveries.reduce<Delivery | undefined>(
    (top, one) => (top && top.receivedAt >= one.receivedAt ? top : one),
    undefined,
  );

const trace = (
  digest: Digest,
  record: RecordId,
  waits: ReadonlySet<string>,
  deliveries: readonly Delivery[],
  records: readonly Named[],
): ReleaseTrace => {
  const to = (destination: string) =>
    deliveries.find((one) => one.digest === digest && one.destination === destination)?.receivedAt;
  const sentAt = waits.has(digest) ? undefined : to("hub");
  const filedAt = to("file");
  // A locked box knows only what was noted of the receipt, not the receipt itself.
  const receipt = ofKind(records, "receipt/1").find((one) => one.record.release === record);
  const arrivedAt = receipt?.record.receivedAt ?? to("desk");
  return {
    digest,
    record,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(filedAt === undefined ? {} : { filedAt }),
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
  };
};

const stageOf = (release: ReleaseTrace | undefined, newer: number): Stage => {
  if (!release) return "open";
  if (newer > 0) return "reopened";
  if (release.arrivedAt !== undefined) return "arrived";
  if (release.sentAt !== undefined) return "sent";
  return release.filedAt === undefined ? "unsent" : "filed";
};
