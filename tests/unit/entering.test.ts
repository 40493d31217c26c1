// A session written on paper, typed in at the desk: what a pasted text becomes, what is saved, and that nothing typed is lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toTexts } from "../../src/app/desk/entering/entered-lines.ts";
import { findEntry } from "../../src/app/desk/entering/entered-release.ts";
import { createEnteringModel } from "../../src/app/desk/entering/entering-model.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { must } from "../fixtures/desk-world.ts";
import { createPlannedDesk } from "../fixtures/planned-desk.ts";

test("makes a line a note, without the marks of a list and without empty lines", () => {
  const pasted =
    "- Alikulku on pimeä\r\n\r\n2) Bussi  ei kulje\n• قال الجميع ذلك\n  \n3 kertaa sanottu\n";
  expect(toTexts(pasted)).toEqual([
    "Alikulku on pimeä",
    "Bussi  ei kulje",
    "قال الجميع ذلك",
    "3 kertaa sanottu",
  ]);
});

test("keeps every character of what was said, whatever it is", () => {
  const said = fc.string({ unit: "grapheme" }).filter((text) => /^\p{L}/u.test(text.trim()));
  fc.assert(
    fc.property(fc.array(said), (texts) => {
      const lines = texts.map((text) => text.replaceAll(/[\r\n]/gu, "").trim());
      expect(toTexts(lines.join("\n"))).toEqual(lines.filter((line) => line !== ""));
    }),
  );
});

const createWorld = async () => {
  const { deps, desk, session } = await createPlannedDesk();
  const open = async () => {
    const model = createEnteringModel(deps, desk, session);
    await model.load();
    return model;
  };
  const current = async () =>
    foldReleases(must(await desk.records.readAll())).find((each) => each.session === session);
  return { deps, desk, session, open, current };
};

test("saves the lines as a release that says it was entered, with honest counts", async () => {
  const { open, current } = await createWorld();
  const model = await open();
  model.setPasted("Alikulku on pimeä\nBussi ei kulje");
  expect(model.take()).toBe(2);
  model.change(model.lines.value[0]?.noteId ?? "", { dimensions: ["S"], polarity: "weakens" });
  model.setHead({ people: "8", heldOn: "2026-11-20", noticeRead: true });
  await model.save();
  expect(model.saved.value).toBe(2);
  const release = (await current())?.current.record;
  expect(release).toMatchObject({
    entered: true,
    reviewed: false,
    people: [8],
    heldOn: "2026-11-20",
    counts: { written: 2, released: 2, untagged: 1, approvedTogether: 0 },
  });
  expect(release?.notes.map(({ text, dimensions }) => [text, dimensions])).toEqual([
    ["Alikulku on pimeä", ["S"]],
    ["Bussi ei kulje", []],
  ]);
});

test("saves nothing without a note or without how many were there, and says which", async () => {
  const { open, current } = await createWorld();
  const model = await open();
  await model.save();
  expect(model.faults.value).toEqual(["nothing", "people"]);
  expect(await current()).toBeUndefined();
});

test("a second entry takes the place of the first and keeps the names of the same words", async () => {
  const { open, current } = await createWorld();
  const first = await open();
  first.setPasted("Sama\nVanha");
  first.take();
  first.setHead({ people: "6" });
  await first.save();
  const before = (await current())?.current.record.notes;

  const second = await open();
  expect(second.isMending.value).toBe(true);
  expect(second.head.value.people).toBe("6");
  second.change(second.lines.value[1]?.noteId ?? "", { text: "Uusi" });
  await second.save();
  const now = await current();
  expect(now?.heads).toHaveLength(1);
  expect(now?.current.record.notes.map(({ text }) => text)).toEqual(["Sama", "Uusi"]);
  expect(now?.current.record.notes[0]?.revision).toBe(before?.[0]?.revision);
  expect(now?.current.record.notes[1]?.noteId).toBe(before?.[1]?.noteId);
  expect(now?.current.record.notes[1]?.revision).not.toBe(before?.[1]?.revision);
});

test("brings back what was typed and not saved, and forgets the draft once it is", async () => {
  const { open, desk, session } = await createWorld();
  const model = await open();
  model.setPasted("Kesken");
  model.take();
  model.setPasted("vielä liitettynä");
  await model.flush();
  const again = await open();
  expect(again.lines.value.map(({ text }) => text)).toEqual(["Kesken"]);
  expect(again.pasted.value).toBe("vielä liitettynä");
  again.setPasted("");
  again.setHead({ people: "5" });
  await again.save();
  expect(must(await desk.drafts.read(`entering/${session}`))).toBeUndefined();
});

test("puts a removed line back", async () => {
  const { open } = await createWorld();
  const model = await open();
  model.setPasted("Yksi\nKaksi");
  model.take();
  model.remove(model.lines.value[0]?.noteId ?? "");
  expect(model.lines.value.map(({ text }) => text)).toEqual(["Kaksi"]);
  model.putBack();
  expect(model.lines.value.map(({ text }) => text)).toContain("Yksi");
});

test("tells an entry from what a tablet handed over", () => {
  expect(findEntry([], "00".repeat(16))).toEqual({ entry: undefined, others: 0 });
});
