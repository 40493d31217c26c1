import { describe, expect, test, vi } from "vitest";
import { toggleMark } from "../../src/app/session/tag-changes.ts";
import { createCaptureWorld } from "../fixtures/capture-world.ts";

type Model = Awaited<ReturnType<ReturnType<typeof createCaptureWorld>["open"]>>;
const type = (model: Model, text: string) => model.typed(text, text.length);
const say = async (model: Model, text: string) => {
  type(model, text);
  await model.save();
};
const texts = (model: Model) => model.log.notes.value.map(({ fields }) => fields.text);

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
