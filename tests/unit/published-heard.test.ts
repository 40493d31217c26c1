// Numbers of sessions on pages that are no report: only what a report of these very releases has told already.
import { beforeEach, expect, test } from "vitest";
import { publishedHeard } from "../../src/analysis/published-heard.ts";
import { createEntityId } from "../../src/app/record-writer.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import { Digest } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { createReportWorld } from "../fixtures/report-world.ts";

let world: Awaited<ReturnType<typeof createReportWorld>>;
beforeEach(async () => {
  world = await createReportWorld();
  await world.addFinding("Alikulku on pimeä", [0, 1, 2, 3, 4, 5, 6]);
  await world.addFinding("Toinen", [0]);
});

const idOf = async (at: number) => foldFindings(await world.records())[at]?.findingId ?? "";
const publish = async (change: object = {}, shown: number | undefined = 5) => {
  const records = await world.records();
  const releases = foldReleases(records).map(({ session, current }) => ({
    session,
    release: current.id,
  }));
  const cells = [
    { keys: [await idOf(0)], ...(shown === undefined ? {} : { shown }) },
    { keys: [await idOf(1)] },
  ];
  const edition = {
    ...{
      kind: "edition/1" as const,
      parents: [],
      editionId: createEntityId(world.office.env.random),
    },
    ...{ roundId: world.roundId, lang: "fi", title: "Raportti", releases },
    tables: [{ measure: "sessions" as const, by: ["finding"], cells }],
    report: Digest.parse("a".repeat(64)),
    ...change,
  };
  must(await world.desk.writer.write([edition]));
};
const heard = async () => [...publishedHeard(await world.records(), world.roundId)];

test("tells nothing in numbers before a report was published", async () => {
  expect(await heard()).toEqual([]);
});

test("tells the number the report tells, and none where the report hides it", async () => {
  await publish();
  expect(await heard()).toEqual([[await idOf(0), { sessions: 5, of: 12 }]]);
});

test("falls silent again once another release has come: the difference would be what that session said", async () => {
  await publish();
  await world.handOver(13);
  expect(await heard()).toEqual([]);
});

test("takes nothing from a withdrawn report", async () => {
  await publish({ withdrawn: true });
  expect(await heard()).toEqual([]);
});

test("says several, and no number, after a report of few sessions", async () => {
  world = await createReportWorld(9);
  await world.addFinding("Alikulku on pimeä", [0, 1, 2, 3]);
  await world.addFinding("Toinen", [0]);
  await publish();
  expect(await heard()).toEqual([[await idOf(0), "several"]]);
});
