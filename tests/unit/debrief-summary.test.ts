import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { summaryTexts } from "../../src/app/session/summary-words.ts";
import { groupConsentOf } from "../../src/domain/session.ts";
import { createDebriefWorld } from "../fixtures/debrief-world.ts";
import { summary } from "../fixtures/records.ts";

const twoTablets = () => {
  const one = createDebriefWorld();
  const shares = { device: "b".repeat(32), shares: one.memory, seed: 90 };
  return [one, createDebriefWorld(shares)] as const;
};

describe("the summary", () => {
  test("is a draft while it is typed and one record when the field is left", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("important", "Valaistus");
    model.summary.type("important", "Valaistus ja bussit");
    await model.flush();
    expect(await world.summaries()).toEqual([]);
    await model.summary.save();
    expect(await world.summaries()).toMatchObject([{ important: "Valaistus ja bussit" }]);
    expect(model.status.value.state).toBe("saved");
    await model.summary.save();
    expect(await world.summaries()).toHaveLength(1);
  });

  test("comes back after a kill with what was typed last", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("agreed", "Kirjasto on hyvä");
    await model.flush();
    const again = await world.debrief();
    expect(again.summary.textOf("agreed")).toBe("Kirjasto on hyvä");
    await again.summary.save();
    expect(await world.summaries()).toMatchObject([{ agreed: "Kirjasto on hyvä" }]);
  });

  test("keeps the text where the disk is full, says so, and saves it at the next try", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("next", "Kunta vastaa");
    world.memory.failNext({ type: "store-full" });
    await model.summary.save();
    expect(model.status.value).toMatchObject({ state: "failed", what: "record" });
    expect(model.summary.textOf("next")).toBe("Kunta vastaa");
    await model.saveAll();
    expect(await world.summaries()).toMatchObject([{ next: "Kunta vastaa" }]);
  });

  test("hands over for sealing what neither record nor draft could take", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("next", "Kunta vastaa");
    world.memory.failNext({ type: "store-full" });
    expect(await model.settle()).toMatchObject([{ kind: "summary/1", next: "Kunta vastaa" }]);
  });

  test("what is typed on while the disk works is a further change", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("important", "Yksi");
    const stop = model.status.subscribe(({ state }) => {
      if (state === "saving") model.summary.type("important", "Yksi ja kaksi");
    });
    await model.summary.save();
    stop();
    expect(await world.summaries()).toMatchObject([{ important: "Yksi" }]);
    expect(model.summary.textOf("important")).toBe("Yksi ja kaksi");
    await model.summary.save();
    expect(model.summary.folded.value?.heads).toHaveLength(1);
    expect(model.summary.folded.value?.fields.important).toBe("Yksi ja kaksi");
  });

  test("an emptied field says nothing", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("unclear", "Turha");
    await model.summary.save();
    model.summary.type("unclear", "");
    await model.summary.save();
    expect(model.summary.folded.value?.fields).not.toHaveProperty("unclear");
  });
});

describe("two devices", () => {
  test("that wrote different headings have both, without asking", async () => {
    const [one, two] = twoTablets();
    const [mine, theirs] = [await one.debrief(), await two.debrief()];
    mine.summary.type("important", "Valaistus");
    await mine.summary.save();
    await expect.poll(() => theirs.summary.textOf("important")).toBe("Valaistus");
    mine.summary.type("agreed", "Bussit");
    theirs.summary.type("differed", "Puistot");
    await mine.summary.save();
    await theirs.summary.save();
    await expect.poll(() => mine.summary.folded.value?.heads.length).toBe(2);
    expect(mine.summary.folded.value?.rivals.size).toBe(0);
    expect(summaryTexts.map(mine.summary.textOf).filter((text) => text !== "")).toEqual([
      "Valaistus",
      "Bussit",
      "Puistot",
    ]);
  });

  test("that wrote the same heading see both texts until one is chosen", async () => {
    const [one, two] = twoTablets();
    const [mine, theirs] = [await one.debrief(), await two.debrief()];
    mine.summary.type("important", "Valaistus");
    theirs.summary.type("important", "Bussit");
    await mine.summary.save();
    await theirs.summary.save();
    await expect.poll(() => mine.summary.rivalsOf("important").length).toBe(2);
    await mine.summary.choose("important", "Valaistus\nBussit");
    expect(mine.summary.rivalsOf("important")).toEqual([]);
    expect(mine.summary.textOf("important")).toBe("Valaistus\nBussit");
    expect(mine.summary.folded.value?.heads).toHaveLength(1);
  });

  test("typing under another heading chooses nothing", async () => {
    const [one, two] = twoTablets();
    const [mine, theirs] = [await one.debrief(), await two.debrief()];
    mine.summary.type("important", "Valaistus");
    theirs.summary.type("important", "Bussit");
    await mine.summary.save();
    await theirs.summary.save();
    await expect.poll(() => mine.summary.rivalsOf("important").length).toBe(2);
    mine.summary.type("next", "Kunta");
    await mine.summary.save();
    expect(
      mine.summary
        .rivalsOf("important")
        .map(({ value }) => value)
        .sort(),
    ).toEqual(["Bussit", "Valaistus"]);
  });

  test("choosing one heading keeps every text of the others", async () => {
    const [one, two] = twoTablets();
    const [mine, theirs] = [await one.debrief(), await two.debrief()];
    for (const [model, word] of [
      [mine, "a"],
      [theirs, "b"],
    ] as const) {
      for (const field of summaryTexts) model.summary.type(field, `${field} ${word}`);
    }
    await mine.summary.save();
    await theirs.summary.save();
    await expect.poll(() => mine.summary.folded.value?.rivals.size).toBe(summaryTexts.length);
    await mine.summary.choose("important", "important a");
    const others = summaryTexts.filter((field) => field !== "important");
    for (const field of others) {
      expect(mine.summary.textOf(field).split("\n").sort()).toEqual([`${field} a`, `${field} b`]);
    }
  });
});

describe("whether it may be told as coming from the group", () => {
  test("is kept at once: yes, no, and not asked again", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    const answer = () => model.summary.folded.value?.fields.groupConsent;
    await model.summary.consent(true);
    expect(answer()).toBe(true);
    await model.summary.consent(false);
    expect(answer()).toBe(false);
    await model.summary.consent(undefined);
    expect(answer()).toBeUndefined();
  });

  test("takes with it what is being typed", async () => {
    const world = createDebriefWorld();
    const model = await world.debrief();
    model.summary.type("important", "Valaistus");
    await model.summary.consent(true);
    expect(await world.summaries()).toMatchObject([{ important: "Valaistus", groupConsent: true }]);
  });

  test("a no of any device stands until a person chooses, in whatever order they came", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), (answers) => {
        const records = answers.map((groupConsent, at) => summary({ at, groupConsent }));
        expect(groupConsentOf(records)).toBe(!answers.includes(false));
      }),
    );
  });
});
