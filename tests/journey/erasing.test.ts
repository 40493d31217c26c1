// "Leave that out": an erased text is nowhere afterwards, by whatever way it went and whoever holds it still.
import { expect, test } from "vitest";
import { carry } from "../../src/app/carrying.ts";
import { connectHub, registerBoxes } from "../../src/app/desk/hub-registration.ts";
import { eraseNote } from "../../src/app/erasing.ts";
import { openFile } from "../../src/app/keeping/open-file.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { addKnownWord, readKnownWords } from "../../src/app/session/known-words.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import { openEnvelope } from "../../src/sync/receive.ts";
import { must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createHubWorld,
  createIntakeWorld,
  fileOf,
  type HubWorld,
  handOver,
  type Table,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { createTestHub } from "../fixtures/live-hub.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const secret = "Naapurini Tuomas, se seppä";
const notes = () => {
  const [first, second, third] = exampleNotes();
  if (!first || !second || !third) throw new Error("no examples");
  return [first, { ...second, text: secret }, third];
};
const textsIn = async (box: OpenBox) =>
  foldNotes(must(await box.records.readAll())).map(({ fields }) => fields.text);
const secretIn = async (box: OpenBox) => {
  const found = foldNotes(must(await box.records.readAll())).find(
    ({ fields }) => fields.text === secret,
  );
  if (!found) throw new Error("the secret is not there");
  return found;
};

/** Everything that this device's own keys can read of the box: records, and envelopes opened one by one. */
const everythingIn = async (device: TestDevice, box: OpenBox): Promise<string> => {
  const identities = [box.keys.identity];
  const parts: unknown[] = [must(await box.records.readAll())];
  for (const { digest } of must(await box.envelopes.list())) {
    const bytes = must(await box.envelopes.read(digest));
    const receive = {
      bundleCrypto: device.crypto,
      identities,
      cardFor: () => ({ enrol: box.keys.enrol, state: "live" as const }),
    };
    if (bytes) parts.push(await openEnvelope(bytes, receive));
  }
  return JSON.stringify(parts);
};

const carryOnce = async ({ tablet, box }: Table) => must(await carry(tablet.delivery, box));
const onHub = async ({ tablet, box }: HubWorld) =>
  must(await tablet.hub.list(box.box, box.keys.tokens.read, undefined)).items;
/** Opens all that the hub holds of the session, as whoever has the card could. */
const readHub = async (world: HubWorld): Promise<string> => {
  const parts: unknown[] = [];
  for (const { digest } of await onHub(world)) {
    const { keys, box } = world.box;
    const bytes = must(await world.tablet.hub.get(box, keys.tokens.read, digest));
    const receive = {
      bundleCrypto: world.tablet.crypto,
      identities: [keys.identity],
      cardFor: () => ({ enrol: keys.enrol, state: "live" as const }),
    };
    parts.push(await openEnvelope(bytes, receive));
  }
  return JSON.stringify(parts);
};

const joinByHub = async (world: HubWorld): Promise<Table> => {
  const other = await world.join();
  other.tablet.setNetwork(world.network);
  return other;
};

test("drops a text that was in no envelope yet, with what was said of it", async () => {
  const { tablet, box } = await createIntakeWorld();
  await writeNotes(tablet, box, notes());
  const { noteId, heads } = await secretIn(box);
  const revision = heads[0]?.id;
  if (!revision) throw new Error("no head");
  const remark = `sanoiko tämän ${secret}?`;
  must(
    await box.writer.write([
      { kind: "review/1", parents: [], noteId, revision, verdict: "returned", remark },
    ]),
  );
  for (const word of ["Tuomas", notes()[0]?.text.split(" ")[0] ?? ""])
    must(await addKnownWord(box, word));
  must(await eraseNote(tablet.delivery, box, noteId));
  // A name that somebody said is none would tell as much.
  expect(must(await readKnownWords(box))).toHaveLength(1);
  expect(await textsIn(box)).toEqual([notes()[0]?.text, notes()[2]?.text]);
  expect(await everythingIn(tablet, box)).not.toContain(secret);
});

test("bundles the rest anew, and takes the old envelope from device and hub", async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, notes());
  await carryOnce(world);
  const before = await onHub(world);
  expect(await readHub(world)).toContain(secret);

  must(await eraseNote(world.tablet.delivery, world.box, (await secretIn(world.box)).noteId));
  await carryOnce(world);
  expect(await everythingIn(world.tablet, world.box)).not.toContain(secret);
  expect(await readHub(world)).not.toContain(secret);
  const now = (await onHub(world)).map(({ digest }) => digest);
  const [gone] = before.filter(({ digest }) => !now.includes(digest));
  const { box, keys } = world.box;
  const again = await world.tablet.hub.get(box, keys.tokens.read, gone?.digest ?? "");
  expect(again).toMatchObject({ ok: false, error: { type: "hub-erased" } });

  const late = await joinByHub(world);
  await carryOnce(late);
  expect(await textsIn(late.box)).toEqual([notes()[0]?.text, notes()[2]?.text]);
});

