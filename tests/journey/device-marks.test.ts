// An emptied device says so, changes nothing elsewhere, and gets back what had left it.
import { expect, test, vi } from "vitest";
import { connectHub, registerBoxes } from "../../src/app/desk/hub-registration.ts";
import { createDeviceMarks } from "../../src/app/support/marks.ts";
import { failed } from "../../src/base/result.ts";
import { ofKind } from "../../src/domain/record.ts";
import { createMemorySecond, createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createTestHub } from "../fixtures/live-hub.ts";
import { joinByCard, planOneSession, writeNotes } from "../fixtures/main-job.ts";

/** A tablet with written notes whose numbers are in both stores. */
const writtenTablet = async (device: TestDevice, link: string, count: number) => {
  await device.marks.start();
  const box = await joinByCard(device, link);
  await writeNotes(device, box, exampleNotes().slice(0, count));
  await vi.waitFor(() => expect(device.marks.boxes.value.get(box.box)?.rows).toBe(count));
  await device.marks.flush();
  return box;
};

const startAgain = async (device: TestDevice) => {
  const next = await device.restart();
  await next.marks.start();
  return next;
};

test("a new device has nothing to tell", async () => {
  const device = await createTestDevice();
  await device.marks.start();
  expect(device.marks.lost.value).toBeUndefined();
});

test("says how much was here when the database has vanished, until somebody has read it", async () => {
  const { link } = await planOneSession(await createTestDevice());
  const tablet = await createTestDevice();
  await writtenTablet(tablet, link, 7);
  expect((await startAgain(tablet)).marks.lost.value).toBeUndefined();

  tablet.emptyDatabase();
  const emptied = await startAgain(tablet);
  expect(emptied.marks.lost.value).toMatchObject({ sessions: 1, notes: 7, unsent: 7 });
  // Not read yet: another start tells it again, also once something new was written.
  await writtenTablet(emptied, link, 1);
  const later = await startAgain(emptied);
  expect(later.marks.lost.value).toMatchObject({ sessions: 1, notes: 7 });

  await later.marks.acknowledge();
  expect((await startAgain(later)).marks.lost.value).toBeUndefined();
});

test("a session removed on purpose is not said to be lost", async () => {
  const { link } = await planOneSession(await createTestDevice());
  const tablet = await createTestDevice();
  const box = await writtenTablet(tablet, link, 3);
  must(await tablet.device.removeBox(box.box));
  await tablet.marks.flush();
  expect((await startAgain(tablet)).marks.lost.value).toBeUndefined();
  tablet.emptyDatabase();
  expect((await startAgain(tablet)).marks.lost.value).toBeUndefined();
});

test("an emptied device overwrites nothing: by its card it gets back what had left it", async () => {
  const hub = await createTestHub();
  const office = await createTestDevice(hub.network);
  const { desk, link } = await planOneSession(office);
  must(await connectHub(office, desk, hub.setupCode));
  must(await registerBoxes(office, desk));
  const tablet = await createTestDevice(hub.network);
  const box = await writtenTablet(tablet, link, 5);
  await tablet.courier.sendNow();
  const sent = must(await box.envelopes.list()).map(({ digest }) => digest);

  tablet.emptyDatabase();
  const emptied = await startAgain(tablet);
  const again = await joinByCard(emptied, link);
  await writeNotes(emptied, again, exampleNotes().slice(5, 6));
  await emptied.courier.sendNow();
  const back = must(await again.envelopes.list()).map(({ digest }) => digest);
  expect(back).toEqual(expect.arrayContaining(sent));
  expect(ofKind(must(await again.records.readAll()), "note/1")).toHaveLength(6);
});

test("leaves the numbers beside the database alone while the database takes no writes", async () => {
  const second = createMemorySecond();
  const before = JSON.stringify({
    sums: { sessions: 1, desks: 0, notes: 9, unsent: 0, seenMs: 5 },
  });
  second.write(before);
  const { device, delivery, workspace, env } = await createTestDevice();
  const full = async () => failed({ type: "store-full" } as const);
  const marks = createDeviceMarks({
    now: env.now,
    device: { ...device, writeSetting: full },
    outboxOf: delivery.outboxOf,
    workspace,
    second,
    after: () => () => undefined,
  });
  await marks.start();
  expect(marks.lost.value).toMatchObject({ notes: 9 });
  expect(second.read()).toBe(before);
});
