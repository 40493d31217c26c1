import { expect, test } from "vitest";
import { noteKey } from "../../src/analysis/columns.ts";
import { themesByNote } from "../../src/analysis/theme-notes.ts";
import { foldThemes } from "../../src/domain/findings.ts";
import { noteIdOf, noteRef, theme } from "../fixtures/records.ts";

const [light, paths, bus] = [noteIdOf(1), noteIdOf(2), noteIdOf(3)];
const themesOf = (number: number, ...records: readonly Parameters<typeof theme>[0][]) =>
  themesByNote(foldThemes(records.map((change) => theme(change)))).get(noteKey(noteRef(number)));

test("a note lies in each theme that names it", () => {
  const records = [
    { themeId: light, notes: [noteRef(1), noteRef(2)] },
    { themeId: paths, notes: [noteRef(1)] },
  ];
  expect(themesOf(1, ...records)).toEqual([light, paths]);
  expect(themesOf(2, ...records)).toEqual([light]);
  expect(themesOf(3, ...records)).toBeUndefined();
});

test("the notes of merged themes count where the merging ends, each once", () => {
  const records = [
    { themeId: light, notes: [noteRef(1)], mergedInto: paths },
    { themeId: paths, notes: [noteRef(1)], mergedInto: bus },
    { themeId: bus, notes: [noteRef(2)] },
  ];
  expect(themesOf(1, ...records)).toEqual([bus]);
});

test("what was set aside counts nowhere, nor what was merged into it", () => {
  const aside = [
    { themeId: light, notes: [noteRef(1)], mergedInto: paths },
    { themeId: paths, notes: [], dropped: true as const },
    { themeId: bus, notes: [noteRef(1)], dropped: true as const },
  ];
  expect(themesOf(1, ...aside)).toBeUndefined();
});

test("two themes merged into each other count as one, so that no note is lost", () => {
  const ring = [
    { themeId: light, notes: [noteRef(1)], mergedInto: paths },
    { themeId: paths, notes: [noteRef(1)], mergedInto: light },
  ];
  expect(themesOf(1, ...ring)).toEqual([light]);
});
