// Two coordinators work apart on the event, the commitments, the measures, what came of them, and files from elsewhere; their
// records meet in any order, and both read the same, rivals included. How they travel is in desks-apart-carried.
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldEvents, foldIdeas } from "../../src/domain/events.ts";
import { EntityId } from "../../src/domain/schema.ts";
import { toExchangeFile } from "../../src/report/exchange-file.ts";
import { modelsOf, readAll } from "../fixtures/coordinators.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { createFindingsWorld, noteOf, refTo, roundId } from "../fixtures/findings-world.ts";

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not written");
  return value;
};

const fromElsewhere = toExchangeFile({
  ...{ format: "kuuluu-exchange/1", purpose: "examples", madeAt: "2026-11-01T10:00:00.000Z" },
  ...{ origin: "Naapurikunta", operator: "municipality", labels: {}, measures: [], tables: [] },
  round: { roundId: EntityId.parse("ab".repeat(16)), name: "Kevät", languages: ["fi"] },
  findings: [
    {
      ...{ findingId: EntityId.parse("cd".repeat(16)), statement: { fi: "Torilla viihdytään." } },
      ...{ type: "strength", subThemes: [], quotes: [] },
    },
  ],
});

test("two desks edited apart converge in every order, with the same folds and the same rivals", async () => {
  const world = await createFindingsWorld();
  const ours = modelsOf(world.desk, world.office);
  const finding = given(
    await world.findings.create({
      ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern" },
      supports: [refTo(1, noteOf(1))],
    }),
  );
  const event = given(
    await ours.events.create({ roundId, name: { fi: "Päättäjät" }, programme: [], script: {} }),
  );
  const held = given(foldEvents(await ours.records())[0]);
  await ours.room.addIdea(held, { text: "Lisää valoa", lang: "fi" });
  const idea = given(foldIdeas(await ours.records())[0]).ideaId;
  const decision = given(
    await ours.room.commit(held, { findings: [finding], promise: { fi: "Valot tulevat." } }),
  );
  const measure = given(
    await ours.measures.create({ roundId, what: { fi: "Uusitaan valot." }, findings: [finding] }),
  );
  const entry = given(
    await ours.followUps.create({
      ...{ roundId, measureId: measure, type: "seen", on: "2027-03-01", text: { fi: "Palaa." } },
    }),
  );

  const laptop = await createTestDevice();
  const desk = must(await laptop.workspace.openDesk(world.code));
  const shared = await ours.records();
  must(await desk.records.append(shared));
  desk.writer.observe(shared.map(({ record }) => record.stamp));
  const theirs = modelsOf(desk, laptop);

  const take = async ({ take: model }: typeof ours) => {
    await model.look({ size: fromElsewhere.length, read: async () => fromElsewhere });
    return given(await model.take());
  };
  await ours.events.choose(event, finding);
  await ours.room.setDots(idea, 7);
  await ours.room.wordPromise(decision, "fi", "Valot tulevat syksyllä.");
  await ours.measures.move(measure, { to: "under-way" });
  await ours.measures.link(measure, { decisions: [decision] });
  await ours.measures.check(measure);
  await ours.followUps.word(entry, "fi", "Kaikki valot palavat.");
  const digest = await take(ours);
  await ours.take.setAside(digest, true);

  await theirs.events.word(event, "name", "sv", "Beslutsfattare");
  await theirs.room.setDots(idea, 9);
  await theirs.room.wordPromise(decision, "fi", "Valot tulevat keväällä.");
  await theirs.measures.move(measure, { to: "done" });
  await theirs.measures.link(measure, { notes: [refTo(2, noteOf(2))] });
  await theirs.measures.word(measure, "what", "sv", "Lamporna förnyas.");
  await theirs.followUps.drop(entry);
  expect(await take(theirs)).toBe(digest);

  const union = [...(await ours.records()), ...(await theirs.records())];
  const whole = readAll(union, measure);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(union, { minLength: union.length }), async (order) => {
      expect(readAll(order, measure)).toEqual(whole);
      expect(readAll([...order, ...union], measure)).toEqual(whole);
    }),
    { numRuns: 25 },
  );

  // Links and languages join; single facts and one wording are rivals that a person settles.
  const [made] = whole.measures;
  expect(made?.fields).toMatchObject({
    what: { fi: "Uusitaan valot.", sv: "Lamporna förnyas." },
    ...{ decisions: [decision], notes: [refTo(2, noteOf(2))] },
  });
  expect([...(made?.rivals.keys() ?? [])]).toContain("status");
  expect(whole.events[0]?.fields).toMatchObject({
    ...{ findings: [finding], name: { fi: "Päättäjät", sv: "Beslutsfattare" } },
  });
  expect(whole.ideas[0]?.rivals.get("dots")).toHaveLength(2);
  expect(whole.decisions[0]?.rivalWordings).toMatchObject([{ field: "promise", lang: "fi" }]);
  expect(whole.followUps[0]?.fields).toMatchObject({ dropped: true });
  // Taken in on both, set aside on one: it is one file, and it is shown.
  expect(whole.exchanges).toMatchObject([{ digest, isAside: false }]);
  // What joined was checked by nobody as it stands now.
  expect(whole.out).toEqual([]);
  expect(whole.thread?.map(({ kind }) => kind)).toEqual([
    ...["note", "note", "finding", "decision", "measure"],
  ]);
});
