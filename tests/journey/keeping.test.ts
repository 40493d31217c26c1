// What becomes of a session on its tablet after the hand-over: the desk's word, the time of keeping, the removal.
import { describe, expect, test } from "vitest";
import { listReceipts, makeReceiptFile } from "../../src/app/desk/receipts.ts";
import { openFile } from "../../src/app/keeping/open-file.ts";
import { takeReceiptCode } from "../../src/app/keeping/receipts.ts";
import { lookAtHeld, readCertificates, removeBox, sweep } from "../../src/app/keeping/removal.ts";
import type { BoxId } from "../../src/domain/schema.ts";
import { must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createHubWorld,
  createIntakeWorld,
  fileOf,
  handOver,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const dayMs = 24 * 60 * 60 * 1_000;

const heldOf = async (device: TestDevice, box: BoxId) => {
  const stored = must(await device.device.readBox(box));
  if (!stored) throw new Error("the box is gone");
  return must(await lookAtHeld(device, stored));
};

/** Written, closed and imported at the desk by file; the tablet has not heard of it yet. */
const importedWorld = async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  await close(world);
  await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  await world.model.importAll();
  return world;
};
const phoneCode = async (world: Awaited<ReturnType<typeof importedWorld>>) => {
  const [line] = must(await listReceipts(world.office, world.desk));
  if (!line) throw new Error("no receipt at the desk");
  return line.code;
};

describe("the desk's word", () => {
  test("comes by hub while the session is open", async () => {
    const world = await createHubWorld();
    await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
    await close(world);
    await world.tablet.courier.sendNow();
    expect((await heldOf(world.tablet, world.box.box)).safety).toEqual({
      type: "needed",
      why: "no-receipt",
    });
    await world.model.lookAtHub();
    await world.model.importAll();
    await world.office.courier.sendNow();
    await world.tablet.courier.sendNow();
    expect((await heldOf(world.tablet, world.box.box)).safety.type).toBe("safe");
  });

  test("comes by file", async () => {
    const world = await importedWorld();
    const file = must(await makeReceiptFile(world.office, world.desk));
    const bytes = file?.bytes ?? new Uint8Array();
    const picked = { size: bytes.length, read: async () => bytes };
    const taken = must(await openFile(world.tablet, picked));
    expect(taken).toMatchObject({ receipts: 1, refused: 0, others: 0 });
    expect(must(await openFile(world.tablet, picked))).toMatchObject({ added: 0, receipts: 0 });
    expect((await heldOf(world.tablet, world.box.box)).safety.type).toBe("safe");
  });

  test("comes by telephone to a locked tablet, which has no key", async () => {
    const world = await importedWorld();
    await world.tablet.locking.lockUp();
    const again = await world.tablet.restart();
    const outbox = again.delivery.outboxOf(world.box.box);
    const code = await phoneCode(world);
    must(await takeReceiptCode(again, outbox, world.box.box, code));
    expect((await heldOf(again, world.box.box)).safety.type).toBe("safe");
  });

  test("is refused when mistyped, and when it is another release's", async () => {
    const world = await importedWorld();
    const other = await importedWorld();
    const outbox = world.tablet.delivery.outboxOf(world.box.box);
    const take = async (typed: string) => {
      const taken = await takeReceiptCode(world.tablet, outbox, world.box.box, typed);
      return taken.ok ? "taken" : taken.error.type;
    };
    const right = await phoneCode(world);
    const wrong = `${right.slice(0, 3)}${right[3] === "Q" ? "R" : "Q"}${right.slice(4)}`;
    expect(await take(wrong)).toBe("code-mistyped");
    expect(await take(right.slice(0, 8))).toBe("code-length");
    expect(await take(await phoneCode(other))).toBe("receipt-other");
    expect((await heldOf(world.tablet, world.box.box)).safety.type).toBe("needed");
  });
});

describe("removing a session from its tablet", () => {
  test("is refused while the desk has not spoken, and done when it has, with a certificate", async () => {
    const world = await importedWorld();
    const { tablet, box } = world;
    await tablet.locking.lockUp();
    const early = await removeBox(tablet, box.box, "hand");
    expect(early.ok ? "removed" : early.error.type).toBe("removal-needed");
    const outbox = tablet.delivery.outboxOf(box.box);
    must(await takeReceiptCode(tablet, outbox, box.box, await phoneCode(world)));
    const certificate = must(await removeBox(tablet, box.box, "hand"));
    expect(certificate).toMatchObject({ box: box.box, by: "hand" });
    expect(must(await tablet.device.readBox(box.box))).toBeUndefined();
    expect(must(await outbox.list())).toEqual([]);
    expect(must(await tablet.device.readSealedRows(box.box)).records).toEqual([]);
    expect(await readCertificates(tablet.device)).toEqual([certificate]);
  });

  test("is refused while the session is open", async () => {
    const { tablet, box } = await importedWorld();
    const removed = await removeBox(tablet, box.box, "forced");
    expect(removed.ok ? "removed" : removed.error.type).toBe("removal-open");
    expect(must(await tablet.device.readBox(box.box))).toBeDefined();
  });

  test("happens by itself after the round's time, told a day before, and never without a receipt", async () => {
    const world = await importedWorld();
    const { tablet, box } = world;
    await tablet.locking.lockUp();
    const now = tablet.env.now();

    // Ten years on, unreceipted: stays.
    tablet.setClock(now + 3_650 * dayMs);
    expect(must(await sweep(tablet))).toEqual([]);
    tablet.setClock(now + 3_660 * dayMs);
    expect(must(await sweep(tablet))).toEqual([]);

    tablet.setClock(now);
    const outbox = tablet.delivery.outboxOf(box.box);
    must(await takeReceiptCode(tablet, outbox, box.box, await phoneCode(world)));
    tablet.setClock(now + 13 * dayMs);
    expect(must(await sweep(tablet))).toEqual([]);
    expect((await heldOf(tablet, box.box)).keeping.type).toBe("kept");
    tablet.setClock(now + 15 * dayMs);
    expect(must(await sweep(tablet))).toEqual([]);
    expect((await heldOf(tablet, box.box)).keeping.type).toBe("told");
    tablet.setClock(now + 15 * dayMs + 3_600_000);
    expect(must(await sweep(tablet))).toEqual([]);
    tablet.setClock(now + 17 * dayMs);
    expect(must(await sweep(tablet))).toMatchObject([{ box: box.box, by: "time" }]);
    expect(must(await tablet.device.listBoxes())).toEqual([]);
  });
});
