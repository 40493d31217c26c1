// The main job, end to end, without a browser: real crypto, real stores, the real hub function over real SQLite.
import { expect, test } from "vitest";
import { tabulateDimensions } from "../../src/analysis/dimension-table.ts";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { closeSession } from "../../src/app/closing.ts";
import { connectHub, registerBoxes } from "../../src/app/desk/hub-registration.ts";
import { type Examined, examine } from "../../src/app/desk/intake-examine.ts";
import { importExamined } from "../../src/app/desk/intake-import.ts";
import { fetchFromHub, readFile } from "../../src/app/desk/intake-sources.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { makeHandOverFile } from "../../src/sync/hand-over-file.ts";
import { createTestDevice, must, noNetwork, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes, expectedTable } from "../fixtures/example-notes.ts";
import { createTestHub } from "../fixtures/live-hub.ts";
import { joinByCard, planOneSession, writeNotes } from "../fixtures/main-job.ts";

const tableOf = async (desk: OpenBox) => {
  const notes = listReleasedNotes(must(await desk.records.readAll()));
  const rows = tabulateDimensions(notes, ["A", "S", "V", "O"]);
  return Object.fromEntries(rows.map(({ dimension, byPolarity }) => [dimension, byPolarity]));
};

const pullIn = async (device: TestDevice, desk: OpenBox) => {
  const hub = must(await fetchFromHub(device, desk, () => undefined));
  const examined = must(await examine(device, desk, hub.found));
  must(await importExamined(desk, examined, hub));
  return examined;
};

const handOverFile = async (box: OpenBox) => {
  const entries = [];
  for (const { digest, box: target } of must(await box.envelopes.list())) {
    const bytes = must(await box.envelopes.read(digest));
    if (bytes) entries.push({ box: target, digest, bytes });
  }
  return makeHandOverFile(entries);
};

const takeFile = async (device: TestDevice, desk: OpenBox, bytes: Uint8Array<ArrayBuffer>) => {
  const found = await readFile(device, { name: "a.kuuluu", read: async () => bytes });
  const examined = must(await examine(device, desk, found ? must(found) : []));
  must(await importExamined(desk, examined));
  return examined;
};

const typesOf = (examined: readonly Examined[]) =>
  examined.map(({ verdict }) => verdict.type).sort();

test("carries twenty notes from the table to the desk's table by hub, written offline", async () => {
  const hub = await createTestHub();
  const office = await createTestDevice(hub.network);
  const { desk, link } = await planOneSession(office);
  must(await connectHub(office, desk, hub.setupCode));
  must(await registerBoxes(office, desk));

  const tablet = await createTestDevice(noNetwork);
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes());
  await tablet.courier.sendNow();
  expect(tablet.courier.state.value).toMatchObject({
    activity: "waiting",
    failure: "hub-unreachable",
  });

  tablet.setNetwork(hub.network);
  must(await closeSession(tablet.delivery, box));
  await tablet.courier.sendNow();
  expect(tablet.courier.state.value).toMatchObject({ activity: "idle" });

  const examined = await pullIn(office, desk);
  expect(typesOf(examined)).toEqual(["release"]);
  expect(await tableOf(desk)).toEqual(expectedTable());
});

test("carries the same notes by file alone, with no hub anywhere", async () => {
  const office = await createTestDevice();
  const { desk, link } = await planOneSession(office);
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes());
  must(await closeSession(tablet.delivery, box));

  const examined = await takeFile(office, desk, await handOverFile(box));
  expect(typesOf(examined)).toEqual(["release", "session"]);
  expect(await tableOf(desk)).toEqual(expectedTable());
});

test("changes nothing when the same release comes again, by any route and in any order", async () => {
  const hub = await createTestHub();
  const office = await createTestDevice(hub.network);
  const { desk, link } = await planOneSession(office);
  must(await connectHub(office, desk, hub.setupCode));
  must(await registerBoxes(office, desk));
  const tablet = await createTestDevice(hub.network);
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes());
  must(await closeSession(tablet.delivery, box));
  await tablet.courier.sendNow();

  const file = await handOverFile(box);
  await takeFile(office, desk, file);
  const before = must(await desk.records.readAll());
  await pullIn(office, desk);
  await pullIn(office, desk);
  expect(typesOf(await takeFile(office, desk, file))).toEqual(["known", "session"]);
  expect(must(await desk.records.readAll())).toEqual(before);
});

