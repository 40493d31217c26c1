import { beforeEach, describe, expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { cutAll } from "../../src/app/delivery.ts";
import { voidCard } from "../../src/app/desk/desk-plan.ts";
import { createIntakeModel } from "../../src/app/desk/intake-model.ts";
import { failed } from "../../src/base/result.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createIntakeWorld,
  type dryRunOf,
  fileOf,
  handOver,
  type IntakeWorld,
  onlyReleases,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { planOneSession, writeNotes } from "../fixtures/main-job.ts";

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
});

const write = (from: number, to: number, at: Pick<IntakeWorld, "tablet" | "box"> = world) =>
  writeNotes(at.tablet, at.box, exampleNotes().slice(from, to));
const notesAtDesk = async () => listReleasedNotes(must(await world.desk.records.readAll()));
const verdicts = (run: ReturnType<typeof dryRunOf>) => run.lines.map(({ verdict }) => verdict);

describe("the dry run", () => {
  test("tells a first release with its notes and counts what lies behind it, and writes nothing", async () => {
    await write(0, 4);
    await close(world);
    const before = must(await world.desk.records.readAll()).length;

    const run = await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
    expect(verdicts(run)).toMatchObject([
      { type: "release", relation: "new", title: "Asukasilta, ryhmä 2", notes: 4 },
      { type: "raw", title: "Asukasilta, ryhmä 2", hasRelease: true },
    ]);
    expect(run).toMatchObject({ bringsAnything: true, sum: { sessions: 1, notes: 4, refused: 0 } });
    expect(run.lines[0]?.source).toEqual({ file: "a.kuuluu" });
    expect(must(await world.desk.records.readAll())).toHaveLength(before);
  });

  test("counts records that were not released and shows none of their text", async () => {
    await write(0, 3);
    await world.tablet.courier.sendNow();
    const run = await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
    expect(verdicts(run)).toMatchObject([{ type: "raw", records: 3, hasRelease: false }]);
    expect(run.bringsAnything).toBe(false);
    expect(JSON.stringify(run.lines)).not.toContain(exampleNotes()[0]?.text);
  });

  test("says after an import that the same file brings nothing", async () => {
    await write(0, 2);
    await close(world);
    const file = fileOf("a.kuuluu", await handOver(world.box, onlyReleases));
    await tryFiles(world.model, file);
    await world.model.importAll();
    expect(world.model.stage.value).toMatchObject({ at: "done", sum: { notes: 2 } });
    const before = must(await world.desk.records.readAll());

    const again = await tryFiles(world.model, file);
    expect(verdicts(again)).toMatchObject([
      { type: "known", isRepeat: false, titles: ["Asukasilta, ryhmä 2"] },
    ]);
    expect(again).toMatchObject({ bringsAnything: false, setsAside: false });
    await world.model.importAll();
    expect(must(await world.desk.records.readAll())).toEqual(before);
  });

  test("takes a file that was dropped twice once", async () => {
    await write(0, 2);
    await close(world);
    const bytes = await handOver(world.box, onlyReleases);
    const run = await tryFiles(
      world.model,
      fileOf("a.kuuluu", bytes),
      fileOf("copy.kuuluu", bytes),
    );
    expect(run.lines).toMatchObject([
      { source: { file: "a.kuuluu" }, verdict: { type: "release", relation: "new" } },
      { source: { file: "copy.kuuluu" }, verdict: { type: "known", isRepeat: true } },
    ]);
    expect(run.sum).toMatchObject({ notes: 2, skipped: 1 });
  });

  test("tells a newer release with the number of its changes", async () => {
    await write(0, 3);
    const { release } = await close(world);
    const first = await handOver(world.box, onlyReleases);
    await write(3, 5);
    await close(world);
    const second = await handOver(world.box, (e) => onlyReleases(e) && e.release !== release);

    await tryFiles(world.model, fileOf("1", first));
    await world.model.importAll();
    expect(verdicts(await tryFiles(world.model, fileOf("2", second)))).toMatchObject([
      { type: "release", relation: "newer", notes: 5, changed: 2 },
    ]);
    await world.model.importAll();
    expect(await notesAtDesk()).toHaveLength(5);
  });

  test("tells an older release that comes late as older", async () => {
    await write(0, 3);
    const { release } = await close(world);
    await write(3, 5);
    await close(world);
    const pick = (wanted: boolean) =>
      handOver(world.box, (e) => onlyReleases(e) && (e.release === release) === wanted);
    await tryFiles(world.model, fileOf("2", await pick(false)));
    await world.model.importAll();

    const run = await tryFiles(world.model, fileOf("1", await pick(true)));
    expect(run.sum).toMatchObject({ older: 1, notes: 0, changed: 0 });
    await world.model.importAll();
    expect(await notesAtDesk()).toHaveLength(5);
  });

  test("takes an import back and does it again, and nothing of it is gone meanwhile", async () => {
    await write(0, 4);
    await close(world);
    await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box, onlyReleases)));
    await world.model.importAll();
    expect(await notesAtDesk()).toHaveLength(4);
    const envelopes = must(await world.desk.envelopes.list()).length;
    await world.model.setAside(true);
    expect(world.model.stage.value).toMatchObject({ at: "done", undone: true });
    expect(await notesAtDesk()).toEqual([]);
    expect(must(await world.desk.envelopes.list()).length).toBeGreaterThanOrEqual(envelopes);
    await world.model.setAside(false);
    expect(await notesAtDesk()).toHaveLength(4);
  });

  test("keeps two releases that did not know each other side by side", async () => {
    const second = await world.join();
    await write(0, 2);
    await write(2, 5, second);
    await close(world);
    await close(second);
    await tryFiles(world.model, fileOf("1", await handOver(world.box, onlyReleases)));
    await world.model.importAll();

    const run = await tryFiles(world.model, fileOf("2", await handOver(second.box, onlyReleases)));
    expect(run.sum).toMatchObject({ rivals: 1, sessions: 0, renewed: 0 });
    await world.model.importAll();
    const [folded] = foldReleases(must(await world.desk.records.readAll()));
    expect(folded?.heads).toHaveLength(2);
    expect(await notesAtDesk()).toHaveLength(folded?.current.record.notes.length ?? 0);
  });

  test("tells another coordinator's work as the desk's own", async () => {
    const made = must(await world.office.workspace.createDesk("kolme muuta sanaa"));
    must(
      await made.desk.writer.write([
        { kind: "desk/1", parents: [], operator: "ngo", name: "Yhdistys", languages: ["fi"] },
      ]),
    );
    must(await cutAll(world.office.delivery, made.desk));
    const elsewhere = await createTestDevice();
    const same = must(await elsewhere.workspace.openDesk(made.code));
    const model = createIntakeModel(elsewhere, same);
    const run = await tryFiles(model, fileOf("d.kuuluu", await handOver(made.desk)));
    expect(verdicts(run)).toMatchObject([{ type: "desk", records: 1 }]);
    await model.importAll();
    expect(must(await same.records.readAll())).toHaveLength(1);
  });

  test("carries a long evening of two hundred notes", async () => {
    for (let turn = 0; turn < 10; turn += 1) await write(0, 20);
    await close(world);
    const run = await tryFiles(world.model, fileOf("a", await handOver(world.box)));
    expect(run.sum).toMatchObject({ sessions: 1, notes: 200 });
    await world.model.importAll();
    expect(await notesAtDesk()).toHaveLength(200);
  });
});

