// What a coordinator does with findings, themes and quotes, and what it leaves in the desk's box.
import { beforeEach, expect, test } from "vitest";
import { listPublishableFindings, listPublishableQuotes } from "../../src/analysis/publishable.ts";
import { isFindingChecked, standingThemes } from "../../src/domain/findings.ts";
import { RecordId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import {
  createFindingsWorld,
  type FindingsWorld,
  noteOf,
  refTo,
  releaseDraft,
  roundId,
  sessionOf,
  unknownId,
} from "../fixtures/findings-world.ts";
import { releasedNote } from "../fixtures/records.ts";

let world: FindingsWorld;
beforeEach(async () => {
  world = await createFindingsWorld();
});

const stated = async () => {
  const id = await world.findings.create({
    ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern" },
    supports: [refTo(1, noteOf(1))],
  });
  if (!id) throw new Error("not written");
  return id;
};
const only = async () => {
  const [view, ...more] = await world.allFindings();
  if (!view || more.length > 0) throw new Error("not one finding");
  return view;
};

test("keeps one line of revisions when two changes come in one moment", async () => {
  const id = await stated();
  await Promise.all([
    world.findings.word(id, "sv", "Tunneln är mörk"),
    world.findings.link(id, "supports", [refTo(2, noteOf(2))]),
    world.findings.set(id, { dimension: "S" }),
  ]);
  const view = await only();
  expect(view.heads).toHaveLength(1);
  expect(view.fields).toMatchObject({
    statement: { fi: "Alikulku on pimeä", sv: "Tunneln är mörk" },
    dimension: "S",
  });
  expect(view.fields.supports).toHaveLength(2);
});

test("writes nothing where no word changed, and takes a language away with its words", async () => {
  const id = await stated();
  const before = (await world.records()).length;
  await world.findings.word(id, "fi", "Alikulku on pimeä ");
  expect(await world.records()).toHaveLength(before);
  await world.findings.word(id, "fi", "");
  expect((await only()).fields.statement).toEqual({});
});

test("has a note for or against, never both", async () => {
  const id = await stated();
  await world.findings.link(id, "opposes", [refTo(1, noteOf(1))]);
  expect((await only()).fields).toMatchObject({ supports: [], opposes: [refTo(1, noteOf(1))] });
});

test("lets a checked finding out, and keeps it back again once its words change", async () => {
  const id = await stated();
  await world.findings.check(id);
  const [out] = listPublishableFindings(await world.records(), roundId);
  expect(out?.supports).toEqual([refTo(1, noteOf(1))]);
  await world.findings.word(id, "fi", "Uudet sanat");
  expect(isFindingChecked(await only())).toBe(false);
  expect(listPublishableFindings(await world.records(), roundId)).toEqual([]);
});

test("waits when a later release changes a linked note, and goes on once the new words are accepted", async () => {
  const id = await stated();
  await world.findings.check(id);
  const first = (await world.records()).find(
    ({ record }) => record.kind === "release/1" && record.session === sessionOf(1),
  );
  const renewed = releasedNote({
    number: 1,
    text: "Alikulku on nyt valaistu.",
    revision: RecordId.parse("f".repeat(64)),
  });
  must(await world.desk.writer.write([releaseDraft(1, [renewed], first ? [first.id] : [])]));
  expect(listPublishableFindings(await world.records(), roundId)).toEqual([]);
  await world.findings.accept(id, refTo(1, renewed));
  expect(listPublishableFindings(await world.records(), roundId)).toHaveLength(1);
});

test("sets aside and takes back, and says when there is nothing to change", async () => {
  const id = await stated();
  await world.findings.drop(id);
  expect((await only()).fields.dropped).toBe(true);
  await world.findings.restore(id);
  expect((await only()).fields.dropped).toBeUndefined();
  expect(await world.findings.drop(unknownId)).toBeUndefined();
  expect(world.work.failure.value).toEqual({ type: "work-gone" });
});

test("merges two themes and takes them apart with the notes each had", async () => {
  const [one, other] = [
    await world.themes.create(roundId, "fi", "Valaistus", [refTo(1, noteOf(1))]),
    await world.themes.create(roundId, "fi", "Pimeä", [refTo(2, noteOf(2))]),
  ];
  if (!one || !other) throw new Error("not written");
  await world.themes.merge(other, one);
  expect(standingThemes(await world.allThemes()).get(other)).toBe(one);
  expect(await world.themes.merge(one, other)).toBeUndefined();
  await world.themes.takeApart(other);
  const themes = await world.allThemes();
  expect(standingThemes(themes).get(other)).toBe(other);
  expect(themes.map(({ fields }) => fields.notes.length)).toEqual([1, 1]);
});

test("approves a quote in the very words that were looked at, and withdraws it", async () => {
  const wording = { lang: "fi", text: "Alikulku on pimeä.", translation: {}, withGroup: false };
  await world.quotes.approve(roundId, refTo(1, noteOf(1)), wording);
  expect(listPublishableQuotes(await world.records(), roundId)).toMatchObject([
    { text: "Alikulku on pimeä." },
  ]);
  await world.quotes.approve(roundId, refTo(1, noteOf(1)), {
    ...wording,
    text: "[Paikka] on pimeä.",
  });
  expect(listPublishableQuotes(await world.records(), roundId)).toMatchObject([
    { text: "[Paikka] on pimeä." },
  ]);
  const [quote] = await world.allQuotes();
  if (quote) await world.quotes.withdraw(quote.quoteId);
  expect(listPublishableQuotes(await world.records(), roundId)).toEqual([]);
  // Without the table's tick no approval helps.
  await world.quotes.approve(roundId, refTo(2, noteOf(2)), { ...wording, lang: "sv" });
  expect(listPublishableQuotes(await world.records(), roundId)).toEqual([]);
});
