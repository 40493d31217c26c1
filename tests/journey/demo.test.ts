import { expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { makeDemoDesk } from "../../src/app/demo/demo-desk.ts";
import { openDemoDesk } from "../../src/app/demo/open-demo.ts";
import { failed } from "../../src/base/result.ts";
import { foldCards, foldReleases, foldRounds } from "../../src/domain/desk.ts";
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

test("completes a practice round whose making was cut off, and makes nothing twice", async () => {
  const device = await createTestDevice();
  const words = { desk: "Harjoitusjärjestö", round: "Harjoituskierros", unheld: "Nuorten ilta" };
  const closeTab = ({ done }: { readonly done: number }) => {
    if (done === 2) throw new Error("the tab was closed");
  };
  await expect(openDemoDesk(device, words, closeTab)).rejects.toThrow("the tab was closed");
  const counts = async () => {
    const records = must((await device.workspace.open.value?.records.readAll()) ?? failed({}));
    return [foldRounds(records).length, foldCards(records).length, foldReleases(records).length];
  };
  expect(await counts()).toEqual([1, 2, 2]);
  expect(await openDemoDesk(device, words, () => undefined)).toEqual({ type: "opened" });
  const whole = await counts();
  expect(whole).toEqual([1, 9, 8]);
  await device.workspace.lock();
  await openDemoDesk(device, words, () => undefined);
  expect(await counts()).toEqual(whole);
});