describe("what is refused", () => {
  test("says why each bad file was refused and takes the good one beside them", async () => {
    await write(0, 2);
    await close(world);
    const good = await handOver(world.box, onlyReleases);
    const run = await tryFiles(
      world.model,
      fileOf("hyvä.kuuluu", good),
      fileOf("katkennut.kuuluu", good.slice(0, -40)),
      fileOf("raportti.docx", new TextEncoder().encode("PK ei sittenkään")),
      fileOf("tyhjä.kuuluu", new Uint8Array()),
      { name: "elokuva.mp4", size: 10 ** 9, read: () => Promise.reject(new Error("was read")) },
      { name: "tikku.kuuluu", size: 5, read: () => Promise.reject(new Error("stick is gone")) },
    );
    expect(
      run.lines.map(({ source, verdict }) => [
        source.file,
        verdict.type === "refused" && verdict.error,
      ]),
    ).toEqual([
      ["hyvä.kuuluu", false],
      ["katkennut.kuuluu", "file-damaged"],
      ["raportti.docx", "file-foreign"],
      ["tyhjä.kuuluu", "file-empty"],
      ["elokuva.mp4", "file-too-large"],
      ["tikku.kuuluu", "file-unreadable"],
    ]);
    expect(run.sum).toMatchObject({ notes: 2, refused: 5 });
  });

  test("names the session of a void card and sets its deliveries aside", async () => {
    await write(0, 1);
    await close(world);
    must(await voidCard(world.desk, world.session));
    const run = await tryFiles(world.model, fileOf("a", await handOver(world.box)));
    expect(verdicts(run)).toMatchObject([
      { type: "refused", error: "card-void", title: "Asukasilta, ryhmä 2", deliveries: 2 },
    ]);
    expect(run).toMatchObject({ bringsAnything: false, setsAside: true });
    await world.model.importAll();
    expect(world.model.quarantined.value).toMatchObject([{ reason: "card-void", deliveries: 2 }]);
  });

  test("refuses another desk's delivery in one line", async () => {
    await write(0, 1);
    await close(world);
    const elsewhere = await createTestDevice();
    const other = await planOneSession(elsewhere);
    const model = createIntakeModel(elsewhere, other.desk);
    const run = await tryFiles(model, fileOf("a", await handOver(world.box)));
    expect(verdicts(run)).toMatchObject([{ type: "refused", error: "not-for-us", deliveries: 2 }]);
  });
});

