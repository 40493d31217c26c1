// What the area of plans does without a screen: keeps choices, holds to three objectives, takes a sheet in once and never
// over what the desk did meanwhile.
import { describe, expect, test } from "vitest";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { createDeskWork } from "../../src/app/desk/desk-work.ts";
import { createPlanModel } from "../../src/app/desk/plans/plan-model.ts";
import { toRequestRows } from "../../src/app/desk/plans/request-rows.ts";
import { createSheetIn } from "../../src/app/desk/plans/sheet-in.ts";
import {
  createMeasureSheetReader,
  createRequestReader,
  standingMeasures,
} from "../../src/app/desk/plans/sheet-readers.ts";
import { measureSheetWords, requestWords } from "../../src/app/desk/plans/sheet-words.ts";
import { toUtf8 } from "../../src/base/bytes.ts";
import { foldFollowUps } from "../../src/domain/measures.ts";
import { toFollowUpRequest } from "../../src/report/follow-up-request.ts";
import { toMeasureSheet } from "../../src/report/measure-sheet.ts";
import { readWorkbook } from "../../src/report/xlsx-reading.ts";
import { toWorkbook } from "../../src/report/xlsx-writing.ts";
import { must } from "../fixtures/device.ts";
import { madeAt, wordsIn } from "../fixtures/plan-files.ts";
import { createPlansWorld, type PlansWorld } from "../fixtures/plans-world.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { text } from "../fixtures/report.ts";

const today = () => "2027-05-01";
const only = async (world: PlansWorld) => {
  const [view] = standingMeasures(await world.records(), world.roundId);
  if (!view) throw new Error("no measure");
  return view;
};

describe("the choices of a plan", () => {
  const options = { lang: "fi" as const, municipality: "Koivula", load: readTexts };

  test("are there again when the screen is opened anew", async () => {
    const { desk, roundId } = await createPlansWorld(3);
    const model = createPlanModel(desk, roundId, options);
    await model.start();
    model.change({ kind: "implementation", approver: "Valtuusto", from: "2027-01-01" });
    model.toggleObjective("a", ["a"]);
    await model.settled();
    const again = createPlanModel(desk, roundId, { ...options, lang: "sv" });
    await again.start();
    expect(again.settings.value).toEqual(model.settings.value);
    expect(again.words.value?.lang).toBe("fi");
  });

  test("hold three objectives; one that is worded anew since gives its place back", async () => {
    const { desk, roundId } = await createPlansWorld(3);
    const model = createPlanModel(desk, roundId, options);
    const known = ["a", "b", "c", "d"];
    for (const key of known) model.toggleObjective(key, known);
    expect(model.settings.value.objectives).toEqual(["a", "b", "c"]);
    expect(model.isFull.value).toBe(true);
    model.toggleObjective("b", known);
    expect(model.isFull.value).toBe(false);
    model.toggleObjective("d", known);
    expect(model.settings.value.objectives).toEqual(["a", "c", "d"]);
    model.toggleObjective("b", ["a", "b", "d"]);
    expect(model.settings.value.objectives).toEqual(["a", "d", "b"]);
  });
});

