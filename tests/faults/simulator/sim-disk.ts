// A disk that is worse than any: each write may fail and keep nothing, and a device may die between the commit and the
// word of it. What it has said it keeps, it keeps. Rows lie sealed, so that a search for plain text means something.

import type { Bytes } from "../../../src/base/bytes.ts";
import { parseUtf8, toUtf8 } from "../../../src/base/bytes.ts";
import { failed, ok, type Result } from "../../../src/base/result.ts";
import type { AnyRecord, Named } from "../../../src/domain/record.ts";
import type { BoxId, RecordId } from "../../../src/domain/schema.ts";
import type {
  Delivery,
  DeviceStore,
  EnvelopeStore,
  RecordStore,
  StoredBox,
  StoredEnvelope,
  StoreError,
} from "../../../src/storage/ports.ts";
import type { Chance } from "../random.ts";
import type { Clockwork } from "./clockwork.ts";
import { simOpen, simSeal } from "./sim-crypto.ts";

/** What lies on the disk and survives every crash. */
export type Platter = {
  readonly rows: Map<RecordId, Bytes>;
  readonly envelopes: Map<string, StoredEnvelope>;
  readonly deliveries: Map<string, Delivery>;
  readonly cursors: Map<string, { readonly epoch: string; readonly cursor: string }>;
  readonly quarantine: Map<string, { readonly bytes: Bytes; readonly reason: string }>;
  readonly settings: Map<string, unknown>;
  /** Absent once the box was removed from the device; what it held stays here, for whoever checks. */
  stored: StoredBox | undefined;
};
export const createPlatter = (): Platter => ({
  rows: new Map(),
  envelopes: new Map(),
  deliveries: new Map(),
  cursors: new Map(),
  quarantine: new Map(),
  settings: new Map(),
  stored: undefined,
});

export type DiskDeps = {
  readonly box: BoxId;
  readonly platter: Platter;
  readonly chance: Chance;
  readonly clockwork: Clockwork;
  /** False once the device has crashed: nothing of its earlier life goes on. */
  readonly isAlive: () => boolean;
  /** How often a write fails. */
  readonly faults: () => number;
  /** Planted: says "saved" before it is. */
  readonly saysTooSoon?: boolean;
};

const readRow = (box: BoxId, id: RecordId, sealed: Bytes): Named => {
  const clear = simOpen(sealed, `${box}/${id}`);
  return { id, record: JSON.parse(parseUtf8(clear ?? new Uint8Array()) ?? "") as AnyRecord }; // Sealed by this file.
};

/** The records on a disk, in order of arrival, whoever asks and however the device is. */
export const recordsOn = (
  box: BoxId,
  { rows }: Platter,
  cache: Map<RecordId, Named>,
): readonly Named[] =>
  [...rows].map(([id, sealed]) => {
    const known = cache.get(id) ?? readRow(box, id, sealed);
    cache.set(id, known);
    return known;
  });

export const createSimDisk = (
  deps: DiskDeps,
): {
  readonly records: RecordStore;
  readonly envelopes: EnvelopeStore;
  readonly device: DeviceStore;
} => {
  const { box, platter, chance, clockwork, isAlive, faults } = deps;
  const opened = new Map<RecordId, Named>();

  const write = async <T>(work: () => T): Promise<Result<T, StoreError>> => {
    await clockwork.pause(isAlive);
    if (chance.odds(faults())) {
      return failed(
        chance.odds(0.5) ? { type: "store-full" } : { type: "store-failed", reason: "AbortError" },
      );
    }
    if (deps.saysTooSoon) {
      void clockwork.pause(isAlive).then(work);
      return ok(0 as T); // The planted fault does not know yet.
    }
    const value = work();
    // Here it lies on the disk, and nobody has been told yet.
    await clockwork.pause(isAlive);
    return ok(value);
  };
  const read = async <T>(work: () => T): Promise<Result<T, StoreError>> => {
    await clockwork.pause(isAlive);
    return ok(work());
  };

  const insert = (added: readonly Named[]): number => {
    const before = platter.rows.size;
    for (const { id, record } of added) {
      if (platter.rows.has(id)) continue;
      platter.rows.set(
        id,
        simSeal(toUtf8(JSON.stringify(record)), `${box}/${id}`, chance.bytes(16)),
      );
    }
    return platter.rows.size - before;
  };
  const unbundled = () => {
    const bundled = new Set([...platter.envelopes.values()].flatMap(({ records }) => records));
    return [...platter.rows.keys()].filter((id) => !bundled.has(id));
  };
  const nobody = () => () => undefined;

  return {
    records: {
      append: (added) => write(() => insert(added)),
      readAll: () => read(() => recordsOn(box, platter, opened)),
      watch: nobody,
    },
    envelopes: {
      add: (envelope, brought) =>
        write(() => {
          if (platter.envelopes.has(envelope.digest)) return 0;
          platter.envelopes.set(envelope.digest, envelope);
          return insert(brought);
        }),
      addAll: (arrivals) =>
        write(() =>
          arrivals.reduce((added, { envelope, records }) => {
            if (platter.envelopes.has(envelope.digest)) return added;
            platter.envelopes.set(envelope.digest, envelope);
            return added + insert(records);
          }, 0),
        ),
      list: () =>
        read(() =>
          [...platter.envelopes.values()].map(({ bytes, ...rest }) => ({
            ...rest,
            size: bytes.length,
          })),
        ),
      read: (digest) => read(() => platter.envelopes.get(digest)?.bytes),
      unbundled: () => read(unbundled),
      confirm: (delivery) =>
        write(
          () => void platter.deliveries.set(`${delivery.digest} ${delivery.destination}`, delivery),
        ),
      deliveries: () => read(() => [...platter.deliveries.values()]),
      readCursor: (destination) => read(() => platter.cursors.get(destination)),
      writeCursor: (destination, epoch, cursor) =>
        write(() => void platter.cursors.set(destination, { epoch, cursor })),
      watch: nobody,
      quarantine: (digest, bytes, reason) =>
        write(() => void platter.quarantine.set(digest, { bytes, reason })),
      remove: async () => failed({ type: "store-failed", reason: "nobody erases here" }),
      readQuarantined: (digest) => read(() => platter.quarantine.get(digest)?.bytes),
      quarantined: () =>
        read(() =>
          [...platter.quarantine].map(([digest, { bytes, reason }]) => ({
            digest: digest as StoredEnvelope["digest"], // The keys of this map are the digests that were given.
            reason,
            size: bytes.length,
          })),
        ),
    },
    device: {
      readBox: () => read(() => platter.stored),
      listBoxes: () => read(() => (platter.stored ? [platter.stored] : [])),
      putBox: (stored) =>
        write(() => {
          platter.stored = stored;
        }),
      removeBox: () =>
        write(() => {
          platter.stored = undefined;
        }),
      readSealedRows: () =>
        read(() => ({
          records: [...platter.rows].map(([id, sealed]) => ({ id, sealed })),
          drafts: [],
        })),
      readSetting: (key) => read(() => platter.settings.get(key)),
      writeSetting: (key, value) => write(() => void platter.settings.set(key, value)),
      watchBoxes: nobody,
    },
  };
};
