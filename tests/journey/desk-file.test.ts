// A desk that cannot be lost: its file, a wiped profile, and a fresh browser that opens it.
import { expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { packDesk } from "../../src/app/desk/desk-pack.ts";
import { planSession, voidCard } from "../../src/app/desk/desk-plan.ts";
import { unpackDesk } from "../../src/app/desk/desk-unpack.ts";
import { toDeskState } from "../../src/app/desk/desk-view.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { toHex, toUtf8 } from "../../src/base/bytes.ts";
import { toGroups } from "../../src/base/crockford.ts";
import { Digest } from "../../src/domain/schema.ts";
import { readDeskFile } from "../../src/sync/desk-file.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { close, createIntakeWorld, fileOf, handOver, tryFiles } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const passphrase = "kolme tavallista sanaa";

/** All that a person could count or read at a desk. */
const everythingOf = async (desk: OpenBox) => {
  const records = must(await desk.records.readAll());
  const { runs, rounds } = toDeskState(records);
  return {
    ids: records.map(({ id }) => id).sort(),
    runs,
    rounds: rounds.map(({ planned, arrived, notes, fields }) => ({
      planned,
      arrived,
      notes,
      fields,
    })),
    texts: listReleasedNotes(records).map(({ text }) => text),
    envelopes: must(await desk.envelopes.list())
      .map(({ digest }) => digest)
      .sort(),
    setAside: must(await desk.envelopes.quarantined()),
  };
};

/** A desk with a release of three notes, a second session, a void card and a strange envelope set aside. */
const createFullDesk = async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  await close(world);
  await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  await world.model.importAll();
  const [round] = toDeskState(must(await world.desk.records.readAll())).rounds;
  if (!round) throw new Error("no round");
  const { roundId } = round;
  const draft = { roundId, groups: [], languages: ["fi"] as const };
  must(await planSession(world.office, world.desk, { ...draft, title: "Toinen pöytä" }));
  must(await voidCard(world.desk, world.session));
  const strange = Uint8Array.of(1, 2, 3);
  const digest = Digest.parse(toHex(await world.office.crypto.digest(strange)));
  must(await world.desk.envelopes.quarantine(digest, strange, "record-newer"));
  must(await world.desk.drafts.write("guide", { title: "kesken" }));
  return world;
};

const restore = async (
  device: TestDevice,
  bytes: Uint8Array<ArrayBuffer>,
  secret: { readonly code: string } | { readonly passphrase: string },
) => {
  const file = must(await readDeskFile(bytes, device.crypto.digest));
  const desk = must(await device.workspace.restoreDesk(file, secret));
  return { desk, report: must(await unpackDesk(device, desk, file)) };
};

test("a wiped profile is restored from the file by passphrase, with equal folds and counts", async () => {
  const { office, desk } = await createFullDesk();
  const packed = must(await packDesk(office, desk));
  const before = await everythingOf(desk);
  expect(before.texts).toHaveLength(3);

  const fresh = await createTestDevice();
  const { desk: restored, report } = await restore(fresh, packed.bytes, { passphrase });
  expect(await everythingOf(restored)).toEqual(before);
  expect(report).toMatchObject({ damaged: 0, known: 0, records: before.ids.length });
  expect(report.recordsThen).toBe(report.records);
  expect(must(await restored.drafts.read("guide"))).toEqual({ title: "kesken" });

  // The desk works on: its own signature, and the passphrase as before.
  expect(restored.signer.device).not.toBe(desk.signer.device);
  const later = await fresh.restart();
  expect((await later.workspace.openWithPassphrase(desk.box, passphrase)).ok).toBe(true);
});

