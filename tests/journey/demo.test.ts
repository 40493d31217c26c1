import { expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { makeDemoDesk } from "../../src/app/demo/demo-desk.ts";
import { foldCards, foldReleases } from "../../src/domain/desk.ts";
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
});
