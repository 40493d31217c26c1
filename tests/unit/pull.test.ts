import fc from "fast-check";
import { expect, test } from "vitest";
import { toUtf8 } from "../../src/base/bytes.ts";
import { type PullDeps, pull, retrySetAside } from "../../src/sync/pull.ts";
import { sendPending } from "../../src/sync/send.ts";
import { createCircle, idsOf } from "../fixtures/circle.ts";
import { createMemoryHub } from "../fixtures/memory-hub.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";

const circle = await createCircle();
const { sessionBox, deskBox } = circle;
const createWorld = (pageSize = 2) => {
  const stores = createMemoryBox(sessionBox);
  const hub = createMemoryHub({ pageSize });
  const deps: PullDeps = {
    box: sessionBox,
    readToken: "token",
    envelopes: stores.envelopes,
    transport: hub,
    destination: "hub",
    receive: circle.receive(),
  };
  const plant = async (...numbers: number[]) => {
    const bundles = [];
    for (const number of numbers) {
      const records = [circle.noteAt(number)];
      const bundle = await circle.cut({ records });
      await hub.plant(sessionBox, bundle.digest, bundle.bytes);
      bundles.push({ ...bundle, records });
    }
    return bundles;
  };
  const ids = async () => {
    const all = await stores.records.readAll();
    return all.ok ? idsOf(all.value) : [];
  };
  const cursor = async () => {
    const read = await stores.envelopes.readCursor("hub");
    return read.ok ? read.value?.cursor : undefined;
  };
  return { stores, hub, deps, plant, ids, cursor, pull: () => pull(deps) };
};
const brought = (envelopes: number, records = envelopes) => ({
  ok: true,
  value: { envelopes, records, setAside: [] },
});

test("takes in all pages and then only what is new", async () => {
  const world = createWorld(2);
  const first = await world.plant(1, 2, 3, 4, 5);
  expect(await world.pull()).toEqual(brought(5));
  const more = await world.plant(6);
  expect(await world.pull()).toEqual(brought(1));
  expect(await world.pull()).toEqual(brought(0));
  expect(await world.ids()).toEqual(idsOf([...first, ...more].flatMap(({ records }) => records)));
  expect(world.hub.calls.filter((call) => call === "get").length).toBe(6);
});

test("ends with the same set however the network and the disk fail on the way", async () => {
  const step = fc.constantFrom("fine", "network", "disk");
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.array(step, { maxLength: 8 }),
      async (network, disk) => {
        const world = createWorld(2);
        const planted = await world.plant(1, 2, 3);
        world.hub.failNext(
          ...network.map((s) =>
            s === "network" ? ({ type: "hub-unreachable" } as const) : undefined,
          ),
        );
        for (const s of disk) {
          if (s === "disk") world.stores.failNext({ type: "store-full" });
          await world.pull();
        }
        let last = await world.pull();
        for (let tries = 0; !last.ok && tries < 20; tries += 1) last = await world.pull();
        expect(last.ok).toBe(true);
        expect(await world.ids()).toEqual(idsOf(planted.flatMap(({ records }) => records)));
      },
    ),
    { numRuns: 20 },
  );
});

test("moves the cursor only after the page is stored", async () => {
  const world = createWorld(10);
  await world.plant(1, 2);
  world.stores.failNext({ type: "store-full" });
  expect(await world.pull()).toEqual({ ok: false, error: { type: "store-full" } });
  expect(await world.cursor()).toBeUndefined();
  expect(await world.pull()).toEqual(brought(2));
  expect(await world.cursor()).toBe(`${sessionBox}.2`);
});

test("sets aside what it refuses, goes on, and does not fetch it again", async () => {
  const world = createWorld();
  await world.hub.plant(sessionBox, "1".repeat(64), toUtf8("<html>"));
  const [good] = await world.plant(1);
  expect(await world.pull()).toEqual({
    ok: true,
    value: {
      envelopes: 1,
      records: 1,
      setAside: [{ digest: "1".repeat(64), error: { type: "not-for-us" } }],
    },
  });
  expect(await world.ids()).toEqual(idsOf(good?.records ?? []));
  expect(await world.stores.envelopes.quarantined()).toMatchObject({
    value: [{ digest: "1".repeat(64), reason: "not-for-us" }],
  });
  world.hub.calls.length = 0;
  await world.stores.envelopes.writeCursor("hub", "epoch-1", "unknown cursor");
  await world.pull();
  expect(world.hub.calls).not.toContain("get");
});

