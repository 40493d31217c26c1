// A release tells the desk of every note that lies packed before it. Otherwise a tablet could let go of a note, on the
// desk's receipt for a release, that the release never knew.
import { expect, test } from "vitest";
import { closeSession } from "../../src/app/closing.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createIntakeWorld, fileOf, handOver, tryFiles } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

test("releases a note that was written while the session was being closed", async () => {
  const { tablet, box, desk, model } = await createIntakeWorld();
  const [first, late] = exampleNotes();
  if (!first || !late) throw new Error("the fixture has notes");
  await writeNotes(tablet, box, [first]);
  let reads = 0;
  // The last key of a note that somebody still writes, just after its records were read for the release.
  const busy: OpenBox = {
    ...box,
    records: {
      ...box.records,
      readAll: async () => {
        const read = await box.records.readAll();
        reads += 1;
        if (reads === 2) await writeNotes(tablet, box, [late]);
        return read;
      },
    },
  };
  must(await closeSession(tablet.delivery, busy));

  await tryFiles(model, fileOf("a.kuuluu", await handOver(box)));
  await model.importAll();
  const [arrived] = foldReleases(must(await desk.records.readAll()));
  const texts = arrived?.current.record.notes.map(({ text }) => text);
  expect(texts).toEqual([first.text, late.text]);
});

test("makes one release for one press", async () => {
  const { tablet, box } = await createIntakeWorld();
  await writeNotes(tablet, box, exampleNotes().slice(0, 2));
  must(await closeSession(tablet.delivery, box));
  const releases = must(await box.envelopes.list()).flatMap(({ release }) => release ?? []);
  expect(releases).toHaveLength(1);
});
