// How safe the desk is beside this device: when the last copy was made, where it lies, and what is newer than it.

import type { BoxId } from "../../domain/schema.ts";
import type { Delivery, EnvelopeInfo } from "../../storage/ports.ts";
import { pendingFor } from "../../sync/send.ts";

/** The name under which the desk's envelopes are noted as lying in its file. */
export const deskFileDestination = "desk-file";

export type Parcels = {
  readonly envelopes: readonly EnvelopeInfo[];
  readonly deliveries: readonly Delivery[];
  readonly unbundled: number;
};

export type SafeCopy = {
  readonly where: "hub" | "file";
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Deliveries, and records in none yet, that came after it. */
  readonly newer: number;
};

/** The copy that lacks least, or undefined where there is none at all. `box` is the desk's own. */
export const lastCopy = (parcels: Parcels, box: BoxId, hasHub: boolean): SafeCopy | undefined => {
  const copies = [fileCopy(parcels), hasHub ? hubCopy(parcels, box) : undefined];
  return copies
    .filter((copy) => copy !== undefined)
    .sort((a, b) => a.newer - b.newer || b.at - a.at)[0];
};

const newestOf = (deliveries: readonly Delivery[], destination: string): Delivery | undefined =>
  deliveries
    .filter((each) => each.destination === destination)
    .reduce<Delivery | undefined>(
      (top, each) => (top && top.receivedAt >= each.receivedAt ? top : each),
      undefined,
    );

const toCopy = (
  where: SafeCopy["where"],
  wanted: readonly EnvelopeInfo[],
  { deliveries, unbundled }: Parcels,
): SafeCopy | undefined => {
  const destination = where === "hub" ? "hub" : deskFileDestination;
  const newest = newestOf(deliveries, destination);
  if (!newest) return undefined;
  const pending = pendingFor(wanted, deliveries, destination, newest.epoch);
  return { where, at: Date.parse(newest.receivedAt), newer: pending.length + unbundled };
};

const fileCopy = (parcels: Parcels) => toCopy("file", parcels.envelopes, parcels);

// What the hub holds of the desk's own box brings the whole desk back by its code; plans and receipts follow from that.
const hubCopy = (parcels: Parcels, box: BoxId) =>
  toCopy(
    "hub",
    parcels.envelopes.filter((each) => each.box === box),
    parcels,
  );
