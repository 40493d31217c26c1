import { beforeEach, describe, expect, test } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { createHandOverModel } from "../../src/app/session/hand-over-model.ts";
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

const open = async (at: OpenBox = box) => {
  const model = createHandOverModel(world.deps, at);
  await expect.poll(() => model.view.value).toBeDefined();
  return model;
};
const envelopes = async () => must(await box.envelopes.list());
/** As the mailbox's receipt. */
const receipt = async () => {
  for (const { digest } of await envelopes()) {
    const receivedAt = "2026-11-24T17:00:00.000Z";
    must(
      await box.envelopes.confirm({
        ...{ digest, destination: "hub", epoch: "1", cursor: "1", receivedAt },
      }),
    );
  }
};

test("shows what would be handed over before anything is", async () => {
  const model = await open();
  expect(model.view.value).toMatchObject({
    title: "Asukasilta, ryhmä 2",
    receiver: { name: "Kohtaamisia ry" },
    notes: 4,
    preview: { ok: true, value: { counts: { written: 4, released: 4 }, noticeRead: false } },
    dispatch: { stage: "open" },
  });
  expect(await envelopes()).toEqual([]);
});

describe("closing", () => {
  test("makes one release on this device and asks for sending", async () => {
    let asked = 0;
    world.whenSending(async () => {
      asked += 1;
    });
    const model = await open();
    expect(await model.close()).toBe(true);
    expect((await envelopes()).filter(({ release }) => release !== undefined)).toHaveLength(1);
    expect(asked).toBe(1);
    await expect.poll(() => model.view.value?.dispatch.stage).toBe("unsent");
  });

  test("pressed twice at once makes one release", async () => {
    const model = await open();
    const both = await Promise.all([model.close(), model.close()]);
    expect(both).toEqual([true, false]);
    expect((await envelopes()).filter(({ release }) => release !== undefined)).toHaveLength(1);
  });

  test("on a full disk says so, keeps every note and can be pressed again", async () => {
    const model = await open();
    world.device.openBox(box.box).failNext({ type: "store-full" });
    expect(await model.close()).toBe(false);
    expect(model.failure.value).toEqual({ type: "store-full" });
    expect(model.view.value?.notes).toBe(4);
    expect(await model.close()).toBe(true);
  });

  test("is told as sent only after the mailbox has receipted it", async () => {
    const model = await open();
    await model.close();
    await receipt();
    await expect.poll(() => model.view.value?.dispatch.stage).toBe("sent");
  });

  test("a note after it is told, and the next closing takes it along", async () => {
    const model = await open();
    await model.close();
    await world.write(box, 1);
    await expect.poll(() => model.view.value?.dispatch.newer).toBe(1);
    expect(model.view.value?.dispatch.stage).toBe("reopened");
    await model.close();
    await expect.poll(() => model.view.value?.dispatch.newer).toBe(0);
  });
});

describe("the file", () => {
  test("holds the very bytes that are sent, the release too, and no title in its name", async () => {
    const model = await open();
    await model.close();
    const copy = await model.copy();
    if (!copy) throw new Error("no copy");
    const read = must(await readHandOverFile(copy.bytes, world.deps.crypto.digest));
    const sent = await envelopes();
    expect(read.map(({ digest }) => digest).sort()).toEqual(
      sent.map(({ digest }) => digest).sort(),
    );
    for (const { digest, bytes } of read) {
      const stored = sent.find((one) => one.digest === digest);
      expect(bytes).toEqual(stored && must(await box.envelopes.read(stored.digest)));
    }
    expect(copy.name).toMatch(/^kuuluu-[0-9a-f]{8}-2026-11-24\.kuuluu$/);
  });

  test("asked for while the closing is under way comes after it, with the release in it", async () => {
    const model = await open();
    const [, copy] = await Promise.all([model.close(), model.copy()]);
    const file = must(
      await readHandOverFile(copy?.bytes ?? new Uint8Array(), world.deps.crypto.digest),
    );
    const release = (await envelopes()).find((each) => each.release !== undefined);
    expect(file.map(({ digest }) => digest)).toContain(release?.digest);
  });

  test("counts as taken only once it was saved, and never as arrived", async () => {
    const model = await open();
    await model.close();
    const copy = await model.copy();
    expect(model.view.value?.dispatch.stage).toBe("unsent");
    if (copy) await model.noteCopied(copy);
    await expect.poll(() => model.view.value?.dispatch.stage).toBe("filed");
    expect(model.view.value?.dispatch.waiting).toBeGreaterThan(0);
  });
});

test("a typed code whose plan has not come hands nothing over", async () => {
  const other = await createTableWorld();
  world = other;
  const typed = await other.openByCode();
  await other.write(typed, 1);
  const model = await open(typed);
  expect(model.view.value).toMatchObject({ receiver: undefined, preview: undefined });
  expect(await model.close()).toBe(false);
  expect(model.failure.value).toEqual({ type: "release-no-receiver" });
});

describe("locking", () => {
  test("packs everything first, so that a locked tablet can still send it", async () => {
    const model = await open();
    expect(await model.lock()).toBe(true);
    expect(world.deps.workspace.open.value).toBeUndefined();
    expect(must(await world.device.openBox(box.box).envelopes.unbundled())).toEqual([]);
  });

  test("asks once more when packing failed, then locks all the same", async () => {
    const model = await open();
    world.device.openBox(box.box).failNext({ type: "store-full" });
    expect(await model.lock()).toBe(false);
    expect(model.lockWouldStrand.value).toBe(true);
    world.device.openBox(box.box).failNext({ type: "store-full" });
    expect(await model.lock()).toBe(true);
    expect(world.deps.workspace.open.value).toBeUndefined();
  });
});
