// The review of a session over a whole device: what is done to a note, and how each thing is taken back.
import { expect, test } from "vitest";
import { cutAll } from "../../src/app/delivery.ts";
import { createReviewModel, type ReviewModel } from "../../src/app/facilitator/review-model.ts";
import { openFile } from "../../src/app/keeping/open-file.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import type { RecordDraft } from "../../src/app/record-writer.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import { ofKind } from "../../src/domain/record.ts";
import { makeRelease } from "../../src/domain/release.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createIntakeWorld, handOver } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { settled } from "../fixtures/table-world.ts";

const texts = exampleNotes()
  .slice(0, 3)
  .map(({ text }) => text);

const createWorld = async () => {
  const { tablet, box } = await createIntakeWorld();
  // Begun a moment before it was saved, as every note is.
  const begunAt = "2026-11-24T15:59:30.000Z";
  await writeNotes(
    tablet,
    box,
    exampleNotes()
      .slice(0, 3)
      .map((fields) => ({ ...fields, begunAt })),
  );
  const model = createReviewModel({ ...tablet, courier: { nudge: () => undefined } }, box);
  await ready(model);
  return { tablet, box, model };
};
const ready = async (model: ReviewModel) => {
  while (model.log.state.value !== "ready") await settled();
};
const notesIn = async (box: OpenBox) => foldNotes(must(await box.records.readAll()));
const standing = async (box: OpenBox) =>
  (await notesIn(box))
    .filter(({ fields }) => !fields.struck)
    .map(({ fields, verdict }) => [fields.text, verdict]);

test("approves the open note, goes on to the next, and says so in the reviewer's part", async () => {
  const { box, model } = await createWorld();
  expect(model.current.value?.fields.text).toBe(texts[0]);
  expect(await model.approve()).toBe(true);
  expect(model.current.value?.fields.text).toBe(texts[1]);
  const [review] = ofKind(must(await box.records.readAll()), "review/1");
  expect(review?.record).toMatchObject({ verdict: "approved", author: { role: "facilitator" } });
  expect(model.progress.value).toMatchObject({ total: 3, approved: 1, waiting: 2 });
  await model.takeBack();
  expect(model.progress.value).toMatchObject({ approved: 0, waiting: 3 });
});

test("tells one by one from all at once in the release, and takes all at once back at once", async () => {
  const { box, model } = await createWorld();
  await model.approve();
  expect(await model.approveUntouched()).toBe(true);
  expect(model.undo.value).toMatchObject({ done: "approvedAll", count: 2 });
  const release = makeRelease(must(await box.records.readAll()), box.box, ["fi"]);
  // No plan has come to this device: the counts are those of the notes all the same.
  expect(release).toMatchObject({ ok: false, error: { type: "release-no-plan" } });
  expect((await notesIn(box)).map(({ approvedTogether }) => approvedTogether)).toEqual([
    false,
    true,
    true,
  ]);
  await model.takeBack();
  expect(model.progress.value).toMatchObject({ approved: 1, waiting: 2 });
});

test("leaves unfinished notes and those that grew apart out of approving all", async () => {
  const { tablet, box, model } = await createWorld();
  const [first, second] = await notesIn(box);
  if (!first || !second) throw new Error("no notes");
  const revise = (view: typeof first, change: object): RecordDraft => ({
    ...{ kind: "note/1", noteId: view.noteId, ...view.fields, ...change },
    parents: view.heads.map(({ id }) => id),
  });
  must(await box.writer.write([revise(first, { unfinished: true })]));
  must(
    await box.writer.write([revise(second, { text: "yksi" }), revise(second, { text: "kaksi" })]),
  );
  while (model.queue.value.every(({ rivals }) => rivals.size === 0)) await settled();
  expect(model.untouched.value.map(({ fields }) => fields.text)).toEqual([texts[2]]);
  model.open(second.noteId);
  expect(await model.approve()).toBe(false);
  void tablet;
});

