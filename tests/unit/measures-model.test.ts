// What a coordinator does with measures and what came of them, and what it leaves in the desk's box.
import { beforeEach, expect, test } from "vitest";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { toValue } from "../../src/app/desk/measures/follow-ups-model.ts";
import { createMoveModel } from "../../src/app/desk/measures/move-model.ts";
import { hasRivals } from "../../src/app/desk/measures/settling.ts";
import { isMeasureChecked, statusHistory, toldEntries } from "../../src/domain/measures.ts";
import { noteOf, refTo, roundId, unknownId } from "../fixtures/findings-world.ts";
import { createMeasuresWorld, type MeasuresWorld } from "../fixtures/measures-world.ts";

let world: MeasuresWorld;
beforeEach(async () => {
  world = await createMeasuresWorld();
});

test("keeps one line of revisions when several changes come in one moment", async () => {
  const id = await world.begin();
  await Promise.all([
    world.measures.word(id, "what", "sv", "Tunneln får ljus"),
    world.measures.set(id, { unit: "Tekninen keskus" }),
    world.measures.link(id, { notes: [refTo(1, noteOf(1))] }),
    world.measures.addDay(id, "2027-03-01"),
    world.measures.move(id, { to: "decided" }),
  ]);
  const view = await world.one(id);
  expect(view.heads).toHaveLength(1);
  expect(hasRivals(view)).toBe(false);
  expect(view.fields).toMatchObject({
    what: { fi: "Valaistaan alikulku", sv: "Tunneln får ljus" },
    unit: "Tekninen keskus",
    status: "decided",
    followUpOn: ["2027-03-01"],
  });
});

test("writes nothing where nothing changed", async () => {
  const id = await world.begin();
  await world.measures.addDay(id, "2027-03-01");
  const before = (await world.records()).length;
  await world.measures.word(id, "what", "fi", "Valaistaan alikulku ");
  await world.measures.set(id, { unit: undefined });
  await world.measures.addDay(id, "2027-03-01");
  await world.measures.move(id, { to: "proposed" });
  expect(await world.records()).toHaveLength(before);
});

test("gives a measure up only with a reason, and keeps the reason until it goes on again", async () => {
  const id = await world.begin();
  expect(await world.measures.move(id, { to: "dropped", reason: "  " })).toBeUndefined();
  expect((await world.one(id)).fields.status).toBe("proposed");
  await world.measures.move(id, { to: "dropped", reason: "Rahaa ei saatu" });
  expect((await world.one(id)).fields).toMatchObject({
    status: "dropped",
    statusReason: "Rahaa ei saatu",
  });
  await world.measures.move(id, { to: "under-way" });
  expect((await world.one(id)).fields.statusReason).toBeUndefined();
});

test("remembers how a measure came to stand as it does", async () => {
  const id = await world.begin();
  await world.measures.move(id, { to: "decided" });
  await world.measures.set(id, { unit: "Tekninen keskus" });
  await world.measures.move(id, { to: "dropped", reason: "Rahaa ei saatu" });
  expect(statusHistory(await world.one(id)).map(({ status, reason }) => [status, reason])).toEqual([
    ["proposed", undefined],
    ["decided", undefined],
    ["dropped", "Rahaa ei saatu"],
  ]);
});

test("asks for the reason before anything is written, and says what was moved", async () => {
  const id = await world.begin();
  const told: string[] = [];
  const moves = createMoveModel(world.measures, (_, to) => told.push(to));
  const before = (await world.records()).length;
  await moves.move(await world.one(id), "dropped");
  expect(moves.asking.value).toBe(id);
  expect(await world.records()).toHaveLength(before);
  moves.cancel();
  expect(moves.asking.value).toBeUndefined();
  await moves.move(await world.one(id), "dropped");
  await moves.giveUp(await world.one(id), "Rahaa ei saatu");
  expect([moves.asking.value, moves.landed.value]).toEqual([undefined, id]);
  await moves.move(await world.one(id), "done");
  expect(told).toEqual(["dropped", "done"]);
});

test("lets a checked measure with a root out, and keeps it back again once its words change", async () => {
  const id = await world.begin();
  await world.measures.check(id);
  expect(isMeasureChecked(await world.one(id))).toBe(true);
  expect(listPublishableMeasures(await world.records(), roundId)).toEqual([]);
  await world.measures.link(id, { notes: [refTo(1, noteOf(1))] });
  expect(listPublishableMeasures(await world.records(), roundId)).toHaveLength(1);
  await world.measures.word(id, "what", "fi", "Uudet sanat");
  expect(listPublishableMeasures(await world.records(), roundId)).toEqual([]);
});