describe("a table that comes back", () => {
  const createTable = async () => {
    const world = await createPlansWorld(3);
    await world.addMeasure();
    const words = measureSheetWords(await wordsIn("fi"));
    const sent = toMeasureSheet([await only(world)], ["fi", "sv"], words);
    const reader = createMeasureSheetReader({ roundId: world.roundId, load: readTexts, today });
    const sheet = createSheetIn(createDeskWork(world.desk), reader);
    const read = async (csv: string) => sheet.read(async () => toUtf8(csv), await world.records());
    return { ...world, sent, sheet, read };
  };

  test("becomes a normal revision that keeps the rest, and whose words must be checked anew", async () => {
    const world = await createTable();
    const before = await only(world);
    await world.read(world.sent.replace("Katuyksikkö", '"Tekninen ""lautakunta"""'));
    await world.sheet.apply();
    expect(world.sheet.current.value).toEqual({ state: "done", count: 1 });
    const after = await only(world);
    expect(after.fields).toEqual({ ...before.fields, unit: 'Tekninen "lautakunta"' });
    expect(after.heads[0]?.record.parents).toEqual(before.heads.map(({ id }) => id));
    expect(listPublishableMeasures(await world.records(), world.roundId)).toEqual([]);
  });

  test("changes nothing when the desk went on between the look and the yes, and shows what is so now", async () => {
    const world = await createTable();
    await world.read(world.sent.replace("Katuyksikkö", "Tekninen lautakunta"));
    const view = await only(world);
    must(
      await world.desk.writer.write([
        {
          ...{ kind: "measure/1", measureId: view.measureId, ...view.fields },
          ...{ parents: view.heads.map(({ id }) => id), unit: "Kaupunkikehitys" },
        },
      ]),
    );
    await world.sheet.apply();
    expect(world.sheet.current.value).toMatchObject({
      state: "read",
      hasMoved: true,
      preview: { changes: [], conflicts: [{ fields: [{ from: "Kaupunkikehitys" }] }] },
    });
    expect((await only(world)).fields.unit).toBe("Kaupunkikehitys");
  });

  test("says so when it cannot be read or is not ours", async () => {
    const world = await createTable();
    await world.sheet.read(() => Promise.reject(new Error("gone")), []);
    expect(world.sheet.current.value).toEqual({ state: "unreadable" });
    await world.sheet.read(async () => new Uint8Array([0xff]), await world.records());
    expect(world.sheet.current.value).toMatchObject({ error: { type: "sheet-not-utf8" } });
    await world.read("a;b\r\n");
    expect(world.sheet.current.value).toMatchObject({ error: { type: "sheet-foreign" } });
    world.sheet.forget();
    expect(world.sheet.current.value).toEqual({ state: "idle" });
  });
});

test("a filled-in request becomes entries and a status, and the same one again becomes nothing", async () => {
  const world = await createPlansWorld(3);
  const measureId = await world.addMeasure({ status: "decided" });
  const words = await wordsIn("sv");
  const records = await world.records();
  const told = listPublishableMeasures(records, world.roundId);
  const rows = toRequestRows(told, records, words, world.office.env.random);
  const sent = toFollowUpRequest({ unit: "Gatuenheten", rows, words: requestWords(words), madeAt });
  const book = must(readWorkbook(sent));
  const [head, row] = book[0]?.rows.map(({ cells }) => cells) ?? [];
  if (!head || !row) throw new Error("no rows");
  const answers = new Map([
    ["status", "Pågår"],
    ["day", "1.4.2027"],
    ["seen:sv", "Lamporna lyser"],
    ["value", "7"],
  ]);
  const filled = head.map(
    (label, at) => answers.get(/\(([^()]+)\)$/.exec(label)?.[1] ?? "") ?? row[at] ?? "",
  );
  const back = toWorkbook({
    ...{ title: "t", lang: "sv", madeAt },
    sheets: [
      {
        ...{ name: "x", hasHead: true, isRtl: false },
        rows: [head, filled].map((cells) => cells.map((cell) => text(cell))),
      },
    ],
  });
  const reader = createRequestReader({ roundId: world.roundId, load: readTexts, today });
  const sheet = createSheetIn(createDeskWork(world.desk), reader);
  await sheet.read(async () => back, records);
  await sheet.apply();
  expect(sheet.current.value).toEqual({ state: "done", count: 3 });
  const after = await world.records();
  expect(after).toHaveLength(records.length + 3);
  expect(foldFollowUps(after).map(({ fields }) => fields)).toMatchObject([
    {
      type: "seen",
      measureId,
      on: "2027-04-01",
      text: { sv: "Lamporna lyser" },
      unit: "Gatuenheten",
    },
    { type: "indicator", measureId, value: "7", text: {}, unit: "Gatuenheten" },
  ]);
  expect((await only(world)).fields).toMatchObject({ status: "under-way", statusOn: "2027-04-01" });
  await sheet.read(async () => back, after);
  expect(sheet.current.value).toMatchObject({
    preview: { entries: [], statuses: [], unchanged: 1 },
  });
});
