// Faults planted on purpose, to check the checker: each is a mistake that somebody could make in one line, and each must
// be caught. They are put around the app's parts, never into them.
import type { OpenBox } from "../../../src/app/open-box.ts";
import { concatBytes } from "../../../src/base/bytes.ts";
import { ok } from "../../../src/base/result.ts";
import { findJudgements } from "../../../src/domain/held-back.ts";
import { foldNotes, type NoteView } from "../../../src/domain/notes.ts";
import { type Named, ofKind } from "../../../src/domain/record.ts";
import type { EnvelopeStore, RecordStore } from "../../../src/storage/ports.ts";
import type { BundleCrypto, HubTransport } from "../../../src/sync/ports.ts";
import { shaHex } from "./sim-crypto.ts";
import type { Platter } from "./sim-disk.ts";
import type { HubFaults, SimHub } from "./sim-hub.ts";

export type Plant = {
  readonly name: string;
  readonly diskSaysTooSoon?: boolean;
  readonly letsCutsMeet?: boolean;
  readonly forgetsStamps?: boolean;
  readonly hub?: HubFaults;
  readonly records?: (store: RecordStore, platter: Platter) => RecordStore;
  readonly envelopes?: (store: EnvelopeStore, platter: Platter, hub: SimHub) => EnvelopeStore;
  readonly transport?: (hub: HubTransport, envelopes: EnvelopeStore, real: SimHub) => HubTransport;
  readonly crypto?: (crypto: BundleCrypto) => BundleCrypto;
  readonly fold?: typeof foldNotes;
  /** What closing is shown of the box. */
  readonly closing?: (box: OpenBox) => OpenBox;
};

export const nothingPlanted: Plant = { name: "nothing" };

const receiptOf = (digest: string, real: SimHub) =>
  ok({
    digest,
    cursor: `${real.epoch()}.999`,
    epoch: real.epoch(),
    receivedAt: "2026-11-24T18:00:00.000Z",
  });

const toApproved = (named: Named): Named =>
  named.record.kind === "review/1"
    ? { ...named, record: { ...named.record, verdict: "approved" } }
    : named;

/** Views changed after the real fold. */
const refold =
  (change: (view: NoteView, records: readonly Named[]) => NoteView | undefined): typeof foldNotes =>
  (records) =>
    foldNotes(records).flatMap((view) => change(view, records) ?? []);