test("the same file opens by the code of the recovery sheet", async () => {
  const office = await createTestDevice();
  const { desk, code } = must(await office.workspace.createDesk(passphrase));
  must(
    await desk.writer.write([
      { kind: "desk/1", parents: [], operator: "ngo", name: "Kohtaamisia ry", languages: ["fi"] },
    ]),
  );
  const packed = must(await packDesk(office, desk));
  const fresh = await createTestDevice();
  const { desk: restored } = await restore(fresh, packed.bytes, { code: toGroups(code) });
  expect(await everythingOf(restored)).toEqual(await everythingOf(desk));

  const other = await createTestDevice();
  const file = must(await readDeskFile(packed.bytes, other.crypto.digest));
  const wrong = await other.workspace.restoreDesk(file, { passphrase: "aivan muut sanat" });
  expect(wrong).toEqual({ ok: false, error: { type: "wrong-key" } });
  const { code: otherCode } = must(await other.workspace.createDesk(passphrase));
  const foreign = await other.workspace.restoreDesk(file, { code: otherCode });
  expect(foreign).toEqual({ ok: false, error: { type: "code-of-other-desk" } });
  expect(must(await other.device.readBox(desk.box))).toBeUndefined();
});

test("taking the file in again, or where the desk has gone on, adds nothing and loses nothing", async () => {
  const { office, desk } = await createFullDesk();
  const packed = must(await packDesk(office, desk));
  const before = await everythingOf(desk);
  const { report } = await restore(office, packed.bytes, { passphrase });
  expect(report).toMatchObject({ added: 0, damaged: 0 });
  expect(await everythingOf(desk)).toEqual(before);
});

test("an envelope damaged in the file is counted, and the rest is restored", async () => {
  const { office, desk } = await createFullDesk();
  const packed = must(await packDesk(office, desk));
  const release = must(await desk.envelopes.list()).find((each) => each.release);
  if (!release) throw new Error("no release");
  const bytes = must(await desk.envelopes.read(release.digest)) ?? new Uint8Array();
  const at = Buffer.from(packed.bytes).indexOf(Buffer.from(bytes));
  const spoilt = packed.bytes.slice();
  spoilt[at + 400] = (spoilt[at + 400] ?? 0) ^ 1;

  const { desk: restored, report } = await restore(await createTestDevice(), spoilt, {
    passphrase,
  });
  expect(report).toMatchObject({ damaged: 1 });
  expect(report.records).toBe(report.recordsThen - 1);
  expect((await everythingOf(restored)).rounds[0]).toMatchObject({ planned: 1, arrived: 0 });
});

test("a list of contents that the desk did not write is refused", async () => {
  const { office, desk } = await createFullDesk();
  const packed = must(await packDesk(office, desk));
  const file = must(await readDeskFile(packed.bytes, office.crypto.digest));
  const manifest = {
    ...{ box: desk.box, madeAt: file.madeAt, records: 0, drafts: [] },
    ...{ envelopes: [], setAside: [] },
  };
  const text = `${"0".repeat(64)}\n${JSON.stringify(manifest)}`;
  const forged = await office.crypto.seal(toUtf8(text), [desk.keys.recipient]);
  const result = await unpackDesk(office, desk, { ...file, manifest: forged });
  expect(result).toEqual({ ok: false, error: { type: "file-damaged" } });
});

test("no note, name or code lies in the file in clear", async () => {
  const { office, desk } = await createFullDesk();
  const { bytes } = must(await packDesk(office, desk));
  const text = Buffer.from(bytes).toString("latin1");
  const words = exampleNotes()
    .slice(0, 3)
    .map(({ text: said }) => said.slice(0, 12));
  for (const word of [...words, "Kohtaamisia", "Asukasilta", "AGE-SECRET"]) {
    expect(text.includes(Buffer.from(word, "utf8").toString("latin1"))).toBe(false);
  }
});

test.each([
  ["nothing", new Uint8Array(), "file-empty"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), "file-foreign"],
])("refuses %s", async (_name, bytes, type) => {
  const device = await createTestDevice();
  expect(await readDeskFile(bytes, device.crypto.digest)).toEqual({ ok: false, error: { type } });
});

test("refuses a hand-over file and a file cut short", async () => {
  const { office, desk, box } = await createFullDesk();
  const { digest } = office.crypto;
  const foreign = await readDeskFile(await handOver(box), digest);
  expect(foreign).toEqual({ ok: false, error: { type: "file-foreign" } });
  const { bytes } = must(await packDesk(office, desk));
  const short = await readDeskFile(bytes.slice(0, bytes.length - 30), digest);
  expect(short).toEqual({ ok: false, error: { type: "file-damaged" } });
});
