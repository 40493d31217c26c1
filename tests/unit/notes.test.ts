import fc from "fast-check";
import { expect, test } from "vitest";
import { foldNotes } from "../../src/domain/notes.ts";
import type { Named } from "../../src/domain/record.ts";
import { deviceB, erasure, note, noteIdOf, review, stampAt } from "../fixtures/records.ts";

const first = note({ at: 0, dimensions: ["S"] });
const author = { device: deviceB, role: "scribe" } as const;

test("shows the text of the last revision and keeps the earlier ones in its history", () => {
  const edit = note({ at: 5, text: "Muutettu", parents: [first.id] });
  const [view] = foldNotes([first, edit]);
  expect(view?.fields.text).toBe("Muutettu");
  expect(view?.history.map(({ id }) => id)).toEqual([first.id, edit.id]);
  expect(view?.rivals.size).toBe(0);
});

test("keeps both texts when two people edit the same revision", () => {
  const ours = note({ at: 5, text: "Meidän", parents: [first.id] });
  const theirs = note({ at: 6, text: "Heidän", parents: [first.id], author });
  const [view] = foldNotes([first, ours, theirs]);
  expect(view?.rivals.get("text")?.map(({ value }) => value)).toEqual(["Meidän", "Heidän"]);
});

test("merges by itself when two people change different fields", () => {
  const text = note({ at: 5, text: "Uusi", dimensions: ["S"], parents: [first.id] });
  const tag = note({ at: 6, dimensions: ["S", "O"], parents: [first.id], author });
  const [view] = foldNotes([first, text, tag]);
  expect(view?.rivals.size).toBe(0);
  expect(view?.fields.text).toBe("Uusi");
  expect(view?.fields.dimensions).toEqual(["S", "O"]);
});

test("takes a removed tag as a change, not as silence", () => {
  const starred = note({ at: 1, star: true });
  const { star, ...bare } = starred.record;
  const removed = note({ ...bare, at: 5, stamp: stampAt(5), parents: [starred.id] });
  const reworded = note({ at: 6, star: true, text: "Uusi", parents: [starred.id], author });
  const [view] = foldNotes([starred, removed, reworded]);
  expect(star).toBe(true);
  expect(view?.fields.star).toBeUndefined();
  expect(view?.fields.text).toBe("Uusi");
});

test("lays texts side by side when their common ancestor was erased", () => {
  const left = note({ at: 5, text: "Vasen", parents: [first.id] });
  const right = note({ at: 6, text: "Oikea", parents: [first.id], author });
  const [view] = foldNotes([left, right]);
  expect(view?.rivals.get("text")).toHaveLength(2);
});

test("ends a rivalry with a revision that names both", () => {
  const left = note({ at: 5, text: "Vasen", parents: [first.id] });
  const right = note({ at: 6, text: "Oikea", parents: [first.id], author });
  const both = note({ at: 7, text: "Vasen ja oikea", parents: [left.id, right.id] });
  const [view] = foldNotes([first, left, right, both]);
  expect(view?.rivals.size).toBe(0);
  expect(view?.fields.text).toBe("Vasen ja oikea");
});

test("drops the approval when the text changes", () => {
  const approval = review({ at: 1, noteId: noteIdOf(1), revision: first.id });
  const edit = note({ at: 20, text: "Muutettu", parents: [first.id] });
  expect(foldNotes([first, approval])[0]?.verdict).toBe("approved");
  expect(foldNotes([first, approval, edit])[0]?.verdict).toBe("unreviewed");
});

test("refuses an erased text for ever, also when it arrives late, and lets survivors' descendants live", () => {
  const clean = note({ at: 5, text: "[yleistetty]", parents: [first.id] });
  const erased = erasure({ at: 6, noteId: noteIdOf(1), survivors: [clean.id] });
  const lateEdit = note({ at: 7, text: "Vanhan päälle", parents: [first.id], author });
  const later = note({ at: 8, text: "[yleistetty] ja tarkempi", parents: [clean.id] });
  const [view] = foldNotes([erased, lateEdit, first, clean, later]);
  expect(view?.history.map(({ id }) => id)).toEqual([clean.id, later.id]);
});

test("forgets a note whose erasure leaves no survivor", () => {
  expect(foldNotes([first, erasure({ noteId: noteIdOf(1), survivors: [] })])).toEqual([]);
});

/** A random graph: each revision names any of the earlier ones as parents. */
const graphs = fc
  .array(
    fc.record({
      noteId: fc.integer({ min: 1, max: 3 }),
      parents: fc.array(fc.nat(9), { maxLength: 2 }),
      at: fc.nat(30),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((steps) => {
    const made: Named[] = [];
    for (const { noteId, parents, at } of steps) {
      const earlier = made.filter(
        ({ record }) => record.kind === "note/1" && record.noteId === noteIdOf(noteId),
      );
      const named = parents.flatMap(
        (place) => earlier[place % Math.max(earlier.length, 1)]?.id ?? [],
      );
      made.push(
        note({
          at,
          noteId: noteIdOf(noteId),
          text: `t${made.length}`,
          parents: [...new Set(named)],
        }),
      );
    }
    return made;
  });

test("means the same in any order and with any repetition", () => {
  fc.assert(
    fc.property(graphs, fc.infiniteStream(fc.nat()), (records, random) => {
      const shuffled = [...records, ...records]
        .map((record) => ({ record, key: random.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ record }) => record);
      expect(foldNotes(shuffled)).toEqual(foldNotes(records));
    }),
  );
});

test("loses no revision: every one is in the history of its note", () => {
  fc.assert(
    fc.property(graphs, (records) => {
      const kept = foldNotes(records).flatMap(({ history }) => history.map(({ id }) => id));
      expect(new Set(kept)).toEqual(new Set(records.map(({ id }) => id)));
    }),
  );
});
