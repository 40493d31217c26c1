import { expect, test } from "vitest";
import { listAnswers } from "../../src/analysis/carried-over.ts";
import { listPublishableFindings, listPublishableQuotes } from "../../src/analysis/publishable.ts";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { makeDemoDesk } from "../../src/app/demo/demo-desk.ts";
import { openDemoDesk } from "../../src/app/demo/open-demo.ts";
import { failed } from "../../src/base/result.ts";
import { foldCards, foldReleases, foldRounds } from "../../src/domain/desk.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import { foldMeasures } from "../../src/domain/measures.ts";
import { createTestDevice, must } from "../fixtures/device.ts";

test("opens two practice rounds with notes in five languages and one session still to be held", async () => {
  const device = await createTestDevice();
  const words = { desk: "Harjoitusjärjestö", round: "Harjoituskierros", unheld: "Nuorten ilta" };
  const steps: number[] = [];
  const desk = must(await makeDemoDesk(device, words, ({ done }) => steps.push(done)));
  const records = must(await desk.records.readAll());
  const languages = new Set(listReleasedNotes(records).map(({ lang }) => lang));
  expect([...languages].sort()).toEqual(["ar", "en", "fi", "so", "sv"]);
  expect(foldCards(records)).toHaveLength(foldReleases(records).length + 1);
  expect(foldRounds(records).map(({ fields }) => fields.name)).toEqual([
    ...["Harjoituskierros 2025", "Harjoituskierros 2026"],
  ]);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(foldFindings(records).map(({ fields }) => fields.supports.length)).toEqual([4, 3, 2, 4]);
  const [earlierId, roundId] = foldRounds(records).map((round) => round.roundId);
  if (!earlierId || !roundId) throw new Error("no round");
  const measures = foldMeasures(records);
  const [interpreter] = measures.filter(({ fields }) => fields.roundId === earlierId);
  const standings = measures.map(({ fields }) => fields.status);
  expect(standings.toSorted()).toEqual([
    "decided",
    "done",
    "dropped",
    "proposed",
    "under-way",
    "under-way",
  ]);
  // What was promised after the first round was asked about in the second, and answered at three tables.
  const notes = listReleasedNotes(records);
  expect(listAnswers(interpreter?.measureId ?? roundId, notes)).toHaveLength(3);
  expect(listPublishableFindings(records, earlierId)[0]?.opposes).toHaveLength(1);
  const quotes = listPublishableQuotes(records, roundId);
  expect(quotes.map(({ text }) => text)).toEqual([
    "Aina kysytään, harvoin kerrotaan.",
    "Mitä niistä nuorista aina valitetaan.",
    "Bästa festen på gården.",
  ]);
  expect(quotes.flatMap(({ groups }) => groups ?? [])).toEqual([
    ...["Ikäihmiset", "Vammaiset ihmiset ja läheiset"],
  ]);
  expect(foldReleases(records).filter(({ current }) => !current.record.reviewed)).toHaveLength(1);
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
  expect(await counts()).toEqual([2, 7, 7, 1]);
  expect(await openDemoDesk(device, words, () => undefined)).toEqual({ type: "opened" });
  const whole = await counts();
  expect(whole).toEqual([2, 14, 13, 6]);
  await device.workspace.lock();
  await openDemoDesk(device, words, () => undefined);
  expect(await counts()).toEqual(whole);
});
