import { beforeEach, describe, expect, test } from "vitest";
import { createRound, planSession } from "../../src/app/desk/desk-plan.ts";
import {
  createGuideModel,
  type GuideModel,
  guideDraftKey,
  parseGuideFile,
  toGuideFile,
} from "../../src/app/desk/guide-model.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { toUtf8 } from "../../src/base/bytes.ts";
import { findGaps, Guide } from "../../src/domain/guide.ts";
import type { Tag } from "../../src/domain/schema.ts";
import { createDeskWorld, type DeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";

let world: DeskWorld;
let desk: OpenBox;
beforeEach(async () => {
  world = createDeskWorld();
  ({ desk } = await openDeskIn(world));
});

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve));
};
const openModel = async (language = "fi"): Promise<GuideModel> => {
  const model = createGuideModel(world.deps, desk, language);
  await until(() => model.guide.value !== undefined);
  return model;
};
const guideOf = (model: GuideModel): Guide => {
  if (!model.guide.value) throw new Error("no guide");
  return model.guide.value;
};
const kept = async (): Promise<unknown> => must(await desk.drafts.read(guideDraftKey));

describe("the question set being edited", () => {
  test("starts from the shipped one and is kept as it is typed", async () => {
    const model = await openModel();
    const [first] = guideOf(model).questions;
    model.setQuestion(first?.id as Tag, { text: "Miltä täällä tuntuu?" });
    await until(() => model.savedAt.value !== undefined);
    expect(Guide.parse(await kept()).questions[0]?.text.fi).toBe("Miltä täällä tuntuu?");
    expect(guideOf(await openModel()).questions[0]?.text.fi).toBe("Miltä täällä tuntuu?");
  });

  test("takes an emptied text for a missing one", async () => {
    const model = await openModel();
    model.setPart("notice", "  ");
    expect(findGaps(guideOf(model), "fi")).toEqual([{ part: "notice" }]);
  });

  test("moves within its ends, adds with a name of its own, and gives a removed question back", async () => {
    const model = await openModel();
    const ids = () => guideOf(model).questions.map(({ id }) => id);
    const before = ids();
    model.moveQuestion(before[0] as Tag, -1);
    expect(ids()).toEqual(before);
    model.moveQuestion(before[0] as Tag, 1);
    expect(ids().slice(0, 2)).toEqual([before[1], before[0]]);
    model.addQuestion();
    model.addQuestion();
    expect(new Set(ids()).size).toBe(before.length + 2);
    model.removeQuestion(before[0] as Tag);
    expect(ids()).not.toContain(before[0]);
    expect(model.undoable.value).toBe("removed");
    model.undo();
    expect(ids()).toContain(before[0]);
  });

  test("keeps its last question", async () => {
    const model = await openModel();
    for (const { id } of guideOf(model).questions) model.removeQuestion(id);
    expect(guideOf(model).questions).toHaveLength(1);
  });

  test("says so when the disk is full and keeps what was typed", async () => {
    const model = await openModel();
    world.device.openBox(desk.box).failNext({ type: "store-full" });
    model.setName("Omat kysymykset");
    await until(() => model.failure.value !== undefined);
    expect(model.failure.value).toEqual({ type: "store-full" });
    expect(guideOf(model).name).toBe("Omat kysymykset");
  });

  test("goes into a round until its first card, and never after", async () => {
    const roundId = must(
      await createRound(world.deps, desk, {
        name: "Kevät 2027",
        languages: ["fi"],
        codebook: world.codebook,
        guide: world.guide,
        reviewRequired: false,
        allowResume: true,
      }),
    );
    const model = await openModel();
    model.setName("Omat kysymykset");
    expect(await model.takeInto(roundId)).toBe(true);
    const session = { roundId, title: "Asukasilta", groups: [], languages: ["fi"] };
    must(await planSession(world.deps, desk, session));
    expect(await model.takeInto(roundId)).toBe(false);
    expect(model.failure.value).toEqual({ type: "round-frozen" });
  });
});

describe("a question-set file", () => {
  test("reads back as it was written", () => {
    expect(parseGuideFile(toUtf8(toGuideFile(world.guide)))).toEqual({
      ok: true,
      value: world.guide,
    });
  });

  test.each([
    ["no text", new Uint8Array([0xff, 0xfe, 0x00]), "guide-invalid"],
    ["no JSON", toUtf8("kysymykset"), "guide-invalid"],
    ["another JSON", toUtf8('{"questions":[]}'), "guide-invalid"],
    ["a deep one", toUtf8("[".repeat(200_000)), "guide-invalid"],
    ["a huge one", new Uint8Array(1024 * 1024 + 1), "guide-too-large"],
  ])("is refused whole when it is %s", (_, bytes, type) => {
    expect(parseGuideFile(bytes)).toMatchObject({ ok: false, error: { type } });
  });

  test("says which part is wrong", () => {
    const bad = { ...world.guide, questions: [{ id: "Q-1", text: { fi: 1 } }] };
    expect(parseGuideFile(toUtf8(JSON.stringify(bad)))).toMatchObject({
      error: { type: "guide-invalid", path: "questions.0.text.fi" },
    });
  });

  test("changes nothing of the draft when it is refused", async () => {
    const model = await openModel();
    const before = guideOf(model);
    model.load(toUtf8("{}"));
    expect(guideOf(model)).toBe(before);
    expect(model.failure.value).toMatchObject({ type: "guide-invalid" });
    model.load(toUtf8(toGuideFile({ ...world.guide, name: "Muut" })));
    expect([guideOf(model).name, model.failure.value]).toEqual(["Muut", undefined]);
    model.undo();
    expect(guideOf(model).name).toBe(before.name);
  });
});