test("gives back with a remark that belongs to these very words, and holds back", async () => {
  const { box, model } = await createWorld();
  await model.giveBack(" Kuka sanoi? ");
  expect((await notesIn(box))[0]).toMatchObject({ verdict: "returned", remark: "Kuka sanoi?" });
  const first = (await notesIn(box))[0];
  if (!first) throw new Error("no note");
  model.open(first.noteId);
  await model.reword("Selvennetty");
  expect((await notesIn(box))[0]).toMatchObject({ verdict: "unreviewed" });
  await model.holdBack("");
  expect((await notesIn(box))[0]).toMatchObject({ verdict: "held-back" });
  await model.takeBack();
  expect((await notesIn(box))[0]).toMatchObject({
    verdict: "unreviewed",
    fields: { text: "Selvennetty" },
  });
});

test("brings an earlier judgement back when the newer one is taken back", async () => {
  const { box, model } = await createWorld();
  await model.giveBack("Tarkista");
  const [first] = await notesIn(box);
  if (!first) throw new Error("no note");
  model.open(first.noteId);
  await model.approve();
  await model.takeBack();
  expect((await notesIn(box))[0]).toMatchObject({ verdict: "returned", remark: "Tarkista" });
});

test("keeps the scribe's words as a revision of their own when they are reworded", async () => {
  const { box, model } = await createWorld();
  await model.reword("Toiset sanat");
  const [note] = await notesIn(box);
  expect(note?.fields.text).toBe("Toiset sanat");
  expect(note?.history.map(({ record }) => [record.text, record.author.role])).toEqual([
    [texts[0], "scribe"],
    ["Toiset sanat", "facilitator"],
  ]);
  expect(model.progress.value.changed).toBe(1);
  await model.takeBack();
  expect((await notesIn(box))[0]?.fields.text).toBe(texts[0]);
});

test("splits a note in two with the same tags, and back", async () => {
  const { box, model } = await createWorld();
  const { dimensions } = model.current.value?.fields ?? {};
  await model.splitAt("Alku", "Loppu");
  const split = (await notesIn(box)).filter(({ fields }) =>
    ["Alku", "Loppu"].includes(fields.text),
  );
  expect(split.map(({ fields }) => [fields.text, fields.dimensions])).toEqual([
    ["Alku", dimensions],
    ["Loppu", dimensions],
  ]);
  expect((await standing(box)).map(([text]) => text)).toEqual(["Alku", "Loppu", ...texts.slice(1)]);
  expect(split[1]?.heads[0]?.record.parents).toEqual(
    (await notesIn(box))[0]?.history.slice(0, 1).map(({ id }) => id),
  );
  await model.takeBack();
  expect((await standing(box)).map(([text]) => text)).toEqual(texts);
});

test("merges a note with the next one of the talk, and back", async () => {
  const { box, model } = await createWorld();
  await model.mergeNext();
  expect((await standing(box)).map(([text]) => text)).toEqual([
    `${texts[0]}\n${texts[1]}`,
    texts[2],
  ]);
  await model.takeBack();
  expect((await standing(box)).map(([text]) => text)).toEqual(texts);
});

test("settles rivals by a person's choice, in one revision in place of all heads", async () => {
  const { box, model } = await createWorld();
  const [first] = await notesIn(box);
  if (!first) throw new Error("no note");
  const parents = first.heads.map(({ id }) => id);
  const common = { kind: "note/1" as const, noteId: first.noteId, ...first.fields, parents };
  must(
    await box.writer.write([
      { ...common, text: "yksi" },
      { ...common, text: "kaksi" },
    ]),
  );
  while (model.current.value?.rivals.size === 0) await settled();
  expect(model.current.value?.rivals.get("text")?.map(({ value }) => value)).toEqual([
    "yksi",
    "kaksi",
  ]);
  await model.settle(new Map([["text", "yksi\nkaksi"]]));
  const [note] = await notesIn(box);
  expect(note).toMatchObject({ fields: { text: "yksi\nkaksi" }, verdict: "unreviewed" });
  expect(note?.heads).toHaveLength(1);
});

test("generalises a detail and forgets the old words, history included", async () => {
  const { box, model } = await createWorld();
  await model.generalise("Naapuri, [ammatti], sanoi");
  const [note, ...others] = await notesIn(box);
  expect(note?.history.map(({ record }) => record.text)).toEqual(["Naapuri, [ammatti], sanoi"]);
  expect(others).toHaveLength(2);
  expect(JSON.stringify(must(await box.records.readAll()))).not.toContain(texts[0]);
  expect(model.undo.value).toBeUndefined();
});

