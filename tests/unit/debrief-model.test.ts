import { describe, expect, test } from "vitest";
import { toggleDimension } from "../../src/app/session/tag-changes.ts";
import { createDebriefWorld } from "../fixtures/debrief-world.ts";
import { stagedRelease } from "../fixtures/staged-release.ts";

type Model = Awaited<ReturnType<ReturnType<typeof createDebriefWorld>["debrief"]>>;
const queue = (model: Model) => model.finish.items.value.map(({ fields }) => fields.text);
const now = (model: Model) => model.finish.current.value?.fields.text;
const noteOf = (model: Model, text: string) => {
  const found = model.log.notes.value.find(({ fields }) => fields.text === text);
  if (!found) throw new Error(`no note ${text}`);
  return found;
};

describe("notes to finish", () => {
  test("come unfinished first, then without a dimension, and none that needs nothing", async () => {
    const world = createDebriefWorld();
    await world.say("Ilman");
    await world.say("Kesken", { unfinished: true, dimensions: ["A"] });
    await world.say("Valmis", { dimensions: ["S"] });
    await world.say("Pois", { struck: true });
    const model = await world.debrief();
    expect(queue(model)).toEqual(["Kesken", "Ilman"]);
    expect(model.finish.done.value).toBe(0);
  });

  test("keep their places while one works, and what arrives comes last", async () => {
    const world = createDebriefWorld();
    const first = await world.say("Eka");
    await world.say("Toka");
    const model = await world.debrief();
    await model.tag(first, toggleDimension("V"));
    await world.say("Toiselta laitteelta", { unfinished: true });
    await expect.poll(() => queue(model)).toEqual(["Eka", "Toka", "Toiselta laitteelta"]);
    expect(now(model)).toBe("Eka");
    expect(model.finish.done.value).toBe(1);
  });

  test("are gone through forwards and back, to an end that can be left again", async () => {
    const world = createDebriefWorld();
    await world.say("Eka");
    await world.say("Toka");
    const model = await world.debrief();
    await model.previous();
    expect(now(model)).toBe("Eka");
    await model.next();
    await model.next();
    await model.next();
    expect(now(model)).toBeUndefined();
    await model.previous();
    expect(now(model)).toBe("Toka");
  });

  test("left without a dimension count as done, are not asked again, and stay as they were", async () => {
    const world = createDebriefWorld();
    const first = await world.say("Eka");
    const model = await world.debrief();
    model.toggleLeft(first);
    expect(model.finish.done.value).toBe(1);
    expect(await world.notesOnDisk()).toHaveLength(1);
    await model.dispose();
    expect(queue(await world.debrief())).toEqual([]);
  });

  test("an unfinished note is not done by being left without a dimension", async () => {
    const world = createDebriefWorld();
    const first = await world.say("Eka", { unfinished: true });
    const model = await world.debrief();
    model.toggleLeft(first);
    expect(model.finish.done.value).toBe(0);
    await model.toggleUnfinished(first);
    expect(model.finish.done.value).toBe(1);
  });

  test("words typed are saved before a tag, in one line of revisions", async () => {
    const world = createDebriefWorld();
    const first = await world.say("Alikulku", { unfinished: true });
    const model = await world.debrief();
    await model.type(first, "Alikulku on pimeä");
    await model.tag(first, toggleDimension("S"));
    const { fields, heads } = noteOf(model, "Alikulku on pimeä");
    expect(fields.dimensions).toEqual(["S"]);
    expect(heads).toHaveLength(1);
  });

  test("a change is taken back by undo, which shows the note again", async () => {
    const world = createDebriefWorld();
    const first = await world.say("Eka");
    await world.say("Toka");
    const model = await world.debrief();
    await model.tag(first, toggleDimension("V"));
    await model.next();
    await model.undo();
    expect(now(model)).toBe("Eka");
    expect(noteOf(model, "Eka").fields.dimensions).toEqual([]);
  });

  test("what is typed survives a kill, and a full disk loses no word", async () => {
    const world = createDebriefWorld();
    const first = await world.say("Alikulku", { unfinished: true });
    const model = await world.debrief();
    await model.type(first, "Alikulku on pimeä");
    await model.flush();
    const again = await world.debrief();
    expect(again.textOf(noteOf(again, "Alikulku"))).toBe("Alikulku on pimeä");
    world.memory.failNext({ type: "store-full" });
    await again.save();
    expect(again.status.value).toMatchObject({ state: "failed", what: "record" });
    expect(again.textOf(noteOf(again, "Alikulku"))).toBe("Alikulku on pimeä");
    expect(await again.settle()).toEqual([]);
    await again.saveAll();
    expect(noteOf(again, "Alikulku on pimeä").fields.unfinished).toBe(true);
  });

  test("tells of text that still stands in the live screen's field", async () => {
    const world = createDebriefWorld();
    const capture = await world.open();
    capture.typed("Jäi kenttään", 12);
    await capture.dispose();
    expect((await world.debrief()).isHalfWritten.value).toBe(true);
  });
});

test("what was being typed of a note goes when the note is erased", async () => {
  const world = createDebriefWorld();
  const id = await world.say("Nimi", { unfinished: true });
  const model = await world.debrief();
  await model.type(id, "Nimi ja katu");
  await model.flush();
  const erased = {
    kind: "erasure/1",
    parents: [],
    noteId: id,
    survivors: [],
    envelopes: [],
  } as const;
  await world.write(erased);
  await expect.poll(() => model.editing.value).toBeUndefined();
  await model.flush();
  await expect.poll(() => world.memory.rows().drafts.map(({ key }) => key)).toEqual([]);
});

