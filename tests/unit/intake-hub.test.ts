import { beforeEach, expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { must, noNetwork } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { close, createHubWorld, dryRunOf, type HubWorld } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";

let world: HubWorld;
beforeEach(async () => {
  world = await createHubWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
});

const handOverByHub = async () => {
  await close(world);
  await world.tablet.courier.sendNow();
};
const isEnvelope = ({ method, url }: Request) => method === "GET" && /envelopes\/\w+$/.test(url);

test("fetches a release from the hub, and has nothing new the second time", async () => {
  await handOverByHub();
  await world.model.lookAtHub();
  expect(dryRunOf(world.model).lines).toMatchObject([
    { source: {}, verdict: { type: "release", relation: "new", notes: 3 } },
  ]);
  await world.model.importAll();
  expect(listReleasedNotes(must(await world.desk.records.readAll()))).toHaveLength(3);

  await world.model.lookAtHub();
  expect(dryRunOf(world.model)).toMatchObject({ lines: [], bringsAnything: false });
});

test("counts what waits sealed for a session without a release, and when the last came", async () => {
  await world.office.courier.sendNow();
  await world.tablet.courier.sendNow();
  await world.model.lookAtHub();
  const sealed = world.model.sealed.value?.get(world.session);
  expect(sealed).toMatchObject({ deliveries: 1 });
  expect(Date.parse(sealed?.lastAt ?? "")).not.toBeNaN();
});

test("counts nothing before anything has come", async () => {
  await world.office.courier.sendNow();
  await world.model.lookAtHub();
  expect(world.model.sealed.value?.get(world.session)).toEqual({ deliveries: 0 });
});

test.each([
  ["is away", noNetwork, "hub-unreachable"],
  [
    "hides behind a log-in page",
    async () => new Response("<h1>Welcome</h1>", { headers: { "Content-Type": "text/html" } }),
    "hub-foreign",
  ],
])("says so when the hub %s, and nothing has changed", async (_what, network, type) => {
  await handOverByHub();
  world.office.setNetwork(network);
  await world.model.lookAtHub();
  expect(world.model.failure.value).toEqual({ type });
  expect(world.model.stage.value).toEqual({ at: "idle", wasStopped: false });

  world.office.setNetwork(world.network);
  await world.model.lookAtHub();
  expect(world.model.failure.value).toBeUndefined();
  expect(dryRunOf(world.model).sum.notes).toBe(3);
});

test("leaves a delivery that arrives changed on the hub and takes it at the next look", async () => {
  await handOverByHub();
  world.office.setNetwork(async (request) => {
    const answer = await world.network(request);
    if (!isEnvelope(request)) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    return new Response(bytes, answer);
  });
  await world.model.lookAtHub();
  expect(dryRunOf(world.model).lines).toMatchObject([
    { verdict: { type: "refused", error: "mangled", deliveries: 1 } },
  ]);
  await world.model.importAll();

  world.office.setNetwork(world.network);
  await world.model.lookAtHub();
  expect(dryRunOf(world.model).sum.notes).toBe(3);
});

test("fetches a delivery again at once when one transfer went wrong", async () => {
  await handOverByHub();
  let turn = 0;
  world.office.setNetwork(async (request) => {
    const answer = await world.network(request);
    if (!isEnvelope(request)) return answer;
    turn += 1;
    return turn === 1 ? new Response("cut sh") : answer;
  });
  await world.model.lookAtHub();
  expect(dryRunOf(world.model).sum).toMatchObject({ notes: 3, refused: 0 });
});

test("stops while fetching and reads from the same place later", async () => {
  await handOverByHub();
  const stop = world.model.stage.subscribe((stage) => {
    if (stage.at === "working" && stage.work === "fetching") world.model.cancel();
  });
  await world.model.lookAtHub();
  stop();
  expect(world.model.stage.value).toEqual({ at: "idle", wasStopped: true });
  await world.model.lookAtHub();
  expect(dryRunOf(world.model).sum.notes).toBe(3);
});
