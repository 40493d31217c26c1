import { expect, test } from "vitest";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { makeDemoDesk } from "../../src/app/demo/demo-desk.ts";
import { openDemoDesk } from "../../src/app/demo/open-demo.ts";
import { failed } from "../../src/base/result.ts";
import { foldCards, foldReleases, foldRounds } from "../../src/domain/desk.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import { foldMeasures } from "../../src/domain/measures.ts";
import { createTestDevice, must } from "../fixtures/device.ts";

test("opens a practice round with notes in five languages and one session still to be held", async () => {
  const device = await createTestDevice();
  const words = { desk: "Harjoitusjärjestö", round: "Harjoituskierros", unheld: "Nuorten ilta" };
  const steps: number[] = [];
  const desk = must(await makeDemoDesk(device, words, ({ done }) => steps.push(done)));
  const records = must(await desk.records.readAll());
  const languages = new Set(listReleasedNotes(records).map(({ lang }) => lang));
  expect([...languages].sort()).toEqual(["ar", "en", "fi", "so", "sv"]);
  expect(foldCards(records)).toHaveLength(foldReleases(records).length + 1);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(foldFindings(records).map(({ fields }) => fields.supports.length)).toEqual([3, 2, 4]);
  const [roundId] = foldRounds(records).map((round) => round.roundId);
  if (!roundId) throw new Error("no round");
  const standings = foldMeasures(records).map(({ fields }) => fields.status);
  expect(standings.toSorted()).toEqual(["decided", "done", "dropped", "proposed", "under-way"]);
  // The thread is whole: what may be told hangs together from the note to what people were told.
  const told = listPublishableMeasures(records, roundId).find(({ status }) => status === "done");
  expect(told).toMatchObject({ decisions: [{ unit: "Tekninen keskus" }] });
  expect(told?.findings).toHaveLength(1);
  expect(told?.followUps.map(({ type }) => type)).toContain("told");
});

test("completes a practice round whose making was cut off, and makes nothing twice", async () => {
  const device = await createTestDevice();
  const words = { desk: "Harjoitusjärjestö", round: "Harjoituskierros", unheld: "Nuorten ilta" };
  const closeTab = ({ done }: { readonly done: number }) => {
    if (done === 2) throw new Error("the tab was closed");
  };
  await expect(openDemoDesk(device, words, closeTab)).rejects.toThrow("the tab was closed");
  const counts = async () => {
    const records = must((await device.workspace.open.value?.records.readAll()) ?? failed({}));
    const measures = foldMeasures(records).length;
    const rounds = foldRounds(records).length;
    return [rounds, foldCards(records).length, foldReleases(records).length, measures];
  };
  expect(await counts()).toEqual([1, 2, 2, 0]);
  expect(await openDemoDesk(device, words, () => undefined)).toEqual({ type: "opened" });
  const whole = await counts();
  expect(whole).toEqual([1, 9, 8, 5]);
  await device.workspace.lock();
  await openDemoDesk(device, words, () => undefined);
  expect(await counts()).toEqual(whole);
});
