// A report from records to an edition: what enters, what stays out, what blocks it, and what the ledger keeps.
import { beforeEach, describe, expect, test } from "vitest";
import { buildReport, countRound, readForReport } from "../../src/app/desk/reports/build-report.ts";
import { repair, sectionOf } from "../../src/app/desk/reports/hidden-view.tsx";
import {
  createSettings,
  moveSection,
  type ReportSettings,
  togglePiece,
} from "../../src/app/desk/reports/report-settings.ts";
import { loadReportWords } from "../../src/app/desk/reports/report-words.ts";
import { createReportsModel, listEditions } from "../../src/app/desk/reports/reports-model.ts";
import { ok } from "../../src/base/result.ts";
import type { Named } from "../../src/domain/record.ts";
import { EntityId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { createReportWorld } from "../fixtures/report-world.ts";

type World = Awaited<ReturnType<typeof createReportWorld>>;
let world: World;
beforeEach(async () => {
  world = await createReportWorld();
});

const settingsOf = ({ first, second }: World) => createSettings([first, second], "fi");
const draw = async (change: Partial<ReportSettings> = {}, from = world) => {
  const read = readForReport(await from.records(), from.roundId);
  if (!read) throw new Error("nothing to report");
  const settings = { ...settingsOf(from), ...change };
  const words = must(await loadReportWords(settings.lang, readTexts));
  const options = { settings, words, madeAt: "2026-11-24T18:00:00.000Z", isDraft: true };
  return { read, ...buildReport(read, countRound(read, settings), options) };
};
const modelOf = (from = world) =>
  createReportsModel(
    from.office,
    from.desk,
    { roundId: from.roundId, dimensions: [from.first, from.second] },
    { lang: "fi", load: readTexts },
  );
const reread = async () => {
  const read = readForReport(await world.records(), world.roundId);
  if (!read) throw new Error("nothing to report");
  return read;
};
const editions = async () => listEditions(await world.records(), world.roundId);

test("holds no word of a note, and ends with how it was made", async () => {
  const { report } = await draw();
  const text = JSON.stringify(report);
  expect(text).not.toContain("Salainen");
  const headings = report.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  expect(headings.at(-1)).toBe("Näin raportti on tehty");
  expect(text).toContain("vähintään 5 kirjausta, 3 tilaisuutta ja 10 paikalla");
});

test("speaks the report's language whatever the interface speaks", async () => {
  const { report } = await draw({ lang: "sv" });
  expect(report).toMatchObject({ lang: "sv", forPublishing: false });
  expect(JSON.stringify(report)).toContain("Så här har rapporten gjorts");
});

test("takes only findings that may be told and stand on a note of today, and says that others exist", async () => {
  await world.addFinding("Alikulku pelottaa", [0, 1, 2, 3, 4, 5, 6]);
  await world.addFinding("Kesken", [0, 1], false);
  await world.addFinding("Ilman kirjausta", []);
  const { report, check } = await draw();
  const findings = report.blocks.filter(({ kind }) => kind === "finding");
  expect(findings).toEqual([
    {
      kind: "finding",
      statement: { text: "Alikulku pelottaa" },
      evidence: "Kuultu noin 5 tilaisuudessa, kun tilaisuuksia oli 12.",
    },
  ]);
  expect(check).toMatchObject({ findings: 1, findingsLeftOut: 2 });
});

test("tells a finding in words where too few stand behind it", async () => {
  await world.addFinding("Harvinainen", [0, 1]);
  expect(JSON.stringify((await draw()).report)).toContain("Kuultu tilaisuuksissa.");
});

test("lets a six-session town publish something true: totals, and findings in words", async () => {
  const town = await createReportWorld(6);
  await town.addFinding("Alikulku pelottaa", [0, 1, 2, 3, 4, 5]);
  const text = JSON.stringify((await draw({}, town)).report);
  expect(text).toContain("Kuultu useassa tilaisuudessa.");
  expect(text).not.toContain("kun tilaisuuksia oli 6");
  expect(text).toContain("noin 35 kirjausta");
});

test("leaves out numbers where words are chosen, everywhere", async () => {
  const { report } = await draw({ inWords: [`dimension:${world.first}`] });
  const tables = report.blocks.flatMap((block) =>
    block.kind === "chart" ? [block.chart.table.id] : [],
  );
  expect(tables).toEqual([`dimension-${world.second}`]);
});

test("marks a section's way up and down, and stops at the ends", () => {
  const settings = settingsOf(world);
  const moved = moveSection(settings, "gathered", -1);
  expect(moved.order.slice(0, 2)).toEqual(["gathered", "introduction"]);
  expect(moveSection(moved, "gathered", -1)).toBe(moved);
});

test("publishes an edition with its numbers and releases, without a word of a note", async () => {
  const model = modelOf();
  await model.start();
  await model.publish(await reread());
  expect(model.failure.value).toBeUndefined();
  const [edition] = await editions();
  expect(edition?.fields.releases).toHaveLength(12);
  expect(JSON.stringify(edition?.fields)).not.toContain("Salainen");
  expect(model.opened.value?.report).toMatchObject({ forPublishing: true });
  expect(model.opened.value?.report.mark).toBeUndefined();
});

test("publishes the same again, and another language of it", async () => {
  const model = modelOf();
  await model.start();
  await model.publish(await reread());
  model.change({ lang: "en" });
  await expect.poll(() => model.words.value?.lang).toBe("en");
  await model.publish(await reread());
  expect((await editions()).map(({ fields }) => fields.lang)).toEqual(["fi", "en"]);
});

test("blocks the next edition while one session more would show what it said, and says so", async () => {
  const model = modelOf();
  await model.start();
  await model.publish(await reread());
  await world.handOver(13);
  await model.publish(await reread());
  expect(model.obstacles.value[0]).toMatchObject({ type: "too-close", sessions: 1 });
  expect(await editions()).toHaveLength(1);
});

test("lets that edition out once its numbers are told in words", async () => {
  const model = modelOf();
  await model.start();
  await model.publish(await reread());
  await world.handOver(13);
  await model.publish(await reread());
  for (let tries = 0; model.obstacles.value.length > 0 && tries < 12; tries += 1) {
    const [first] = model.obstacles.value.flatMap((each) =>
      each.type === "leak" ? [each.leak] : each.cells,
    );
    if (!first) break;
    model.change(repair(model.settings.value, "tell-in-words", sectionOf(first)));
    await model.publish(await reread());
  }
  expect(await editions()).toHaveLength(2);
});

test("opens an edition as it went out, though the notes have changed since, and withdraws it", async () => {
  const model = modelOf();
  await model.start();
  await model.publish(await reread());
  const before = model.opened.value?.report;
  await world.handOver(13);
  const later = modelOf();
  const [edition] = await editions();
  if (!edition) throw new Error("no edition");
  await later.open(edition);
  expect(later.opened.value?.report).toEqual(before);
  await later.withdraw(edition);
  expect((await editions()).map(({ isWithdrawn }) => isWithdrawn)).toEqual([true]);
});

/** Another desk device: the records, and none of the pages. */
const elsewhere = async (
  change: (records: readonly Named[]) => readonly Named[] = (all) => all,
) => {
  const records = change(await world.records());
  const desk = {
    ...world.desk,
    records: { ...world.desk.records, readAll: async () => ok(records) },
    drafts: { ...world.desk.drafts, read: async () => ok(undefined) },
  };
  const place = { roundId: world.roundId, dimensions: [world.first, world.second] };
  return createReportsModel(world.office, desk, place, { lang: "en", load: readTexts });
};
const publishOne = async () => {
  const model = modelOf();
  await model.start();
  model.change({ introduction: "Oma johdanto.", title: "Kevään raportti" });
  model.toggle("groups");
  await model.publish(await reread());
  const [edition] = await editions();
  if (!edition) throw new Error("no edition");
  return { edition, report: model.opened.value?.report };
};

test("builds an edition's pages to the letter on a device that did not publish it, whatever came later", async () => {
  await world.addFinding("Alikulku pelottaa", [0, 1, 2, 3, 4, 5, 6]);
  const { edition, report } = await publishOne();
  await world.addFinding("Uusi havainto", [0, 1, 2, 3, 4, 5, 6]);
  await world.handOver(13);
  const there = await elsewhere();
  await there.open(edition);
  expect(there.failure.value).toBeUndefined();
  expect(there.opened.value?.report).toEqual(report);
});

test("says how many releases an edition's pages lack here, and shows none", async () => {
  const { edition } = await publishOne();
  const [gone] = edition.fields.releases;
  const there = await elsewhere((all) => all.filter(({ id }) => id !== gone?.release));
  await there.open(edition);
  expect(there.failure.value).toEqual({ type: "edition-releases", count: 1 });
  expect(there.opened.value).toBeUndefined();
});

test("shows no pages that are not those that went out", async () => {
  await world.addFinding("Alikulku pelottaa", [0, 1, 2, 3, 4, 5, 6]);
  const { edition } = await publishOne();
  const there = await elsewhere((all) => all.filter(({ record }) => record.kind !== "finding/1"));
  await there.open(edition);
  expect(there.failure.value).toEqual({ type: "edition-differs" });
});

test("says where an edition does not tell what was chosen for it", async () => {
  const { edition } = await publishOne();
  const { choices: _choices, ...fields } = edition.fields;
  const there = await elsewhere();
  await there.open({ ...edition, fields });
  expect(there.failure.value).toEqual({ type: "edition-elsewhere" });
});

describe("single pieces", () => {
  const quoteIds = ["a1", "a2", "a3"].map((part) => EntityId.parse(part.repeat(16)));
  const drawWith = async (change: Partial<ReportSettings>) => {
    await world.addFinding("Alikulku pelottaa", [0, 1, 2, 3, 4, 5, 6]);
    const read = await reread();
    const quotes = quoteIds.map((quoteId, at) => ({
      ...{ quoteId, text: `Lainaus ${at + 1}`, lang: "fi", translation: {} },
    }));
    const quoted = { ...read, findings: read.findings.map((each) => ({ ...each, quotes })) };
    const settings = { ...settingsOf(world), ...change };
    const words = must(await loadReportWords("fi", readTexts));
    const options = { settings, words, madeAt: "2026-11-24T18:00:00.000Z", isDraft: true };
    return buildReport(quoted, countRound(quoted, settings), options);
  };

  test("a quote is left out alone, the others keep their order, and the report says so", async () => {
    const [, second] = quoteIds;
    const { report, check } = await drawWith({ withoutQuotes: second ? [second] : [] });
    const told = report.blocks.flatMap((each) => (each.kind === "quote" ? [each.text.text] : []));
    expect(told).toEqual(["Lainaus 1", "Lainaus 3"]);
    expect(check.quotesLeftOut).toBe(1);
    expect(JSON.stringify(report.blocks.at(-2))).toContain(
      "Yksi julkaistavaksi hyväksytty lainaus",
    );
  });

  test("a picture is left out alone, its table stays, and the report says so", async () => {
    const section = `dimension:${world.first}` as const;
    const { report } = await drawWith({ withoutCharts: [section] });
    const shown = report.blocks.flatMap((each) =>
      each.kind === "chart"
        ? [`picture ${each.chart.table.id}`]
        : each.kind === "table"
          ? [each.table.id]
          : [],
    );
    expect(shown.slice(0, 2)).toEqual([
      `dimension-${world.first}`,
      `picture dimension-${world.second}`,
    ]);
    expect(JSON.stringify(report.blocks.at(-2))).toContain("Yksi kuva on jätetty pois");
  });

  test("nothing is said to be left out that could not have stood there", async () => {
    const { report } = await drawWith({
      withoutQuotes: [EntityId.parse("ff".repeat(16))],
      withoutCharts: [`dimension:${world.first}`],
      inWords: [`dimension:${world.first}`],
    });
    expect(JSON.stringify(report)).not.toContain("tekijän valinnasta");
  });

  test("a piece goes out and in again", () => {
    expect(togglePiece(undefined, "a")).toEqual(["a"]);
    expect(togglePiece(["b", "a"], "b")).toEqual(["a"]);
  });
});

test("keeps the choices when the screen is left", async () => {
  const model = modelOf();
  await model.start();
  model.change({ title: "Oma otsikko" });
  model.toggle("groups");
  await expect
    .poll(async () => must(await world.desk.drafts.read(`report/${world.roundId}`)))
    .toMatchObject({ title: "Oma otsikko", off: ["languages", "changes"] });
  const later = modelOf();
  await later.start();
  expect(later.settings.value.title).toBe("Oma otsikko");
});
