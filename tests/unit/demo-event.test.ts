// The practice round's event: made once, about what may be told, with what was promised there.
import { expect, test } from "vitest";
import { listPublishableDecisions } from "../../src/analysis/publishable-measures.ts";
import { fillDemoEvent } from "../../src/app/demo/demo-event.ts";
import { createRoomModel } from "../../src/app/desk/event/room-model.ts";
import { foldEvents, foldIdeas } from "../../src/domain/events.ts";
import { foldDecisions } from "../../src/domain/measures.ts";
import { must } from "../fixtures/device.ts";
import { createEventWorld } from "../fixtures/event-world.ts";
import { createFindingsWorld, noteOf, refTo, roundId } from "../fixtures/findings-world.ts";

test("adds an event with ideas and takes the commitments in, which stay as checked as they were", async () => {
  const world = await createFindingsWorld();
  const id = await world.findings.create({
    ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern", dimension: "S" },
    supports: [refTo(1, noteOf(1))],
  });
  if (!id) throw new Error("no finding");
  expect(must(await fillDemoEvent(world.office, world.desk))).toBe(world.desk);
  expect(foldEvents(await world.records())).toEqual([]);
  await world.findings.check(id);
  const room = createRoomModel(world.work, world.office.env);
  const draft = { findings: [id], promise: { fi: "Valot korjataan." } };
  const [decision] = must(
    await world.desk.writer.write([
      { kind: "decision/1", parents: [], decisionId: id, roundId, ...draft },
    ]),
  );
  if (!decision) throw new Error("no decision");
  await room.check(id);

  await fillDemoEvent(world.office, world.desk);
  await fillDemoEvent(world.office, world.desk);
  const records = await world.records();
  const [event, ...more] = foldEvents(records);
  expect(more).toEqual([]);
  expect(event?.fields.findings).toEqual([id]);
  expect(foldIdeas(records)).toHaveLength(3);
  expect(listPublishableDecisions(records, roundId)).toMatchObject([
    { eventId: event?.eventId, promise: { fi: "Valot korjataan." } },
  ]);
});

test("leaves a desk alone that has an event", async () => {
  const world = await createEventWorld();
  const before = (await world.records()).length;
  await fillDemoEvent(world.office, world.desk);
  expect(await world.records()).toHaveLength(before);
  expect(foldDecisions(await world.records())).toEqual([]);
});
