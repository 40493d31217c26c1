// Sealed envelopes of one box and what became of them. The outbox is a question asked of these rows, not a table.
import { ok } from "../base/result.ts";
import type { BoxId, RecordId } from "../domain/schema.ts";
import type { Database, DeliveryRow, EnvelopeRow } from "./database.ts";
import type { Delivery, EnvelopeInfo, EnvelopeStore, RowCipher, StoredEnvelope } from "./ports.ts";
import { addNewRows, readUnseen, sealRecords } from "./record-rows.ts";
import { inStore } from "./store-error.ts";
import { transact } from "./transact.ts";
import { createWatch } from "./watch.ts";

export const createEnvelopeStore = (
  database: Database,
  box: BoxId,
  cipher: RowCipher,
): EnvelopeStore => {
  const { records, envelopes, envelopeBytes, deliveries, cursors, quarantine } = database;
  const idByRow = new Map<number, RecordId>();

  const ofBox = () => envelopes.where("box").equals(box).toArray();
  const deliveriesOfBox = () => deliveries.where("box").equals(box).toArray();
  const readState = () =>
    database.transaction("r", [records, envelopes, deliveries], async () => {
      const rows = await ofBox();
      const { keys, rows: unseen } = await readUnseen(database, box, idByRow);
      for (const { key, id } of unseen) if (key !== undefined) idByRow.set(key, id);
      const bundled = new Set(rows.flatMap((row) => row.records));
      return {
        envelopes: rows.map(toInfo),
        deliveries: (await deliveriesOfBox()).map(toDelivery),
        unbundled: keys.flatMap((key) => idByRow.get(key) ?? []).filter((id) => !bundled.has(id)),
      };
    });

  return {
    add: async (envelope, brought) => {
      const rows = await sealRecords(cipher, box, brought);
      const { digest, bytes } = envelope;
      return transact(database, [records, envelopes, envelopeBytes], async () => {
        const known = await envelopes.where("[box+digest]").equals([box, digest]).count();
        if (known > 0) return 0;
        await envelopes.add(toRow(box, envelope));
        await envelopeBytes.add({ box, digest, bytes });
        return await addNewRows(database, rows);
      });
    },
    // Only a desk's intake needs it, never the first load.
    addAll: async (arrivals) => {
      const { addEnvelopes } = await import("./add-envelopes.ts");
      return addEnvelopes(database, box, cipher, arrivals);
    },
    list: () => inStore(database, async () => (await ofBox()).map(toInfo)),
    read: (digest) =>
      inStore(database, async () => (await envelopeBytes.get([box, digest]))?.bytes),
    unbundled: () => inStore(database, async () => (await readState()).unbundled),
    confirm: (delivery) =>
      transact(database, [deliveries], async () => {
        await deliveries.put({ ...delivery, box });
      }),
    deliveries: () => inStore(database, async () => (await deliveriesOfBox()).map(toDelivery)),
    readCursor: (destination) =>
      inStore(database, async () => {
        const row = await cursors.get([box, destination]);
        return row && { epoch: row.epoch, cursor: row.cursor };
      }),
    writeCursor: (destination, epoch, cursor) =>
      transact(database, [cursors], async () => {
        await cursors.put({ box, destination, epoch, cursor });
      }),
    watch: createWatch(readState, async (state) =>
      ok({ ...state, unbundled: state.unbundled.length }),
    ),
    quarantine: (digest, bytes, reason) =>
      transact(database, [quarantine], async () => {
        await quarantine.put({ box, digest, bytes, reason });
      }),
    quarantined: () =>
      inStore(database, async () =>
        (await quarantine.where("box").equals(box).toArray()).map(({ digest, bytes, reason }) => ({
          digest,
          reason,
          size: bytes.length,
        })),
      ),
    readQuarantined: (digest) =>
      inStore(database, async () => (await quarantine.get([box, digest]))?.bytes),
    // Only a desk's or a device's clearing out needs it, never the first load.
    remove: async (digests, erased) => {
      const { removeEnvelopes } = await import("./remove-envelopes.ts");
      return removeEnvelopes(database, box, digests, erased);
    },
  };
};

const toRow = (box: BoxId, { bytes, box: target, ...rest }: StoredEnvelope): EnvelopeRow => ({
  ...rest,
  box,
  target,
  size: bytes.length,
});
const toInfo = ({ key: _key, box: _box, target, ...rest }: EnvelopeRow): EnvelopeInfo => ({
  ...rest,
  box: target,
});
const toDelivery = ({ box: _box, ...delivery }: DeliveryRow): Delivery => delivery;
