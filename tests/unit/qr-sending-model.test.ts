import { beforeEach, expect, test } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { createQrSendingModel } from "../../src/app/session/qr-sending-model.ts";
import { readHandOverFile } from "../../src/sync/hand-over-file.ts";
import { must } from "../fixtures/device.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";

let world: TableWorld;
let box: OpenBox;
beforeEach(async () => {
  world = await createTableWorld();
  box = await world.openByCard();
  await world.write(box, 4);
});

const open = async () => {
  const model = createQrSendingModel(world.deps, box);
  await model.load("all");
  return model;
};

test("packs what is unpacked and carries the hand-over file as it is", async () => {
  const { parcel } = await open();
  const copy = parcel.value?.copy;
  if (!copy) throw new Error("nothing packed");
  const entries = must(await readHandOverFile(copy.bytes, world.deps.crypto.digest));
  expect(entries.map(({ digest }) => digest).toSorted()).toEqual([...copy.digests].toSorted());
  expect(parcel.value).toMatchObject({ notes: 4, fresh: copy.digests.length });
});

test("only when somebody says so it is noted as given, and never as arrived", async () => {
  const model = await open();
  expect(must(await box.envelopes.deliveries())).toEqual([]);
  await model.give();
  expect(model.isGiven.value).toBe(true);
  const destinations = must(await box.envelopes.deliveries()).map(({ destination }) => destination);
  expect(new Set(destinations)).toEqual(new Set(["file"]));
});

test("what was written since then can go alone", async () => {
  const model = await open();
  await model.give();
  await world.write(box, 1);
  await model.load("all");
  expect(model.isGiven.value).toBe(false);
  expect(model.parcel.value).toMatchObject({ fresh: 1, copy: { digests: { length: 2 } } });
  await model.load("fresh");
  expect(model.parcel.value).toMatchObject({ fresh: 1, copy: { digests: { length: 1 } } });
});

test("a full disk is said", async () => {
  world.device.openBox(box.box).failNext({ type: "store-full" });
  const { failure, parcel } = await open();
  expect([failure.value, parcel.value]).toEqual([{ type: "store-full" }, undefined]);
});
