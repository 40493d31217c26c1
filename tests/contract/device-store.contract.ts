// What every device store promises, whatever it stands on.
import { describe, expect, test } from "vitest";
import {
  boxA,
  boxB,
  type CreateWorld,
  collect,
  digest,
  envelope,
  named,
  storedBox,
  unwrap,
} from "./box-worlds.ts";

const older = storedBox(boxB, "2026-11-01T10:00:00.000Z");
const newer = storedBox(boxA, "2026-11-02T10:00:00.000Z");

export const deviceStoreContract = (world: string, create: CreateWorld) =>
  describe(`a device store (${world})`, () => {
    test("keeps boxes whole and lists them oldest first", async () => {
      const { device } = await create();
      await device.putBox(newer);
      await device.putBox(older);
      expect(await device.readBox(boxA)).toEqual({ ok: true, value: newer });
      expect(await device.listBoxes()).toEqual({ ok: true, value: [older, newer] });
    });

    test("replaces a box that is put again, so that a slot can go", async () => {
      const { device } = await create();
      await device.putBox(newer);
      const bare = { ...newer, slots: { code: newer.slots.code } };
      await device.putBox(bare);
      expect(await device.readBox(boxA)).toEqual({ ok: true, value: bare });
    });

    test("removes a box with everything in it, and nothing of the others", async () => {
      const { device, openBox } = await create();
      for (const [box, stored] of [
        [boxA, newer],
        [boxB, older],
      ] as const) {
        const { records, envelopes, drafts } = openBox(box);
        await device.putBox(stored);
        await records.append([named(1, box)]);
        await envelopes.add(envelope(1, [1]), []);
        await envelopes.confirm({
          digest: digest(1),
          destination: "hub",
          epoch: "e",
          receivedAt: "2026-11-24T19:00:00.000Z",
          cursor: "1",
        });
        await envelopes.writeCursor("hub", "e", "1");
        await envelopes.quarantine(digest(2), Uint8Array.of(1), "card-void");
        await drafts.write("note", { text: "x" });
      }
      await device.writeSetting("role", "scribe");
      expect(await device.removeBox(boxA)).toEqual({ ok: true, value: undefined });

      const contents = async (box: typeof boxA) => {
        const { records, envelopes, drafts } = openBox(box);
        return [
          unwrap(await records.readAll()).length,
          unwrap(await envelopes.list()).length,
          unwrap(await envelopes.read(digest(1)))?.length ?? 0,
          unwrap(await envelopes.deliveries()).length,
          unwrap(await envelopes.readCursor("hub")) === undefined ? 0 : 1,
          unwrap(await envelopes.quarantined()).length,
          unwrap(await drafts.read("note")) === undefined ? 0 : 1,
        ];
      };
      expect(await contents(boxA)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(await contents(boxB)).toEqual([1, 1, 3, 1, 1, 1, 1]);
      expect(await device.listBoxes()).toEqual({ ok: true, value: [older] });
      expect(await device.readSetting("role")).toEqual({ ok: true, value: "scribe" });
    });

    test("gives a box's sealed rows in order of arrival, with its drafts and no other's", async () => {
      const { device, openBox } = await create();
      const { records, drafts } = openBox(boxA);
      await records.append([named(3)]);
      await records.append([named(1), named(2)]);
      await drafts.write("note", { text: "x" });
      await openBox(boxB).records.append([named(4, boxB)]);
      const rows = unwrap(await device.readSealedRows(boxA));
      expect(rows.records.map(({ id }) => id)).toEqual([3, 1, 2].map((n) => named(n).id));
      expect(rows.drafts.map(({ key }) => key)).toEqual(["note"]);
      const all = [...rows.records, ...rows.drafts];
      expect(all.every(({ sealed }) => sealed.length > 0)).toBe(true);
    });

    test("tells a watcher of boxes that come, change and go", async () => {
      const { device } = await create();
      const seen = collect(device.watchBoxes);
      await seen.until((answer) => answer.ok && answer.value.length === 0);
      await device.putBox(newer);
      await seen.until((answer) => answer.ok && answer.value.length === 1);
      await device.putBox({ ...newer, recipients: [] });
      await seen.until((answer) => answer.ok && answer.value[0]?.recipients.length === 0);
      await device.removeBox(boxA);
      await seen.until((answer) => answer === seen.answers.at(-1) && unwrap(answer).length === 0);
      seen.stop();
    });

    test("keeps plain settings, and says when it could not", async () => {
      const { device, fillDisk } = await create();
      expect(await device.readSetting("language")).toEqual({ ok: true, value: undefined });
      await device.writeSetting("language", { code: "sv" });
      fillDisk();
      const refused = await device.writeSetting("language", { code: "en" });
      expect(refused).toEqual({ ok: false, error: { type: "store-full" } });
      expect(await device.readSetting("language")).toEqual({ ok: true, value: { code: "sv" } });
    });
  });
