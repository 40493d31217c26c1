// What every record store promises, whatever it stands on.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxA, boxB, type CreateWorld, collect, named, recordId, unwrap } from "./box-worlds.ts";

export const recordStoreContract = (world: string, create: CreateWorld) =>
  describe(`a record store (${world})`, () => {
    const open = async () => {
      const made = await create();
      return { ...made, ...made.openBox(boxA) };
    };
    const idsOf = async ({ records }: Pick<Awaited<ReturnType<typeof open>>, "records">) =>
      unwrap(await records.readAll()).map(({ id }) => id);

    test("gives back what was appended, in order of arrival", async () => {
      const { records } = await open();
      const added = [named(3), named(1), named(2)];
      expect(await records.append(added)).toEqual({ ok: true, value: 3 });
      expect(await records.readAll()).toEqual({ ok: true, value: added });
    });

    test("holds the same set for every order, cut and repetition, each record once", async () => {
      const batches = fc.array(fc.array(fc.nat(8), { maxLength: 6 }), { maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(batches, async (given) => {
          const { records } = await open();
          let added = 0;
          for (const batch of given) {
            added += unwrap(await records.append(batch.map((n) => named(n))));
          }
          const firsts = [...new Set(given.flat())].map(recordId);
          expect(await idsOf({ records })).toEqual(firsts);
          expect(added).toBe(firsts.length);
        }),
        { numRuns: 40 },
      );
    });

    test("keeps boxes apart, even for one id", async () => {
      const { records, openBox } = await open();
      const other = openBox(boxB).records;
      await records.append([named(1)]);
      expect(await other.append([named(1, boxB), named(2, boxB)])).toEqual({ ok: true, value: 2 });
      expect(await idsOf({ records })).toEqual([recordId(1)]);
      expect(await idsOf({ records: other })).toEqual([recordId(1), recordId(2)]);
    });

    test("clears the draft with the append that takes its place", async () => {
      const { records, drafts } = await open();
      await drafts.write("note", { text: "kesken" });
      await drafts.write("other", { text: "toinen" });
      await records.append([named(1)], { clearDraft: "note" });
      expect(await drafts.read("note")).toEqual({ ok: true, value: undefined });
      expect(await drafts.read("other")).toEqual({ ok: true, value: { text: "toinen" } });
    });

    test("keeps nothing of a write that met a full disk, and the draft stays", async () => {
      const { records, drafts, fillDisk } = await open();
      await records.append([named(1)]);
      await drafts.write("note", { text: "kesken" });
      fillDisk();
      const refused = await records.append([named(2), named(3)], { clearDraft: "note" });
      expect(refused).toEqual({ ok: false, error: { type: "store-full" } });
      expect(await idsOf({ records })).toEqual([recordId(1)]);
      expect(await drafts.read("note")).toEqual({ ok: true, value: { text: "kesken" } });
      expect(await records.append([named(2), named(3)])).toEqual({ ok: true, value: 2 });
    });

    test("treats an abort without a reason as a failure", async () => {
      const { records, breakDisk } = await open();
      breakDisk();
      expect(await records.append([named(1)])).toMatchObject({ error: { type: "store-failed" } });
      expect(await idsOf({ records })).toEqual([]);
    });

    test("tells a watcher what is there, and every append after that", async () => {
      const { records, openBox } = await open();
      await records.append([named(1)]);
      const seen = collect(records.watch);
      await seen.until((answer) => answer.ok && answer.value.length === 1);
      await openBox(boxA).records.append([named(2)]);
      await seen.until((answer) => answer.ok && answer.value.length === 2);
      await Promise.all([3, 4, 5, 6].map((n) => records.append([named(n)])));
      await seen.until((answer) => answer.ok && answer.value.length === 6);
      seen.stop();
      const lengths = seen.answers.map((answer) => unwrap(answer).length);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    });

    test("tells nothing more once a watcher has stopped", async () => {
      const { records } = await open();
      const stopped = collect(records.watch);
      await stopped.until((answer) => answer.ok);
      stopped.stop();
      const other = collect(records.watch);
      await records.append([named(1)]);
      await other.until((answer) => answer.ok && answer.value.length === 1);
      other.stop();
      expect(stopped.answers.every((answer) => unwrap(answer).length === 0)).toBe(true);
    });
  });
