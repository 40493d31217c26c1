// The card is lost and the tablet is locked: the desk still gets every note.
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { makeReceipts } from "../../src/app/desk/receipts.ts";
import { toUnfinishedSummary } from "../../src/app/desk/rescue-drafts.ts";
import { keepRescue } from "../../src/app/desk/rescue-keep.ts";
import { openRescue } from "../../src/app/desk/rescue-open.ts";
import { makeRescueCopy } from "../../src/app/home/rescue-copy.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { ofKind } from "../../src/domain/record.ts";
import { type RescueFile, readRescueFile } from "../../src/sync/rescue-file.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createIntakeWorld,
  fileOf,
  handOver,
  type IntakeWorld,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { planOneSession, writeNotes } from "../fixtures/main-job.ts";

const said = "Kesken jäänyt ajatus bussipysäkistä";

/** Three notes, one text half typed, then the tablet is locked and nobody has the card. */
const createLockedWorld = async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  must(
    await world.box.drafts.write("note", {
      ...{ text: said, lang: "fi", kinds: [], dimensions: ["T"], subThemes: [], topics: [] },
      begunAt: "2026-11-24T16:30:00.000Z",
    }),
  );
  return lock(world);
};
const lock = async (world: IntakeWorld) => {
  await world.tablet.workspace.lock();
  return world;
};

const fileFrom = async ({ tablet, session }: IntakeWorld) =>
  must(await makeRescueCopy(tablet, session)).bytes;

const rescue = async (
  world: Pick<IntakeWorld, "office" | "desk">,
  file: RescueFile,
  reason = "Kortti katosi",
) => {
  const opened = must(await openRescue(world.office, world.desk, file));
  return must(await keepRescue(world.office, world.desk, file, opened, reason));
};
const textsAt = async ({ desk }: Pick<IntakeWorld, "desk">) =>
  listReleasedNotes(must(await desk.records.readAll())).map(({ text }) => text);
const releasesAt = async ({ desk }: Pick<IntakeWorld, "desk">) =>
  foldReleases(must(await desk.records.readAll()));

test("gets every note and the half-typed text out of a locked tablet, marked as rescued", async () => {
  const world = await createLockedWorld();
  const file = must(readRescueFile(await fileFrom(world)));
  const report = await rescue(world, file);
  expect(report).toMatchObject({ notes: 4, drafts: 1, damaged: [], wasKnown: false });
  const expected = [
    ...exampleNotes()
      .slice(0, 3)
      .map(({ text }) => text),
    said,
  ];
  expect((await textsAt(world)).toSorted()).toEqual(expected.toSorted());

  const [standing] = await releasesAt(world);
  expect(standing?.current.record).toMatchObject({ rescued: true, reviewed: false });
  const unfinished = standing?.current.record.notes.filter((note) => note.unfinished);
  expect(unfinished?.map(({ text }) => text)).toEqual([said]);
});

test("keeps on record that it was opened, why, and how much came of it", async () => {
  const world = await createLockedWorld();
  await rescue(world, must(readRescueFile(await fileFrom(world))), "Kortti jäi bussiin");
  const [noted] = ofKind(must(await world.desk.records.readAll()), "rescue/1");
  expect(noted?.record).toMatchObject({
    ...{ session: world.session, reason: "Kortti jäi bussiin", drafts: 1, damaged: 0 },
    box: world.desk.box,
  });
});

test("adds nothing the second time, and makes no receipt for what no tablet handed over", async () => {
  const world = await createLockedWorld();
  const file = must(readRescueFile(await fileFrom(world)));
  await rescue(world, file);
  const before = await textsAt(world);
  expect(await rescue(world, file)).toMatchObject({ wasKnown: true });
  expect(await textsAt(world)).toEqual(before);
  expect((await releasesAt(world))[0]?.heads).toHaveLength(1);
  expect(must(await makeReceipts(world.office, world.desk))).toBe(0);
});

test("keeps the raw records whole in an envelope of the session, which the desk's records do not show", async () => {
  const world = await createLockedWorld();
  await rescue(world, must(readRescueFile(await fileFrom(world))));
  const records = must(await world.desk.records.readAll());
  expect(ofKind(records, "note/1")).toEqual([]);
  const envelopes = must(await world.desk.envelopes.list());
  const raw = envelopes.filter(({ box, records: ids }) => box === world.session && ids.length > 2);
  expect(raw).toHaveLength(1);
});

