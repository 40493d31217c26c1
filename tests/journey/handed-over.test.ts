// A round that an organisation held, handed over to the municipality by a file: what was heard there is answered in the
// municipality's desk, and stands in its plans, its event, its leaflet and its thread with the origin and number it came with.
import { expect, test } from "vitest";
import { listPublishableFindings } from "../../src/analysis/publishable.ts";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { listPublishableReceived } from "../../src/analysis/publishable-received.ts";
import { threadOf } from "../../src/analysis/thread.ts";
import { buildThreadGraph } from "../../src/analysis/thread-graph.ts";
import { createRound } from "../../src/app/desk/desk-plan.ts";
import { createDeskWork } from "../../src/app/desk/desk-work.ts";
import { gatherEvent } from "../../src/app/desk/event/event-content.ts";
import { createEventModel } from "../../src/app/desk/event/event-model.ts";
import { createRoomModel } from "../../src/app/desk/event/room-model.ts";
import { createGiveModel } from "../../src/app/desk/exchange/give-model.ts";
import { createTakeModel } from "../../src/app/desk/exchange/take-model.ts";
import { toLeafletWords } from "../../src/app/desk/follow-up/leaflet-words.ts";
import { createFollowUpsModel } from "../../src/app/desk/measures/follow-ups-model.ts";
import { createMeasuresModel } from "../../src/app/desk/measures/measures-model.ts";
import { toHeadingRows } from "../../src/app/desk/plans/five-headings.ts";
import { readForPlan } from "../../src/app/desk/plans/plan-content.ts";
import type { Bytes } from "../../src/base/bytes.ts";
import { foldEvents } from "../../src/domain/events.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import type { EntityId } from "../../src/domain/schema.ts";
import { createTexts } from "../../src/i18n/texts.ts";
import { parseExchangeFile, toExchangeFile } from "../../src/report/exchange-file.ts";
import { listLeafletEntries, toLeaflet } from "../../src/report/leaflet.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { wordsIn as eventWordsIn } from "../fixtures/event-world.ts";
import { planOf, wordsIn } from "../fixtures/plan-files.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { createReportWorld } from "../fixtures/report-world.ts";

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("nothing there");
  return value;
};