describe("reading back", () => {
  test("lists a note under each of its dimensions, and the untagged apart", async () => {
    const world = createDebriefWorld();
    await world.say("Kaksi", { dimensions: ["A", "S"] });
    await world.say("Ilman");
    const model = await world.debrief();
    const texts = (id: string | undefined) => model.readingOf(id).map(({ fields }) => fields.text);
    expect([texts("A"), texts("S"), texts("V"), texts(undefined)]).toEqual([
      ["Kaksi"],
      ["Kaksi"],
      [],
      ["Ilman"],
    ]);
  });

  test("a correction is a new revision, and a line in the summary that holds none of its words", async () => {
    const world = createDebriefWorld();
    const id = await world.say("Pysäkki on turvallinen", { dimensions: ["S"] });
    const model = await world.debrief();
    const before = noteOf(model, "Pysäkki on turvallinen");
    await model.type(id, "Pysäkki ei ole turvallinen");
    await model.correct(before);
    expect(noteOf(model, "Pysäkki ei ole turvallinen").history).toHaveLength(2);
    expect((await world.summaries()).map(({ corrections }) => corrections)).toEqual([
      "Korjaus 16:30",
    ]);
  });

  test("a correction that is taken back takes its line with it", async () => {
    const world = createDebriefWorld();
    const id = await world.say("Eka", { dimensions: ["S"] });
    const model = await world.debrief();
    await model.type(id, "Toinen");
    await model.correct(noteOf(model, "Eka"));
    await model.undo();
    expect(noteOf(model, "Eka").heads).toHaveLength(1);
    await expect.poll(() => model.summary.textOf("corrections")).toBe("");
  });

  test("leaving a field unchanged corrects nothing", async () => {
    const world = createDebriefWorld();
    const id = await world.say("Eka", { dimensions: ["S"] });
    const model = await world.debrief();
    await model.edit(id);
    await model.correct(noteOf(model, "Eka"));
    expect(await world.notesOnDisk()).toHaveLength(1);
    expect(await world.summaries()).toEqual([]);
  });

  test("what the table does not want passed on is in no release, with the reason on record", async () => {
    const world = createDebriefWorld();
    await world.say("Saa viedä", { dimensions: ["S"] });
    const id = await world.say("Ei saa viedä", { dimensions: ["S"] });
    const model = await world.debrief();
    await model.holdBack(id);
    expect(await world.reviews()).toMatchObject([
      { verdict: "held-back", remark: "Pöytä pyysi", author: { role: "scribe" } },
    ]);
    const released = stagedRelease(await world.records());
    expect(released.notes.map(({ text }) => text)).toEqual(["Saa viedä"]);
    expect(released.counts.heldBack).toBe(1);
  });

  test("taken back it is unreviewed, not approved: nobody has read it as a reviewer", async () => {
    const world = createDebriefWorld();
    const id = await world.say("Sittenkin", { dimensions: ["S"] });
    const model = await world.debrief();
    await model.holdBack(id);
    expect(model.mayLetGo(noteOf(model, "Sittenkin"))).toBe(true);
    await model.letGo(id);
    const note = noteOf(model, "Sittenkin");
    expect([note.verdict, note.heads.length]).toEqual(["unreviewed", 1]);
  });

  test("both texts of a note that grew apart are held back, and let go as rivals again", async () => {
    const world = createDebriefWorld();
    const id = await world.say("Alku", { dimensions: ["S"] });
    const other = createDebriefWorld({ device: "b".repeat(32), shares: world.memory, seed: 50 });
    const [mine, theirs] = [await world.debrief(), await other.debrief()];
    await Promise.all([mine.edit(id), theirs.edit(id)]);
    await mine.type(id, "Minun");
    await theirs.type(id, "Heidän");
    await mine.save();
    await theirs.save();
    await expect.poll(() => mine.log.note(id)?.heads.length).toBe(2);
    await mine.holdBack(id);
    expect(await world.reviews()).toHaveLength(2);
    await mine.letGo(id);
    expect(mine.log.note(id)).toMatchObject({ verdict: "unreviewed" });
    expect(mine.log.note(id)?.rivals.get("text")).toHaveLength(2);
  });

  test("what a reviewer held back is not the scribe's to let go", async () => {
    const world = createDebriefWorld();
    const id = await world.say("Tarkistajan", { dimensions: ["S"] });
    const model = await world.debrief();
    const review = world.reviewBy("facilitator");
    await review(model.log.note(id)?.heads[0]?.id, id);
    await expect.poll(() => model.log.note(id)?.verdict).toBe("held-back");
    expect(model.mayLetGo(noteOf(model, "Tarkistajan"))).toBe(false);
    await model.letGo(id);
    expect(model.log.note(id)?.verdict).toBe("held-back");
  });
});

test("the clock of the debrief survives a kill and is put away by a press", async () => {
  const world = createDebriefWorld();
  const model = await world.debrief();
  model.startClock();
  await model.dispose();
  const again = await world.debrief();
  expect(again.place.value.begunAt).toBeDefined();
  again.stopClock();
  expect(again.place.value.begunAt).toBeUndefined();
});
