// Keeping and letting go, with moved clocks: warned first, never before what must come first, never silently.
import { expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { planSession } from "../../src/app/desk/desk-plan.ts";
import { toDeskState } from "../../src/app/desk/desk-view.ts";
import { clearHub } from "../../src/app/desk/hub-retention.ts";
import { listRoundTimes } from "../../src/app/desk/retention.ts";
import { certificatesOf, finishRemovals, removeRound } from "../../src/app/desk/round-removal.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { ofKind } from "../../src/domain/record.ts";
import { must } from "../fixtures/device.ts";
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

const dayMs = 24 * 60 * 60 * 1_000;
const evening = Date.UTC(2026, 10, 24, 18);

const recordsOf = async (desk: OpenBox) => must(await desk.records.readAll());
const timesAt = async ({ desk }: IntakeWorld, days: number) => {
  const [round] = listRoundTimes(await recordsOf(desk), evening + days * dayMs);
  if (!round) throw new Error("no round with notes");
  return round;
};
const roundOf = async (world: IntakeWorld) => (await timesAt(world, 0)).roundId;

/** Three notes have arrived by file and are receipted. */
const createArrived = async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  await close(world);
  await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  await world.model.importAll();
  return world;
};

/** The same by hub. */
const createOnHub = async () => {
  const world = await createHubWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  await close(world);
  await world.tablet.courier.sendNow();
  await world.model.lookAtHub();
  await world.model.importAll();
  await world.office.courier.sendNow();
  return world;
};
const onHub = async ({ office, desk, session, box }: IntakeWorld) => {
  const list = async (of: string, token: string) =>
    must(await office.hub.list(of, token, undefined)).items.map(({ digest }) => digest);
  return {
    session: await list(session, box.keys.tokens.read),
    desk: await list(desk.box, desk.keys.tokens.read),
  };
};

test("counts the times from the last hand-over, and warns before they run out", async () => {
  const world = await createArrived();
  expect((await timesAt(world, 0)).desk.state).toBe("running");
  expect((await timesAt(world, 340)).desk.state).toBe("soon");
  expect((await timesAt(world, 366)).desk.state).toBe("due");
  expect((await timesAt(world, 20)).hub.state).toBe("running");
  expect((await timesAt(world, 25)).hub.state).toBe("soon");
  expect((await timesAt(world, 31)).hub.state).toBe("due");
});

test("a clock set back to the year 2000 makes nothing due", async () => {
  const world = await createArrived();
  expect(await timesAt(world, -9_000)).toMatchObject({
    desk: { state: "running" },
    hub: { state: "running" },
  });
});

test("removes nothing while a session may still hand over", async () => {
  const world = await createArrived();
  const roundId = await roundOf(world);
  const draft = { roundId, title: "Myöhäinen", groups: [], languages: ["fi"] as const };
  must(await planSession(world.office, world.desk, draft));
  world.office.setClock(evening + 400 * dayMs);
  expect(await removeRound(world.office, world.desk, roundId)).toEqual({
    ok: false,
    error: { type: "removal-too-early" },
  });
  expect(listReleasedNotes(await recordsOf(world.desk))).toHaveLength(3);
});

test("removes nothing before the tables have their receipts", async () => {
  const world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 2));
  await close(world);
  const { importExamined } = await import("../../src/app/desk/intake-import.ts");
  const dryRun = await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  must(await importExamined(world.desk, dryRun.examined));
  world.office.setClock(evening + 400 * dayMs);
  const refused = await removeRound(world.office, world.desk, await roundOf(world));
  expect(refused).toEqual({ ok: false, error: { type: "removal-too-early" } });
});

