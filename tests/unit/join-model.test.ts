import { beforeEach, describe, expect, test } from "vitest";
import { createJoinModel } from "../../src/app/session/join-model.ts";
import { toCardLink } from "../../src/wire/card-link.ts";
import { must } from "../fixtures/device.ts";
import { ableBrowser, createTableWorld, type TableWorld } from "../fixtures/table-world.ts";

let world: TableWorld;
beforeEach(async () => {
  world = await createTableWorld();
});

const join = (facts = ableBrowser) => createJoinModel(world.deps, { role: "scribe", facts });
const boxesHere = async () => must(await world.device.listBoxes()).length;
const cardHere = () => world.deps.workspace.open.value?.facts().card;
/** One character of the code is another one. */
const mistype = (code: string) => code.replace(/^./, code.startsWith("7") ? "8" : "7");

test("opens nothing in a browser that cannot sign", async () => {
  const model = join({ ...ableBrowser, ed25519: false });
  await model.takeCode(world.code);
  expect(model.stage.value).toEqual({ at: "unable" });
  expect(await boxesHere()).toBe(0);
});

describe("a scanned card", () => {
  test("opens its session with the receiver that stands on it", async () => {
    const model = join();
    await model.takeCard(world.link, "scan");
    expect(model.stage.value).toMatchObject({ at: "joined", way: "scan" });
    expect(cardHere()?.desk.name).toBe("Kohtaamisia ry");
  });

  test("that is no card of ours is refused, and the next one is taken", async () => {
    const model = join();
    await model.takeCard("https://example.org/", "scan");
    expect(model.stage.value).toEqual({ at: "asking" });
    expect(model.failure.value).toEqual({ type: "card-unreadable" });
    await model.takeCard(world.link, "scan");
    expect(model.failure.value).toBeUndefined();
    expect(model.stage.value).toMatchObject({ at: "joined" });
  });

  test("changes nothing when it names another receiver than this device knows", async () => {
    await world.openByCard();
    const other = await createTableWorld();
    const { recipient } = other.info.desk;
    const swapped = toCardLink("https://kuuluu.example/", {
      ...world.card,
      desk: { ...world.card.desk, recipient },
    });
    const model = join();
    await model.takeCard(swapped, "scan");
    expect(model.stage.value).toMatchObject({ at: "other-receiver" });
    expect(cardHere()?.desk.recipient).toBe(world.info.desk.recipient);
  });
});

describe("a card opened as a link", () => {
  const tab = { ...ableBrowser, isAppleTouch: true, isInstalled: false };

  test("starts nothing in a tab of an iPad, where the Home Screen has a memory of its own", async () => {
    const model = join(tab);
    await model.takeCard(world.link, "link");
    expect(model.stage.value).toEqual({ at: "install" });
    expect(await boxesHere()).toBe(0);
  });

  test("opens elsewhere, and it is told that it came as a link", async () => {
    const model = join();
    await model.takeCard(world.link, "link");
    expect(model.stage.value).toMatchObject({ at: "joined", way: "link" });
  });
});

describe("a typed code", () => {
  test("with a mistake in it is told and opens nothing", async () => {
    const model = join();
    await model.takeCode(mistype(world.code));
    expect(model.failure.value).toEqual({ type: "code-mistyped" });
    expect(model.stage.value).toEqual({ at: "asking" });
    expect(await boxesHere()).toBe(0);
  });

  test("opens without a network too, and says why no plan came", async () => {
    world.setCourier({ activity: "waiting", failure: "hub-unreachable" });
    const model = join();
    await model.takeCode(world.code);
    expect(model.stage.value).toMatchObject({
      at: "no-plan",
      failure: { type: "hub-unreachable" },
    });
    model.goOn();
    expect(model.stage.value).toMatchObject({ at: "joined", way: "typed" });
  });

  test("whose plan came takes the receiver only once a person has compared it with the paper", async () => {
    world.whenSending(async () => {
      const box = world.deps.workspace.open.value;
      if (box) await world.bringPlan(box);
    });
    const model = join();
    await model.takeCode(world.code);
    expect(model.stage.value).toMatchObject({
      at: "comparing",
      offer: { fingerprint: await world.deps.keys.fingerprintOf(world.info.desk.recipient) },
    });
    expect(cardHere()).toBeUndefined();
    await model.confirmMatch();
    expect(model.stage.value).toMatchObject({ at: "joined" });
    expect(cardHere()?.desk.name).toBe("Kohtaamisia ry");
  });

  test("takes no receiver when the paper says something else", async () => {
    world.whenSending(async () => {
      const box = world.deps.workspace.open.value;
      if (box) await world.bringPlan(box);
    });
    const model = join();
    await model.takeCode(world.code);
    model.denyMatch();
    expect(model.stage.value).toMatchObject({ at: "not-matching" });
    expect(cardHere()).toBeUndefined();
    model.goOn();
    expect(model.stage.value).toMatchObject({ at: "joined" });
  });

  test("stays at the comparison and says so when the disk refuses the receiver", async () => {
    world.whenSending(async () => {
      const box = world.deps.workspace.open.value;
      if (box) await world.bringPlan(box);
    });
    const model = join();
    await model.takeCode(world.code);
    world.device.failNext({ type: "store-full" });
    await model.confirmMatch();
    expect(model.stage.value).toMatchObject({ at: "comparing" });
    expect(model.failure.value).toEqual({ type: "store-full" });
  });

  test("finds at a second look the plan that has come meanwhile", async () => {
    const model = join();
    await model.takeCode(world.code);
    expect(model.stage.value).toMatchObject({ at: "no-plan" });
    const box = world.deps.workspace.open.value;
    if (box) await world.bringPlan(box);
    await model.lookAgain();
    expect(model.stage.value).toMatchObject({ at: "comparing" });
  });
});

describe("another session that is open", () => {
  test("is packed before its key leaves the device", async () => {
    const first = await world.openByCard();
    await world.write(first, 3);
    const other = await createTableWorld();
    const model = join();
    await model.takeCard(other.link, "scan");
    expect(model.stage.value).toMatchObject({ at: "joined" });
    expect(must(await world.device.openBox(first.box).envelopes.unbundled())).toEqual([]);
  });

  test("stays open when it cannot be packed", async () => {
    const first = await world.openByCard();
    await world.write(first, 1);
    world.device.openBox(first.box).failNext({ type: "store-full" });
    const other = await createTableWorld();
    const model = join();
    await model.takeCard(other.link, "scan");
    expect(model.failure.value).toEqual({ type: "store-full" });
    expect(world.deps.workspace.open.value?.box).toBe(first.box);
  });
});
