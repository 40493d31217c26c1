import { describe, expect, test, vi } from "vitest";
import { toggleDimension } from "../../src/app/session/tag-changes.ts";
import { BoxId } from "../../src/domain/schema.ts";
import { createCaptureWorld } from "../fixtures/capture-world.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";

type Model = Awaited<ReturnType<ReturnType<typeof createCaptureWorld>["open"]>>;
const type = (model: Model, text: string) => model.typed(text, text.length);
const say = async (model: Model, text: string) => {
  type(model, text);
  await model.save();
};
const texts = (model: Model) => model.log.notes.value.map(({ fields }) => fields.text);

describe("saving a note", () => {
  test("empties the field only after the disk has the note", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "En mene asemalle iltaisin");
    const saving = model.save();
    expect(model.draft.value.text).toBe("En mene asemalle iltaisin");
    expect(model.status.value.state).not.toBe("saved");
    await saving;
    expect((await world.notesOnDisk())[0]?.text).toBe("En mene asemalle iltaisin");
    expect(model.draft.value.text).toBe("");
    expect(model.status.value).toEqual({ state: "saved", at: world.env.now() });
    expect(world.nudges()).toBe(1);
  });

  test("keeps the text in the field and says so when the disk is full", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Tärkeä");
    world.memory.failNext({ type: "store-full" });
    await model.save();
    expect(model.draft.value.text).toBe("Tärkeä");
    expect(model.status.value).toEqual({ state: "failed", error: "store-full", what: "record" });
    expect(world.nudges()).toBe(0);
    await model.save();
    expect(texts(model)).toEqual(["Tärkeä"]);
  });

  test("goes on saying that a note was not saved while its text is kept", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Tärkeä");
    world.memory.failNext({ type: "store-full" });
    await model.save();
    await model.flush();
    expect(await world.draftOnDisk("capture/new")).toMatchObject({ text: "Tärkeä" });
    expect(model.status.value).toMatchObject({ state: "failed", what: "record" });
  });

  test("keeps a text that is too long for a record", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "a".repeat(20_001));
    await model.save();
    expect(model.status.value).toMatchObject({ state: "failed", error: "record-invalid" });
    expect(model.draft.value.text.length).toBe(20_001);
  });

  test("saves once when Enter is pressed twice", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Kerran");
    await Promise.all([model.save(), model.save()]);
    expect(await world.notesOnDisk()).toHaveLength(1);
  });

  test("leaves in the field what was typed while the disk worked", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Eka");
    const saving = model.save();
    type(model, "EkaTok");
    await saving;
    expect(texts(model)).toEqual(["Eka"]);
    expect(model.draft.value.text).toBe("Tok");
  });

  test("gives a chip pressed during a save to the note being saved", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Eka");
    const saving = model.save();
    const tagging = model.tagDimension(2);
    await Promise.all([saving, tagging]);
    expect(model.log.notes.value[0]?.fields.dimensions).toEqual(["S"]);
    expect(model.draft.value.dimensions).toEqual([]);
  });

  test("needs words, and no tags", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "  ");
    expect(await world.notesOnDisk()).toHaveLength(0);
    await say(model, "Ilman osa-aluetta");
    expect((await world.notesOnDisk())[0]?.dimensions).toEqual([]);
  });

  test("tells when the first key was struck, not when it was saved", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    const begun = new Date(world.env.now()).toISOString();
    type(model, "E");
    world.pass(20_000);
    await say(model, "En tiedä");
    expect((await world.notesOnDisk())[0]?.begunAt).toBe(begun);
  });

  test("goes back to the usual language after a note in another", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "مكان");
    model.setLanguage("ar");
    await model.save();
    expect(model.log.notes.value[0]?.fields.lang).toBe("ar");
    expect(model.draft.value.lang).toBe("fi");
  });

  test("goes on in another language while the line for its translation stands open", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    model.setLanguage("ar");
    model.change({ translation: { text: "", lang: "fi", by: "interpreter" } });
    await say(model, "مكان");
    expect(model.draft.value.lang).toBe("ar");
    expect(model.draft.value.translation).toEqual({ text: "", lang: "fi", by: "interpreter" });
  });

  test("takes a language chosen before the first key for the note to come, never for the one before", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Suomeksi");
    model.setLanguage("ar");
    expect(model.draft.value.begunAt).toBeUndefined();
    await say(model, "مكان");
    expect(model.log.notes.value.map(({ fields }) => fields.lang)).toEqual(["fi", "ar"]);
  });
});