test("takes the place of an earlier release that it holds whole", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await close(world);
  await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  await world.model.importAll();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(2, 3));
  await world.tablet.workspace.lock();
  await rescue(world, must(readRescueFile(await fileFrom(world))));
  const [standing] = await releasesAt(world);
  expect(standing?.heads).toHaveLength(1);
  expect(standing?.current.record.notes).toHaveLength(3);
});

test("another desk cannot open it, and nothing of it stays there", async () => {
  const world = await createLockedWorld();
  const file = must(readRescueFile(await fileFrom(world)));
  const elsewhere = await createTestDevice();
  const other = await planOneSession(elsewhere);
  expect(await openRescue(elsewhere, other.desk, file)).toEqual({
    ok: false,
    error: { type: "rescue-not-for-us" },
  });
  expect(ofKind(must(await other.desk.records.readAll()), "rescue/1")).toEqual([]);
});

test("opens by the card the desk knows where the tablet never learned of the desk", async () => {
  const world = await createLockedWorld();
  const { slots, ...file } = must(readRescueFile(await fileFrom(world)));
  await rescue(world, { ...file, slots: { code: slots.code } });
  expect(await textsAt(world)).toHaveLength(4);
});

test("says that the card is missing where the desk's key opens what has no place here", async () => {
  const world = await createLockedWorld();
  const file = must(readRescueFile(await fileFrom(world)));
  const bare = {
    ...world.desk,
    records: { ...world.desk.records, readAll: async () => ({ ok: true as const, value: [] }) },
  };
  expect(await openRescue(world.office, bare, file)).toEqual({
    ok: false,
    error: { type: "rescue-card-unknown" },
  });
});

test("names a damaged row and keeps the rest", async () => {
  const world = await createLockedWorld();
  const entries = unzipSync(await fileFrom(world));
  const [name = ""] = Object.keys(entries).filter((each) => each.startsWith("records/"));
  const row = entries[name];
  if (row) row[20] = (row[20] ?? 0) ^ 1;
  const file = must(readRescueFile(new Uint8Array(zipSync(entries, { level: 0 }))));
  const opened = must(await openRescue(world.office, world.desk, file));
  expect(opened.damaged).toEqual([name.replace("records/", "")]);
  expect(opened.records).toHaveLength(file.records.length - 1);
});

test("counts a row that was taken out of the file", async () => {
  const world = await createLockedWorld();
  const entries = unzipSync(await fileFrom(world));
  const [name = ""] = Object.keys(entries).filter((each) => each.startsWith("records/"));
  delete entries[name];
  const file = must(readRescueFile(new Uint8Array(zipSync(entries, { level: 0 }))));
  expect(must(await openRescue(world.office, world.desk, file)).damaged).toEqual(["?"]);
});

test("gives no note and no key away in the file", async () => {
  const world = await createLockedWorld();
  const { keys } = world.box;
  const text = Buffer.from(await fileFrom(world)).toString("latin1");
  const secrets = [
    said,
    ...exampleNotes()
      .slice(0, 3)
      .map((note) => note.text),
  ].map((word) => Buffer.from(word.slice(0, 12), "utf8").toString("latin1"));
  secrets.push(keys.identity, keys.tokens.send, keys.tokens.read);
  secrets.push(
    Buffer.from(keys.slot).toString("latin1"),
    Buffer.from(keys.enrol).toString("latin1"),
  );
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test.each([
  ["nothing", new Uint8Array(), "file-empty"],
  ["a picture", Uint8Array.of(0x89, 0x50), "file-foreign"],
])("refuses %s", (_name, bytes, type) => {
  expect(readRescueFile(bytes)).toEqual({ ok: false, error: { type } });
});

test("a summary that was being typed comes out of a locked tablet too", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 1));
  const typed = { important: "Valaistus" };
  must(await world.box.drafts.write("debrief/summary", { parents: [], before: {}, typed }));
  await lock(world);
  const file = must(readRescueFile(await fileFrom(world)));
  const opened = must(await openRescue(world.office, world.desk, file));
  expect(await rescue(world, file)).toMatchObject({ notes: 1, drafts: 1 });
  const [draft] = opened.drafts;
  expect(draft && toUnfinishedSummary(file.box, draft)).toMatchObject({
    kind: "summary/1",
    important: "Valaistus",
  });
});
