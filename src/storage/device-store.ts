// The boxes of this device and its few settings. Nothing here needs a key: it is read before any box is open.
import { ok } from "../base/result.ts";
import type { Database } from "./database.ts";
import type { DeviceStore } from "./ports.ts";
import { inStore } from "./store-error.ts";
import { transact } from "./transact.ts";
import { createWatch } from "./watch.ts";

export const createDeviceStore = (database: Database): DeviceStore => {
  const { boxes, settings } = database;
  const perBox = database.tables.filter((table) => table.name !== settings.name);
  const list = async () => (await boxes.toArray()).sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
  return {
    putBox: (box) =>
      transact(database, [boxes], async () => {
        await boxes.put(box);
      }),
    readBox: (box) => inStore(database, async () => await boxes.get(box)),
    listBoxes: () => inStore(database, list),
    watchBoxes: createWatch(list, async (rows) => ok(rows)),
    // Asked for when a card is lost, never on the way to the first note.
    readSealedRows: async (box) => (await import("./sealed-rows.ts")).readSealedRows(database, box),
    removeBox: (box) =>
      transact(database, perBox, async () => {
        for (const table of perBox) await table.where("box").equals(box).delete();
      }),
    readSetting: (key) => inStore(database, async () => (await settings.get(key))?.value),
    writeSetting: (key, value) =>
      transact(database, [settings], async () => {
        await settings.put({ key, value });
      }),
  };
};
