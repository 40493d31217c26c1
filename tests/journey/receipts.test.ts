// The desk's word back to the table: by hub, by file, by telephone.
import { expect, test } from "vitest";
import { listReceipts, makeReceiptFile, makeReceipts } from "../../src/app/desk/receipts.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { parseHex } from "../../src/base/bytes.ts";
import { parseCode } from "../../src/base/code.ts";
import { toGroups } from "../../src/base/crockford.ts";
import { ofKind } from "../../src/domain/record.ts";
import { readHandOverFile } from "../../src/sync/hand-over-file.ts";
import { takeIn } from "../../src/sync/take-in.ts";
import { must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createHubWorld,
  createIntakeWorld,
  fileOf,
  handOver,
  type IntakeWorld,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const receiptsIn = async (box: OpenBox) => ofKind(must(await box.records.readAll()), "receipt/1");
const releaseEnvelopeOf = async (box: OpenBox) =>
  must(await box.envelopes.list()).findLast(({ release }) => release)?.digest ?? "";

const importFile = async ({ model, box }: IntakeWorld) => {
  await tryFiles(model, fileOf("a.kuuluu", await handOver(box)));
  await model.importAll();
};

/** What a tablet does with a file from the desk: takes what is of its own box and opens. */
const takeReceipts = async (tablet: TestDevice, box: OpenBox, bytes: Uint8Array<ArrayBuffer>) => {
  const receive = {
    bundleCrypto: tablet.crypto,
    identities: [box.keys.identity],
    cardFor: () => ({ enrol: box.keys.enrol, state: "live" as const }),
  };
  for (const entry of must(await readHandOverFile(bytes, tablet.crypto.digest))) {
    if (entry.box === box.box)
      must(await takeIn(box.envelopes, receive, entry.digest, entry.bytes));
  }
};

test("tells the tablet by hub that its release is in", async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  await close(world);
  await world.tablet.courier.sendNow();
  await world.model.lookAtHub();
  await world.model.importAll();
  await world.office.courier.sendNow();
  await world.tablet.courier.sendNow();

  const [receipt, ...more] = await receiptsIn(world.box);
  expect(more).toEqual([]);
  expect(receipt?.record).toMatchObject({
    envelope: await releaseEnvelopeOf(world.box),
    notes: 3,
    author: { device: world.desk.signer.device, role: "coordinator" },
  });
});

test("writes one receipt for one release, however often and in how many windows it is imported", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await close(world);
  await importFile(world);
  await importFile(world);
  await Promise.all([
    makeReceipts(world.office, world.desk),
    makeReceipts(world.office, world.desk),
  ]);
  expect(await receiptsIn(world.desk)).toHaveLength(1);

  await writeNotes(world.tablet, world.box, exampleNotes().slice(2, 3));
  await close(world);
  await importFile(world);
  expect(await receiptsIn(world.desk)).toHaveLength(2);
});

test("makes the receipt that a crash after the import left out", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await close(world);
  const { importExamined } = await import("../../src/app/desk/intake-import.ts");
  const dryRun = await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  must(await importExamined(world.desk, dryRun.examined));
  expect(await receiptsIn(world.desk)).toHaveLength(0);
  expect(must(await makeReceipts(world.office, world.desk))).toBe(1);
});

test("serves many sessions' tablets with one file, each taking its own", async () => {
  const world = await createIntakeWorld();
  const other = await world.join();
  for (const table of [world, other]) {
    await writeNotes(table.tablet, table.box, exampleNotes().slice(0, 2));
    await close(table);
    await tryFiles(world.model, fileOf("a.kuuluu", await handOver(table.box)));
    await world.model.importAll();
  }
  const file = must(await makeReceiptFile(world.office, world.desk));
  await takeReceipts(world.tablet, world.box, file?.bytes ?? new Uint8Array());
  const envelopes = (await receiptsIn(world.box)).map(({ record }) => record.envelope);
  expect(envelopes).toContain(await releaseEnvelopeOf(world.box));
  expect(file).toMatchObject({ sessions: 1, name: "kuuluu-receipts-2026-11-24.kuuluu" });
});

test("says on the telephone the very code that the tablet reckons for its release", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await close(world);
  await importFile(world);
  const [line] = must(await listReceipts(world.office, world.desk));
  const digest = parseHex(await releaseEnvelopeOf(world.box)) ?? new Uint8Array();
  const expected = await world.tablet.keys.makeReceiptCode(world.box.keys.enrol, digest);
  expect(must(parseCode("receipt", toGroups(line?.code ?? "")))).toBe(expected);
  expect(line).toMatchObject({ title: "Asukasilta, ryhmä 2", notes: 2 });
});

test("offers no file where nothing has arrived", async () => {
  const world = await createIntakeWorld();
  expect(must(await makeReceiptFile(world.office, world.desk))).toBeUndefined();
});
