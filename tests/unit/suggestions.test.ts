// What became of suggestions: kept as records, told apart in the release, left out of counts where a reader asks.
import fc from "fast-check";
import { expect, test } from "vitest";
import { countSuggested, withoutSuggested } from "../../src/analysis/without-suggested.ts";
import { findDoomed } from "../../src/domain/doomed.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import type { Named } from "../../src/domain/record.ts";
import { makeRelease } from "../../src/domain/release.ts";
import { createSuggestedOf, foldSuggestions, wasRefused } from "../../src/domain/suggestions.ts";
import { erasure, note, noteIdOf, session, sessionBox, suggestion } from "../fixtures/records.ts";

const first = note({ at: 1 });
const tagged = note({ at: 2, parents: [first.id], dimensions: ["A", "S"] });
const taken = suggestion({ at: 3, noteId: noteIdOf(1), revision: first.id });
const suggestedIn = (records: readonly Named[]) =>
  foldNotes(records).map(createSuggestedOf(records));
const releasedOf = (records: readonly Named[]) => {
  const made = makeRelease([session(), ...records], sessionBox, ["fi"]);
  if (!made.ok) throw new Error(made.error.type);
  return made.value.notes;
};

test("tells a taken dimension from one that a person set", () => {
  expect(suggestedIn([first, tagged, taken])).toEqual([["S"]]);
  expect(releasedOf([first, tagged, taken])[0]).toMatchObject({
    dimensions: ["A", "S"],
    suggestedDimensions: ["S"],
  });
});

test("leaves a note without suggestions as releases always had it", () => {
  expect(releasedOf([first, tagged])[0]).not.toHaveProperty("suggestedDimensions");
});

test("counts nothing as suggested that is not on the note, was refused or taken back", () => {
  expect(suggestedIn([first, taken])).toEqual([[]]);
  for (const answer of ["refused", "withdrawn"] as const) {
    const later = suggestion({ at: 4, noteId: noteIdOf(1), revision: first.id, answer });
    expect(suggestedIn([first, tagged, taken, later])).toEqual([[]]);
    expect(wasRefused(foldSuggestions([taken, later]), noteIdOf(1), "S")).toBe(
      answer === "refused",
    );
  }
});

test("keeps what was suggested when a note is split", () => {
  const half = note({ at: 5, noteId: noteIdOf(2), parents: [tagged.id], dimensions: ["S"] });
  expect(suggestedIn([first, tagged, taken, half])).toEqual([["S"], ["S"]]);
});

test("gives the same answer whatever the order and however often records come", () => {
  const back = suggestion({ at: 4, noteId: noteIdOf(1), revision: first.id, answer: "withdrawn" });
  const again = suggestion({ at: 5, noteId: noteIdOf(1), revision: first.id });
  const records: readonly Named[] = [first, tagged, taken, back, again];
  const order = fc.shuffledSubarray([...records, ...records], { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(order, (mixed) => {
      expect(suggestedIn(mixed)).toEqual([["S"]]);
    }),
  );
});

test("goes with a note that is erased whole, and stays with one that lives on", () => {
  const whole = erasure({ at: 6, noteId: noteIdOf(1), survivors: [] });
  expect(findDoomed([first, tagged, taken, whole]).map(({ id }) => id)).toContain(taken.id);
  const general = note({ at: 5, parents: [tagged.id], dimensions: ["S"], text: "[paikka]" });
  const partly = erasure({ at: 6, noteId: noteIdOf(1), survivors: [general.id] });
  const left = [first, tagged, taken, general, partly];
  expect(findDoomed(left).map(({ id }) => id)).not.toContain(taken.id);
  expect(suggestedIn(left)).toEqual([["S"]]);
});

test("lets a reader count without what was suggested", () => {
  const [released] = releasedOf([first, tagged, taken]);
  if (!released) throw new Error("nothing released");
  const withThemes = { ...released, subThemes: ["A1", "S1"] };
  const themes = [
    { id: "A1", dimension: "A" },
    { id: "S1", dimension: "S" },
  ];
  expect(withoutSuggested(withThemes, themes)).toMatchObject({
    dimensions: ["A"],
    subThemes: ["A1"],
    text: released.text,
  });
  const [own] = releasedOf([first, tagged]);
  if (!own) throw new Error("nothing released");
  expect(withoutSuggested(own, themes)).toBe(own);
  expect(countSuggested([released, own])).toBe(1);
});
