// Themes and findings of several coordinators: links are joined, words grow apart, and order changes nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createRefStates,
  foldFindings,
  foldThemes,
  isFindingChecked,
  standingThemes,
} from "../../src/domain/findings.ts";
import {
  deviceB,
  finding,
  noteIdOf,
  noteRef,
  release,
  releasedNote,
  theme,
} from "../fixtures/records.ts";

const author = { device: deviceB, role: "coordinator" } as const;
const [a, b, c] = [noteRef(1), noteRef(2), noteRef(3)];

test("keeps the notes that two coordinators linked apart", () => {
  const first = finding({ at: 0, supports: [a] });
  const ours = finding({ at: 1, supports: [a, b], parents: [first.id] });
  const theirs = finding({ at: 2, supports: [a, c], parents: [first.id], author });
  const [view] = foldFindings([first, ours, theirs]);
  expect(view?.fields.supports).toEqual([a, b, c]);
  expect(view?.rivals.size).toBe(0);
});

test("lets go of a note that one coordinator took away while the other linked another", () => {
  const first = finding({ at: 0, supports: [a, b] });
  const ours = finding({ at: 1, supports: [b], parents: [first.id] });
  const theirs = finding({ at: 2, supports: [a, b, c], parents: [first.id], author });
  expect(foldFindings([first, ours, theirs])[0]?.fields.supports).toEqual([b, c]);
});

test("shows both wordings where two coordinators worded one finding apart", () => {
  const first = finding({ at: 0 });
  const ours = finding({ at: 1, statement: { fi: "Meidän" }, parents: [first.id] });
  const theirs = finding({ at: 2, statement: { fi: "Heidän" }, parents: [first.id], author });
  const [view] = foldFindings([first, ours, theirs]);
  expect(view?.rivals.size).toBe(0);
  expect(view?.rivalWordings).toEqual([
    {
      field: "statement",
      lang: "fi",
      values: [
        { value: "Meidän", revision: ours.id },
        { value: "Heidän", revision: theirs.id },
      ],
    },
  ]);
});

test("joins a wording changed here and a translation made there", () => {
  const first = finding({ at: 0, statement: { fi: "Alku" } });
  const ours = finding({ at: 1, statement: { fi: "Uusi" }, parents: [first.id] });
  const theirs = finding({
    at: 2,
    statement: { fi: "Alku", sv: "Början" },
    parents: [first.id],
    author,
  });
  const [view] = foldFindings([theirs, first, ours]);
  expect(view?.fields.statement).toEqual({ fi: "Uusi", sv: "Början" });
  expect(view?.rivalWordings).toEqual([]);
});

test("holds a check for the words that were looked at, and for no others", () => {
  const first = finding({ at: 0, statement: { fi: "Alku" } });
  const checked = finding({
    at: 1,
    statement: { fi: "Alku" },
    parents: [first.id],
    checked: first.id,
  });
  const reworded = finding({ at: 2, statement: { fi: "Uusi" }, parents: [first.id], author });
  const one = (...records: readonly (typeof first)[]) => {
    const [view] = foldFindings(records);
    return view && isFindingChecked(view);
  };
  expect(one(first)).toBe(false);
  expect(one(first, checked)).toBe(true);
  expect(one(first, checked, reworded)).toBe(false);
});

test("counts a merged theme's notes where it was merged into, and in a ring with the first by name", () => {
  const [one, two, three] = [1, 2, 3].map((number) => noteIdOf(number));
  if (!one || !two || !three) throw new Error("three names");
  const into = (themeId: typeof one, mergedInto?: typeof one) =>
    theme({ themeId, ...(mergedInto ? { mergedInto } : {}) });
  const roots = (...records: readonly ReturnType<typeof theme>[]) =>
    Object.fromEntries(standingThemes(foldThemes(records)));
  expect(roots(into(one, two), into(two, three), into(three))).toEqual({
    [one]: three,
    [two]: three,
    [three]: three,
  });
  expect(roots(into(one, two), into(two, one))).toEqual({ [one]: one, [two]: one });
  expect(roots(into(one, two), theme({ themeId: two, dropped: true }))).toEqual({});
});

test("folds to the same in any order and with repetitions", () => {
  const first = theme({ at: 0, notes: [a] });
  const ours = theme({ at: 1, notes: [a, b], parents: [first.id] });
  const theirs = theme({ at: 2, notes: [c], name: { fi: "Bussi" }, parents: [first.id], author });
  const records = [first, ours, theirs];
  const whole = foldThemes(records);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...records), { maxLength: 12 }), (more) => {
      expect(foldThemes([...more, ...records].reverse())).toEqual(whole);
    }),
  );
});

test("tells whether a linked note still stands as it was", () => {
  const stands = releasedNote({ number: 1 });
  const stateOf = createRefStates([release({ notes: [stands] })]);
  const ref = noteRef(1);
  expect(stateOf({ ...ref, revision: stands.revision })).toBe("current");
  expect(stateOf({ ...ref, revision: noteRef(9).revision })).toBe("changed");
  expect(stateOf(noteRef(7))).toBe("gone");
});