export const planted: readonly Plant[] = [
  { name: "a note is called saved before it lies on the disk", diskSaysTooSoon: true },
  {
    name: "an envelope is taken in with half of its records",
    envelopes: (store) => ({
      ...store,
      add: (envelope, records) =>
        store.add(envelope, records.slice(0, Math.ceil(records.length / 2))),
    }),
  },
  {
    name: "a second revision of a note is taken for a repetition",
    records: (store, platter) => {
      const seen = new Set<string>();
      void platter;
      return {
        ...store,
        append: (records) =>
          store.append(
            records.filter(({ record }) => {
              if (record.kind !== "note/1") return true;
              const isNew = !seen.has(record.noteId);
              seen.add(record.noteId);
              return isNew;
            }),
          ),
      };
    },
  },
  {
    name: "an envelope is deleted once it was sent",
    envelopes: (store, platter) => ({
      ...store,
      confirm: async (delivery) => {
        const confirmed = await store.confirm(delivery);
        if (confirmed.ok) platter.envelopes.delete(delivery.digest);
        return confirmed;
      },
    }),
  },
  {
    name: "a lost answer counts as a receipt",
    transport: (hub, _, real) => ({
      ...hub,
      put: async (box, token, digest, bytes) => {
        const put = await hub.put(box, token, digest, bytes);
        return !put.ok && put.error.type === "hub-unreachable" ? receiptOf(digest, real) : put;
      },
    }),
  },
  {
    name: "a portal's page counts as a receipt",
    transport: (hub, _, real) => ({
      ...hub,
      put: async (box, token, digest, bytes) => {
        const put = await hub.put(box, token, digest, bytes);
        return !put.ok && put.error.type === "hub-foreign" ? receiptOf(digest, real) : put;
      },
    }),
  },
  {
    name: "an envelope is sealed anew for each try",
    transport: (hub) => ({
      ...hub,
      put: async (box, token, digest, bytes) => {
        const anew = concatBytes(bytes, Uint8Array.of(0));
        const put = await hub.put(box, token, shaHex(anew), anew);
        return put.ok ? ok({ ...put.value, digest }) : put;
      },
    }),
  },
  {
    name: "a receipt counts whatever its epoch",
    envelopes: (store, _, hub) => ({
      ...store,
      deliveries: async () => {
        const all = await store.deliveries();
        return all.ok
          ? ok(all.value.map((delivery) => ({ ...delivery, epoch: hub.epoch() })))
          : all;
      },
    }),
  },
  {
    name: "the cursor moves before its page is stored",
    transport: (hub, envelopes) => ({
      ...hub,
      list: async (box, token, after) => {
        const page = await hub.list(box, token, after);
        const end = page.ok ? page.value.items.at(-1)?.cursor : undefined;
        if (page.ok && end !== undefined) await envelopes.writeCursor("hub", page.value.epoch, end);
        return page;
      },
    }),
  },
  {
    name: "a cursor counts whatever its epoch",
    hub: { forgetsWhichEpoch: true },
    transport: (hub) => {
      const hideEpoch = <T extends object>(value: T) => ({ ...value, epoch: "epoch-1" });
      return {
        ...hub,
        list: async (box, token, after) => {
          const page = await hub.list(box, token, after);
          return page.ok ? ok(hideEpoch(page.value)) : page;
        },
      };
    },
  },
  { name: "two cuts take one place in the chain", letsCutsMeet: true },
  { name: "the hub answers before its commit", hub: { saysTooSoon: true } },
  { name: "the hub gives a second receipt for a repeated upload", hub: { receiptsAnew: true } },
  { name: "the hub gives numbers out before their commit", hub: { numbersTooSoon: true } },
  {
    name: "what comes from the hub is not held against its name",
    transport: (hub, _, real) => ({
      ...hub,
      get: async (box, token, digest) => {
        const got = await hub.get(box, token, digest);
        const other = real.rows().find((row) => row.box === box && row.receipt.digest !== digest);
        return got.ok && other && digest < "4" ? ok(other.bytes) : got;
      },
    }),
  },
  {
    name: "an envelope leaves unsealed",
    crypto: (crypto) => ({
      ...crypto,
      gzip: async (clear) => clear,
      gunzip: async (clear) => clear,
      seal: async (clear) => clear,
    }),
  },
  {
    name: "the last writer wins",
    fold: refold((view) => ({
      ...view,
      fields: view.heads.at(-1)?.record ?? view.fields,
      rivals: new Map(),
    })),
  },
  { name: "rivals are not shown", fold: refold((view) => ({ ...view, rivals: new Map() })) },
  {
    name: "the last to arrive wins",
    fold: refold((view, records) => {
      const last = ofKind(records, "note/1").findLast(
        ({ record }) => record.noteId === view.noteId,
      );
      return { ...view, fields: last?.record ?? view.fields };
    }),
  },
  {
    name: "a record that came twice counts twice",
    fold: (records) =>
      foldNotes(records).flatMap((view) => {
        const times = ofKind(records, "note/1").filter(
          ({ id }) => id === view.history[0]?.id,
        ).length;
        return Array<NoteView>(times).fill(view);
      }),
  },
  {
    name: "what comes after its erasure comes back",
    fold: (records) => {
      const erased = records.findIndex(({ record }) => record.kind === "erasure/1");
      const kept =
        erased < 0
          ? records
          : records.filter(({ record }, at) => record.kind !== "erasure/1" || at > erased);
      return foldNotes(kept);
    },
  },
  {
    name: "an approval outlives the wording it was given to",
    fold: refold((view, records) => {
      const review = ofKind(records, "review/1").findLast(
        ({ record }) => record.noteId === view.noteId,
      );
      return { ...view, verdict: review?.record.verdict ?? view.verdict };
    }),
  },
  {
    name: "what was held back is let go by a rewording",
    fold: (records) => {
      const { newest, held } = findJudgements(records);
      return foldNotes(records, {
        newest,
        held: new Map([...held].filter(([id]) => newest.has(id))),
      });
    },
  },
  {
    name: "what was held back is released",
    closing: (box) => ({
      ...box,
      records: {
        ...box.records,
        readAll: async () => {
          const all = await box.records.readAll();
          return all.ok ? ok(all.value.map(toApproved)) : all;
        },
      },
    }),
  },
  {
    name: "a tablet lets go before the desk has said that it may",
    envelopes: (store) => ({
      ...store,
      deliveries: async () => {
        const [all, list] = [await store.deliveries(), await store.list()];
        if (!all.ok || !list.ok) return all;
        const sent = list.value.filter(({ release }) => release !== undefined);
        const said = sent.map(({ digest }) => {
          return {
            digest,
            destination: "desk",
            epoch: "desk",
            receivedAt: "2000-01-01T00:00:00.000Z",
            cursor: "",
          };
        });
        return ok([...all.value, ...said]);
      },
    }),
  },
  { name: "a clock that went back decides the order", forgetsStamps: true },
];
