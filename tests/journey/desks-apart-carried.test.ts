// Two laptops of one desk, apart and offline: what each coordinator does is sealed into envelopes, travels over a real hub or
// as real files in any order, and both read the same records, the same rivals and the same folds.
import { expect, test } from "vitest";
import { cutAll } from "../../src/app/delivery.ts";
import { adoptHub, connectHub } from "../../src/app/desk/hub-registration.ts";
import { examine } from "../../src/app/desk/intake-examine.ts";
import { importExamined } from "../../src/app/desk/intake-import.ts";
import { fetchFromHub, readFile } from "../../src/app/desk/intake-sources.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import type { Bytes } from "../../src/base/bytes.ts";
import { foldEvents, foldIdeas } from "../../src/domain/events.ts";
import type { EntityId } from "../../src/domain/schema.ts";
import { makeHandOverFile } from "../../src/sync/hand-over-file.ts";
import { modelsOf, readAll } from "../fixtures/coordinators.ts";
import { createTestDevice, must, noNetwork, type TestDevice } from "../fixtures/device.ts";
import { createFindingsWorld, noteOf, refTo, roundId } from "../fixtures/findings-world.ts";
import { createTestHub } from "../fixtures/live-hub.ts";

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not written");
  return value;
};

type Laptop = {
  readonly device: TestDevice;
  readonly desk: OpenBox;
  readonly models: ReturnType<typeof modelsOf>;
};
const laptopOf = (device: TestDevice, desk: OpenBox): Laptop => ({
  ...{ device, desk, models: modelsOf(desk, device) },
});

/**
 * What stands before the two part: one of each, by the first laptop. Its sessions were entered from paper, so that the
 * desk itself is who sends them on.
 */
const begin = async () => {
  const world = await createFindingsWorld({ entered: true });
  const ours = laptopOf(world.office, world.desk);
  const { findings, events, room, measures, followUps, records } = ours.models;
  const finding = given(
    await findings.create({
      ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern" },
      supports: [refTo(1, noteOf(1))],
    }),
  );
  const event = given(
    await events.create({ roundId, name: { fi: "Päättäjät" }, programme: [], script: {} }),
  );
  const held = given(foldEvents(await records())[0]);
  await room.addIdea(held, { text: "Lisää valoa", lang: "fi" });
  const idea = given(foldIdeas(await records())[0]).ideaId;
  const decision = given(
    await room.commit(held, { findings: [finding], promise: { fi: "Valot tulevat." } }),
  );
  const measure = given(
    await measures.create({ roundId, what: { fi: "Uusitaan valot." }, findings: [finding] }),
  );
  const entry = given(
    await followUps.create({
      ...{ roundId, measureId: measure, type: "seen", on: "2027-03-01", text: { fi: "Palaa." } },
    }),
  );
  return { ours, code: world.code, finding, event, idea, decision, measure, entry };
};
type Begun = Awaited<ReturnType<typeof begin>>;

const seal = async ({ device, desk }: Laptop): Promise<void> => {
  must(await cutAll(device.delivery, desk));
};

/** Each works twice, and seals what was done each time. */
const workApart = async (begun: Begun, theirs: Laptop): Promise<void> => {
  const { ours, finding, event, idea, decision, measure, entry } = begun;
  const [a, b] = [ours.models, theirs.models];
  await a.findings.link(finding, "supports", [refTo(2, noteOf(2))]);
  await a.findings.word(finding, "fi", "Alikulkua pelätään");
  await a.events.choose(event, finding);
  await a.room.setDots(idea, 7);
  await seal(ours);
  await a.room.wordPromise(decision, "fi", "Valot tulevat syksyllä.");
  await a.measures.move(measure, { to: "under-way" });
  await a.measures.link(measure, { decisions: [decision] });
  await a.followUps.word(entry, "fi", "Kaikki valot palavat.");
  await seal(ours);
  await b.findings.word(finding, "fi", "Alikulku kierretään");
  await b.findings.word(finding, "sv", "Tunneln är mörk");
  await b.events.word(event, "name", "sv", "Beslutsfattare");
  await b.room.setDots(idea, 9);
  await seal(theirs);
  await b.room.wordPromise(decision, "fi", "Valot tulevat keväällä.");
  await b.measures.move(measure, { to: "done" });
  await b.measures.link(measure, { notes: [refTo(2, noteOf(2))] });
  await b.followUps.drop(entry);
  await seal(theirs);
};

const idsOf = async ({ desk }: Laptop) =>
  must(await desk.records.readAll())
    .map(({ id }) => id)
    .sort();
const foldsOf = async ({ models }: Laptop, measure: EntityId) =>
  readAll(await models.records(), measure);