test("refuses what another device had written on, offline, before it learned of it", async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, notes());
  await carryOnce(world);
  const other = await joinByHub(world);
  await carryOnce(other);
  const { noteId, fields, heads } = await secretIn(other.box);
  const parents = heads.map(({ id }) => id);
  must(
    await other.box.writer.write([
      { kind: "note/1", noteId, ...fields, text: `${secret} kertoi`, parents },
    ]),
  );

  must(await eraseNote(world.tablet.delivery, world.box, noteId));
  await carryOnce(world);
  await carryOnce(other);
  for (const each of [world, other, world, other]) await carryOnce(each);
  for (const { tablet, box } of [world, other]) {
    expect(await everythingIn(tablet, box)).not.toContain(secret);
    expect(await textsIn(box)).toEqual([notes()[0]?.text, notes()[2]?.text]);
  }
  expect(await readHub(world)).not.toContain(secret);
  const erasures = must(await other.box.records.readAll()).filter(
    ({ record }) => record.kind === "erasure/1",
  ).length;
  for (const each of [world, other]) await carryOnce(each);
  expect(
    must(await other.box.records.readAll()).filter(({ record }) => record.kind === "erasure/1"),
  ).toHaveLength(erasures);
});

test("keeps the general words that take the place of a detail, and what is written on them", async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, notes());
  await carryOnce(world);
  const other = await joinByHub(world);
  await carryOnce(other);
  const { noteId, fields, heads } = await secretIn(world.box);
  const general = { ...fields, text: "Naapurini [ammatti]" };
  const [written] = must(
    await world.box.writer.write([
      { kind: "note/1", noteId, ...general, parents: heads.map(({ id }) => id) },
    ]),
  );
  must(await eraseNote(world.tablet.delivery, world.box, noteId, written ? [written.id] : []));
  for (const each of [world, other, world, other]) await carryOnce(each);
  for (const { tablet, box } of [world, other]) {
    expect(await textsIn(box)).toContain("Naapurini [ammatti]");
    expect(await everythingIn(tablet, box)).not.toContain(secret);
  }
});

test("takes the release back that shows it: at the desk, on the hub, and from an old stick", async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, notes());
  await close(world);
  await carryOnce(world);
  const stick = fileOf("vanha.kuuluu", await handOver(world.box));
  await world.model.lookAtHub();
  await world.model.importAll();
  const releaseText = async () =>
    JSON.stringify(foldReleases(must(await world.desk.records.readAll())));
  expect(await releaseText()).toContain(secret);

  must(await eraseNote(world.tablet.delivery, world.box, (await secretIn(world.box)).noteId));
  await carryOnce(world);
  await world.model.lookAtHub();
  await world.model.importAll();
  expect(JSON.stringify(must(await world.desk.records.readAll()))).not.toContain(secret);
  expect(foldReleases(must(await world.desk.records.readAll()))).toMatchObject([
    { replaced: 0, current: { record: { counts: { released: 2, written: 2 } } } },
  ]);
  const { keys, box } = world.desk;
  const items = must(await world.office.hub.list(box, keys.tokens.read, undefined)).items;
  const kept = must(await world.desk.envelopes.list()).map(({ digest }) => digest as string);
  expect(items.every(({ digest }) => kept.includes(digest))).toBe(true);

  await tryFiles(world.model, stick);
  await world.model.importAll();
  expect(JSON.stringify(must(await world.desk.records.readAll()))).not.toContain(secret);
});

test("lets the desk withdraw what was erased although the rest still waits for review", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, notes().slice(1, 2));
  await close(world);
  must(await eraseNote(world.tablet.delivery, world.box, (await secretIn(world.box)).noteId));
  await tryFiles(world.model, fileOf("uusi.kuuluu", await handOver(world.box)));
  await world.model.importAll();
  expect(foldReleases(must(await world.desk.records.readAll()))).toMatchObject([
    { current: { record: { notes: [], counts: { released: 0 } } } },
  ]);
});

test("takes nothing erased in again from a file, on a device that has done the erasing", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, notes());
  await close(world);
  const bytes = await handOver(world.box);
  must(await eraseNote(world.tablet.delivery, world.box, (await secretIn(world.box)).noteId));
  must(await openFile(world.tablet, { size: bytes.length, read: async () => bytes }));
  expect(await everythingIn(world.tablet, world.box)).not.toContain(secret);
});

test("goes on where it was interrupted", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, notes());
  await close(world);
  const { noteId } = await secretIn(world.box);
  must(
    await world.box.writer.write([
      { kind: "erasure/1", parents: [], noteId, survivors: [], envelopes: [] },
    ]),
  );
  // Killed here: the word is on the disk, nothing is done yet.
  const tablet = await world.tablet.restart();
  const box = await tablet.workspace.resume();
  if (!box) throw new Error("it did not come back");
  await carry(tablet.delivery, box);
  expect(await everythingIn(tablet, box)).not.toContain(secret);
});

test("takes it from a hub that was restored from an old backup, once more", async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, notes());
  await carryOnce(world);
  const old = await Promise.all(
    must(await world.box.envelopes.list()).map(async ({ digest }) => ({
      digest,
      bytes: must(await world.box.envelopes.read(digest)),
    })),
  );
  must(await eraseNote(world.tablet.delivery, world.box, (await secretIn(world.box)).noteId));
  await carryOnce(world);

  const backup = await createTestHub();
  for (const device of [world.office, world.tablet]) device.setNetwork(backup.network);
  must(await connectHub(world.office, world.desk, backup.setupCode));
  must(await registerBoxes(world.office, world.desk));
  const { box, keys } = world.box;
  for (const { digest, bytes } of old) {
    if (bytes) must(await world.tablet.hub.put(box, keys.tokens.send, digest, bytes));
  }
  const restored = { ...world, network: backup.network };
  expect(await readHub(restored)).toContain(secret);
  await carryOnce(world);
  await carryOnce(world);
  expect(await readHub(restored)).not.toContain(secret);
  expect(await everythingIn(world.tablet, world.box)).not.toContain(secret);
  expect(await textsIn(world.box)).toEqual([notes()[0]?.text, notes()[2]?.text]);
});
