// Practising writes on the practice's own device alone, reaches no network, and leaves nothing behind.

import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { closePractice, openPractice } from "../../src/app/prepare/practice-session.ts";
import { createPrepareModel } from "../../src/app/prepare/prepare-model.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const words = { title: "Harjoitus", language: "fi" };

test("opens on the real questions and codebook, counts what was written, and removes it", async () => {
  const network = vi.fn(async () => new Response());
  const device = await createTestDevice(network);
  const box = must(await openPractice(device, words));
  const { card } = box.facts();
  expect(await device.contents.loadGuide(card?.guide ?? ("" as never))).toBeDefined();
  expect(await device.contents.loadCodebook(card?.codebook ?? ("" as never))).toBeDefined();
  await writeNotes(device, box, exampleNotes().slice(0, 4));

  const counts = await closePractice(device, box);
  const tagged = exampleNotes()
    .slice(0, 4)
    .filter(({ dimensions }) => dimensions.length > 0);
  expect(counts).toEqual({ notes: 4, tagged: tagged.length });
  expect(must(await device.device.listBoxes())).toEqual([]);
  expect(device.workspace.open.value).toBeUndefined();
  expect(network).not.toHaveBeenCalled();
});

test("begins anew each time, whatever an interrupted practice left", async () => {
  const device = await createTestDevice();
  const left = must(await openPractice(device, words));
  await writeNotes(device, left, exampleNotes().slice(0, 2));
  const restarted = await device.restart();
  const box = must(await openPractice(restarted, words));
  expect(box.box).not.toBe(left.box);
  expect(must(await restarted.device.listBoxes()).map(({ box: id }) => id)).toEqual([box.box]);
});

test("remembers that one has practised and that the camera works, and no word", async () => {
  const device = await createTestDevice();
  const open = () =>
    createPrepareModel({
      now: () => 1_700_000_000_000,
      device: device.device,
      hasCamera: true,
      update: { offlineReady: signal(true), offlineImpossible: signal(false) },
      countFiles: async () => 7,
    });
  const first = open();
  await first.load();
  expect([first.camera.value, first.prepared.value]).toEqual(["untried", {}]);
  await first.practised();
  await first.cameraWorks();
  const second = open();
  await second.load();
  await second.countFiles();
  expect(second.camera.value).toBe("works");
  expect(second.files.value).toEqual({ state: "kept", count: 7 });
  expect(must(await device.device.readSetting("prepared"))).toEqual({
    practisedMs: 1_700_000_000_000,
    camera: "works",
  });
});