describe("the draft", () => {
  test("is on the disk 300 ms after the key", async () => {
    vi.useFakeTimers();
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Kesken jää");
    await vi.advanceTimersByTimeAsync(300);
    expect(await world.draftOnDisk("capture/new")).toMatchObject({ text: "Kesken jää" });
    vi.useRealTimers();
  });

  test("loses no more than 300 ms to a kill while typing goes on without a pause", async () => {
    vi.useFakeTimers();
    const world = createCaptureWorld();
    const model = await world.open();
    let text = "";
    for (let key = 0; key < 40; key += 1) {
      text += "a";
      type(model, text);
      await vi.advanceTimersByTimeAsync(100);
      const onDisk = (await world.draftOnDisk("capture/new")) ?? { text: "" };
      expect(onDisk).toMatchObject({
        text: expect.stringMatching(`^a{${Math.max(0, key - 2)},}$`),
      });
    }
    vi.useRealTimers();
  });

  test("is written at once when the page hides, and comes back after a restart", async () => {
    const world = createCaptureWorld();
    const before = await world.open();
    before.setSpeaker("P3");
    type(before, "Puolik");
    await before.flush();
    const after = await world.open();
    expect(after.draft.value).toMatchObject({ text: "Puolik", speaker: "P3" });
  });

  test("is gone when its note is saved, so that a restart brings nothing twice", async () => {
    vi.useFakeTimers();
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Valmis");
    const flushed = model.flush();
    await Promise.all([flushed, model.save()]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await world.draftOnDisk("capture/new")).toBeUndefined();
    vi.useRealTimers();
  });

  test("says when its safety copy could not be written", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Teksti");
    world.memory.failNext({ type: "store-full" });
    await model.flush();
    expect(model.status.value).toEqual({ state: "failed", error: "store-full", what: "draft" });
  });

  test("is settled when the disk has it, and is handed out as a note where the disk refuses", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Kesken jäänyt");
    expect(await model.settle()).toEqual([]);
    expect(await world.draftOnDisk("capture/new")).toMatchObject({ text: "Kesken jäänyt" });
    type(model, "Kesken jäänyt lause");
    world.memory.failNext({ type: "store-full" });
    expect(await model.settle()).toMatchObject([{ kind: "note/1", text: "Kesken jäänyt lause" }]);
  });
});

describe("chips", () => {
  test("the first dimension pressed is primary", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Bussipysäkki");
    await model.tagDimension(2);
    await model.tagDimension(1);
    await model.save();
    expect((await world.notesOnDisk())[0]?.dimensions).toEqual(["S", "A"]);
  });

  test("apply to the latest note when nothing is being written", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Ensin");
    await say(model, "Sitten");
    await model.tagDimension(4);
    const [first, second] = model.log.notes.value;
    expect(first?.fields.dimensions).toEqual([]);
    expect(second?.fields.dimensions).toEqual(["O"]);
    expect(second?.history).toHaveLength(2);
    expect(second?.heads).toHaveLength(1);
  });

  test("apply to the next note once its speaker has been tapped", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Ensin");
    model.setSpeaker("P2");
    await model.tagDimension(1);
    expect(model.draft.value).toMatchObject({ speaker: "P2", dimensions: ["A"] });
    expect(model.log.notes.value[0]?.fields.dimensions).toEqual([]);
  });

  test("never touch a note that another device wrote", async () => {
    const shared = createMemoryBox(BoxId.parse("0123456789abcdef0123456789abcdef"));
    const ours = createCaptureWorld({ shares: shared });
    const theirs = createCaptureWorld({ shares: shared, device: "b".repeat(32), seed: 90 });
    const model = await ours.open();
    await say(model, "Oma");
    theirs.pass(1_000);
    await say(await theirs.open(), "Toisen kirjurin");
    await vi.waitFor(() => expect(model.log.notes.value).toHaveLength(2));
    await model.tagDimension(1);
    expect(model.log.notes.value.map(({ fields }) => fields.dimensions)).toEqual([["A"], []]);
  });

  test("quick presses each count", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Nopea");
    await Promise.all([model.tagDimension(1), model.tagDimension(2), model.tagDimension(1)]);
    expect(model.log.notes.value[0]?.fields.dimensions).toEqual(["S"]);
    expect(model.log.notes.value[0]?.heads).toHaveLength(1);
  });

  test("leave texts that grew apart standing side by side", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Alku");
    const note = model.log.notes.value[0];
    const root = note?.heads[0]?.id;
    if (!note || !root) throw new Error("no note");
    for (const text of ["Yksi", "Toinen"]) {
      const fields = { ...note.fields, text };
      await world.write({ kind: "note/1", noteId: note.noteId, parents: [root], ...fields });
    }
    await vi.waitFor(() => expect(model.log.notes.value[0]?.rivals.has("text")).toBe(true));
    await model.tag(toggleDimension(testDimension));
    const after = model.log.notes.value[0];
    expect(after?.rivals.get("text")?.map(({ value }) => value)).toEqual(["Yksi", "Toinen"]);
    expect(after?.fields.dimensions).toEqual(["A"]);
    await model.edit(note.noteId);
    expect(model.draft.value.text).toBe("Yksi\nToinen");
    await model.save();
    expect(model.log.notes.value[0]?.rivals.size).toBe(0);
    expect(model.log.notes.value[0]?.heads).toHaveLength(1);
  });
});

const testDimension = "A";

test("leaves what the table does not want passed on as it is: no chip, undo or edit gives it new eyes", async () => {
  const world = createCaptureWorld();
  const model = await world.open();
  await say(model, "Eka");
  await say(model, "Toka");
  await model.tagDimension(1);
  const second = model.latest.value;
  if (!second) throw new Error("no note");
  const { noteId } = second;
  for (const { id } of second.heads) {
    const judged = { noteId, revision: id, verdict: "held-back" as const };
    await world.write({ kind: "review/1", parents: [], ...judged });
  }
  await vi.waitFor(() => expect(model.log.note(noteId)?.verdict).toBe("held-back"));
  expect(model.latest.value?.fields.text).toBe("Eka");
  await model.tagDimension(2);
  await model.tagNote(noteId, toggleDimension("S"));
  await model.strike(noteId);
  await model.undo();
  await model.edit(noteId);
  expect(model.editing.value).toBeUndefined();
  expect(model.log.note(noteId)).toMatchObject({ verdict: "held-back", fields: { text: "Toka" } });
});