test("refuses an envelope of another box that the hub lists in this one", async () => {
  const world = createWorld();
  const other = circle.noteAt(1);
  const record = { ...other.record, box: deskBox };
  const bundle = await circle.cut({ box: deskBox, records: [{ ...other, record }] });
  await world.hub.plant(sessionBox, bundle.digest, bundle.bytes);
  const receive = circle.receive({ cardFor: () => circle.card() });
  const report = await pull({ ...world.deps, receive });
  expect(report.ok && report.value.setAside.map(({ error }) => error.type)).toEqual([
    "card-unknown",
  ]);
});

test("reads from the start after the hub was restored, and adds nothing twice", async () => {
  const world = createWorld(10);
  const planted = await world.plant(1, 2);
  await world.pull();
  world.hub.restoreEmpty();
  // The new one takes the place that our cursor stands for.
  await world.plant(3);
  for (const { digest, bytes } of planted) await world.hub.plant(sessionBox, digest, bytes);
  expect(await world.pull()).toEqual(brought(1));
  expect(await world.cursor()).toBe(`${sessionBox}.3`);
});

test("never sends back to the hub what the hub gave", async () => {
  const world = createWorld();
  await world.plant(1, 2, 3);
  await world.pull();
  world.hub.calls.length = 0;
  const { envelopes } = world.stores;
  const tokenFor = () => "token";
  await sendPending({ envelopes, transport: world.hub, destination: "hub", tokenFor });
  expect(world.hub.calls).toEqual(["health"]);
});

test("passes on byte for byte to a restored hub what it got from the old one", async () => {
  const world = createWorld();
  const planted = await world.plant(1, 2);
  await world.pull();
  world.hub.restoreEmpty();
  const { envelopes } = world.stores;
  const tokenFor = () => "token";
  await sendPending({ envelopes, transport: world.hub, destination: "hub", tokenFor });
  for (const { digest, bytes } of planted) {
    expect(await world.hub.get(sessionBox, "token", digest)).toEqual({ ok: true, value: bytes });
  }
});

test("opens what was set aside once its card is known", async () => {
  const world = createWorld();
  const [planted] = await world.plant(1);
  const before = await pull({
    ...world.deps,
    receive: circle.receive({ cardFor: () => undefined }),
  });
  expect(before.ok && before.value.setAside.length).toBe(1);
  expect(await world.ids()).toEqual([]);
  expect(await retrySetAside(world.deps)).toEqual(brought(1));
  expect(await world.ids()).toEqual(idsOf(planted?.records ?? []));
  expect(await retrySetAside(world.deps)).toEqual(brought(0));
});

test("skips what was erased between the list and the fetch", async () => {
  const world = createWorld(10);
  await world.plant(1, 2);
  world.hub.failNext(undefined, { type: "hub-erased" });
  expect(await world.pull()).toEqual(brought(1));
  expect(await world.cursor()).toBe(`${sessionBox}.2`);
});

test("reads on past an envelope that arrives otherwise than named, and asks for it again", async () => {
  const world = createWorld(2);
  const [rotten, ...others] = await world.plant(1, 2, 3);
  world.hub.failNext(undefined, { type: "hub-mangled" }, { type: "hub-mangled" });
  expect(await world.pull()).toEqual(brought(2));
  expect(await world.ids()).toEqual(idsOf(others.flatMap(({ records }) => records)));
  expect(await world.cursor()).toBeUndefined();
  expect(await world.pull()).toEqual(brought(1));
  expect(await world.ids()).toContain(rotten?.records[0]?.id);
  expect(await world.cursor()).toBeDefined();
});

test("one bad transfer is an accident: the second try counts", async () => {
  const world = createWorld(2);
  await world.plant(1);
  world.hub.failNext(undefined, { type: "hub-mangled" });
  expect(await world.pull()).toEqual(brought(1));
  expect(await world.cursor()).toBeDefined();
});
