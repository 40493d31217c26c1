// From the table through two pairs of eyes to the desk: by file and by hub, edited on both sides between, in any order.
import { expect, test } from "vitest";
import { carry } from "../../src/app/carrying.ts";
import { cutAll } from "../../src/app/delivery.ts";
import { createReviewModel } from "../../src/app/facilitator/review-model.ts";
import { openFile } from "../../src/app/keeping/open-file.ts";
import type { RecordDraft } from "../../src/app/record-writer.ts";
import type { Bytes } from "../../src/base/bytes.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { foldNotes, type NoteView } from "../../src/domain/notes.ts";
import type { Named } from "../../src/domain/record.ts";
import { createFrameCollector, createFrameSource } from "../../src/sync/qr-frames.ts";
import { openEnvelope } from "../../src/sync/receive.ts";
import { takeIn } from "../../src/sync/take-in.ts";
import { createChance } from "../faults/random.ts";
import { must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createHubWorld,
  createIntakeWorld,
  fileOf,
  handOver,
  type IntakeWorld,
  onlyReleases,
  type Table,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";
import { settled } from "../fixtures/table-world.ts";

const words = exampleNotes()
  .slice(0, 4)
  .map((fields, at) => ({
    ...fields,
    text: ["ensimmäinen", "toinen", "kolmas", "neljäs"][at] ?? "",
    begunAt: "2026-11-24T15:59:30.000Z",
  }));

const notesOf = async ({ box }: Table): Promise<readonly NoteView[]> =>
  foldNotes(must(await box.records.readAll()));
const shape = (notes: readonly NoteView[]) =>
  notes.map(({ fields, verdict, remark, rivals }) => [
    fields.text,
    fields.dimensions,
    verdict,
    remark,
    [...rivals.keys()],
  ]);

const reviewAt = async ({ tablet, box }: Table) => {
  const model = createReviewModel(tablet, box);
  while (model.log.state.value !== "ready") await settled();
  const open = (text: string) => {
    const found = model.queue.value.find(({ fields }) => fields.text === text);
    if (!found) throw new Error(`no note: ${text}`);
    model.open(found.noteId);
  };
  return { model, open };
};
const revise = async (table: Table, text: string, change: object) => {
  const view = (await notesOf(table)).find(({ fields }) => fields.text === text);
  if (!view) throw new Error(`no note: ${text}`);
  const parents = view.heads.map(({ id }) => id);
  const draft: RecordDraft = {
    kind: "note/1",
    noteId: view.noteId,
    ...view.fields,
    ...change,
    parents,
  };
  must(await table.box.writer.write([draft]));
};

type Way = {
  readonly move: (from: Table, to: Table) => Promise<void>;
  readonly toDesk: (from: Table) => Promise<void>;
};

/** What happens at the table, whatever the way between the devices. Answers what both then see. */
const runThrough = async (world: IntakeWorld, facilitator: Table, { move, toDesk }: Way) => {
  await writeNotes(world.tablet, world.box, words);
  await move(world, facilitator);
  const first = await reviewAt(facilitator);
  await first.model.approve();
  first.open("toinen");
  await first.model.giveBack("Kuka vai mitkä?");
  first.open("kolmas");
  await first.model.reword("kolmas, selvemmin");
  first.model.stop();
  // Meanwhile the scribe goes on: tags what the reviewer rewords, and rewords what is about to be approved.
  await revise(world, "kolmas", { dimensions: ["O"] });
  await revise(world, "ensimmäinen", { text: "ensimmäinen, tarkennettu" });
  await move(facilitator, world);

  const returned = (await notesOf(world)).find(({ verdict }) => verdict === "returned");
  expect(returned).toMatchObject({ fields: { text: "toinen" }, remark: "Kuka vai mitkä?" });
  await revise(world, "toinen", { text: "toinen: kaikki" });
  await move(world, facilitator);

  const second = await reviewAt(facilitator);
  expect(second.model.progress.value).toMatchObject({ total: 4, approved: 0, waiting: 4 });
  second.open("kolmas, selvemmin");
  // Different fields of the same note merged by themselves.
  expect(second.model.current.value).toMatchObject({ fields: { dimensions: ["O"] } });
  expect(second.model.current.value?.rivals.size).toBe(0);
  await second.model.settle(new Map());
  second.open("neljäs");
  await second.model.holdBack("");
  await second.model.approveUntouched();
  second.model.stop();
  await move(facilitator, world);
  const seen = shape(await notesOf(world));
  expect(shape(await notesOf(facilitator))).toEqual(seen);
  await close(facilitator);
  await toDesk(facilitator);
  return {
    seen,
    release: foldReleases(must(await world.desk.records.readAll()))[0]?.current.record,
  };
};

const byFile = (
  world: IntakeWorld,
  carryBytes: (bytes: Bytes) => Promise<Bytes> = async (bytes) => bytes,
): Way => ({
  move: async (from, to) => {
    must(await cutAll(from.tablet.delivery, from.box));
    const bytes = await carryBytes(await handOver(from.box));
    must(await openFile(to.tablet, { size: bytes.length, read: async () => bytes }));
  },
  toDesk: async (from) => {
    const dryRun = await tryFiles(
      world.model,
      fileOf("a.kuuluu", await carryBytes(await handOver(from.box, onlyReleases))),
    );
    expect(dryRun.examined).toHaveLength(1);
    await world.model.importAll();
  },
});

/** As codes on a screen before a camera that misses half of them. */
const throughFrames =
  (digest: TestDevice["crypto"]["digest"]) =>
  async (bytes: Bytes): Promise<Bytes> => {
    const chance = createChance(bytes.length);
    const source = must(await createFrameSource(bytes, 400, digest));
    const collector = createFrameCollector(digest);
    for (let at = 0; at < 10 * source.blocks + 100; at += 1) {
      const read = chance.odds(0.5) ? await collector.add(source.frame(at)) : undefined;
      if (read?.type === "whole") return read.bytes;
    }
    throw new Error("the frames do not give the file");
  };

test("ends the same by frames of a screen, half of them never seen, as by file", async () => {
  const files = await createIntakeWorld();
  const expected = await runThrough(files, await files.join(), byFile(files));
  const world = await createIntakeWorld();
  const way = byFile(world, throughFrames(world.tablet.crypto.digest));
  const { seen, release } = await runThrough(world, await world.join(), way);
  expect(seen).toEqual(expected.seen);
  expect(release?.counts).toEqual(expected.release?.counts);
});

test("goes from scribe to reviewer and back, and to the desk, with files alone", async () => {
  const world = await createIntakeWorld();
  const { seen, release } = await runThrough(world, await world.join(), byFile(world));
  expect(seen.map(([text, , verdict]) => [text, verdict])).toEqual([
    ["ensimmäinen, tarkennettu", "approved"],
    ["toinen: kaikki", "approved"],
    ["kolmas, selvemmin", "approved"],
    ["neljäs", "held-back"],
  ]);
  expect(release).toMatchObject({
    reviewed: true,
    counts: {
      written: 4,
      released: 3,
      heldBack: 1,
      changedInReview: 1,
      approvedTogether: 3,
      approvedOneByOne: 0,
    },
  });
  const released = JSON.stringify(release);
  for (const left of ["neljäs", "speaker", "history"]) expect(released).not.toContain(left);
});

test("ends the same by the hub as by file", async () => {
  const files = await createIntakeWorld();
  const expected = await runThrough(files, await files.join(), byFile(files));
  const world = await createHubWorld();
  const facilitator = await world.join();
  facilitator.tablet.setNetwork(world.network);
  const byHub: Way = {
    move: async (from, to) => {
      must(await carry(from.tablet.delivery, from.box));
      must(await carry(to.tablet.delivery, to.box));
    },
    toDesk: async (from) => {
      must(await carry(from.tablet.delivery, from.box));
      await world.model.lookAtHub();
      await world.model.importAll();
    },
  };
  const { seen, release } = await runThrough(world, facilitator, byHub);
  expect(seen).toEqual(expected.seen);
  expect(release?.counts).toEqual(expected.release?.counts);
});

const permutations = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.length < 2
    ? [list]
    : list.flatMap((item, at) =>
        permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [item, ...rest]),
      );

