// The board over a real hub: what is told of a session before its release, and that nothing is opened for it.
import { beforeEach, expect, test } from "vitest";
import { type BoardModel, createBoardModel } from "../../src/app/desk/board-model.ts";
import { toBoardState } from "../../src/app/desk/board-state.ts";
import { toDeskState } from "../../src/app/desk/desk-view.ts";
import { createTestDevice, must, noNetwork } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { close, createHubWorld, type HubWorld } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

let world: HubWorld;
let board: BoardModel;
const roundIdOf = async (desk: HubWorld["desk"]) =>
  toDeskState(must(await desk.records.readAll())).rounds[0]?.roundId ?? "";
beforeEach(async () => {
  world = await createHubWorld();
  board = createBoardModel(world.office, world.desk, await roundIdOf(world.desk));
});

const stateOn = async (today: string) => {
  const [round] = toDeskState(must(await world.desk.records.readAll())).rounds;
  const [session] = round?.sessions ?? [];
  if (!session) throw new Error("no session");
  // The world's session has no day of its own: the one given is as if it had been planned for the 24th.
  const card = { ...session.card, fields: { ...session.card.fields, plannedFor: "2026-11-24" } };
  return toBoardState({ ...session, card }, board.sealed.value, today);
};

test("goes from planned over collecting and review to arrived, by counts and times alone", async () => {
  const fetched: string[] = [];
  world.office.setNetwork(async (request) => {
    if (request.method === "GET" && /envelopes\/\w+$/.test(request.url)) fetched.push(request.url);
    return world.network(request);
  });
  // The desk's own plan lies in the box already, and counts for nothing.
  await world.office.courier.sendNow();
  await board.refresh();
  expect(await stateOn("2026-11-24")).toEqual({ type: "planned" });
  expect(await stateOn("2026-11-25")).toEqual({ type: "missing", sawHub: true });

  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
  await world.tablet.courier.sendNow();
  await board.refresh();
  expect(board.look.value).toMatchObject({ at: "seen" });
  expect(await stateOn("2026-11-24")).toMatchObject({ type: "collecting", deliveries: 1 });
  expect(await stateOn("2026-11-25")).toMatchObject({ type: "reviewing", deliveries: 1 });
  expect(fetched).toEqual([]);

  await close(world);
  await world.tablet.courier.sendNow();
  await world.model.lookAtHub();
  await world.model.importAll();
  await board.refresh();
  expect(await stateOn("2026-11-25")).toEqual({ type: "arrived" });
});

test("keeps what it saw when the hub is away, and says why", async () => {
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 1));
  await world.tablet.courier.sendNow();
  await board.refresh();
  world.office.setNetwork(noNetwork);
  await board.refresh();
  expect(board.look.value).toEqual({ at: "failed", error: { type: "hub-unreachable" } });
  expect(await stateOn("2026-11-24")).toMatchObject({ type: "collecting" });
});

test("ends with its screen: a late answer changes nothing", async () => {
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 1));
  await world.tablet.courier.sendNow();
  const looking = board.refresh();
  board.stop();
  await looking;
  expect(board.look.value).toEqual({ at: "unseen" });
  expect(board.sealed.value).toBeUndefined();
  await board.refresh();
  expect(board.look.value).toMatchObject({ at: "seen" });
});

test("does not take another coordinator's plan for notes", async () => {
  await world.office.courier.sendNow();
  const other = await createTestDevice(world.network);
  const desk = must(await other.workspace.openDesk(world.code));
  const { createArrivalModel } = await import("../../src/app/desk/arrival-model.ts");
  await createArrivalModel(other, desk).look();
  const there = createBoardModel(other, desk, await roundIdOf(desk));
  await there.refresh();
  expect(there.sealed.value?.get(world.session)).toEqual({ deliveries: 0 });

  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 1));
  await world.tablet.courier.sendNow();
  await there.refresh();
  expect(there.sealed.value?.get(world.session)).toMatchObject({ deliveries: 1 });
});

test("does nothing without a hub", async () => {
  must(await world.desk.updateFacts({ hasHub: false }));
  await board.refresh();
  expect(board.look.value).toEqual({ at: "unseen" });
});
