// Themes and findings of several coordinators: links are joined, words grow apart, and order changes nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRefStates, foldFindings, foldThemes } from "../../src/domain/findings.ts";
import { deviceB, finding, noteRef, release, releasedNote, theme } from "../fixtures/records.ts";

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
  expect(view?.rivals.get("statement")?.map(({ value }) => value)).toEqual([
    { fi: "Meidän" },
    { fi: "Heidän" },
  ]);
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
