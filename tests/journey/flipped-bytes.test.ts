// Bits that turn over on the disk (F21): a text is there to the letter or said to be unreadable, never another one; and a
// tablet with a broken row still gives all the others away. Engines guard their files with checksums of their own: a block
// that fails them is gone for the engine, which is storage that vanished (F19).
import { expect, test } from "vitest";
import { openRescue } from "../../src/app/desk/rescue-open.ts";
import { makeRescueCopy } from "../../src/app/home/rescue-copy.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { ofKind } from "../../src/domain/record.ts";
import { readRescueFile } from "../../src/sync/rescue-file.ts";
import { createChance } from "../faults/random.ts";
import { must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { close, createIntakeWorld, fileOf, handOver, tryFiles } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const chance = createChance(21);

/** Turns over one bit of one field in the rows of a store that are chosen; answers how many were. */
const flip = async (
  device: TestDevice,
  store: "records" | "envelopeBytes" | "drafts",
  field: "sealed" | "bytes",
  isChosen: (at: number) => boolean,
): Promise<number> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = device.disk().open("kuuluu");
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const flipped = await new Promise<number>((resolve, reject) => {
    let at = 0;
    let count = 0;
    const work = database.transaction(store, "readwrite");
    work.objectStore(store).openCursor().onsuccess = (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      if (isChosen(at)) {
        const bytes: Uint8Array = cursor.value[field].slice();
        const place = chance.below(bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
        cursor.update({ ...cursor.value, [field]: bytes });
        count += 1;
      }
      at += 1;
      cursor.continue();
    };
    work.oncomplete = () => resolve(count);
    work.onerror = () => reject(work.error);
  });
  database.close();
  return flipped;
};

const said = exampleNotes()
  .slice(0, 8)
  .map(({ text }) => text);
const createWorld = async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 8));
  return world;
};

test("a flipped bit in any sealed row is told, and no text is ever another than it was", async () => {
  for (let round = 0; round < 5; round += 1) {
    const world = await createWorld();
    const broken = chance.below(8);
    expect(await flip(world.tablet, "records", "sealed", (at) => at === broken)).toBe(1);
    const restarted = await world.tablet.restart();
    const open = await restarted.workspace.resume();
    const read = open
      ? await open.records.readAll()
      : ({ ok: false, error: { type: "row-unreadable" } } as const);
    expect(read).toEqual({ ok: false, error: { type: "row-unreadable" } });
  }
});

test("a tablet with broken rows still gives every other note away, and the desk counts what is broken", async () => {
  const world = await createWorld();
  const broken = new Set([chance.below(4), 4 + chance.below(4)]);
  expect(await flip(world.tablet, "records", "sealed", (at) => broken.has(at))).toBe(2);
  await world.tablet.workspace.lock();

  const copy = must(await makeRescueCopy(world.tablet, world.session));
  const file = must(readRescueFile(copy.bytes));
  const opened = must(await openRescue(world.office, world.desk, file));
  const texts = ofKind(opened.records, "note/1").map(({ record }) => record.text);
  expect(texts).toHaveLength(6);
  expect(texts.filter((text) => !said.includes(text))).toEqual([]);
  expect(opened.damaged).toHaveLength(2);
});

test("a flipped bit in a stored envelope is refused whole where it arrives", async () => {
  const world = await createWorld();
  await close(world);
  const all = await flip(world.tablet, "envelopeBytes", "bytes", () => true);
  expect(all).toBeGreaterThan(1);
  const run = await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  expect(run.bringsAnything).toBe(false);
  expect(run.lines.map(({ verdict }) => verdict)).toMatchObject([
    { type: "refused", error: "file-damaged" },
  ]);
  expect(foldReleases(must(await world.desk.records.readAll()))).toEqual([]);
});

test("a half-typed text whose draft is broken is said to be unreadable, never another text", async () => {
  const world = await createWorld();
  must(await world.box.drafts.write("note", { text: "Kesken jäänyt" }));
  expect(await flip(world.tablet, "drafts", "sealed", () => true)).toBe(1);
  expect(await world.box.drafts.read("note")).toEqual({
    ok: false,
    error: { type: "row-unreadable" },
  });
});