test("erases a note and opens another", async () => {
  const { box, model } = await createWorld();
  expect(await model.erase()).toMatchObject({ ok: true });
  expect((await standing(box)).map(([text]) => text)).toEqual(texts.slice(1));
  expect(model.current.value?.fields.text).toBe(texts[1]);
});

test("adds a note of the reviewer's own, and takes it back", async () => {
  const { box, model } = await createWorld();
  await model.add("Kukaan ei puhunut kotona olevista.", "fi", []);
  expect((await standing(box)).map(([text]) => text)).toContain(
    "Kukaan ei puhunut kotona olevista.",
  );
  await model.takeBack();
  expect((await standing(box)).map(([text]) => text)).toEqual(texts);
});

test("shows what a filter lets through, the open note among it until another is opened", async () => {
  const { model } = await createWorld();
  model.filter.value = "returned";
  expect(model.shown.value).toEqual([]);
  model.filter.value = "waiting";
  const first = model.current.value;
  if (!first) throw new Error("no note");
  model.open(first.noteId);
  await model.tag(({ dimensions }) => ({ dimensions: [...dimensions].slice(0, 0) }));
  model.filter.value = "untagged";
  expect(model.shown.value.map(({ noteId }) => noteId)).toEqual([first.noteId]);
  model.move(1);
  expect(model.current.value?.noteId).toBe(first.noteId);
});

const holdFirstBack = async (model: ReviewModel) => {
  await model.holdBack("");
  const [first] = model.queue.value;
  if (first) model.open(first.noteId);
};

test("keeps a note held back through rewording, splitting, joining and generalising", async () => {
  const { box, model } = await createWorld();
  await holdFirstBack(model);
  await model.reword("Alku ja loppu");
  await model.splitAt("Alku", "loppu");
  await model.generalise("[yleistetty]");
  const held = (await notesIn(box)).filter(({ verdict }) => verdict === "held-back");
  expect(held.map(({ fields }) => fields.text)).toEqual(["[yleistetty]", "loppu"]);
  const records = ofKind(must(await box.records.readAll()), "note/1");
  expect(records.filter(({ record }) => record.text === "Alku")).toEqual([]);
});

test("brings back that a note was held back when an approval of its new words is taken back", async () => {
  const { box, model } = await createWorld();
  await holdFirstBack(model);
  await model.reword("Toisin sanoin");
  await model.approve();
  expect((await standing(box))[0]).toEqual(["Toisin sanoin", "approved"]);
  await model.takeBack();
  expect((await standing(box))[0]).toEqual(["Toisin sanoin", "held-back"]);
});

test("shows what two scribes tagged differently, and how often they agreed", async () => {
  const world = await createIntakeWorld();
  const other = await world.join();
  const at = (second: number, dimensions: readonly string[]) => ({
    ...{ text: "Alikulku on pimeä", lang: "fi", kinds: [], subThemes: [], topics: [], dimensions },
    begunAt: `2026-11-24T15:59:${String(second).padStart(2, "0")}.000Z`,
    speaker: `P${second}` as "P1", // One of twelve.
  });
  await writeNotes(world.tablet, world.box, [at(1, ["S"]), at(2, ["A"])]);
  await writeNotes(other.tablet, other.box, [at(1, ["S"]), at(2, ["V"])]);
  must(await cutAll(other.tablet.delivery, other.box));
  const bytes = await handOver(other.box);
  must(await openFile(world.tablet, { size: bytes.length, read: async () => bytes }));
  const model = createReviewModel(
    { ...world.tablet, courier: { nudge: () => undefined } },
    world.box,
  );
  await ready(model);
  const [agreement] = model.agreements.value;
  expect([agreement?.agreed.length, agreement?.compared.length]).toEqual([1, 2]);
  model.filter.value = "differing";
  expect(model.shown.value.flatMap(({ fields }) => fields.dimensions).sort()).toEqual(["A", "V"]);
});
