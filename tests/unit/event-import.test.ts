// Commitments typed in the meeting room: taken in once, whole lines or none, and nothing from a file that is not ours.
import { beforeEach, describe, expect, test } from "vitest";
import { createImportModel } from "../../src/app/desk/event/import-model.ts";
import { parseEventFile } from "../../src/domain/event-file.ts";
import { createEventWorld, type EventWorld } from "../fixtures/event-world.ts";
import { roundId } from "../fixtures/findings-world.ts";

let world: EventWorld;
beforeEach(async () => {
  world = await createEventWorld();
});

const idOf = (number: number) => number.toString(16).padStart(32, "0");
const line = (number: number, change: object = {}) => ({
  id: idOf(number),
  promise: `Lupaus ${number}`,
  ...change,
});
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const file = (commitments: readonly unknown[], change: object = {}) => ({
  ...{ format: "kuuluu-commitments", version: 1, event: world.eventId, round: roundId },
  ...{ lang: "fi", savedAt: "2027-02-10T18:00:00.000Z", commitments },
  ...change,
});
const look = async (value: unknown) => {
  const view = await world.view();
  const records = await world.records();
  const model = createImportModel(
    world.work,
    () => view,
    () => records,
  );
  const bytes = value instanceof Uint8Array ? value : bytesOf(value);
  await model.look(new File([new Uint8Array(bytes)], "anything.json"));
  return model;
};
const verdicts = async (value: unknown) => {
  const now = (await look(value)).state.value;
  if (now.state !== "preview") throw new Error(JSON.stringify(now));
  return now.preview.lines.map(({ item, verdict }) => [
    item,
    verdict.type === "refused" ? verdict.fault : verdict.type,
  ]);
};

test("shows each line with its verdict before anything is written, and writes only on the word", async () => {
  const before = (await world.records()).length;
  const model = await look(file([line(1, { finding: world.told, dueOn: "2027-09-30" }), line(2)]));
  expect(await world.records()).toHaveLength(before);
  await model.take();
  expect(model.state.value).toEqual({ state: "done", added: 2 });
  const [first] = await world.allDecisions();
  expect(first?.fields).toMatchObject({
    eventId: world.eventId,
    findings: [world.told],
    promise: { fi: "Lupaus 1" },
    dueOn: "2027-09-30",
  });
  // What was typed elsewhere is looked at here before it is told.
  expect((await world.pack()).content.commitments).toEqual([]);
});

test("adds nothing when the same file comes twice, or is pressed twice", async () => {
  const typed = file([line(1), line(2)]);
  const model = await look(typed);
  const stale = await look(typed);
  await model.take();
  await stale.take();
  expect(stale.state.value).toEqual({ state: "done", added: 0 });
  expect(await verdicts(typed)).toEqual([
    [1, "known"],
    [2, "known"],
  ]);
  expect(await world.allDecisions()).toHaveLength(2);
});

test("leaves the desk's words where the file has others, and a finding it does not know out", async () => {
  await (await look(file([line(1)]))).take();
  expect(
    await verdicts(file([line(1, { promise: "Toinen" }), line(2, { finding: idOf(99) })])),
  ).toEqual([
    [1, "differs"],
    [2, "unlinked"],
  ]);
});

test("refuses bad lines by their number and takes the others", async () => {
  const bad = file([
    line(1),
    line(2, { promise: "" }),
    line(3, { dueOn: "2027-02-30" }),
    line(4, { unit: "x".repeat(201) }),
    line(5, { extra: 1 }),
    line(1),
    "a string",
    null,
    line(9, { finding: "../../etc" }),
    line(10, { firstFollowUpOn: "soon" }),
    line(11),
  ]);
  expect(await verdicts(bad)).toEqual([
    [1, "new"],
    [2, "promise"],
    [3, "dueOn"],
    [4, "unit"],
    [5, "line"],
    [6, "twice"],
    [7, "line"],
    [8, "line"],
    [9, "finding"],
    [10, "firstFollowUpOn"],
    [11, "new"],
  ]);
  const model = await look(bad);
  await model.take();
  expect(model.state.value).toEqual({ state: "done", added: 2 });
});

describe("a file that is not ours", () => {
  const deep = new TextEncoder().encode("[".repeat(200_000));
  test.each<[string, string, () => unknown]>([
    ["too-large", "over the cap", () => new Uint8Array(1_048_577)],
    ["not-text", "an empty one", () => new Uint8Array()],
    ["not-text", "bytes that are no UTF-8", () => new Uint8Array([0xff, 0xfe, 0x00])],
    ["not-text", "one nested without end", () => deep],
    ["not-ours", "a list", () => []],
    ["not-ours", "null", () => null],
    ["not-ours", "one of another format", () => file([], { format: "other" })],
    ["not-ours", "one with a field more", () => file([], { html: "<b>" })],
    [
      "not-ours",
      "one with too many lines",
      () => file(Array.from({ length: 201 }, (_, at) => line(at))),
    ],
    ["newer", "one of a later version", () => file([], { version: 2 })],
    ["other-event", "one of another event", () => file([line(1)], { event: idOf(7) })],
    ["other-event", "one of another round", () => file([line(1)], { round: idOf(7) })],
  ])("is refused as %s: %s", async (reason, _, make) => {
    expect((await look(make())).state.value).toEqual({ state: "refused", reason });
  });

  test("cannot smuggle a prototype in", () => {
    const text = JSON.stringify(file([line(1)])).replace(
      '"promise"',
      '"__proto__":{"a":1},"promise"',
    );
    const parsed = parseEventFile(new TextEncoder().encode(text));
    expect(parsed).toMatchObject({ commitments: [], refused: [{ item: 1, fault: "line" }] });
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test("is refused at every length it may be cut to, or taken whole", () => {
    const bytes = bytesOf(file([line(1), line(2)]));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(typeof parseEventFile(bytes.subarray(0, length))).toBe("string");
    }
    expect(parseEventFile(bytes)).toMatchObject({ refused: [] });
  });
});
