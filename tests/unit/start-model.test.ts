import { beforeEach, describe, expect, test } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { readNoteLanguage } from "../../src/app/session/note-language.ts";
import { createStartModel, noticeText, parsePeople } from "../../src/app/session/start-model.ts";
import { foldSession } from "../../src/domain/session.ts";
import { must } from "../fixtures/device.ts";
import { createTableWorld, settled, type TableWorld } from "../fixtures/table-world.ts";

let world: TableWorld;
beforeEach(async () => {
  world = await createTableWorld();
});

const prepare = async (box: OpenBox) => {
  const model = createStartModel(world.deps, box);
  await expect.poll(() => model.state.value.at).not.toBe("loading");
  return model;
};
const sessionOf = async (box: OpenBox) => foldSession(must(await box.records.readAll()))?.fields;

test("a number of people is digits between 1 and 500, or nothing", () => {
  expect(["", " 8 ", "500"].map(parsePeople)).toEqual([undefined, 8, 500]);
  expect(["0", "501", "-1", "8,5", "monta"].map(parsePeople)).toEqual(Array(5).fill("wrong"));
});

describe("by a card", () => {
  test("proposes the card's language and knows who receives", async () => {
    const model = await prepare(await world.openByCard());
    expect(model.state.value).toMatchObject({
      at: "ready",
      fields: { title: "Asukasilta, ryhmä 2" },
      receiver: { name: "Kohtaamisia ry" },
      planDiffers: false,
    });
    expect(model.form.value).toMatchObject({ sessionLanguage: "fi", noteLanguage: "fi" });
  });

  test("the notice names the receiver wherever the text asks for it", async () => {
    const guide = await world.deps.contents.currentGuide();
    const text = noticeText(guide, "fi", "Kohtaamisia $& ry") ?? "";
    expect(text).toContain("Kohtaamisia $& ry");
    expect(text).not.toContain("{{");
  });

  test("writes the beginning with people, languages and the notice that was read", async () => {
    const box = await world.openByCard();
    const model = await prepare(box);
    model.change({ people: "8", sessionLanguage: "ar", noteLanguage: "fi", noticeRead: true });
    expect(await model.start()).toBe(true);
    const fields = await sessionOf(box);
    expect(fields).toMatchObject({ people: 8, languages: ["ar", "fi"], heldOn: "2026-11-24" });
    expect(fields?.startedAt).toMatch(/^2026-11-24T/);
    expect(fields?.noticeRead?.guide).toBe(world.info.guide);
    expect(must(await readNoteLanguage(box))).toBe("fi");
  });

  test("leaves out what is not known, and never claims that a notice was read", async () => {
    const box = await world.openByCard();
    const model = await prepare(box);
    await model.start();
    const fields = await sessionOf(box);
    expect(fields?.people).toBeUndefined();
    expect(fields?.noticeRead).toBeUndefined();
  });

  test("an impossible head count is told and nothing is written", async () => {
    const box = await world.openByCard();
    const model = await prepare(box);
    model.change({ people: "900" });
    expect(await model.start()).toBe(false);
    expect(model.peopleWrong.value).toBe(true);
    expect(await sessionOf(box)).toBeUndefined();
    model.change({ people: "9" });
    expect(model.peopleWrong.value).toBe(false);
  });

  test("a full disk is told, and the same press works once there is room", async () => {
    const box = await world.openByCard();
    const model = await prepare(box);
    world.device.openBox(box.box).failNext({ type: "store-full" });
    expect(await model.start()).toBe(false);
    expect(model.failure.value).toEqual({ type: "store-full" });
    expect(await model.start()).toBe(true);
    expect(model.failure.value).toBeUndefined();
  });

  test("says that the plan names another receiver, and keeps the card's", async () => {
    const box = await world.openByCard();
    const other = await createTableWorld();
    await world.bringPlan(box, { recipient: other.info.desk.recipient });
    const model = await prepare(box);
    expect(model.state.value).toMatchObject({
      planDiffers: true,
      receiver: { recipient: world.info.desk.recipient },
    });
  });
});

test("notes and notice follow the language of the talk until they are chosen themselves", async () => {
  const model = await prepare(await world.openByCard());
  model.change({ sessionLanguage: "sv" });
  expect(model.form.value).toMatchObject({ noteLanguage: "sv", noticeLanguage: "sv" });
  model.change({ noteLanguage: "fi" });
  model.change({ sessionLanguage: "en" });
  expect(model.form.value).toMatchObject({ noteLanguage: "fi", noticeLanguage: "en" });
});

describe("by a typed code alone", () => {
  test("begins without a plan and keeps the language of the notes", async () => {
    const box = await world.openByCode();
    const model = await prepare(box);
    expect(model.state.value).toMatchObject({ at: "ready", receiver: undefined });
    model.change({ noteLanguage: "so" });
    expect(await model.start()).toBe(true);
    expect(must(await readNoteLanguage(box))).toBe("so");
  });

  test("a plan that comes meanwhile is offered and takes back nothing that was chosen", async () => {
    const box = await world.openByCode();
    const model = await prepare(box);
    model.change({ sessionLanguage: "ar", people: "7" });
    await world.bringPlan(box);
    await expect
      .poll(() => model.state.value.at === "ready" && model.state.value.offer)
      .toBeTruthy();
    expect(model.form.value).toMatchObject({ sessionLanguage: "ar", people: "7" });
    const now = model.state.value;
    if (now.at !== "ready" || !now.offer) throw new Error("no offer");
    await model.adopt(now.offer);
    expect(model.state.value).toMatchObject({ receiver: { name: "Kohtaamisia ry" } });
  });
});

test("a session that has notes has begun", async () => {
  const box = await world.openByCard();
  await world.write(box, 1);
  const model = await prepare(box);
  await settled();
  expect(model.state.value).toEqual({ at: "begun" });
  expect(await model.start()).toBe(true);
});