test("removes the round's notes with a certificate that holds no content", async () => {
  const world = await createArrived();
  const roundId = await roundOf(world);
  world.office.setClock(evening + 400 * dayMs);
  must(await removeRound(world.office, world.desk, roundId));

  const records = await recordsOf(world.desk);
  expect(listReleasedNotes(records)).toEqual([]);
  expect(ofKind(records, "release/1")).toEqual([]);
  expect(must(await world.desk.envelopes.list()).filter(({ release }) => release)).toEqual([]);
  const [certificate] = certificatesOf(records, world.desk, roundId);
  expect(certificate?.record).toMatchObject({
    from: "desk",
    rule: "desk-time",
    notes: 3,
    sessions: 1,
  });
  expect(JSON.stringify(certificate)).not.toContain(exampleNotes()[0]?.text.slice(0, 12));
  // Plans, cards and receipts stay: a tablet may still ask.
  expect(ofKind(records, "receipt/1")).toHaveLength(1);
  expect(toDeskState(records).rounds[0]?.sessions[0]?.state).toBe("removed");
});

test("says on the certificate when a person removed it before its time", async () => {
  const world = await createArrived();
  const roundId = await roundOf(world);
  must(await removeRound(world.office, world.desk, roundId));
  const [certificate] = certificatesOf(await recordsOf(world.desk), world.desk, roundId);
  expect(certificate?.record.rule).toBe("before-time");
});

test("what was removed does not come back by a stick", async () => {
  const world = await createArrived();
  const stick = await handOver(world.box);
  must(await removeRound(world.office, world.desk, await roundOf(world)));
  const dryRun = await tryFiles(world.model, fileOf("again.kuuluu", stick));
  expect(dryRun.bringsAnything).toBe(false);
  await world.model.importAll();
  expect(listReleasedNotes(await recordsOf(world.desk))).toEqual([]);
});

test("finishes a removal that was interrupted after its word was written", async () => {
  const world = await createArrived();
  const roundId = await roundOf(world);
  const stuck = {
    ...world.desk,
    envelopes: {
      ...world.desk.envelopes,
      remove: async () => ({ ok: false as const, error: { type: "store-full" as const } }),
    },
  };
  expect(await removeRound(world.office, stuck, roundId)).toMatchObject({ ok: false });
  expect(listReleasedNotes(await recordsOf(world.desk))).toHaveLength(3);
  must(await finishRemovals(world.office, world.desk));
  expect(listReleasedNotes(await recordsOf(world.desk))).toEqual([]);
});

test("the release goes from the hub with the round", async () => {
  const world = await createOnHub();
  const release = must(await world.desk.envelopes.list()).find((each) => each.release)?.digest;
  expect((await onHub(world)).desk).toContain(release);
  must(await removeRound(world.office, world.desk, await roundOf(world)));
  expect((await onHub(world)).desk).not.toContain(release);
});

test("clears the hub of a session only when its time is up, and keeps plan and receipts there", async () => {
  const world = await createOnHub();
  const roundId = await roundOf(world);
  const before = await onHub(world);
  world.office.setClock(evening + 20 * dayMs);
  expect(must(await clearHub(world.office, world.desk, roundId))).toBe(0);
  expect(await onHub(world)).toEqual(before);

  world.office.setClock(evening + 31 * dayMs);
  expect(must(await clearHub(world.office, world.desk, roundId))).toBeGreaterThan(0);
  const ours = new Set<string>(must(await world.desk.envelopes.list()).map(({ digest }) => digest));
  expect((await onHub(world)).session.filter((digest) => !ours.has(digest))).toEqual([]);
  expect((await onHub(world)).session).toHaveLength(2);
  expect((await onHub(world)).desk).toEqual(before.desk);
  expect(must(await clearHub(world.office, world.desk, roundId))).toBe(0);
  const [certificate] = certificatesOf(await recordsOf(world.desk), world.desk, roundId);
  expect(certificate?.record).toMatchObject({ from: "hub", rule: "hub-time" });
});

test("leaves on the hub what no receipted release answers for", async () => {
  const world = await createOnHub();
  const roundId = await roundOf(world);
  await writeNotes(world.tablet, world.box, exampleNotes().slice(3, 5));
  await world.tablet.courier.sendNow();
  // The tablet's own newest, not what it has just been given by the desk.
  const { device } = world.box.signer;
  const late = must(await world.box.envelopes.list()).findLast((each) => each.device === device);
  world.office.setClock(evening + 31 * dayMs);
  must(await clearHub(world.office, world.desk, roundId));
  expect((await onHub(world)).session).toContain(late?.digest);
});
