import { expect, test } from "vitest";
import { createPassphraseModel } from "../../src/app/desk/passphrase-model.ts";
import { createDeskWorld, openDeskIn } from "../fixtures/desk-world.ts";

const words = "viisi aivan uutta sanaa tähän";

test("a desk that came by its code opens by the passphrase chosen on this device", async () => {
  const first = createDeskWorld();
  const { code, desk } = await openDeskIn(first);
  const { deps } = createDeskWorld();
  await deps.workspace.openDesk(code);
  const model = createPassphraseModel(deps);
  model.passphrase.value = words;
  await model.save();
  expect(model.isSaved.value).toBe(true);
  expect(model.passphrase.value).toBe("");
  await deps.workspace.lock();
  expect(await deps.workspace.openWithPassphrase(desk.box, words)).toMatchObject({ ok: true });
});

test("a new passphrase takes the place of the old one", async () => {
  const world = createDeskWorld();
  const { desk } = await openDeskIn(world);
  const model = createPassphraseModel(world.deps);
  model.passphrase.value = words;
  await model.save();
  await world.deps.workspace.lock();
  const old = await world.deps.workspace.openWithPassphrase(desk.box, "neljä sanaa ja piste");
  expect(old).toEqual({ ok: false, error: { type: "wrong-key" } });
});

test("a short one is refused before anything is written", async () => {
  const world = createDeskWorld();
  await openDeskIn(world);
  const model = createPassphraseModel(world.deps);
  model.passphrase.value = "lyhyt";
  expect(model.isShort.value).toBe(false);
  await model.save();
  expect([model.isShort.value, model.isSaved.value]).toEqual([true, false]);
});

test("a full disk keeps the old one and what was typed", async () => {
  const world = createDeskWorld();
  const { desk } = await openDeskIn(world);
  const model = createPassphraseModel(world.deps);
  model.passphrase.value = words;
  world.device.failNext({ type: "store-full" });
  await model.save();
  expect(model.failure.value).toEqual({ type: "store-full" });
  expect(model.passphrase.value).toBe(words);
  await world.deps.workspace.lock();
  const old = await world.deps.workspace.openWithPassphrase(desk.box, "neljä sanaa ja piste");
  expect(old).toMatchObject({ ok: true });
});
