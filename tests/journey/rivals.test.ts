// Two devices close the same session without knowing of each other: the coordinator chooses, and all goes on from there.
import { expect, test } from "vitest";
import { listReceipts, makeReceipts } from "../../src/app/desk/receipts.ts";
import { listRoundTimes } from "../../src/app/desk/retention.ts";
import { chooseRelease, listRivals } from "../../src/app/desk/rivals.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { close, createIntakeWorld, fileOf, handOver, tryFiles } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

test("reads what the coordinator chose, keeps the other, and owes nobody a receipt for the choice", async () => {
  const world = await createIntakeWorld();
  const other = await world.join();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await writeNotes(other.tablet, other.box, exampleNotes().slice(2, 5));
  for (const table of [world, other]) {
    await close(table);
    await tryFiles(world.model, fileOf("a.kuuluu", await handOver(table.box)));
    await world.model.importAll();
  }
  const readDesk = async () => must(await world.desk.records.readAll());
  const rivals = listRivals(await readDesk(), world.session);
  expect(rivals.map(({ record }) => record.notes.length).sort()).toEqual([2, 3]);
  const obstacles = async () =>
    listRoundTimes(await readDesk(), Date.now())[0]?.obstacles.map(({ type }) => type);
  expect(await obstacles()).toContain("rivals");

  const chosen = rivals.find(({ record }) => record.notes.length === 3);
  if (!chosen) throw new Error("no such release");
  must(await chooseRelease(world.desk, world.session, chosen.id));
  const [settled] = foldReleases(await readDesk());
  expect(settled?.heads).toHaveLength(1);
  expect(settled?.current.record.notes).toEqual(chosen.record.notes);
  expect(listRivals(await readDesk(), world.session)).toEqual([]);
  expect(must(await makeReceipts(world.office, world.desk))).toBe(0);
  expect(must(await listReceipts(world.office, world.desk))).toHaveLength(2);
  expect(await obstacles()).toEqual([]);

  // Chosen twice, or something that is no rival: nothing happens.
  expect(await chooseRelease(world.desk, world.session, chosen.id)).toMatchObject({ ok: false });
});

test("lets a later hand-over of the same table take the place of the choice only where its maker knew it", async () => {
  const world = await createIntakeWorld();
  const other = await world.join();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await writeNotes(other.tablet, other.box, exampleNotes().slice(2, 5));
  const bring = async (table: typeof other) => {
    await close(table);
    await tryFiles(world.model, fileOf("a.kuuluu", await handOver(table.box)));
    await world.model.importAll();
  };
  await bring(world);
  await bring(other);
  const [first] = listRivals(must(await world.desk.records.readAll()), world.session);
  if (!first) throw new Error("no rivals");
  must(await chooseRelease(world.desk, world.session, first.id));
  await writeNotes(world.tablet, world.box, exampleNotes().slice(5, 6));
  await bring(world);
  // A tablet cannot know what the desk chose: the coordinator is asked again, and nothing is counted twice.
  expect(listRivals(must(await world.desk.records.readAll()), world.session)).toHaveLength(2);
});