test("an edit of something else leaves what two desks made apart standing", async () => {
  const id = await world.begin();
  await world.changeApart(id, { status: "done" }, { status: "under-way", unit: "Tekninen keskus" });
  await world.measures.addDay(id, "2027-03-01");
  await world.measures.word(id, "objective", "fi", "Alikulussa näkee kulkea");
  const view = await world.one(id);
  expect(view.rivals.get("status")?.map(({ value }) => value)).toEqual(["done", "under-way"]);
  expect(view.fields).toMatchObject({
    unit: "Tekninen keskus",
    followUpOn: ["2027-03-01"],
    objective: { fi: "Alikulussa näkee kulkea" },
  });
});

test("settles words and facts at once, and keeps both texts where both are chosen", async () => {
  const id = await world.begin();
  await world.changeApart(
    id,
    { what: { fi: "Meidän" }, status: "dropped", statusReason: "Ei rahaa", statusOn: "2027-01-01" },
    { what: { fi: "Heidän" }, status: "done", statusOn: "2027-02-01", dueOn: "2027-06-01" },
  );
  const ours = (await world.one(id)).heads[0]?.id ?? "";
  await world.measures.settle(id, {
    words: [{ field: "what", lang: "fi", text: "Meidän\nHeidän" }],
    facts: [{ fact: "status", revision: ours }],
  });
  const view = await world.one(id);
  expect(view.heads).toHaveLength(1);
  expect(view.fields).toMatchObject({
    what: { fi: "Meidän\nHeidän" },
    ...{ status: "dropped", statusReason: "Ei rahaa", statusOn: "2027-01-01", dueOn: "2027-06-01" },
  });
});

test("stays writable where one desk cleared the reason that another gave", async () => {
  const id = await world.begin();
  await world.measures.set(id, { statusReason: "Odottaa" });
  await world.changeApart(
    id,
    { status: "dropped", statusReason: "Ei rahaa" },
    { statusReason: undefined },
  );
  await world.measures.settle(id, { words: [], facts: [] });
  expect(world.work.failure.value).toBeUndefined();
  expect((await world.one(id)).fields).toMatchObject({
    status: "dropped",
    statusReason: "Ei rahaa",
  });
});

test("takes links and days away one by one, and a removed measure back", async () => {
  const id = await world.begin();
  await world.measures.link(id, { notes: [refTo(1, noteOf(1))], findings: [unknownId] });
  await world.measures.addDay(id, "2027-03-01");
  await world.measures.unlink(id, { notes: [refTo(1, noteOf(1))] });
  await world.measures.removeDay(id, "2027-03-01");
  await world.measures.remove(id);
  expect((await world.one(id)).fields).toMatchObject({
    ...{ notes: [], findings: [unknownId], followUpOn: [], removed: true },
  });
  await world.measures.restore(id);
  expect((await world.one(id)).fields.removed).toBeUndefined();
  expect(await world.measures.remove(unknownId)).toBeUndefined();
  expect(world.work.failure.value).toEqual({ type: "work-gone" });
});

test("knows that people were told as long as an entry says so", async () => {
  const measureId = await world.begin();
  const on = "2027-03-01";
  const told = await world.followUps.create({
    ...{ roundId, measureId, type: "told", on, text: { fi: "Lehtinen asukastuvalla" } },
  });
  await world.followUps.create({
    ...{ roundId, measureId, type: "seen", on, text: { fi: "Valot palavat" }, unit: "Neuvosto" },
  });
  if (!told) throw new Error("not written");
  expect(toldEntries(measureId, await world.entries())).toHaveLength(1);
  await world.followUps.drop(told);
  expect(toldEntries(measureId, await world.entries())).toEqual([]);
  await world.followUps.restore(told);
  expect(toldEntries(measureId, await world.entries())).toHaveLength(1);
});

test("takes the values of an indicator as people write numbers, and nothing else", () => {
  expect(["12", "12,5", " 1 250.75 ", "−3", "-0,5"].map(toValue)).toEqual([
    ...["12", "12.5", "1250.75", "-3", "-0.5"],
  ]);
  expect(["", "noin 12", "1,2,3", "1e9", "0,1234567"].map(toValue)).toEqual([
    ...[undefined, undefined, undefined, undefined, undefined],
  ]);
});
