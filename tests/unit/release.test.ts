import { expect, test } from "vitest";
import { foldReleases } from "../../src/domain/desk.ts";
import { makeRelease } from "../../src/domain/release.ts";
import { foldSession, peopleOf } from "../../src/domain/session.ts";
import {
  note,
  noteIdOf,
  phase,
  release,
  review,
  session,
  sessionBox,
  stampAt,
} from "../fixtures/records.ts";

const plan = session();
const said = note({ at: 10, noteId: noteIdOf(1), dimensions: ["S"], speaker: "P3" });
const arabic = note({ at: 20, noteId: noteIdOf(2), text: "مكان الحافلات", lang: "ar" });

test("carries notes without history, speaker codes, device names or times", () => {
  const edited = note({
    at: 12,
    noteId: noteIdOf(1),
    text: "Uusi teksti",
    speaker: "P3",
    parents: [said.id],
  });
  const made = makeRelease([plan, said, edited], sessionBox, ["fi"]);
  expect(made.ok && made.value.notes).toEqual([
    {
      noteId: noteIdOf(1),
      revision: edited.id,
      text: "Uusi teksti",
      lang: "fi",
      kinds: [],
      dimensions: [],
      subThemes: [],
      topics: [],
    },
  ]);
});

test("counts honestly what it does not show", () => {
  const struck = note({ at: 30, noteId: noteIdOf(3), struck: true });
  const held = note({ at: 40, noteId: noteIdOf(4) });
  const verdict = review({ at: 41, noteId: noteIdOf(4), revision: held.id, verdict: "held-back" });
  const made = makeRelease([plan, said, arabic, struck, held, verdict], sessionBox, ["fi"]);
  expect(made.ok && made.value.counts).toMatchObject({
    written: 4,
    released: 2,
    struck: 1,
    heldBack: 1,
    untagged: 1,
    untranslated: 1,
  });
});

test("waits for review where the round asks for it", () => {
  const strict = session({ reviewRequired: true });
  expect(makeRelease([strict, said, arabic], sessionBox, ["fi"])).toEqual({
    ok: false,
    error: { type: "release-unreviewed", waiting: 2 },
  });
});

test("is refused without a plan and without notes", () => {
  expect(makeRelease([said], sessionBox, ["fi"])).toMatchObject({
    error: { type: "release-no-plan" },
  });
  expect(makeRelease([plan], sessionBox, ["fi"])).toMatchObject({
    error: { type: "release-empty" },
  });
});

test("keeps different head counts side by side, never as a sum", () => {
  const started = session({ at: 5, people: 8, parents: [plan.id] });
  const other = session({ at: 6, people: 9, parents: [plan.id] });
  const view = foldSession([plan, started, other]);
  expect(view && peopleOf(view)).toEqual([8, 9]);
});

test("joins a session begun from the card alone with the plan that comes later", () => {
  const begun = session({ at: 5, people: 8, startedAt: "2026-11-24T16:05:00.000Z" });
  const planned = session({ at: 0, place: "Keskusta" });
  const view = foldSession([begun, planned]);
  expect(view?.rivals.size).toBe(0);
  expect(view?.fields).toMatchObject({ people: 8, place: "Keskusta" });
});

test("takes the earliest of two rival beginnings of a phase", () => {
  const early = phase({ at: 3, begunAt: "2026-11-24T16:03:00.000Z" });
  const late = phase({ at: 4, begunAt: "2026-11-24T16:04:00.000Z" });
  expect(foldSession([plan, late, early])?.phases).toEqual([
    { question: "Q-A1", begunAt: "2026-11-24T16:03:00.000Z" },
  ]);
});

test("replaces the releases its maker knew, and those alone", () => {
  const older = release({ at: 0 });
  const newer = release({ at: 1, parents: [older.id] });
  const rival = release({ at: 2, stamp: stampAt(2) });
  const [only] = foldReleases([newer, older, newer]);
  expect(only).toMatchObject({ heads: [newer], current: newer, replaced: 1 });
  expect(foldReleases([older, rival, newer])[0]?.heads).toEqual([newer, rival]);
});

test("keeps held back what was held back, while somebody else's rewording stands beside it", () => {
  const base = note();
  const held = note({ at: 20, parents: [base.id], text: "Naapurin Matti sanoi sen." });
  const beside = note({ at: 10, parents: [base.id], text: "Naapuri sanoi sen." });
  const verdict = review({
    at: 30,
    noteId: held.record.noteId,
    revision: held.id,
    verdict: "held-back",
  });
  const other = note({ noteId: noteIdOf(2) });
  const made = makeRelease([session(), base, held, beside, verdict, other], sessionBox, ["fi"]);
  expect(made.ok && made.value.notes.map(({ noteId }) => noteId)).toEqual([noteIdOf(2)]);
  expect(made.ok && made.value.counts.heldBack).toBe(1);
});
