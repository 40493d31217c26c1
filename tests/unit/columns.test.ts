// Columns answer what going through the notes one by one would.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildColumns,
  columnNames,
  flagNames,
  noteKey,
  type Surroundings,
  valuesOf,
} from "../../src/analysis/columns.ts";
import { countValues, crossCount } from "../../src/analysis/cross-count.ts";
import {
  filterNotes,
  listChosen,
  type NoteFilter,
  selectNotes,
} from "../../src/analysis/note-filter.ts";
import type { DeskNote } from "../../src/analysis/released-notes.ts";
import { BoxId, EntityId, RecordId } from "../../src/domain/schema.ts";
import { digestOf, noteIdOf, releasedNote } from "../fixtures/records.ts";

const sessions = ["1a", "2b", "3c"].map((two) => BoxId.parse(two.repeat(16)));
const some = (...ids: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
const maybe = <T>(...values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const anyNotes: fc.Arbitrary<readonly DeskNote[]> = fc
  .array(
    fc.record({
      session: fc.constantFrom(...sessions),
      dimensions: some("A", "S", "V", "O", "X9"),
      subThemes: some("A1", "S1", "S2"),
      topics: some("edu", "work"),
      kinds: some("quote", "proposal"),
      lang: fc.constantFrom("fi", "sv", "ar"),
      polarity: maybe("strengthens" as const, "weakens" as const, "mixed" as const),
      area: maybe("home", "street"),
      phase: maybe("Q-A1", "Q-S1"),
      star: maybe(true as const),
      quotable: maybe(true as const),
      unfinished: maybe(true as const),
      agreement: maybe({ agree: 0, disagree: 2 }, { agree: 3, disagree: 0 }),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ session, ...fields }, at) => {
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      return {
        // Only absent fields were dropped.
        ...releasedNote({ number: at + 1, ...(Object.fromEntries(given) as object) }),
        ...{ session, roundId: EntityId.parse("0d".repeat(16)), place: at + 1 },
        release: RecordId.parse(digestOf("a")),
      };
    }),
  );

const anyFilter = fc.record(
  {
    session: fc.constantFrom<string>(...sessions, "ff".repeat(16)),
    dimension: fc.constantFrom("A", "S", "X9", "Z", "none"),
    with: fc.constantFrom("A", "V"),
    polarity: fc.constantFrom("strengthens", "mixed", "none"),
    subTheme: fc.constantFrom("S1", "none"),
    topic: fc.constantFrom("edu", "none"),
    area: fc.constantFrom("home", "none"),
    kind: fc.constantFrom("quote", "none"),
    lang: fc.constantFrom("fi", "ar"),
    phase: fc.constantFrom("Q-A1", "none"),
    group: fc.constantFrom("nuoret", "vanhemmat", "none"),
    theme: fc.constantFrom("t1", "none"),
    starred: fc.boolean(),
    quotable: fc.boolean(),
    unfinished: fc.boolean(),
    disagreed: fc.boolean(),
    agreed: fc.boolean(),
  },
  { requiredKeys: [] },
);

const surroundingsOf = (notes: readonly DeskNote[]): Surroundings => ({
  groups: new Map([
    [sessions[0] ?? BoxId.parse(""), ["nuoret"]],
    [sessions[1] ?? BoxId.parse(""), ["nuoret", "vanhemmat"]],
  ]),
  themes: new Map(notes.filter((_, at) => at % 3 === 0).map((note) => [noteKey(note), ["t1"]])),
});

test("a filter lets through the same notes, in the same order", () => {
  fc.assert(
    fc.property(anyNotes, anyFilter, (notes, filter) => {
      const surroundings = surroundingsOf(notes);
      const columns = buildColumns(notes, surroundings);
      // What may be undefined here is left out.
      const asked = filter as NoteFilter;
      expect(listChosen(columns, selectNotes(columns, asked))).toEqual(
        filterNotes(notes, asked, surroundings),
      );
    }),
    { numRuns: 300 },
  );
});

test("every cell of every table counts the notes that its filter opens", () => {
  const pair = fc.tuple(fc.constantFrom(...columnNames), fc.constantFrom(...columnNames));
  fc.assert(
    fc.property(anyNotes, pair, anyFilter, (notes, [row, column], filter) => {
      const surroundings = surroundingsOf(notes);
      const columns = buildColumns(notes, surroundings);
      const asked = filter as NoteFilter;
      const chosen = selectNotes(columns, asked);
      const kept = filterNotes(notes, asked, surroundings);
      const table = crossCount(columns, row, column, chosen);
      const has = (note: DeskNote, name: typeof row, id: string) => {
        const values = valuesOf(note, name, surroundings);
        return id === "none" ? values.length === 0 : values.includes(id);
      };
      for (const r of [...table.rows, "none", "nobody-has-it"]) {
        const spread = new Set<string>();
        for (const c of [...table.columns, "none"]) {
          const count = kept.filter((note) => has(note, row, r) && has(note, column, c)).length;
          expect(table.cell(r, c)).toBe(count);
          if (count > 0 && c !== "none") spread.add(c);
        }
        expect(table.spread(r)).toBe(spread.size);
      }
    }),
  );
});

test("values are counted once a note, with those who have none", () => {
  fc.assert(
    fc.property(anyNotes, fc.constantFrom(...columnNames), (notes, name) => {
      const columns = buildColumns(notes);
      const naive = new Map<string, number>();
      for (const note of notes) {
        const values = valuesOf(note, name);
        for (const id of values.length === 0 ? ["none"] : values) {
          naive.set(id, (naive.get(id) ?? 0) + 1);
        }
      }
      expect(Object.fromEntries(countValues(columns, name))).toEqual(Object.fromEntries(naive));
    }),
  );
});

describe("the smallest cases", () => {
  test("no notes at all are no error", () => {
    const columns = buildColumns([]);
    expect(selectNotes(columns, { dimension: "A" })).toHaveLength(0);
    expect(crossCount(columns, "dimension", "session").cell("A", "x")).toBe(0);
  });

  test("each mark has a bit of its own", () => {
    const note: DeskNote = {
      ...releasedNote({ star: true, agreement: { agree: 1, disagree: 1 } }),
      ...{ session: sessions[0] ?? BoxId.parse(""), roundId: noteIdOf(1), place: 1 },
      release: RecordId.parse(digestOf("a")),
    };
    const columns = buildColumns([note]);
    const shown = flagNames.filter((flag) => selectNotes(columns, { [flag]: true })[0] === 1);
    expect(shown).toEqual(["starred", "disagreed", "agreed"]);
  });
});
