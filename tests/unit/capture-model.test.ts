import { describe, expect, test, vi } from "vitest";
import { setLanguage, toggleDimension, toggleMark } from "../../src/app/scribe/tag-changes.ts";
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

  test("follows the language of the note before", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "مكان");
    await model.tag(setLanguage("ar"));
    await model.save();
    expect(model.draft.value.lang).toBe("ar");
    expect(model.log.notes.value[0]?.fields.lang).toBe("ar");
  });
});

describe("the draft", () => {
  test("is on the disk 300 ms after the last key", async () => {
    vi.useFakeTimers();
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "Kesken jää");
    await vi.advanceTimersByTimeAsync(300);
    expect(await world.draftOnDisk("capture/new")).toMatchObject({ text: "Kesken jää" });
    vi.useRealTimers();
  });

  test("is written at least every second while typing goes on", async () => {
    vi.useFakeTimers();
    const world = createCaptureWorld();
    const model = await world.open();
    let text = "";
    for (let key = 0; key < 11; key += 1) {
      text += "a";
      type(model, text);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(await world.draftOnDisk("capture/new")).toMatchObject({ text: "a".repeat(10) });
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

describe("editing", () => {
  test("keeps the half-typed new note and brings it back", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Vanha");
    type(model, "Uusi kesk");
    await model.editLatest();
    expect(model.draft.value.text).toBe("Vanha");
    await say(model, "Vanha, korjattu");
    expect(model.editing.value).toBeUndefined();
    expect(model.draft.value.text).toBe("Uusi kesk");
    expect(texts(model)).toEqual(["Vanha, korjattu"]);
  });

  test("comes back after a restart with both texts", async () => {
    const world = createCaptureWorld();
    const before = await world.open();
    await say(before, "Vanha");
    type(before, "Uusi kesk");
    await before.editLatest();
    type(before, "Vanha, kor");
    await before.dispose();
    const after = await world.open();
    expect(after.draft.value.text).toBe("Vanha, kor");
    expect(after.editing.value).toBeDefined();
    after.cancelEdit();
    expect(after.draft.value.text).toBe("Uusi kesk");
  });

  test("writes nothing when nothing was changed", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Sama");
    await model.editLatest();
    await model.save();
    expect(model.editing.value).toBeUndefined();
    expect(await world.notesOnDisk()).toHaveLength(1);
  });

  test("shows both texts when another device changed the note meanwhile", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Alku");
    const note = model.log.notes.value[0];
    if (!note) throw new Error("no note");
    await model.editLatest();
    const parents = note.heads.map(({ id }) => id);
    const fields = { ...note.fields, text: "Toiselta" };
    await world.write({ kind: "note/1", noteId: note.noteId, parents, ...fields });
    await say(model, "Tältä");
    await vi.waitFor(() => expect(model.log.notes.value[0]?.rivals.get("text")).toHaveLength(2));
  });
});

describe("undo", () => {
  test("of a save strikes the note and puts its text back into the empty field", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    model.setSpeaker("P5");
    await say(model, "Väärä");
    await model.undo();
    expect(model.log.notes.value[0]?.fields.struck).toBe(true);
    expect(model.draft.value).toMatchObject({ text: "Väärä", speaker: "P5" });
    await model.save();
    expect(model.log.notes.value.filter(({ fields }) => !fields.struck)).toHaveLength(1);
  });

  test("of a save leaves alone what is being written", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Väärä");
    type(model, "Seuraava");
    await model.undo();
    expect(model.draft.value.text).toBe("Seuraava");
  });

  test("goes back over tag, edit, leaving out and phase, one by one", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await model.nextQuestion();
    world.pass(60_000);
    await say(model, "Teksti");
    const noteId = model.log.notes.value[0]?.noteId;
    if (!noteId) throw new Error("no note");
    await model.tag(toggleMark("star"));
    await model.edit(noteId);
    await say(model, "Toinen teksti");
    await model.strike(noteId);
    await model.nextQuestion();
    const now = () => ({
      ...model.log.note(noteId)?.fields,
      question: model.phase.value.question?.id,
    });
    expect(now()).toMatchObject({ struck: true, text: "Toinen teksti", question: "Q-S1" });
    await model.undo();
    expect(now()).toMatchObject({ struck: true, question: "Q-start" });
    await model.undo();
    expect(now().struck).toBeUndefined();
    await model.undo();
    expect(now()).toMatchObject({ text: "Teksti", star: true });
    await model.undo();
    expect(now().star).toBeUndefined();
    expect(model.undoStack.top.value?.kind).toBe("saved");
  });

  test("reaches back at least 25 steps", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Teksti");
    for (let step = 0; step < 30; step += 1) await model.tagDimension(1);
    for (let step = 0; step < 25; step += 1) await model.undo();
    expect(model.undoStack.top.value?.kind).toBe("tagged");
  });

  test("stays possible when the disk refuses it", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    await say(model, "Teksti");
    world.memory.failNext({ type: "store-full" });
    await model.undo();
    expect(model.undoStack.top.value?.kind).toBe("saved");
    expect(model.log.notes.value[0]?.fields.struck).toBeUndefined();
  });
});

describe("inline codes in the field", () => {
  test("turn into chips as typed, and back into text at Backspace", async () => {
    const world = createCaptureWorld();
    const model = await world.open({ inlineCodes: () => true });
    expect(type(model, "p3 ")).toBe(0);
    expect(model.draft.value).toMatchObject({ text: "", speaker: "P3" });
    type(model, "Pelottaa #2");
    expect(model.draft.value).toMatchObject({ text: "Pelottaa", dimensions: ["S"] });
    expect(model.giveBack()).toBe(11);
    expect(model.draft.value).toMatchObject({ text: "Pelottaa #2", dimensions: [] });
    type(model, "Pelottaa #2");
    expect(model.draft.value.text).toBe("Pelottaa #2");
    expect(model.giveBack()).toBeUndefined();
  });

  test("are plain text unless switched on", async () => {
    const world = createCaptureWorld();
    const model = await world.open();
    type(model, "p3 ");
    expect(model.draft.value).toMatchObject({ text: "p3 " });
  });
});
