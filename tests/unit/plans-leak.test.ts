// The attack side of plans and sheets: whatever may not be told is in none of the files that go out, wherever one looks.
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { buildReport, countRound, readForReport } from "../../src/app/desk/reports/build-report.ts";
import { createReportsModel } from "../../src/app/desk/reports/reports-model.ts";
import { foldEditions } from "../../src/domain/editions.ts";
import { ofKind } from "../../src/domain/record.ts";
import type { Cell, Report } from "../../src/report/report.ts";
import { tablesOf } from "../../src/report/report-parts.ts";
import { allFiles, planOf } from "../fixtures/plan-files.ts";
import { addCanaries, canary, createPlansWorld, type PlansWorld } from "../fixtures/plans-world.ts";
import { readTexts } from "../fixtures/read-texts.ts";

let world: PlansWorld;
beforeAll(async () => {
  world = await createPlansWorld();
  await addCanaries(world);
});

/** Every part of a zip, and a text as it is. */
const textsIn = (file: Uint8Array | string): string => {
  if (typeof file === "string") return file;
  return Object.values(unzipSync(file))
    .map((part) => new TextDecoder().decode(part))
    .join("\n");
};

test("the measures that may be told are in every file, so that the search below looks at something", async () => {
  const files = await allFiles(await world.records(), world.roundId);
  expect(files).toHaveLength(3 * 8 + 1);
  for (const [name, file] of files) {
    expect([name, /Valaistaan aseman alikulku|Tunneln får ljus/.test(textsIn(file))]).toEqual([
      name,
      true,
    ]);
  }
});

test("nothing unchecked, removed, without roots, withdrawn or private is in any file", async () => {
  for (const [name, file] of await allFiles(await world.records(), world.roundId)) {
    const text = textsIn(file);
    for (const secret of [canary, "987654", "Salainen puhe"]) {
      expect([name, text.includes(secret)]).toEqual([name, false]);
    }
  }
});

const countsIn = (report: Report): readonly Cell[] =>
  tablesOf(report)
    .flatMap(({ rows }) => rows.flat())
    .filter(({ kind }) => kind === "count");

test("a plan holds no number of notes while no report has been published", async () => {
  const records = await world.records();
  for (const kind of ["action", "implementation"] as const) {
    const { report } = await planOf(records, world.roundId, kind, "fi");
    expect(countsIn(report)).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/noin \d/);
  }
});

test("after a report it holds the report's own numbers, and none once it is withdrawn", async () => {
  const { office, desk, roundId, round } = world;
  const dimensions = round.fields.codebook.dimensions.map(({ id }) => id);
  const model = createReportsModel(
    office,
    desk,
    { roundId, dimensions },
    { lang: "fi", load: readTexts },
  );
  await model.start();
  const read = readForReport(await world.records(), roundId);
  if (!read) throw new Error("no round");
  await model.publish(read);
  const [edition] = ofKind(await world.records(), "edition/1");
  if (!edition) throw new Error(`not published: ${JSON.stringify(model.obstacles.value)}`);
  const shown = new Set(
    edition.record.tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.shown ?? [])),
  );
  // Two sessions more arrive: the plan does not move with them.
  await world.handOver(13);
  await world.handOver(14);
  const { report } = await planOf(await world.records(), roundId, "action", "fi");
  const counts = countsIn(report);
  expect(counts.length).toBeGreaterThan(3);
  for (const cell of counts) {
    expect(cell.kind === "count" && (shown.has(cell.value) || cell.value === 0)).toBe(true);
  }
  const settings = model.settings.value;
  const words = model.words.value;
  if (!words) throw new Error("no words");
  const own = buildReport(read, countRound(read, settings), {
    ...{ settings, words, madeAt: "2027-02-01T08:00:00.000Z", isDraft: false },
  });
  const tables = new Map(tablesOf(own.report).map((table) => [table.id, table.rows]));
  for (const table of tablesOf(report).filter(({ id }) => id.startsWith("dimension-"))) {
    expect(table.rows).toEqual(tables.get(table.id));
  }
  expect(JSON.stringify(report)).toContain("perustuu 12 keskustelutilaisuuteen");
  expect(JSON.stringify(report)).toContain(edition.record.title);

  const [view] = foldEditions(await world.records());
  if (!view) throw new Error("no edition");
  await model.withdraw(view);
  const after = await planOf(await world.records(), roundId, "action", "fi");
  expect(countsIn(after.report)).toEqual([]);
});
