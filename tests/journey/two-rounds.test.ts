// The thread that must never break, over two rounds a year apart and by the app's own steps: what is said at the tables
// becomes findings, commitments in the room, measures, what came of them, questions of the next round, and a leaflet. Every
// link is walked both ways, and the counts are those worked out by hand.
import { expect, test } from "vitest";
import { listAnswers, toCarriedId } from "../../src/analysis/carried-over.ts";
import {
  listPublishableFollowUps,
  listPublishableMeasures,
} from "../../src/analysis/publishable-measures.ts";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { compareRounds } from "../../src/analysis/round-comparison.ts";
import { noteThreadId, type ThreadKind, threadOf } from "../../src/analysis/thread.ts";
import { buildThreadGraph } from "../../src/analysis/thread-graph.ts";
import { closeSession } from "../../src/app/closing.ts";
import { createRound, planSession } from "../../src/app/desk/desk-plan.ts";
import { createDeskWork } from "../../src/app/desk/desk-work.ts";
import { createEventModel } from "../../src/app/desk/event/event-model.ts";
import { createRoomModel } from "../../src/app/desk/event/room-model.ts";
import { createFindingsModel } from "../../src/app/desk/findings/findings-model.ts";
import { createFollowUpModel } from "../../src/app/desk/follow-up/follow-up-model.ts";
import { examine } from "../../src/app/desk/intake-examine.ts";
import { importExamined } from "../../src/app/desk/intake-import.ts";
import { readFile } from "../../src/app/desk/intake-sources.ts";
import { createFollowUpsModel } from "../../src/app/desk/measures/follow-ups-model.ts";
import { createMeasuresModel } from "../../src/app/desk/measures/measures-model.ts";
import { readRound } from "../../src/app/desk/use-round.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { foldEvents } from "../../src/domain/events.ts";
import type { NoteFields } from "../../src/domain/note.ts";
import type { EntityId } from "../../src/domain/schema.ts";
import { listLeafletEntries, toLeaflet } from "../../src/report/leaflet.ts";
import { makeHandOverFile } from "../../src/sync/hand-over-file.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { joinByCard, linkOf, planOneSession, writeNotes } from "../fixtures/main-job.ts";

const given = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not written");
  return value;
};
const evening = Date.UTC(2026, 10, 24, 16, 0, 0);
const aYearLater = Date.UTC(2027, 10, 23, 16, 0, 0);

type Said = Pick<NoteFields, "text"> & Partial<NoteFields>;
const said = (note: Said): NoteFields => ({
  ...{ lang: "fi", kinds: [], dimensions: ["S"], subThemes: [], topics: [], polarity: "weakens" },
  ...{ begunAt: "2026-11-24T16:10:00.000Z", ...note },
});

/** One table: a tablet with its card, notes, the closing step, and the file that the desk takes in. */
const hold = async (
  office: TestDevice,
  desk: OpenBox,
  link: string,
  notes: readonly NoteFields[],
  clock: number,
): Promise<void> => {
  const tablet = await createTestDevice();
  tablet.setClock(clock);
  const box = await joinByCard(tablet, link);
  await writeNotes(tablet, box, notes);
  must(await closeSession(tablet.delivery, box));
  const entries = [];
  for (const { digest, box: target } of must(await box.envelopes.list())) {
    const bytes = must(await box.envelopes.read(digest));
    if (bytes) entries.push({ box: target, digest, bytes });
  }
  const bytes = makeHandOverFile(entries);
  const file = await readFile(office, { name: "a.kuuluu", read: async () => bytes });
  must(await importExamined(desk, must(await examine(office, desk, file ? must(file) : []))));
};