test("reads the same whatever the order of six envelopes: all 720, and many with repetitions", async () => {
  const world = await createIntakeWorld();
  const facilitator = await world.join();
  const way = byFile(world);
  await writeNotes(world.tablet, world.box, words);
  await way.move(world, facilitator);
  const { model, open } = await reviewAt(facilitator);
  await model.approve();
  must(await cutAll(facilitator.tablet.delivery, facilitator.box));
  open("toinen");
  await model.reword("toinen, tarkistajalta");
  must(await cutAll(facilitator.tablet.delivery, facilitator.box));
  open("kolmas");
  await model.generalise("kolmas, [yleistetty]");
  model.stop();
  must(await cutAll(facilitator.tablet.delivery, facilitator.box));
  // Offline, and knowing nothing of all that.
  await revise(world, "toinen", { text: "toinen, kirjurilta" });
  must(await cutAll(world.tablet.delivery, world.box));
  await revise(world, "kolmas", { text: "kolmas, kirjurilta" });
  must(await cutAll(world.tablet.delivery, world.box));

  const receive = {
    bundleCrypto: world.tablet.crypto,
    identities: [world.box.keys.identity],
    cardFor: () => ({ enrol: world.box.keys.enrol, state: "live" as const }),
  };
  const envelopes = new Map<
    string,
    { bytes: Uint8Array<ArrayBuffer>; records: readonly Named[] }
  >();
  for (const { tablet: _, box } of [world, facilitator]) {
    for (const { digest } of must(await box.envelopes.list())) {
      const bytes = must(await box.envelopes.read(digest));
      if (bytes)
        envelopes.set(digest, { bytes, records: must(await openEnvelope(bytes, receive)).records });
    }
  }
  const six = [...envelopes.values()].slice(0, 6);
  expect(six).toHaveLength(6);
  const rest = [...envelopes.values()].slice(6).flatMap(({ records }) => records);
  const told = new Set<string>();
  for (const order of permutations(six)) {
    told.add(
      JSON.stringify(shape(foldNotes([...order.flatMap(({ records }) => records), ...rest]))),
    );
  }
  const chance = createChance(7);
  for (let turn = 0; turn < 300; turn += 1) {
    const all = [...envelopes.values()];
    const heap = chance.shuffle([...all, ...all.slice(0, chance.below(all.length + 1))]);
    told.add(JSON.stringify(shape(foldNotes(heap.flatMap(({ records }) => records)))));
  }
  // Through the door itself, a few times: it costs a key agreement each.
  for (let turn = 0; turn < 5; turn += 1) {
    const memory = createMemoryBox(world.box.box);
    for (const [digest, { bytes }] of chance.shuffle([...envelopes])) {
      must(await takeIn(memory.envelopes, receive, digest as Parameters<typeof takeIn>[2], bytes));
    }
    told.add(JSON.stringify(shape(foldNotes(must(await memory.records.readAll())))));
  }
  expect(told.size).toBe(1);
  const [only = ""] = told;
  expect(only).toContain("kolmas, [yleistetty]");
  expect(only).not.toContain("kolmas, kirjurilta");
});
