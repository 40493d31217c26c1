// A report beside an earlier one: only numbers that both have published, only where the rounds can be compared.
import { beforeEach, expect, test } from "vitest";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { buildReport, countRound, readForReport } from "../../src/app/desk/reports/build-report.ts";
import {
  createSettings,
  type ReportSettings,
  withLaterSections,
} from "../../src/app/desk/reports/report-settings.ts";
import { loadReportWords } from "../../src/app/desk/reports/report-words.ts";
import { createReportsModel } from "../../src/app/desk/reports/reports-model.ts";
import { foldEditions } from "../../src/domain/editions.ts";
import { Digest, type EntityId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { createTwoRounds, type Said, type TwoRounds } from "../fixtures/two-rounds.ts";

let world: TwoRounds;
let earlier: EntityId;
let later: EntityId;
beforeEach(async () => {
  world = await createTwoRounds();
  earlier = await world.open("Kevät 2026");
  later = await world.open("Kevät 2027");
});

/** A1 is heard in every session, S1 in the first `heard` of them. */
const hold = async (roundId: EntityId, sessions: number, heard: number, change: object = {}) => {
  for (let at = 0; at < sessions; at += 1) {
    const said: Said[] = [["A", "weakens"], ...(at < heard ? [["S", "weakens"] as const] : [])];
    await world.handOver(roundId, said, change);
  }
};
const modelOf = (roundId: EntityId) =>
  createReportsModel(
    world.office,
    world.desk,
    { roundId, dimensions: ["A", "S"] },
    { lang: "fi", load: readTexts },
  );
const readOf = async (roundId: EntityId) => {
  const read = readForReport(await world.records(), roundId);
  if (!read) throw new Error("nothing to report");
  return read;
};
const publish = async (change: Partial<ReportSettings> = {}) => {
  const model = modelOf(earlier);
  await model.start();
  model.change(change);
  await model.publish(await readOf(earlier));
  expect(model.obstacles.value).toEqual([]);
};
const changes = async (change: Partial<ReportSettings> = {}) => {
  const read = await readOf(later);
  const settings = { ...createSettings(["A", "S"], "fi"), off: [], ...change };
  const words = must(await loadReportWords("fi", readTexts));
  const options = { settings, words, madeAt: "2027-05-01T08:00:00.000Z", isDraft: true };
  const { blocks } = buildReport(read, countRound(read, settings), options).report;
  const at = blocks.findIndex(
    (block) => block.kind === "heading" && block.text === "Mikä muuttui kierrosten välillä",
  );
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === "heading");
  return rest.slice(0, end).flatMap((block) => {
    if (block.kind === "paragraph") return [block.text.text];
    return block.kind === "list" ? block.items.map(({ text }) => text) : [];
  });
};
const noNumbers = /^Lukuja ei voi panna rinnakkain/;
const digits = (lines: readonly string[]) =>
  lines.filter((line) => /\d/.test(line.replace("Kevät 2026", "")));

test("says of both rounds what both have published, rounded, and nothing of causes", async () => {
  await hold(earlier, 12, 9);
  await hold(later, 11, 6);
  await publish();
  const lines = await changes();
  expect(digits(lines)).toEqual([
    expect.stringMatching(/: nyt kuultu noin 10\/11 tilaisuudessa, ennen noin 10\/12\.$/),
    expect.stringMatching(/: nyt kuultu noin 5\/11 tilaisuudessa, ennen noin 10\/12\.$/),
  ]);
  expect(lines[0]).toContain("Kevät 2026");
  expect(lines.at(-1)).toContain("eikä mistä muutos johtuu");
  // To the letter the numbers of the published edition.
  const [edition] = foldEditions(await world.records());
  const table = edition?.fields.tables.find(({ by }) => by.join() === "sub-theme");
  const told = table?.cells.flatMap(({ shown }) => (shown ? [shown] : []));
  expect(told).toEqual([10, 10]);
});

test("what came to the earlier round after it was published moves nothing; withdrawn, it tells nothing", async () => {
  await hold(earlier, 12, 3);
  await hold(later, 11, 6);
  await publish();
  const before = await changes();
  await hold(earlier, 4, 4);
  expect(await changes()).toEqual(before);
  const model = modelOf(earlier);
  await model.start();
  const [edition] = foldEditions(await world.records());
  if (!edition) throw new Error("not published");
  await model.withdraw(edition);
  expect(await changes()).toEqual([
    "Aiemmasta kierroksesta ei ole julkaistu mitään, mihin verrata.",
  ]);
});

test("tells no number that either of the two reports hides or leaves out", async () => {
  // S1 in two sessions only: below the threshold then, so it has no number now.
  await hold(earlier, 12, 2);
  await hold(later, 11, 6);
  await publish();
  expect(digits(await changes())).toHaveLength(1);
  // This report keeps its sub-themes in words, or tells none at all.
  expect(digits(await changes({ inWords: ["sub-themes"] }))).toEqual([]);
  expect(await changes({ off: ["sub-themes", "silent"] })).toEqual([
    expect.stringContaining("Kevät 2026"),
    expect.stringMatching(noNumbers),
    expect.stringContaining("eikä mistä muutos johtuu"),
  ]);
});

test("tells no number where the earlier report told none, or where either round had too few sessions", async () => {
  await hold(earlier, 12, 9);
  await hold(later, 9, 6);
  await publish({ off: ["sub-themes", "silent"] });
  expect(digits(await changes())).toEqual([]);
  world = await createTwoRounds();
  earlier = await world.open("Kevät 2026");
  later = await world.open("Kevät 2027");
  await hold(earlier, 9, 6);
  await hold(later, 12, 9);
  await publish();
  expect(digits(await changes())).toEqual([]);
});

test("says what keeps the rounds from being compared, without numbers and without naming a group", async () => {
  await hold(earlier, 12, 9);
  await hold(later, 11, 6, { groups: ["nuoret"], languages: ["sv"] });
  await publish();
  const lines = await changes();
  expect(digits(lines)).toEqual([]);
  expect(lines.slice(1)).toEqual([
    "Kierroksia ei voi verrata luvuin:",
    "Mukana oli osin eri ryhmiä.",
    "Keskusteltiin osin eri kielillä.",
  ]);
  expect(lines.join()).not.toContain("nuoret");
});

test("compares where only questions about earlier measures were added, and says that they were asked", async () => {
  await hold(earlier, 12, 9);
  const measureId = await world.addMeasure(earlier, { fi: "Valaistaan alikulku." });
  await publish();
  const asks = new Map([["fi", (what: string) => `Luvattiin: ${what}`]]);
  const measures = listPublishableMeasures(await world.records(), earlier);
  must(await world.model.carry(later, measures, { decided: asks, proposed: asks }));
  const guideDigest = Digest.parse("c".repeat(64));
  await hold(later, 10, 6, { guideDigest });
  await world.handOver(later, [["A", "weakens", world.carried(measureId)]], { guideDigest });
  const lines = await changes();
  expect(digits(lines)).toHaveLength(2);
  expect(lines.at(-2)).toContain("kysyttiin myös aiemmin luvatuista toimenpiteistä");
});

test("is off until somebody wants it, also in a draft from before there was such a section", () => {
  const settings = createSettings(["A"], "fi");
  expect(settings.off).toContain("changes");
  const old = {
    ...settings,
    order: settings.order.filter((each) => each !== "changes"),
    off: ["groups" as const],
  };
  const now = withLaterSections(old);
  expect(now.order).toEqual(settings.order);
  expect(now.off).toEqual(["groups", "changes"]);
  expect(withLaterSections(now)).toBe(now);
});
