import { effect } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { cutAll } from "../../src/app/delivery.ts";
import { createHomeModel, type HomeSession } from "../../src/app/home/home-model.ts";
import { reviseSession } from "../../src/app/session-plan.ts";
import { must } from "../fixtures/device.ts";
import { createTableWorld, settled, type TableWorld } from "../fixtures/table-world.ts";

let world: TableWorld;
beforeEach(async () => {
  world = await createTableWorld();
});

const open = async () => {
  const model = createHomeModel(world.deps);
  await expect.poll(() => model.state.value).toBe("ready");
  return model;
};
const first = (model: Awaited<ReturnType<typeof open>>) => model.sessions.value[0];

test("an empty device has no sessions and no desk", async () => {
  const model = await open();
  expect(model.sessions.value).toEqual([]);
  expect(model.hasDesk.value).toBe(false);
  model.stop();
});

test("the open session tells its title and counts its notes as they are written", async () => {
  const box = await world.openByCard();
  const model = await open();
  expect(first(model)?.open).toEqual({ title: "Asukasilta, ryhmä 2", notes: 0, hasBegun: false });
  await world.write(box, 2);
  await expect.poll(() => first(model)?.open).toMatchObject({ notes: 2, hasBegun: true });
  model.stop();
});

test("a session that was started has begun before its first note", async () => {
  const box = await world.openByCard();
  must(await reviseSession(box, { startedAt: "2026-11-24T16:00:00.000Z" }));
  const model = await open();
  await expect.poll(() => first(model)?.open?.hasBegun).toBe(true);
  model.stop();
});

test("a locked session tells nothing of itself but what still waits here", async () => {
  const box = await world.openByCard();
  await world.write(box, 2);
  must(await cutAll(world.deps.delivery, box));
  await world.deps.workspace.lock();
  const model = await open();
  await expect.poll(() => first(model)?.dispatch).toMatchObject({ waiting: 1, unbundled: 0 });
  expect(first(model)?.open).toBeUndefined();
  expect(JSON.stringify(model.sessions.value)).not.toContain("Asukasilta");
  model.stop();
});

test("the open session comes first, whenever it came", async () => {
  const other = await createTableWorld();
  const box = await world.openByCard();
  must(await world.deps.workspace.joinSession(other.code, "scribe", other.info));
  must(await world.deps.workspace.joinSession(world.code, "scribe"));
  const model = await open();
  expect(model.sessions.value).toHaveLength(2);
  expect(first(model)?.box).toBe(box.box);
  model.stop();
});

test("a title never stands on another session that was opened after it, not for a moment", async () => {
  const other = await createTableWorld();
  const box = await world.openByCard();
  await world.write(box, 3);
  const model = await open();
  await expect.poll(() => first(model)?.open?.notes).toBe(3);
  const seen: (HomeSession | undefined)[] = [];
  const stop = effect(() => void seen.push(first(model)));
  const second = must(await world.deps.workspace.joinSession(other.code, "scribe"));
  await expect.poll(() => first(model)?.box).toBe(second.box);
  await settled();
  expect(
    seen.filter((one) => one?.box === second.box).map((one) => one?.open?.notes),
  ).not.toContain(3);
  stop();
  model.stop();
});

test("a desk on this device is told, and is no session", async () => {
  must(await world.deps.workspace.createDesk("neljä sanaa ja piste"));
  const model = await open();
  expect(model.hasDesk.value).toBe(true);
  expect(model.sessions.value).toEqual([]);
  model.stop();
});