test("carries one sentence from a table through decision and measure to the next round and back", async () => {
  const office = await createTestDevice();
  const { desk, link } = await planOneSession(office);
  const records = async () => must(await desk.records.readAll());
  const work = createDeskWork(desk);
  const findings = createFindingsModel(work, office.env);
  const events = createEventModel(work, office.env);
  const room = createRoomModel(work, office.env);
  const measures = createMeasuresModel(work, office.env);
  const followUps = createFollowUpsModel(work, office.env);
  const followUp = createFollowUpModel(desk, work, office.env);
  const first = given(readRound(await records(), undefined).round).roundId;

  // Round one: three tables. S2 by hand: heard in 3 of 3, weakens in 2, strengthens in 1.
  const plan = { roundId: first, groups: ["naapurusto"], languages: ["fi"], place: "Keskusta" };
  const tables = [
    [
      said({ text: "Alikulku on pimeä.", subThemes: ["S2"] }),
      said({ text: "Bussia odotetaan yksin.", subThemes: ["S3"] }),
    ],
    [said({ text: "Kierrän alikulun iltaisin.", subThemes: ["S2"] })],
    [said({ text: "Alikulku on ihan hyvä.", subThemes: ["S2"], polarity: "strengthens" })],
  ];
  for (const [at, notes] of tables.entries()) {
    const way =
      at === 0
        ? link
        : await linkOf(
            office,
            desk,
            must(await planSession(office, desk, { ...plan, title: `Pöytä ${at + 1}` })),
          );
    await hold(office, desk, way, notes, evening + at * 60_000);
  }
  const noteOf = async (text: string) =>
    given(listReleasedNotes(await records()).find((note) => note.text === text));
  const refTo = async (text: string) => {
    const { session, noteId, revision } = await noteOf(text);
    return { session, noteId, revision };
  };

  const finding = given(
    await findings.create({
      ...{ roundId: first, statement: { fi: "Alikulku kierretään iltaisin." }, type: "concern" },
      ...{ dimension: "S" },
      supports: [await refTo("Alikulku on pimeä."), await refTo("Kierrän alikulun iltaisin.")],
      opposes: [await refTo("Alikulku on ihan hyvä.")],
    }),
  );
  await findings.check(finding);

  const event = given(
    await events.create({ roundId: first, name: { fi: "Päättäjät" }, programme: [], script: {} }),
  );
  await events.choose(event, finding);
  const held = given(foldEvents(await records()).find(({ eventId }) => eventId === event));
  await room.addIdea(held, { text: "Valot liiketunnistimella", lang: "fi", findingId: finding });
  const promise = { fi: "Alikulkuun tulee valot." };
  const decision = given(
    await room.commit(held, { findings: [finding], promise, unit: "Kadut", dueOn: "2027-06-01" }),
  );
  await room.check(decision);

  const lights = given(
    await measures.create({
      ...{ roundId: first, what: { fi: "Uusitaan alikulun valot." }, dimension: "S" },
      ...{ findings: [finding], decisions: [decision] },
    }),
  );
  await measures.move(lights, { to: "under-way" });
  await measures.check(lights);
  // Urgent: begun at once, without a finding between.
  const bus = given(
    await measures.create({
      ...{ roundId: first, what: { fi: "Siirretään pysäkki valoon." }, urgent: true },
      notes: [await refTo("Bussia odotetaan yksin.")],
    }),
  );
  const seen = given(
    await followUps.create({
      ...{ roundId: first, measureId: lights, type: "seen", on: "2027-08-20", unit: "Kadut" },
      text: { fi: "Valot palavat." },
    }),
  );
  await followUps.check(seen);
  const [told] = given(
    await followUp.tell(first, [lights], { on: "2027-09-15", lang: "fi", how: "Lehtinen." }),
  );

  // A year later: the open measure is a question on the next round's cards.
  office.setClock(aYearLater);
  const second = must(
    await createRound(office, desk, {
      ...{ name: "Syksy 2027", languages: ["fi", "sv"], reviewRequired: false, allowResume: true },
      codebook: await office.contents.currentCodebook(),
      guide: await office.contents.currentGuide(),
    }),
  );
  const carried = listPublishableMeasures(await records(), first);
  expect(carried.map(({ measureId }) => measureId)).toEqual([lights]);
  const asks = new Map([["fi", (what: string) => `Luvattiin: ${what} Näkyykö se?`]]);
  must(await followUp.carry(second, carried, { decided: asks, proposed: asks }));
  const question = given(
    readRound(await records(), second).round?.fields.guide.questions.find(
      ({ id }) => id === toCarriedId(lights),
    ),
  );
  expect(question.text.fi).toBe("Luvattiin: Uusitaan alikulun valot. Näkyykö se?");

  // Round two: two tables. S2 by hand: heard in 2 of 2, weakens in 1, strengthens in 1; one note was prompted.
  const later: readonly (readonly NoteFields[])[] = [
    [
      said({
        ...{ text: "Nyt siellä on valot.", subThemes: ["S2"], polarity: "strengthens" },
        phase: question.id,
      }),
      said({ text: "Torilla viihdytään.", dimensions: ["V"], polarity: "strengthens" }),
    ],
    [said({ text: "Alikulku on yhä likainen.", subThemes: ["S2"] })],
  ];
  for (const [at, notes] of later.entries()) {
    const session = must(
      await planSession(office, desk, { ...plan, roundId: second, title: `Ilta ${at + 1}` }),
    );
    await hold(office, desk, await linkOf(office, desk, session), notes, aYearLater + at * 60_000);
  }
  const all = await records();

  // The way, both ways, from everything that stands on it.
  const graph = buildThreadGraph(all);
  const answer = await noteOf("Nyt siellä on valot.");
  const threadFrom = (kind: ThreadKind, id: string) =>
    given(threadOf(graph, { kind, id })).nodes.map((node) => `${node.kind}/${node.id}`);
  const idOf = async (text: string) => `note/${noteThreadId(await noteOf(text))}`;
  const [dark, round, fine, alone] = [
    await idOf("Alikulku on pimeä."),
    await idOf("Kierrän alikulun iltaisin."),
    await idOf("Alikulku on ihan hyvä."),
    await idOf("Bussia odotetaan yksin."),
  ];
  const spine = [`finding/${finding}`, `decision/${decision}`, `measure/${lights}`];
  const after = [`follow-up/${seen}`, `follow-up/${told ?? ""}`];
  const back = `note/${noteThreadId(answer)}`;
  expect(threadFrom("note", dark.slice(5))).toEqual([dark, ...spine, ...after, back]);
  expect(threadFrom("measure", lights)).toEqual([dark, round, fine, ...spine, ...after, back]);
  expect(threadFrom("decision", decision)).toEqual(threadFrom("measure", lights));
  expect(threadFrom("note", back.slice(5))).toEqual([dark, round, fine, ...spine, back]);
  expect(threadFrom("follow-up", seen)).toEqual([dark, round, fine, ...spine, after[0]]);
  expect(threadFrom("note", alone.slice(5))).toEqual([alone, `measure/${bus}`]);
  expect(threadFrom("note", noteThreadId(await noteOf("Torilla viihdytään.")))).toHaveLength(1);
  const hangs = given(threadOf(graph, { kind: "finding", id: finding })).hanging;
  expect(hangs.get(`finding/${finding}`)?.map(({ kind }) => kind)).toEqual(["event", "idea"]);
  expect(listAnswers(lights, listReleasedNotes(all)).map(({ text }) => text)).toEqual([
    answer.text,
  ]);

  // The two rounds compared, against the table worked out by hand.
  const toCompared = (roundId: EntityId) => {
    const { round: of, releases, notes } = readRound(all, roundId);
    return { guide: given(of).fields.guide, releases, notes };
  };
  const compared = compareRounds(toCompared(first), toCompared(second), {
    ...{ dimensions: ["A", "S", "V", "O"], subThemes: ["S2", "S3"] },
  });
  expect([compared.earlier, compared.later]).toMatchObject([
    { sessions: 3, notes: 4, prompted: 0 },
    { sessions: 2, notes: 3, prompted: 1 },
  ]);
  const none = { sessions: 0, strengthens: 0, weakens: 0, mixed: 0, none: 0 };
  expect(compared.subThemes).toEqual([
    {
      id: "S2",
      earlier: { ...none, sessions: 3, strengthens: 1, weakens: 2 },
      later: { ...none, sessions: 2, strengthens: 1, weakens: 1 },
    },
    { id: "S3", earlier: { ...none, sessions: 1, weakens: 1 }, later: none },
  ]);
  expect(
    compared.dimensions.map(({ id, earlier, later: now }) => [id, earlier.sessions, now.sessions]),
  ).toEqual([
    ["A", 0, 0],
    ["S", 3, 2],
    ["V", 0, 1],
    ["O", 0, 0],
  ]);
  expect(compared.differences).toMatchObject([{ type: "questions", onlyLater: 1, carried: 1 }]);

  // The leaflet: what passed the door and nothing else. The urgent measure and "told" were checked by nobody.
  expect(listPublishableFollowUps(all, first).map(({ followUpId }) => followUpId)).toEqual([seen]);
  const words = {
    ...{ lang: "fi", title: "Mitä sanoit", address: "", foot: "" },
    parts: { said: "Sanottiin", decided: "Päätettiin", done: "Tehtiin" },
    none: { said: "–", decided: "–", done: "–" },
    status: { "under-way": "Käynnissä", done: "Tehty", dropped: "Luovuttu" },
    ...{ more: String, by: String, from: String, due: String, day: String },
  };
  const page = toLeaflet(
    listLeafletEntries(all, first),
    { lang: "fi", mainLang: "fi", desk: "Kohtaamisia ry", round: "Syksy 2026" },
    words,
  );
  expect(page.sections.map(({ items }) => items.map(({ text }) => text))).toEqual([
    ["Alikulku kierretään iltaisin."],
    ["Alikulkuun tulee valot."],
    ["Uusitaan alikulun valot."],
  ]);
  expect(page.sections[2]?.items[0]?.lines).toEqual(["Käynnissä", "Valot palavat."]);
  expect(page.measures).toEqual([lights]);
  const printed = JSON.stringify(page);
  for (const text of ["Alikulku on pimeä.", "Bussia", "pysäkki", "Lehtinen"]) {
    expect(printed).not.toContain(text);
  }
});