test("shows the desk no note before the closing step, only that something is on its way", async () => {
  const office = await createTestDevice();
  const { desk, link } = await planOneSession(office);
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes().slice(0, 3));
  await tablet.courier.sendNow();

  const [raw] = await takeFile(office, desk, await handOverFile(box));
  expect(raw?.verdict).toMatchObject({ type: "session", records: 3 });
  expect(listReleasedNotes(must(await desk.records.readAll()))).toEqual([]);
});

test("replaces the first release by the second when the session is closed again", async () => {
  const office = await createTestDevice();
  const { desk, link } = await planOneSession(office);
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes().slice(0, 3));
  must(await closeSession(tablet.delivery, box));
  await writeNotes(tablet, box, exampleNotes().slice(3, 5));
  must(await closeSession(tablet.delivery, box));

  await takeFile(office, desk, await handOverFile(box));
  expect(listReleasedNotes(must(await desk.records.readAll()))).toHaveLength(5);
});

test("goes on after a kill where it was, without a code", async () => {
  const office = await createTestDevice();
  const { link } = await planOneSession(office);
  const tablet = await createTestDevice();
  const before = await joinByCard(tablet, link);
  await writeNotes(tablet, before, exampleNotes().slice(0, 2));
  must(await before.drafts.write("capture", { text: "kesken jäänyt" }));

  const restarted = await tablet.restart();
  const box = await restarted.workspace.resume();
  expect(box?.box).toBe(before.box);
  expect(must((await box?.records.readAll()) ?? { ok: false, error: {} })).toHaveLength(2);
  expect(must((await box?.drafts.read("capture")) ?? { ok: false, error: {} })).toEqual({
    text: "kesken jäänyt",
  });
});

test("asks for the card after a lock, and still sends what was bundled", async () => {
  const hub = await createTestHub();
  const office = await createTestDevice(hub.network);
  const { desk, link } = await planOneSession(office);
  must(await connectHub(office, desk, hub.setupCode));
  const tablet = await createTestDevice(noNetwork);
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes());
  must(await closeSession(tablet.delivery, box));
  await tablet.workspace.lock();

  const locked = await tablet.restart();
  expect(await locked.workspace.resume()).toBeUndefined();
  locked.setNetwork(hub.network);
  await locked.courier.sendNow();
  await pullIn(office, desk);
  expect(await tableOf(desk)).toEqual(expectedTable());
  expect(must(await (await joinByCard(locked, link)).records.readAll()).length).toBeGreaterThan(20);
});

test("starts from a typed code and learns the receiver from the plan on the hub", async () => {
  const hub = await createTestHub();
  const office = await createTestDevice(hub.network);
  const { desk, link } = await planOneSession(office);
  must(await connectHub(office, desk, hub.setupCode));
  await office.courier.sendNow();

  const tablet = await createTestDevice(hub.network);
  const [code = ""] = [
    JSON.parse(atob(link.split("#/join/")[1]?.replaceAll("-", "+").replaceAll("_", "/") ?? "")).c,
  ];
  const box = must(await tablet.workspace.joinSession(code, "scribe"));
  expect(must(await box.records.readAll())).toEqual([]);
  await tablet.courier.sendNow();
  const [plan] = must(await box.records.readAll());
  expect(plan?.record).toMatchObject({ kind: "session/1", title: "Asukasilta, ryhmä 2" });
  expect(await closeSession(tablet.delivery, box)).toMatchObject({
    error: { type: "release-no-receiver" },
  });
});

test("sets aside what comes under a void card", async () => {
  const { voidCard } = await import("../../src/app/desk/desk-plan.ts");
  const office = await createTestDevice();
  const { desk, link, session } = await planOneSession(office);
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes().slice(0, 1));
  must(await closeSession(tablet.delivery, box));
  must(await voidCard(desk, session));

  const examined = await takeFile(office, desk, await handOverFile(box));
  expect(examined.every(({ verdict }) => verdict.type === "refused")).toBe(true);
  expect(must(await desk.envelopes.quarantined()).map(({ reason }) => reason)).toContain(
    "card-void",
  );
});

test("refuses another desk's release and keeps nothing of it", async () => {
  const office = await createTestDevice();
  const { link } = await planOneSession(office);
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, exampleNotes().slice(0, 1));
  must(await closeSession(tablet.delivery, box));
  const file = await handOverFile(box);

  const elsewhere = await createTestDevice();
  const other = await planOneSession(elsewhere);
  const examined = await takeFile(elsewhere, other.desk, file);
  expect(examined.map(({ verdict }) => verdict.type === "refused" && verdict.error.type)).toEqual([
    "not-for-us",
    "not-for-us",
  ]);
  expect(listReleasedNotes(must(await other.desk.records.readAll()))).toEqual([]);
});
