import fc from "fast-check";
import { expect, test } from "vitest";
import { tabulateDimensions } from "../../src/analysis/dimension-table.ts";
import { filterNotes, type NoteFilter } from "../../src/analysis/note-filter.ts";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import type { ReleasedNote } from "../../src/domain/desk-records.ts";
import { RecordId } from "../../src/domain/schema.ts";
import { digestOf, noteIdOf, release } from "../fixtures/records.ts";

const released = (change: Partial<ReleasedNote> = {}): ReleasedNote => ({
  noteId: noteIdOf(1),
  revision: RecordId.parse(digestOf("a")),
  text: "Kirjastossa on hyvä olla.",
  lang: "fi",
  kinds: [],
  dimensions: [],
  subThemes: [],
  topics: [],
  ...change,
});

const notesOf = (...notes: readonly ReleasedNote[]) => listReleasedNotes([release({ notes })]);

test("counts a note once in each of its dimensions, and untagged notes in a row of their own", () => {
  const notes = notesOf(
    released({ dimensions: ["S", "V"], polarity: "weakens" }),
    released({ dimensions: ["S"], polarity: "strengthens" }),
    released(),
  );
  const rows = tabulateDimensions(notes, ["A", "S", "V", "O"]);
  expect(rows.map(({ dimension, notes: count }) => [dimension, count])).toEqual([
    ["A", 0],
    ["S", 2],
    ["V", 1],
    ["O", 0],
    ["none", 1],
  ]);
  expect(rows[1]?.byPolarity).toEqual({ strengthens: 1, weakens: 1, mixed: 0, none: 0 });
});

test("shows a tag the codebook does not know instead of dropping it", () => {
  const rows = tabulateDimensions(notesOf(released({ dimensions: ["X9"] })), ["A"]);
  expect(rows.map(({ dimension }) => dimension)).toEqual(["A", "X9"]);
});

const anyNote = fc.record({
  dimensions: fc.uniqueArray(fc.constantFrom("A", "S", "V", "O"), { maxLength: 3 }),
  polarity: fc.constantFrom("strengthens" as const, "weakens" as const, "mixed" as const),
});

test("opens exactly as many notes as a cell counts", () => {
  fc.assert(
    fc.property(fc.array(anyNote, { maxLength: 20 }), (list) => {
      const notes = notesOf(...list.map((change) => released(change)));
      for (const row of tabulateDimensions(notes, ["A", "S", "V", "O"])) {
        for (const polarity of ["strengthens", "weakens", "mixed", "none"] as const) {
          const filter: NoteFilter = { dimension: row.dimension, polarity };
          expect(filterNotes(notes, filter)).toHaveLength(row.byPolarity[polarity]);
        }
        expect(filterNotes(notes, { dimension: row.dimension })).toHaveLength(row.notes);
      }
    }),
  );
});
