import { beforeEach, expect, test } from "vitest";
import { createRound, planSession, replaceCard } from "../../src/app/desk/desk-plan.ts";
import { readRound } from "../../src/app/desk/use-round.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import type { Release } from "../../src/domain/desk-records.ts";
import type { Named } from "../../src/domain/record.ts";
import { type BoxId, type EntityId, RecordId } from "../../src/domain/schema.ts";
import { createDeskWorld, type DeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";
import { digestOf, noteIdOf, release } from "../fixtures/records.ts";

let world: DeskWorld;
let desk: OpenBox;
beforeEach(async () => {
  world = createDeskWorld();
  ({ desk } = await openDeskIn(world));
});

const newRound = async (name: string): Promise<EntityId> =>
  must(
    await createRound(world.deps, desk, {
      name,
      languages: ["fi"],
      codebook: world.codebook,
      guide: world.guide,
      reviewRequired: false,
      allowResume: true,
    }),
  );
const newSession = async (roundId: EntityId, title: string): Promise<BoxId> =>
  must(await planSession(world.deps, desk, { roundId, title, groups: [], languages: ["fi"] }));
const readAll = async () => must(await desk.records.readAll());
const noted = (...numbers: readonly number[]): Release["notes"] =>
  numbers.map((number) => ({
    noteId: noteIdOf(number),
    revision: RecordId.parse(digestOf("a")),
    text: `kirjaus ${number}`,
    lang: "fi",
    kinds: [],
    dimensions: [],
    subThemes: [],
    topics: [],
  }));
const released = (
  roundId: EntityId,
  session: BoxId,
  change: Parameters<typeof release>[0] = {},
): Named<Release> => release({ roundId, session, notes: noted(1), ...change });

test("an empty desk has no round and counts nothing", () => {
  expect(readRound([], undefined)).toMatchObject({ round: undefined, notes: [], planned: 0 });
});

test("shows the round that was asked for, else the newest with notes, else the newest", async () => {
  const [first, second, third] = [
    await newRound("Syksy 2026"),
    await newRound("Kevät 2027"),
    await newRound("Syksy 2027"),
  ];
  const records = await readAll();
  expect(readRound(records, undefined).round?.roundId).toBe(third);
  const more = [...records, released(second, await newSession(second, "Asukasilta"))];
  expect(readRound(more, undefined).round?.roundId).toBe(second);
  expect(readRound(more, first).round?.roundId).toBe(first);
  expect(readRound(more, "0".repeat(32)).round?.roundId).toBe(second);
});

test("tells how many sessions there are and how many are still missing", async () => {
  const round = await newRound("Kevät 2027");
  const [one] = [await newSession(round, "Asukasilta"), await newSession(round, "Nuorten ilta")];
  const records = [...(await readAll()), released(round, one, { notes: noted(1, 2) })];
  const reading = readRound(records, round);
  expect(reading).toMatchObject({ planned: 2, missing: 1, foreign: 0 });
  expect(reading.notes).toHaveLength(2);
});

test("keeps a session whose card was replaced after its notes came, and awaits the new card's", async () => {
  const round = await newRound("Kevät 2027");
  const session = await newSession(round, "Asukasilta");
  must(await replaceCard(world.deps, desk, session));
  const records = [...(await readAll()), released(round, session)];
  expect(readRound(records, round)).toMatchObject({ planned: 2, missing: 1 });
});

test("never adds up notes made with another codebook, and says how many there are", async () => {
  const round = await newRound("Kevät 2027");
  const sessions = [
    await newSession(round, "Asukasilta"),
    await newSession(round, "Nuorten ilta"),
    await newSession(round, "Kahvila"),
  ] as const;
  const other = digestOf("e") as Release["codebook"]; // Hex by construction.
  const records = [
    ...(await readAll()),
    released(round, sessions[0], { notes: noted(1) }),
    released(round, sessions[1], { notes: noted(2) }),
    released(round, sessions[2], { notes: noted(3, 4, 5), codebook: other }),
  ];
  const reading = readRound(records, round);
  expect(reading.notes).toHaveLength(2);
  expect(reading).toMatchObject({ foreign: 3, planned: 3, missing: 0 });
});

test("counts a newer release in place of the one it replaces", async () => {
  const round = await newRound("Kevät 2027");
  const session = await newSession(round, "Asukasilta");
  const first = released(round, session, { notes: noted(1, 2, 3) });
  const second = released(round, session, { notes: noted(1, 2), parents: [first.id], at: 60 });
  const reading = readRound([...(await readAll()), second, first], round);
  expect(reading.notes).toHaveLength(2);
  expect(reading.releases).toHaveLength(1);
});

test("leaves suggested dimensions out of every count where that is chosen, and brings them back", async () => {
  const roundId = await newRound("Syksy 2026");
  const session = await newSession(roundId, "Ilta");
  const [note] = noted(1);
  if (!note) throw new Error("no note");
  const tagged = { ...note, dimensions: ["A", "S"], subThemes: ["S1"], suggestedDimensions: ["S"] };
  const records = [...(await readAll()), released(roundId, session, { notes: [tagged] })];
  const count = (isOwn: boolean) =>
    readRound(records, roundId, isOwn).notes.map(({ dimensions, subThemes }) => [
      dimensions,
      subThemes,
    ]);
  expect(count(false)).toEqual([[["A", "S"], ["S1"]]]);
  expect(count(true)).toEqual([[["A"], []]]);
  expect(count(false)).toEqual([[["A", "S"], ["S1"]]]);
});
