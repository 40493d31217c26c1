// The practice round: repeatable, honest about its tags, and like a real one in its unevenness.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createContents } from "../../src/app/content/contents.ts";
import { makeDemoNotes } from "../../src/app/demo/demo-notes.ts";
import { NoteFields } from "../../src/domain/note.ts";

const contents = createContents(
  async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
);
const notesOf = (seed: number) => makeDemoNotes(seed).flatMap((session) => session.notes);
const seeds = fc.integer();

test("the same seed gives the same notes, another seed another round", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(makeDemoNotes(seed)).toEqual(makeDemoNotes(seed));
    }),
    { numRuns: 10 },
  );
  expect(makeDemoNotes(1)).not.toEqual(makeDemoNotes(2));
});

test("eight sessions in five languages, each of 12 to 25 notes", () => {
  const sessions = makeDemoNotes(7);
  expect(sessions.length).toBeGreaterThanOrEqual(8);
  const languages = new Set(sessions.flatMap((session) => session.languages));
  expect([...languages].sort()).toEqual(["ar", "en", "fi", "so", "sv"]);
  for (const { notes, people } of sessions) {
    expect(notes.length).toBeGreaterThanOrEqual(12);
    expect(notes.length).toBeLessThanOrEqual(25);
    expect(people).toBeGreaterThanOrEqual(6);
  }
});

test("every tag is in the codebook and every phase in the question set", async () => {
  const codebook = await contents.currentCodebook();
  const guide = await contents.currentGuide();
  const idsOf = (entries: readonly { readonly id: string }[]) => new Set(entries.map((e) => e.id));
  const known = {
    kinds: idsOf(codebook.kinds),
    dimensions: idsOf(codebook.dimensions),
    subThemes: idsOf(codebook.subThemes),
    topics: idsOf(codebook.topics),
  };
  const strange = notesOf(3).flatMap((note) => [
    ...note.kinds.filter((id) => !known.kinds.has(id)),
    ...note.dimensions.filter((id) => !known.dimensions.has(id)),
    ...note.subThemes.filter((id) => !known.subThemes.has(id)),
    ...note.topics.filter((id) => !known.topics.has(id)),
    ...[note.area ?? []].flat().filter((id) => !idsOf(codebook.areas).has(id)),
    ...[note.phase ?? []].flat().filter((id) => !idsOf(guide.questions).has(id)),
  ]);
  expect(strange).toEqual([]);
});

test("for any seed every note would be accepted as a record, in the order it was said", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { notes, people, heldOn } of makeDemoNotes(seed)) {
        const times = notes.map((note) => note.begunAt);
        expect(times).toEqual([...new Set(times)].sort());
        for (const note of notes) {
          expect(NoteFields.safeParse(note).success).toBe(true);
          expect(note.begunAt.startsWith(heldOn)).toBe(true);
          const { agree, disagree } = note.agreement ?? { agree: 0, disagree: 0 };
          expect(agree + disagree).toBeLessThanOrEqual(people);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("the talk follows the questions, dimension by dimension", () => {
  for (const { notes } of makeDemoNotes(9)) {
    const turns = notes.flatMap((note) => note.phase?.slice(2, 3) ?? []).join("");
    expect(turns).toMatch(/^A*S*V*O*$/);
  }
});

test("the primary dimension is that of the first sub-theme", () => {
  for (const note of notesOf(5)) expect(note.dimensions[0]).toBe(note.subThemes[0]?.[0]);
});

test("the round is uneven, partly untagged, partly unfinished, and partly untranslated", () => {
  const notes = notesOf(11);
  const count = (holds: (note: NoteFields) => boolean) => notes.filter(holds).length;
  const weakens = count((note) => note.polarity === "weakens");
  const strengthens = count((note) => note.polarity === "strengthens");
  expect(weakens).toBeGreaterThan(strengthens);
  expect(strengthens).toBeGreaterThan(count((note) => note.polarity === "mixed"));
  expect(count((note) => note.dimensions.length === 0)).toBeGreaterThan(4);
  expect(count((note) => note.unfinished === true)).toBeGreaterThan(2);
  for (const lang of ["ar", "so"]) {
    const own = notes.filter((note) => note.lang === lang);
    expect(own.filter((note) => note.translation?.lang === "fi").length).toBeGreaterThanOrEqual(10);
    expect(own.some((note) => note.translation === undefined)).toBe(true);
  }
});

test("the twenty example notes are all there, told as strengthening, weakening or mixed", () => {
  const examples: readonly { text: string; polarity: string; primary: string }[] = JSON.parse(
    readFileSync(new URL("../fixtures/notes.json", import.meta.url), "utf8"),
  );
  const renamed = new Map([
    ["positive", "strengthens"],
    ["negative", "weakens"],
    ["mixed", "mixed"],
  ]);
  const byText = new Map(notesOf(2).map((note) => [note.text, note]));
  expect(examples).toHaveLength(20);
  for (const { text, polarity, primary } of examples) {
    const told = byText.get(text);
    expect(told).toBeDefined();
    if (told?.dimensions.length === 0) continue;
    expect(told?.polarity).toBe(renamed.get(polarity));
    expect(told?.subThemes[0]).toBe(primary);
  }
});

test("no sentence is told twice", () => {
  const texts = notesOf(4).map((note) => note.text);
  expect(new Set(texts).size).toBe(texts.length);
});
