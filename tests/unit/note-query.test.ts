import fc from "fast-check";
import { expect, test } from "vitest";
import { type NoteQuery, parseNoteQuery, toNotesAddress } from "../../src/app/desk/note-query.ts";

const queryOf = (address: string): string => address.split("?")[1] ?? "";

test("an address gives back exactly the filter it was made of", () => {
  const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
  const tag = fc.constantFrom("A", "S3", "none", "edu");
  const filter = fc.record(
    {
      session: hex,
      dimension: tag,
      polarity: fc.constantFrom("strengthens", "weakens", "mixed", "none"),
      subTheme: tag,
      kind: tag,
      topic: tag,
      area: tag,
      lang: fc.constantFrom("fi", "zh-Hant", "so"),
      starred: fc.constant(true),
      quotable: fc.constant(true),
      unfinished: fc.constant(true),
      agreed: fc.constant(true),
      disagreed: fc.constant(true),
      with: tag,
      phase: tag,
      group: tag,
      theme: fc.oneof(hex, fc.constant("none")),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.record({ round: hex, filter }, { requiredKeys: ["filter"] }), (query) => {
      // The record's values are the filter's by construction.
      const address = toNotesAddress(query as NoteQuery);
      expect(parseNoteQuery(queryOf(address))).toEqual(query);
    }),
  );
});

test("leaves out what does not fit and keeps the rest: more is shown, never nothing", () => {
  expect(parseNoteQuery("dimension=S&polarity=loud&round=nope&starred=yes&unknown=1")).toEqual({
    filter: { dimension: "S" },
  });
});

test.each(["", "?", "%", "=&=&", "__proto__=A", "dimension=%00", "constructor=A"])(
  "reads %j as no filter at all",
  (query) => {
    expect(parseNoteQuery(query)).toEqual({ filter: {} });
  },
);

test("never writes a word that somebody searched for into an address", () => {
  // @ts-expect-error: no filter has words; what is searched for lives on the screen alone.
  const query: NoteQuery = { filter: { dimension: "A", words: "salainen" } };
  expect(query.filter.dimension).toBe("A");
  expect(parseNoteQuery("dimension=A&words=salainen")).toEqual({ filter: { dimension: "A" } });
});

test("is the bare page without a filter", () => {
  expect(toNotesAddress({ filter: {} })).toBe("#/desk/notes");
});
