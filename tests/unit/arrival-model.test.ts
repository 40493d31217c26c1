import { beforeEach, describe, expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { cutAll } from "../../src/app/delivery.ts";
import { createArrivalModel, isBlank } from "../../src/app/desk/arrival-model.ts";
import { toDeskState } from "../../src/app/desk/desk-view.ts";
import { connectHub } from "../../src/app/desk/hub-registration.ts";
import { createIntakeModel } from "../../src/app/desk/intake-model.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import {
  createTestDevice,
  must,
  type Network,
  noNetwork,
  type TestDevice,
} from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createHubWorld,
  createIntakeWorld,
  dryRunOf,
  fileOf,
  type HubWorld,
  handOver,
  onlyReleases,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { createTestHub } from "../fixtures/live-hub.ts";
import { writeNotes } from "../fixtures/main-job.ts";

const logInPage: Network = async () =>
  new Response("<h1>Welcome</h1>", { headers: { "Content-Type": "text/html" } });

/** A second coordinator's laptop, where the recovery sheet's code was typed. */
const openElsewhere = async (code: string, network: Network) => {
  const laptop = await createTestDevice(network);
  const desk = must(await laptop.workspace.openDesk(code));
  return { laptop, desk, model: createArrivalModel(laptop, desk) };
};
const stateOf = async (desk: OpenBox) => toDeskState(must(await desk.records.readAll()));

describe("a desk opened by its code on a new device", () => {
  let world: HubWorld;
  beforeEach(async () => {
    world = await createHubWorld();
    await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
    await close(world);
    await world.tablet.courier.sendNow();
    await world.office.courier.sendNow();
  });

  test("has its rounds and cards from the hub at once, and leaves the releases to the intake", async () => {
    const { laptop, desk, model } = await openElsewhere(world.code, world.network);
    expect(isBlank(await stateOf(desk))).toBe(true);
    await model.look();
    expect(model.stage.value).toEqual({ at: "arrived", waiting: 1 });
    const state = await stateOf(desk);
    expect(state.runs?.name).toBe("Kohtaamisia ry");
    expect(state.rounds[0]).toMatchObject({ planned: 1, arrived: 0 });
    expect(desk.facts().hasHub).toBe(true);

    const intake = createIntakeModel(laptop, desk);
    await intake.lookAtHub();
    expect(dryRunOf(intake).sum).toMatchObject({ sessions: 1, notes: 3, refused: 0 });
    await intake.importAll();
    expect(listReleasedNotes(must(await desk.records.readAll()))).toHaveLength(3);
  });

  test("has the same when looked at twice", async () => {
    const { desk, model } = await openElsewhere(world.code, world.network);
    await model.look();
    const before = must(await desk.records.readAll()).length;
    await model.look();
    expect(must(await desk.records.readAll())).toHaveLength(before);
  });

  test.each([
    ["no network", noNetwork, "no-hub"],
    ["a log-in page in the way", logInPage, "no-hub"],
  ] as const)(
    "says that no server answers with %s, and keeps what it has",
    async (_, network, why) => {
      const { desk, model } = await openElsewhere(world.code, network);
      await model.look();
      expect(model.stage.value).toEqual({ at: "nothing", why });
      expect(must(await desk.records.readAll())).toEqual([]);
      expect(desk.facts().hasHub).toBe(false);
    },
  );

  test("says when the server knows another desk only", async () => {
    const other = await createTestHub();
    const { model } = await openElsewhere(world.code, other.network);
    await model.look();
    expect(model.stage.value).toEqual({ at: "nothing", why: "unknown" });
  });

  test("tells a busy server in its own words and tries again when asked", async () => {
    const problem = { type: "urn:kuuluu:problem:too-many-requests", title: "", status: 429 };
    const headers = { "Content-Type": "application/problem+json" };
    const busy: Network = async () => Response.json(problem, { status: 429, headers });
    const { laptop, model } = await openElsewhere(world.code, busy);
    await model.look();
    expect(model.stage.value).toMatchObject({ at: "failed", error: { type: "hub-busy" } });
    laptop.setNetwork(world.network);
    await model.look();
    expect(model.stage.value).toMatchObject({ at: "arrived" });
  });
});

test("says so when the server knows the desk and holds nothing of it", async () => {
  const hub = await createTestHub();
  const { office, desk, code } = await createIntakeWorld();
  office.setNetwork(hub.network);
  must(await connectHub(office, desk, hub.setupCode));
  const { model } = await openElsewhere(code, hub.network);
  await model.look();
  expect(model.stage.value).toEqual({ at: "nothing", why: "empty" });
});

describe("a release that comes before its card", () => {
  const files = async () => {
    const world = await createIntakeWorld();
    await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
    await close(world);
    must(await cutAll(world.office.delivery, world.desk));
    const release = fileOf("luovutus.kuuluu", await handOver(world.box, onlyReleases));
    const cards = fileOf(
      "tyopoyta.kuuluu",
      await handOver(world.desk, ({ box }) => box === world.desk.box),
    );
    const laptop: TestDevice = await createTestDevice();
    const desk = must(await laptop.workspace.openDesk(world.code));
    return { release, cards, desk, laptop, model: createIntakeModel(laptop, desk) };
  };

  test("is taken with it from one heap, whichever file was picked first", async () => {
    const { release, cards, model } = await files();
    const { sum } = await tryFiles(model, release, cards);
    expect(sum).toMatchObject({ sessions: 1, notes: 3, refused: 0 });
  });

  test("is set aside, and comes in with the next look after the card has come", async () => {
    const { release, cards, desk, model } = await files();
    expect((await tryFiles(model, release)).sum).toMatchObject({ refused: 1 });
    await model.importAll();
    expect(model.quarantined.value).toMatchObject([{ reason: "card-unknown", deliveries: 1 }]);

    const { lines } = await tryFiles(model, cards);
    expect(lines.map(({ verdict, source }) => [verdict.type, source])).toEqual([
      ["release", { aside: true }],
      ["desk", { file: "tyopoyta.kuuluu" }],
    ]);
    await model.importAll();
    expect(listReleasedNotes(must(await desk.records.readAll()))).toHaveLength(3);
    expect(model.quarantined.value).toEqual([]);
  });

  test("stays on the device when the desk is closed before its card has come", async () => {
    const { release, desk, laptop, model } = await files();
    await tryFiles(model, release);
    await model.importAll();
    await createArrivalModel(laptop, desk).leave();
    expect(laptop.workspace.open.value).toBeUndefined();
    expect(must(await laptop.device.listBoxes())).toHaveLength(1);
  });

  test("is not told again and again while its card is missing", async () => {
    const { release, model } = await files();
    await tryFiles(model, release);
    await model.importAll();
    expect((await tryFiles(model, fileOf("muu.kuuluu", new Uint8Array()))).lines).toMatchObject([
      { source: { file: "muu.kuuluu" } },
    ]);
  });
});