/** Nobody's work is lost: sets join, what both changed is a rival. */
const expectBoth = ({
  findings,
  events,
  ideas,
  decisions,
  measures,
  followUps,
  ...rest
}: Awaited<ReturnType<typeof foldsOf>>) => {
  expect(findings[0]?.fields.supports).toHaveLength(2);
  expect(findings[0]?.fields.statement.sv).toBe("Tunneln är mörk");
  expect(findings[0]?.rivalWordings).toMatchObject([{ lang: "fi" }]);
  expect(events[0]?.fields.name).toEqual({ fi: "Päättäjät", sv: "Beslutsfattare" });
  expect(events[0]?.fields.findings).toHaveLength(1);
  expect(ideas[0]?.rivals.get("dots")).toHaveLength(2);
  expect(decisions[0]?.rivalWordings).toMatchObject([{ field: "promise", lang: "fi" }]);
  expect([...(measures[0]?.rivals.keys() ?? [])]).toContain("status");
  expect(measures[0]?.fields).toMatchObject({ notes: [refTo(2, noteOf(2))] });
  expect(measures[0]?.fields.decisions).toHaveLength(1);
  expect(followUps[0]?.fields.dropped).toBe(true);
  expect([rest.outFindings, rest.out]).toEqual([[], []]);
};

const takeIn = async ({ device, desk }: Laptop, bytes: Bytes): Promise<void> => {
  const file = await readFile(device, { name: "a.kuuluu", read: async () => bytes });
  const examined = must(await examine(device, desk, must(given(file))));
  expect(must(await importExamined(desk, examined)).setAside).toBe(0);
};

test("over a hub: both laptops send when they are back, fetch, and read the same", async () => {
  const begun = await begin();
  const { ours, code, measure } = begun;
  const hub = await createTestHub();
  const theirs = laptopOf(...(await openBy(code)));
  const both = [ours, theirs];
  const reach = (network: typeof hub.network) => {
    for (const { device } of both) device.setNetwork(network);
  };
  const fetch = async ({ device, desk }: Laptop) => {
    const from = must(await fetchFromHub(device, desk));
    const examined = must(await examine(device, desk, from.found));
    must(await importExamined(desk, examined, from));
    return from.found.length;
  };
  reach(hub.network);
  must(await connectHub(ours.device, ours.desk, hub.setupCode));
  await ours.device.courier.sendNow();
  expect(must(await adoptHub(theirs.device, theirs.desk))).toBe(true);
  expect(await fetch(theirs)).toBeGreaterThan(0);
  expect(await idsOf(theirs)).toEqual(await idsOf(ours));

  reach(noNetwork);
  await workApart(begun, theirs);
  for (const { device } of both) await device.courier.sendNow();
  expect(await idsOf(theirs)).not.toEqual(await idsOf(ours));

  // Back again: whoever sends first has nothing of the other's yet.
  reach(hub.network);
  await theirs.device.courier.sendNow();
  expect(await fetch(ours)).toBe(2);
  await ours.device.courier.sendNow();
  expect(await fetch(theirs)).toBe(2);
  expect(await idsOf(theirs)).toEqual(await idsOf(ours));
  const folds = await foldsOf(ours, measure);
  expect(await foldsOf(theirs, measure)).toEqual(folds);
  expectBoth(folds);
  // Nothing goes round for ever.
  for (const laptop of both) {
    await laptop.device.courier.sendNow();
    expect(await fetch(laptop)).toBe(0);
  }
});

const openBy = async (code: string): Promise<[TestDevice, OpenBox]> => {
  const device = await createTestDevice();
  return [device, must(await device.workspace.openDesk(code))];
};

const ordersOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

test("by files: the envelopes of both, taken in in every order and twice, read the same", async () => {
  const begun = await begin();
  const { ours, code, measure } = begun;
  await seal(ours);
  const filesOf = async ({ desk }: Laptop) => {
    const files = new Map<string, Bytes>();
    for (const { digest, box } of must(await desk.envelopes.list())) {
      const bytes = given(must(await desk.envelopes.read(digest)));
      files.set(digest, makeHandOverFile([{ box, digest, bytes }]));
    }
    return files;
  };
  const before = await filesOf(ours);
  const theirs = laptopOf(...(await openBy(code)));
  for (const bytes of before.values()) await takeIn(theirs, bytes);
  await workApart(begun, theirs);

  const newOf = async (laptop: Laptop) =>
    [...(await filesOf(laptop))].filter(([digest]) => !before.has(digest));
  const [mine, other] = [await newOf(ours), await newOf(theirs)];
  expect([mine.length, other.length]).toEqual([2, 2]);
  for (const [, bytes] of mine.toReversed()) await takeIn(theirs, bytes);
  for (const [, bytes] of other) await takeIn(ours, bytes);
  const folds = await foldsOf(ours, measure);
  expectBoth(folds);
  expect(await foldsOf(theirs, measure)).toEqual(folds);
  const ids = await idsOf(ours);
  expect(await idsOf(theirs)).toEqual(ids);

  // A third laptop, once for each order; what stood before comes first, or last of all.
  const first = [...before.values()];
  for (const [at, order] of ordersOf([...mine, ...other]).entries()) {
    const laptop = laptopOf(...(await openBy(code)));
    const bytes = order.map(([, each]) => each);
    const way = at % 2 === 0 ? [...first, ...bytes] : [...bytes, ...first];
    for (const each of [...way, ...bytes]) await takeIn(laptop, each);
    expect(await idsOf(laptop)).toEqual(ids);
    expect(await foldsOf(laptop, measure)).toEqual(folds);
  }
});