/** The organisation's desk: twelve sessions, one finding of ten, one of a single one, and one that nobody has checked. */
const handOver = async () => {
  const ngo = await createReportWorld(12);
  await ngo.addFinding("Alikulku pelottaa iltaisin", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await ngo.addFinding("Torilla viihdytään", [0]);
  await ngo.addFinding("KANARIA tarkistamatta", [1], false);
  const files: Bytes[] = [];
  const give = createGiveModel(ngo.office, ngo.desk, ngo.roundId, async (_, bytes) => {
    files.push(bytes);
    return "downloaded";
  });
  give.change({ purpose: "hand-over" });
  await give.give({ title: "Luovutus kunnalle", lang: "fi" });
  expect(give.obstacles.value).toEqual([]);
  const ids = foldFindings(await ngo.records()).map(({ findingId }) => findingId);
  const [dark, market] = [given(ids[0]), given(ids[1])];
  return { ngo, file: given(files[0]), dark, market };
};

const openMunicipality = async (file: Bytes) => {
  const office = await createTestDevice();
  const { desk } = must(await office.workspace.createDesk("neljä tavallista sanaa tässä"));
  const runs = { operator: "municipality" as const, name: "Koivula", languages: ["fi"] };
  must(await desk.writer.write([{ kind: "desk/1", parents: [], ...runs }]));
  const work = createDeskWork(desk);
  const records = async () => must(await desk.records.readAll());
  const take = createTakeModel(office, desk, work);
  await take.look({ size: file.length, read: async () => file });
  expect(take.refusal.value).toBeUndefined();
  const digest = given(await take.take());
  const plan = async (name: string): Promise<EntityId> =>
    must(
      await createRound(office, desk, {
        ...{ name, languages: ["fi"], reviewRequired: true, allowResume: true },
        codebook: await office.contents.currentCodebook(),
        guide: await office.contents.currentGuide(),
      }),
    );
  return {
    ...{ office, desk, work, records, digest, take, plan },
    events: createEventModel(work, office.env),
    room: createRoomModel(work, office.env),
    measures: createMeasuresModel(work, office.env),
    followUps: createFollowUpsModel(work, office.env),
  };
};

test("carries what an organisation heard through the municipality's event to a measure, a plan and a leaflet", async () => {
  const { ngo, file, dark, market } = await handOver();
  const content = must(parseExchangeFile(file));
  const source = `${content.origin}, ${content.round.name}`;
  const here = await openMunicipality(file);
  const { records, events, room, measures, followUps } = here;
  const roundId = await here.plan("Vastaukset");

  // Nothing of the desk's own, and nowhere to be told before something here answers it.
  expect(listPublishableFindings(await records(), roundId)).toEqual([]);
  expect(listPublishableReceived(await records(), roundId)).toEqual([]);

  const event = given(
    await events.create({ roundId, name: { fi: "Päättäjät" }, programme: [], script: {} }),
  );
  await events.choose(event, dark);
  const held = given(foldEvents(await records())[0]);
  const promise = { fi: "Alikulkuun tulee valot." };
  const decision = given(await room.commit(held, { findings: [dark], promise, unit: "Kadut" }));
  await room.check(decision);
  const lights = given(
    await measures.create({
      ...{ roundId, what: { fi: "Uusitaan alikulun valot." }, dimension: "S" },
      ...{ findings: [dark], decisions: [decision], objective: { fi: "Turvallinen asema" } },
    }),
  );
  await measures.move(lights, { to: "under-way" });
  await measures.check(lights);
  const seen = given(
    await followUps.create({
      ...{ roundId, measureId: lights, type: "seen", on: "2027-08-20", unit: "Kadut" },
      text: { fi: "Valot palavat." },
    }),
  );
  await followUps.check(seen);

  // Both findings stand now, the unanswered one too, with the number that came and no other.
  const all = await records();
  expect(
    listPublishableReceived(all, roundId).map(({ findingId, heard }) => [findingId, heard]),
  ).toEqual([
    [dark, 10],
    [market, undefined],
  ]);
  expect(listPublishableMeasures(all, roundId)[0]?.findings).toEqual([dark]);
  expect(listPublishableMeasures(all, roundId)[0]?.decisions[0]?.findings).toEqual([dark]);

  // The event's page.
  const shown = gatherEvent(all, given(foldEvents(all)[0]), await eventWordsIn("fi"));
  expect(shown.dimensions.flatMap(({ findings }) => findings)).toMatchObject([
    {
      ...{ findingId: dark, statement: { text: "Alikulku pelottaa iltaisin" } },
      evidence: `Kuultu noin 10 tilaisuudessa. Lähde: ${source}.`,
    },
  ]);
  expect(shown.commitments[0]?.finding?.text).toBe("Alikulku pelottaa iltaisin");

  // Both plans and the table of five headings.
  const action = (await planOf(all, roundId, "action", "fi")).report.blocks;
  const found = action.filter(({ kind }) => kind === "finding");
  expect(found).toMatchObject([
    {
      statement: { text: "Alikulku pelottaa iltaisin" },
      evidence: `Kuultu noin 10 tilaisuudessa. Lähde: ${source}.`,
    },
    {
      statement: { text: "Torilla viihdytään" },
      evidence: `Kuultu keskusteluissa. Lähde: ${source}.`,
    },
  ]);
  // No session of its own is claimed.
  expect(JSON.stringify(action)).not.toContain("0 keskustelutilaisuuteen");
  const period = JSON.stringify((await planOf(all, roundId, "implementation", "fi")).report);
  expect(period).toContain(`Alikulku pelottaa iltaisin (lähde: ${source})`);
  const rows = toHeadingRows(given(readForPlan(all, roundId)).measures, await wordsIn("fi"));
  expect(rows.map(({ objective, measure }) => [objective.text, measure.text])).toEqual([
    ["Turvallinen asema", "Uusitaan alikulun valot."],
  ]);

  // The leaflet.
  const paper = await createTexts({ language: "fi", namespaces: ["paper"], load: readTexts });
  const page = toLeaflet(
    listLeafletEntries(all, roundId),
    { lang: "fi", mainLang: "fi", desk: "Koivula", round: "Vastaukset" },
    toLeafletWords("fi", paper.translate("paper"), paper.format()),
  );
  expect(page.sections.map(({ items }) => items)).toMatchObject([
    [
      { text: "Alikulku pelottaa iltaisin", lines: [`Kuultu: ${source}`] },
      { text: "Torilla viihdytään", lines: [`Kuultu: ${source}`] },
    ],
    [{ text: "Alikulkuun tulee valot." }],
    [{ text: "Uusitaan alikulun valot.", lines: ["Käynnissä", "Valot palavat."] }],
  ]);

  // The thread, from either end.
  const graph = buildThreadGraph(all);
  const way = [`finding/${dark}`, `decision/${decision}`, `measure/${lights}`, `follow-up/${seen}`];
  for (const [kind, id] of [
    ["finding", dark],
    ["follow-up", seen],
  ] as const) {
    const { nodes } = given(threadOf(graph, { kind, id }));
    expect(nodes.map((node) => `${node.kind}/${node.id}`)).toEqual(way);
  }

  // No note, no unchecked word and no name of a session came along.
  const out = JSON.stringify([action, period, page, shown]);
  for (const secret of ["KANARIA", "Salainen puhe"]) expect(out).not.toContain(secret);
  expect(await ngo.records()).not.toEqual([]);

  // Set aside, it is told nowhere any more.
  await here.take.setAside(here.digest, true);
  expect(listPublishableReceived(await records(), roundId)).toEqual([]);
  expect(listPublishableMeasures(await records(), roundId)[0]?.findings).toEqual([]);
});

test("examples stand in no plan, another round of the desk stays without, and an unrounded number is not repeated", async () => {
  const { file, dark } = await handOver();
  const content = must(parseExchangeFile(file));
  const answerIn = async (bytes: Bytes) => {
    const here = await openMunicipality(bytes);
    const roundId = await here.plan("Vastaukset");
    const other = await here.plan("Oma kierros");
    const what = { fi: "Uusitaan alikulun valot." };
    given(await here.measures.create({ roundId, what, findings: [dark] }));
    const all = await here.records();
    return [roundId, other].map((id) => listPublishableReceived(all, id).map(({ heard }) => heard));
  };
  expect(await answerIn(toExchangeFile({ ...content, purpose: "examples" }))).toEqual([[], []]);
  const findings = content.findings.map((each) => ({ ...each, heard: 7 }));
  expect(await answerIn(toExchangeFile({ ...content, findings }))).toEqual([
    [undefined, undefined],
    [],
  ]);
});

test("what a newer file of the round leaves out is told no more, and what answers it stays", async () => {
  const { file, dark, market } = await handOver();
  const here = await openMunicipality(file);
  const roundId = await here.plan("Vastaukset");
  const what = { fi: "Uusitaan alikulun valot." };
  given(await here.measures.create({ roundId, what, findings: [dark, market] }));
  const toldNow = async () =>
    listPublishableReceived(await here.records(), roundId).map(({ findingId }) => findingId);
  expect(await toldNow()).toEqual([dark, market]);
  const content = must(parseExchangeFile(file));
  const newer = toExchangeFile({
    ...content,
    madeAt: "2099-01-01T00:00:00.000Z",
    findings: content.findings.filter(({ findingId }) => findingId === dark),
  });
  await here.take.look({ size: newer.length, read: async () => newer });
  given(await here.take.take());
  expect(await toldNow()).toEqual([dark]);
});
