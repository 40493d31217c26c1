// What every envelope store promises, whatever it stands on.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Delivery } from "../../src/storage/ports.ts";
import {
  boxA,
  boxB,
  type CreateWorld,
  collect,
  digest,
  envelope,
  named,
  recordId,
  unwrap,
} from "./box-worlds.ts";

const delivery = (n: number, destination: string, more: Partial<Delivery> = {}): Delivery => ({
  digest: digest(n),
  destination,
  epoch: "e1",
  receivedAt: "2026-11-24T19:00:00.000Z",
  cursor: `${n}`,
  ...more,
});

export const envelopeStoreContract = (world: string, create: CreateWorld) =>
  describe(`an envelope store (${world})`, () => {
    const open = async () => {
      const made = await create();
      return { ...made, ...made.openBox(boxA) };
    };

    test("takes an envelope with its records at once, and a known one not again", async () => {
      const { envelopes, records } = await open();
      const brought = [named(1), named(2)];
      expect(await envelopes.add(envelope(7, [1, 2]), brought)).toEqual({ ok: true, value: 2 });
      expect(await envelopes.add(envelope(7, [1, 2]), brought)).toEqual({ ok: true, value: 0 });
      expect(await records.readAll()).toEqual({ ok: true, value: brought });
      expect(unwrap(await envelopes.list())).toHaveLength(1);
    });

    test("takes many envelopes at once as it takes one after another", async () => {
      const [one, many] = [await open(), await open()];
      const arrivals = [
        { envelope: envelope(7, [1, 2]), records: [named(1), named(2)] },
        { envelope: envelope(8, [2, 3]), records: [named(2), named(3)] },
        { envelope: envelope(7, [1, 2]), records: [named(1), named(2)] },
      ];
      for (const each of arrivals) unwrap(await one.envelopes.add(each.envelope, each.records));
      expect(await many.envelopes.addAll(arrivals)).toEqual({ ok: true, value: 3 });
      expect(await many.envelopes.addAll(arrivals)).toEqual({ ok: true, value: 0 });
      expect(await many.records.readAll()).toEqual(await one.records.readAll());
      expect(await many.envelopes.list()).toEqual(await one.envelopes.list());
    });

    test("counts only records that are new to the box", async () => {
      const { envelopes, records } = await open();
      await records.append([named(1)]);
      const added = await envelopes.add(envelope(7, [1, 2]), [named(1), named(2)]);
      expect(added).toEqual({ ok: true, value: 1 });
    });

    test("lists envelopes in order of arrival without their bytes, and reads those alone", async () => {
      const { envelopes } = await open();
      const release = { box: boxB, release: recordId(9) };
      await envelopes.add(envelope(7, [1], release), []);
      await envelopes.add(envelope(3, [2]), []);
      const { bytes, ...info } = envelope(7, [1], release);
      const { bytes: _bytes, ...second } = envelope(3, [2]);
      expect(await envelopes.list()).toEqual({
        ok: true,
        value: [
          { ...info, size: bytes.length },
          { ...second, size: 3 },
        ],
      });
      expect(await envelopes.read(digest(7))).toEqual({ ok: true, value: bytes });
      expect(await envelopes.read(digest(8))).toEqual({ ok: true, value: undefined });
    });

    test("keeps neither envelope nor records of a write that failed", async () => {
      const { envelopes, records, fillDisk, breakDisk } = await open();
      for (const [fail, type] of [
        [fillDisk, "store-full"],
        [breakDisk, "store-failed"],
      ] as const) {
        fail();
        const refused = await envelopes.add(envelope(7, [1]), [named(1)]);
        expect(refused).toMatchObject({ ok: false, error: { type } });
        expect(await envelopes.list()).toEqual({ ok: true, value: [] });
        expect(await envelopes.read(digest(7))).toEqual({ ok: true, value: undefined });
        expect(await records.readAll()).toEqual({ ok: true, value: [] });
      }
    });

    test("names what is in no envelope yet, in order of arrival", async () => {
      const numbers = fc.uniqueArray(fc.nat(12));
      await fc.assert(
        fc.asyncProperty(numbers, fc.array(fc.nat(12)), async (written, bundled) => {
          const { envelopes, records, openBox } = await open();
          for (const n of written) await records.append([named(n)]);
          await openBox(boxB).records.append([named(20, boxB)]);
          await envelopes.add(envelope(1, bundled), []);
          expect(await envelopes.unbundled()).toEqual({
            ok: true,
            value: written.filter((n) => !bundled.includes(n)).map(recordId),
          });
        }),
        { numRuns: 20 },
      );
    });

    test("remembers one delivery per destination, the newest", async () => {
      const { envelopes } = await open();
      await envelopes.add(envelope(7, []), []);
      await envelopes.confirm(delivery(7, "hub"));
      await envelopes.confirm(delivery(7, "file"));
      await envelopes.confirm(delivery(7, "hub", { epoch: "e2" }));
      const kept = unwrap(await envelopes.deliveries());
      expect(kept).toHaveLength(2);
      expect(kept).toContainEqual(delivery(7, "hub", { epoch: "e2" }));
      expect(kept).toContainEqual(delivery(7, "file"));
    });

    test("remembers how far each destination was read, apart from the other boxes", async () => {
      const { envelopes, openBox } = await open();
      await openBox(boxB).envelopes.writeCursor("hub", "e1", "99");
      expect(await envelopes.readCursor("hub")).toEqual({ ok: true, value: undefined });
      await envelopes.writeCursor("hub", "e1", "4");
      await envelopes.writeCursor("hub", "e2", "1");
      expect(await envelopes.readCursor("hub")).toEqual({
        ok: true,
        value: { epoch: "e2", cursor: "1" },
      });
    });

    test("sets refused envelopes aside, with the last reason", async () => {
      const { envelopes, openBox } = await open();
      await envelopes.quarantine(digest(1), Uint8Array.of(1), "record-newer");
      await envelopes.quarantine(digest(1), Uint8Array.of(1), "card-void");
      expect(await envelopes.quarantined()).toEqual({
        ok: true,
        value: [{ digest: digest(1), reason: "card-void", size: 1 }],
      });
      const other = openBox(boxB).envelopes;
      expect(await other.quarantined()).toEqual({ ok: true, value: [] });
      expect(await envelopes.readQuarantined(digest(1))).toEqual({
        ok: true,
        value: Uint8Array.of(1),
      });
      expect(await envelopes.readQuarantined(digest(2))).toEqual({ ok: true, value: undefined });
      expect(await other.readQuarantined(digest(1))).toEqual({ ok: true, value: undefined });
    });

    test("removes envelopes with the records that no other envelope holds, and nothing else", async () => {
      const { envelopes, records, openBox } = await open();
      await records.append([named(5)]);
      await envelopes.add(envelope(7, [1, 2]), [named(1), named(2)]);
      await envelopes.add(envelope(8, [2, 3]), [named(3)]);
      for (const n of [7, 8]) await envelopes.confirm(delivery(n, "hub"));
      await envelopes.quarantine(digest(9), Uint8Array.of(1), "card-void");
      const other = openBox(boxB);
      await other.envelopes.add(envelope(7, [1]), [named(1, boxB)]);

      const removed = await envelopes.remove([digest(7), digest(9), digest(6)]);
      expect(removed).toEqual({ ok: true, value: 1 });
      const left = unwrap(await records.readAll()).map(({ id }) => id);
      expect(left.sort()).toEqual([2, 3, 5].map(recordId));
      expect(unwrap(await envelopes.list()).map((each) => each.digest)).toEqual([digest(8)]);
      expect(await envelopes.read(digest(7))).toEqual({ ok: true, value: undefined });
      expect(await envelopes.deliveries()).toEqual({ ok: true, value: [delivery(8, "hub")] });
      expect(await envelopes.quarantined()).toEqual({ ok: true, value: [] });
      expect(await envelopes.unbundled()).toEqual({ ok: true, value: [recordId(5)] });
      expect(unwrap(await other.records.readAll())).toHaveLength(1);
      expect(unwrap(await other.envelopes.list())).toHaveLength(1);
    });

    test("removes an erased record wherever it lies, one that is in no envelope too", async () => {
      const { envelopes, records } = await open();
      await records.append([named(5)]);
      await envelopes.add(envelope(7, [1, 2]), [named(1), named(2)]);
      await envelopes.add(envelope(8, [2]), []);
      const removed = await envelopes.remove([digest(7)], [recordId(1), recordId(5)]);
      expect(removed).toEqual({ ok: true, value: 2 });
      expect(unwrap(await records.readAll()).map(({ id }) => id)).toEqual([recordId(2)]);
    });

    test("keeps everything when a removal fails", async () => {
      const { envelopes, records, breakDisk } = await open();
      await envelopes.add(envelope(7, [1]), [named(1)]);
      breakDisk();
      expect(await envelopes.remove([digest(7)])).toMatchObject({ ok: false });
      expect(unwrap(await records.readAll())).toHaveLength(1);
      expect(unwrap(await envelopes.read(digest(7)))?.length).toBe(3);
    });

    test("tells a watcher of envelopes, deliveries and what waits to be bundled", async () => {
      const { envelopes, records } = await open();
      const seen = collect(envelopes.watch);
      await seen.until((answer) => answer.ok && answer.value.envelopes.length === 0);
      await records.append([named(1), named(2)]);
      await seen.until((answer) => answer.ok && answer.value.unbundled === 2);
      await envelopes.add(envelope(7, [1]), []);
      await seen.until(
        (answer) =>
          answer.ok && answer.value.unbundled === 1 && answer.value.envelopes.length === 1,
      );
      await envelopes.confirm(delivery(7, "hub"));
      await seen.until((answer) => answer.ok && answer.value.deliveries.length === 1);
      seen.stop();
    });
  });