describe("stopping and failing", () => {
  const stopAt = async (work: string, run: () => Promise<void>) => {
    const stop = world.model.stage.subscribe((stage) => {
      if (stage.at === "working" && stage.work === work) world.model.cancel();
    });
    await run();
    stop();
  };

  test("stops while reading and while examining, and has changed nothing", async () => {
    await write(0, 2);
    await close(world);
    const file = fileOf("a", await handOver(world.box));
    const before = must(await world.desk.records.readAll());
    for (const work of ["reading", "examining"]) {
      await stopAt(work, () => world.model.takeFiles([file]));
      expect(world.model.stage.value).toEqual({ at: "idle", wasStopped: true });
    }
    expect(must(await world.desk.records.readAll())).toEqual(before);
  });

  test("stops an import between two deliveries and goes on with the rest the next time", async () => {
    const second = await world.join();
    await write(0, 2);
    await write(2, 5, second);
    await close(world);
    await close(second);
    const files = [
      fileOf("1", await handOver(world.box, onlyReleases)),
      fileOf("2", await handOver(second.box, onlyReleases)),
    ];
    await tryFiles(world.model, ...files);
    await stopAt("importing", () => world.model.importAll());
    expect(world.model.stage.value).toMatchObject({
      at: "done",
      wasStopped: true,
      sum: { sessions: 1, rivals: 0 },
    });
    expect((await tryFiles(world.model, ...files)).sum).toMatchObject({ skipped: 1, rivals: 1 });
  });

  test("puts the dry run away without a trace", async () => {
    await write(0, 1);
    await close(world);
    await tryFiles(world.model, fileOf("a", await handOver(world.box)));
    world.model.cancel();
    expect(world.model.stage.value).toEqual({ at: "idle", wasStopped: true });
    await world.model.importAll();
    expect(await notesAtDesk()).toEqual([]);
  });

  test("tells a full disk and leaves the desk as it was", async () => {
    await write(0, 1);
    await close(world);
    const addAll = async () => failed({ type: "store-full" as const });
    const full = { ...world.desk, envelopes: { ...world.desk.envelopes, addAll } };
    const model = createIntakeModel(world.office, full);
    await tryFiles(model, fileOf("a", await handOver(world.box)));
    await model.importAll();
    expect(model.failure.value).toEqual({ type: "store-full" });
    expect(await notesAtDesk()).toEqual([]);
  });
});
