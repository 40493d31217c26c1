import { beforeEach, expect, test } from "vitest";
import { createPasskeyModel } from "../../src/app/desk/passkey/passkey-model.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import {
  createDeskWorld,
  type DeskWorld,
  must,
  openDeskIn,
  passphrase,
} from "../fixtures/desk-world.ts";
import { createFakePasskeys, type FakePasskeys } from "../fixtures/passkeys.ts";

let world: DeskWorld;
let desk: OpenBox;
let code: string;
let passkeys: FakePasskeys;
beforeEach(async () => {
  world = createDeskWorld();
  ({ desk, code } = await openDeskIn(world));
  passkeys = createFakePasskeys();
});

const modelOf = () => createPasskeyModel({ ...world.deps, passkeys: async () => passkeys });
const stored = async () => {
  const box = must(await world.device.readBox(desk.box));
  if (!box) throw new Error("no desk");
  return box;
};
const add = async () => {
  const model = modelOf();
  await model.add(desk.box, "Työpöytä");
  expect(model.failure.value).toBeUndefined();
  return model;
};

test("opens the locked desk, and leaves passphrase and code as they were", async () => {
  const before = (await stored()).slots;
  const model = await add();
  expect(model.done.value).toBe("added");
  await world.deps.workspace.lock();
  await model.open(await stored());
  expect(world.deps.workspace.open.value?.box).toBe(desk.box);

  const { passphrase: kept, code: keptCode } = (await stored()).slots;
  expect([kept, keptCode]).toEqual([before.passphrase, before.code]);
  await world.deps.workspace.lock();
  must(await world.deps.workspace.openWithPassphrase(desk.box, passphrase));
  await world.deps.workspace.lock();
  must(await world.deps.workspace.openDesk(code));
});

test("keeps neither the secret nor the row key on the disk", async () => {
  await add();
  const { passkey } = (await stored()).slots;
  const asked = await passkeys.ask(
    passkey?.credential ?? new Uint8Array(),
    await (await world.deps.keys.passkeySlot()).passkeySalt(desk.box),
  );
  const secret = Buffer.from(must(asked)).toString("hex");
  const all = Object.values(passkey ?? {}).map((bytes) => Buffer.from(bytes).toString("hex"));
  expect(all.join()).not.toContain(secret);
});

test.each(["passkey-refused", "passkey-no-secret", "passkey-failed"] as const)(
  "says %s, and nothing has changed",
  async (type) => {
    passkeys.failure = { type };
    const model = modelOf();
    await model.add(desk.box, "Työpöytä");
    expect(model.failure.value).toEqual({ type });
    expect((await stored()).slots.passkey).toBeUndefined();
  },
);

test("another authenticator's answer does not open it, and says so", async () => {
  const model = await add();
  await world.deps.workspace.lock();
  const strange = createFakePasskeys();
  const { credential } = must(await strange.create(new Uint8Array(32), "other"));
  const box = await stored();
  const slot = box.slots.passkey;
  if (!slot) throw new Error("no slot");
  const elsewhere = createPasskeyModel({ ...world.deps, passkeys: async () => strange });
  await elsewhere.open({ ...box, slots: { ...box.slots, passkey: { ...slot, credential } } });
  expect(elsewhere.failure.value).toEqual({ type: "wrong-key" });
  expect(world.deps.workspace.open.value).toBeUndefined();
  await model.open(await stored());
  expect(world.deps.workspace.open.value?.box).toBe(desk.box);
});

test("is taken away for good, and the desk still opens by its passphrase", async () => {
  const model = await add();
  await model.remove();
  expect(model.done.value).toBe("removed");
  expect((await stored()).slots.passkey).toBeUndefined();
  await world.deps.workspace.lock();
  must(await world.deps.workspace.openWithPassphrase(desk.box, passphrase));
});

test("locking keeps the slot; nothing is written to a desk that was locked while the person was asked", async () => {
  await add();
  await world.deps.workspace.lock();
  expect((await stored()).slots.passkey).toBeDefined();
  const model = modelOf();
  await model.add(desk.box, "Työpöytä");
  expect(model.failure.value).toEqual({ type: "box-unknown" });
});

test("a full disk keeps what was there", async () => {
  world.device.failNext({ type: "store-full" });
  const model = modelOf();
  await model.add(desk.box, "Työpöytä");
  expect(model.failure.value).toEqual({ type: "store-full" });
  expect((await stored()).slots.passkey).toBeUndefined();
});

test("is offered only where the browser says that it gives secrets", async () => {
  const [here, nowhere] = [modelOf(), createPasskeyModel(world.deps)];
  passkeys = createFakePasskeys(false);
  const silent = modelOf();
  for (const model of [here, nowhere, silent]) await model.look();
  expect([here, nowhere, silent].map(({ isOffered }) => isOffered.value)).toEqual([
    false,
    false,
    false,
  ]);
  passkeys = createFakePasskeys();
  const able = modelOf();
  await able.look();
  expect(able.isOffered.value).toBe(true);
});
