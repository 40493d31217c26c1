import { beforeEach, describe, expect, test } from "vitest";
import { restoreCard, voidCard } from "../../src/app/desk/desk-plan.ts";
import { listDropped } from "../../src/app/desk/folder-files.ts";
import { createIntakeModel } from "../../src/app/desk/intake-model.ts";
import type { PickedFile } from "../../src/app/desk/intake-sources.ts";
import { type Bytes, toUtf8 } from "../../src/base/bytes.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createIntakeWorld,
  dryRunOf,
  fileOf,
  handOver,
  type IntakeWorld,
  onlyReleases,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await close(world);
});

const inFolder = (name: string, bytes: Bytes, size = bytes.length): PickedFile => ({
  name,
  size,
  read: async () => bytes,
  readHead: async () => bytes.slice(0, 64),
});
const never = (): Promise<Bytes> => Promise.reject(new Error("was read"));
const takeFolder = async (...files: readonly PickedFile[]) => {
  await world.model.takeFolder(async () => files);
  return dryRunOf(world.model);
};

describe("a folder", () => {
  test("gives what is ours by its content, and the rest is passed over unread", async () => {
    const bytes = await handOver(world.box);
    const docx = new Uint8Array(toUtf8("PK\u0003\u0004 and then something else"));
    const run = await takeFolder(
      inFolder("tikku/pöytä 2/luovutus.kuuluu", bytes),
      inFolder("tikku/loma.jpg", toUtf8("ÿØÿà")),
      inFolder("tikku/raportti.docx", docx),
      { ...inFolder("tikku/elokuva.mp4", toUtf8("ftyp"), 9e9), read: never },
      inFolder("tikku/tyhjä.txt", new Uint8Array()),
    );
    expect(run.passedOver).toBe(4);
    expect(run.sum).toMatchObject({ sessions: 1, notes: 2, refused: 0 });
  });

  test("gives single envelopes, as somebody unpacked them", async () => {
    const files: PickedFile[] = [];
    for (const { digest, box } of must(await world.box.envelopes.list())) {
      const bytes = must(await world.box.envelopes.read(digest)) ?? new Uint8Array();
      files.push(inFolder(`purettu/${box}/${digest}`, bytes));
    }
    const run = await takeFolder(...files);
    expect(run.passedOver).toBe(0);
    expect(run.sum).toMatchObject({ sessions: 1, notes: 2, refused: 0 });
  });

  test("says which of our own files is damaged, and which part could not be read", async () => {
    const bytes = await handOver(world.box);
    const run = await takeFolder(
      inFolder("tikku/katkennut.kuuluu", bytes.slice(0, -20)),
      inFolder("tikku/ei meidän.kuuluu", toUtf8("?")),
      { name: "tikku/salainen", read: never },
    );
    expect(run.passedOver).toBe(0);
    expect(
      run.lines.map(({ source, verdict }) => [
        source.file,
        verdict.type === "refused" && verdict.error,
      ]),
    ).toEqual([
      ["tikku/katkennut.kuuluu", "file-damaged"],
      ["tikku/ei meidän.kuuluu", "file-foreign"],
      ["tikku/salainen", "file-unreadable"],
    ]);
  });

  test("renamed on its way, a hand-over file is still known", async () => {
    const run = await takeFolder(inFolder("sähköposti/luovutus.zip", await handOver(world.box)));
    expect(run.sum).toMatchObject({ sessions: 1, notes: 2 });
  });

  test("is listed at any depth when it is dropped, a hundred at a time", async () => {
    const file = (path: string): FileSystemFileEntry =>
      // Only what is read of an entry.
      ({
        isDirectory: false,
        fullPath: path,
        file: (give: (file: File) => void) => give(new File(["x"], path)),
      }) as unknown as FileSystemFileEntry;
    const folder = (path: string, batches: readonly (readonly FileSystemEntry[])[]) =>
      ({
        isDirectory: true,
        fullPath: path,
        createReader: () => {
          const left = [...batches];
          return { readEntries: (give: (some: unknown) => void) => give(left.shift() ?? []) };
        },
      }) as unknown as FileSystemDirectoryEntry;
    const broken = {
      isDirectory: true,
      fullPath: "/a/rikki",
      createReader: () => ({
        readEntries: (_give: unknown, fail: (why: Error) => void) => fail(new Error("no")),
      }),
    } as unknown as FileSystemEntry;
    const transfer = (...entries: readonly FileSystemEntry[]) =>
      ({
        items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
      }) as unknown as DataTransfer;

    expect(listDropped(transfer(file("/yksin")))).toBeUndefined();
    const list = listDropped(
      transfer(
        folder("/a", [
          [file("/a/1"), folder("/a/b", [[file("/a/b/2")]])],
          [broken, file("/a/3")],
        ]),
        file("/yksin"),
      ),
    );
    const files = (await list?.()) ?? [];
    expect(files.map(({ name }) => name)).toEqual(["a/1", "a/b/2", "a/rikki", "a/3", "yksin"]);
    await expect(files[2]?.read()).rejects.toThrow();
  });
});

describe("what was set aside", () => {
  const setAside = async () => {
    await tryFiles(world.model, fileOf("a", await handOver(world.box)));
    await world.model.importAll();
  };
  const retry = async () => {
    await world.model.tryAgain();
    return dryRunOf(world.model);
  };

  test("comes in by another try, without its file, once its card lives again", async () => {
    must(await voidCard(world.desk, world.session));
    await setAside();
    expect(await retry()).toMatchObject({ lines: [], stillAside: 2, bringsAnything: false });

    must(await restoreCard(world.desk, world.session));
    const run = await retry();
    expect(run).toMatchObject({ stillAside: 0, bringsAnything: true, sum: { notes: 2 } });
    await world.model.importAll();
    // The session's own delivery is no release: it stays sealed, and says so.
    expect(world.model.quarantined.value).toMatchObject([{ reason: "raw-kept", deliveries: 1 }]);
    expect(await retry()).toMatchObject({ lines: [], stillAside: 0 });
  });

  test("comes in once its card is known, though nobody says which card it is", async () => {
    // Another device of the same desk, which has no card yet.
    const other = await createTestDevice();
    const desk = must(await other.workspace.openDesk(world.code));
    const model = createIntakeModel(other, desk);
    await tryFiles(model, fileOf("a", await handOver(world.box, onlyReleases)));
    await model.importAll();
    expect(model.quarantined.value).toMatchObject([{ reason: "card-unknown" }]);

    const records = must(await world.desk.records.readAll());
    must(await desk.records.append(records.filter(({ record }) => record.box === world.desk.box)));
    await model.tryAgain();
    expect(dryRunOf(model)).toMatchObject({ stillAside: 0, sum: { sessions: 1, notes: 2 } });
    await model.importAll();
    expect(model.quarantined.value).toEqual([]);
  });

  test("does not come along with every look when its reason cannot have passed", async () => {
    const elsewhere = await createTestDevice();
    const { planOneSession } = await import("../fixtures/main-job.ts");
    const { desk } = await planOneSession(elsewhere);
    const model = createIntakeModel(elsewhere, desk);
    await tryFiles(model, fileOf("a", await handOver(world.box)));
    await model.importAll();
    expect(model.quarantined.value).toMatchObject([{ reason: "not-for-us", deliveries: 2 }]);
    await model.tryAgain();
    expect(dryRunOf(model)).toMatchObject({ lines: [], stillAside: 2 });
  });
});
