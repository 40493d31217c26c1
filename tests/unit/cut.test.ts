import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueue, cutRelease, cutUnbundled } from "../../src/sync/cut.ts";
import type { BundleCrypto } from "../../src/sync/ports.ts";
import { openEnvelope } from "../../src/sync/receive.ts";
import { maxEnvelopeBytes } from "../../src/wire/bundle-header.ts";
import { bundleCrypto, createCircle, idsOf } from "../fixtures/circle.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";
import { release } from "../fixtures/records.ts";

const circle = await createCircle();
const createWorld = () => {
  const stores = createMemoryBox(circle.sessionBox);
  return { ...stores, deps: circle.cutDeps(stores) };
};
const openAll = async ({ envelopes }: ReturnType<typeof createWorld>) => {
  const list = await envelopes.list();
  const opened = [];
  for (const { digest } of list.ok ? list.value : []) {
    const bytes = await envelopes.read(digest);
    const one = await openEnvelope((bytes.ok && bytes.value) || new Uint8Array(), circle.receive());
    if (!one.ok) throw new Error(one.error.type);
    opened.push(one.value);
  }
  return opened;
};

test("bundles each record once, whenever the cuts come and however often", async () => {
  const batches = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(batches, async (sizes) => {
      const world = createWorld();
      const saved = [];
      for (const size of sizes) {
        const records = Array.from({ length: size }, (_, at) => circle.noteAt(at));
        saved.push(...records);
        await world.records.append(records);
        await Promise.all([cutUnbundled(world.deps), cutUnbundled(world.deps)]);
        expect(await cutUnbundled(world.deps)).toEqual({ ok: true, value: 0 });
      }
      const opened = await openAll(world);
      expect(idsOf(opened.flatMap(({ records }) => records))).toEqual(idsOf(saved));
    }),
    { numRuns: 15 },
  );
});

test("chains a device's envelopes without a gap", async () => {
  const world = createWorld();
  for (const number of [1, 2, 3]) {
    await world.records.append([circle.noteAt(number)]);
    await cutUnbundled(world.deps);
  }
  const headers = (await openAll(world)).map(({ header, digest }) => ({ ...header, digest }));
  expect(headers.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(headers.map(({ previous }) => previous)).toEqual([
    null,
    headers[0]?.digest,
    headers[1]?.digest,
  ]);
});

test("cuts a long evening into bundles of at most 256 records", async () => {
  const world = createWorld();
  await world.records.append(Array.from({ length: 300 }, (_, at) => circle.noteAt(at)));
  expect(await cutUnbundled(world.deps)).toEqual({ ok: true, value: 2 });
  expect((await openAll(world)).map(({ records }) => records.length)).toEqual([256, 44]);
});

/** Seals as ever up to `limit` bytes, and beyond it to more than any door takes. */
const bulky = (limit: number): BundleCrypto => ({
  ...bundleCrypto,
  seal: async (clear, recipients) =>
    clear.length > limit
      ? new Uint8Array(maxEnvelopeBytes + 1)
      : bundleCrypto.seal(clear, recipients),
});

test("halves what is too large for one envelope, without a gap in the chain", async () => {
  const world = createWorld();
  const noise = () => crypto.getRandomValues(new Uint8Array(300)).join("");
  const records = Array.from({ length: 9 }, (_, at) => circle.noteAt(at, noise()));
  await world.records.append(records);
  const cut = await cutUnbundled({ ...world.deps, bundleCrypto: bulky(1_900) });
  const opened = await openAll(world);
  expect(cut).toEqual({ ok: true, value: opened.length });
  expect(opened.length).toBeGreaterThan(2);
  expect(opened.map(({ header }) => header.seq)).toEqual(opened.map((_, at) => at + 1));
  expect(opened.flatMap((one) => one.records)).toEqual(records);
});

test("says so when one record alone is too large", async () => {
  const world = createWorld();
  await world.records.append([circle.noteAt(1), circle.noteAt(2)]);
  expect(await cutUnbundled({ ...world.deps, bundleCrypto: bulky(10) })).toEqual({
    ok: false,
    error: { type: "bundle-too-large", records: 1 },
  });
});

test("leaves records unbundled when the disk is full, and bundles them afterwards", async () => {
  const world = createWorld();
  await world.records.append([circle.noteAt(1)]);
  world.failNext({ type: "store-full" });
  expect(await cutUnbundled(world.deps)).toEqual({ ok: false, error: { type: "store-full" } });
  expect(await cutUnbundled(world.deps)).toEqual({ ok: true, value: 1 });
});

test("cuts a release for the desk alone, in a chain of its own", async () => {
  const world = createWorld();
  const said = circle.noteAt(1);
  await world.records.append([said]);
  await cutUnbundled(world.deps);
  const one = release({ box: circle.deskBox, session: circle.sessionBox });
  const deps = { ...world.deps, recipients: [circle.desk.recipient] };
  const outdated = await cutRelease(deps, circle.deskBox, one, new Set());
  expect(outdated).toEqual({ ok: false, error: { type: "release-outdated" } });
  const digest = await cutRelease(deps, circle.deskBox, one, new Set([said.id]));
  const list = await world.envelopes.list();
  const info = list.ok ? list.value.find((envelope) => envelope.release === one.id) : undefined;
  expect(info).toMatchObject({ box: circle.deskBox, seq: 1, records: [one.id] });
  expect(digest).toEqual({ ok: true, value: info?.digest });
  const opened = (await openAll(world)).find(({ header }) => header.sessionBox !== undefined);
  expect(opened?.records).toEqual([one]);
});

test("runs work one at a time, after failed work too", async () => {
  const exclusively = createQueue();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    if (name === "b") throw new Error("b failed");
    return name;
  };
  const settled = await Promise.allSettled(["a", "b", "c"].map((name) => exclusively(work(name))));
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(steps).toEqual(["a", "b", "c"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
