import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findHints } from "../../src/domain/privacy/find-hints.ts";
import { countHinted, createHintLook } from "../../src/domain/privacy/hinted-notes.ts";
import { maskHint } from "../../src/domain/privacy/mask-hint.ts";
import { separators, toCode } from "../fixtures/privacy/codes.ts";
import { readCorpus } from "../fixtures/privacy/corpus.ts";

const seen = (text: string, lang: string, known: readonly string[] = []) =>
  findHints(text, lang, known).map(({ kind, text: found }) => `${kind}: ${found}`);

describe("names", () => {
  test("that are introduced are sure, listed ones likely, other capitals weak", () => {
    const certainty = (text: string) => findHints(text, "fi")[0]?.certainty;
    expect(certainty("Hän oli nimeltään Sampsa")).toBe("sure");
    expect(certainty("Kiitos Fatimalle tulkkauksesta")).toBe("likely");
    expect(certainty("Kysyttiin Warsamelta asiasta")).toBe("weak");
  });

  test("that are also words are let be where a sentence begins", () => {
    expect(seen("Toivo on tärkeä. Rauha myös.", "fi")).toEqual([]);
    expect(seen("Kerroin että Toivo auttaa", "fi")).toEqual(["name: Toivo"]);
  });

  test("come with the surname behind them, in one piece", () => {
    expect(seen("Soitin Heikki Salmiselle eilen", "fi")).toEqual(["name: Heikki Salmiselle"]);
  });

  test("are not places, offices, peoples, days or languages", () => {
    expect(seen("Menin Turkuun maanantaina, Kela ja Migri auttoi", "fi")).toEqual([]);
    expect(seen("I Jakobstad talar Migrationsverket med FPA", "sv")).toEqual([]);
    expect(seen("On Monday we met Finnish friends in Espoo", "en")).toEqual([]);
  });

  test("are not looked for in a language whose capitals we do not know", () => {
    expect(seen("Ja zvonila Nataša v Tampere", "uk")).toEqual([]);
  });
});

describe("people told without a name", () => {
  const lines = readCorpus("told");
  test.each(lines.map((line) => [line.text, line] as const))("%s", (_, { text, marks }) => {
    const [lang = "", said = ""] = text.split("\t");
    const expected = marks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    const found = seen(said, lang).filter((each) => /^(role-place|only-one)/.test(each));
    expect(found).toHaveLength(expected.length);
    for (const [at, each] of found.entries()) expect(each).toContain(expected[at]);
  });
});

test("what stands in brackets is masked already", () => {
  const text = "Soitin [Heikki Salmiselle, 040 123 4567] ja Jukalle";
  expect(seen(text, "fi")).toEqual(["name: Jukalle"]);
});

describe("what a person has said is no personal data", () => {
  test("stays quiet, in other cases of the word too", () => {
    const text = "Kysyttiin Kivistönmäeltä ja Lehtosaaresta";
    expect(seen(text, "fi")).toHaveLength(2);
    expect(seen(text, "fi", ["Lehtosaarelle"])).toEqual(["name: Kivistönmäeltä"]);
    expect(seen("Kerroin Ahmedille", "fi", ["ahmedin"])).toEqual([]);
  });

  test("says nothing of another name that begins alike", () => {
    expect(seen("Kerroin Annille ja Annalle", "fi", ["anna"])).toEqual(["name: Annille"]);
  });

  test("is not counted among the notes that hold something", () => {
    const notes = [
      { text: "Kerroin Jukalle", lang: "fi" },
      { text: "Bussi ei kulje", lang: "fi" },
      {
        text: "مكان",
        lang: "ar",
        translation: { text: "Soita 040 123 4567", lang: "fi", by: "scribe" as const },
      },
    ];
    expect(countHinted(notes)).toBe(2);
    expect(countHinted(notes, ["jukka"])).toBe(1);
    const isHinted = createHintLook(["jukka"]);
    for (const times of [1, 2]) expect([times, notes.filter(isHinted).length]).toEqual([times, 1]);
  });
});

const pieces = fc.constantFrom(
  ...separators.map((separator) => toCode("010190", separator, 906).code),
  "040 123 4567",
  "a@b.fi",
  "FI21 1234 5600 0007 85",
  "ABC-123",
  "Koulukatu 5",
  "Fatimalle",
  "Heikki Salmiselle",
  "nimeltä",
  "herra",
  "imaami Porissa",
  "ainoa somali koulussa",
  "[nimi]",
  "[",
  "]",
  " ",
  ". ",
  "\n",
  "–",
  "İ",
  "😀",
  "\u0301",
  "\u202e",
  "مكان",
  "٠٤٠",
  "-",
  "+358",
);
const texts = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 14 })
    .map((all) => all.join(" ")),
  fc.array(pieces, { maxLength: 14 }).map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
);
const langs = fc.constantFrom("fi", "sv", "en", "ar", "x");

describe("for any text", () => {
  test("places lie inside it, in order, without overlap, and hold what they say", () => {
    fc.assert(
      fc.property(texts, langs, (text, lang) => {
        let last = 0;
        for (const hint of findHints(text, lang)) {
          expect(hint.start).toBeGreaterThanOrEqual(last);
          expect(hint.end).toBeGreaterThan(hint.start);
          expect(hint.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(hint.start, hint.end)).toBe(hint.text);
          last = hint.end;
        }
      }),
    );
  });

  test("masking takes away what was found, twice is once, and nothing is left in the end", () => {
    fc.assert(
      fc.property(texts, langs, (text, lang) => {
        let now = text;
        for (let turn = 0; turn <= text.length; turn += 1) {
          const [hint] = findHints(now, lang);
          if (!hint) break;
          const masked = maskHint(now, hint, "nimi");
          expect(masked).toBe(`${now.slice(0, hint.start)}[nimi]${now.slice(hint.end)}`);
          expect(maskHint(masked, hint, "nimi")).toBe(masked);
          now = masked;
        }
        expect(findHints(now, lang)).toEqual([]);
      }),
    );
  });
});

test("looks through the longest note that is allowed in the time of a keystroke's pause", () => {
  const long = "Aaa 0-0 1 ".repeat(2_000);
  expect(long).toHaveLength(20_000);
  expect(() => findHints(long, "fi")).not.toThrow();
  for (const part of ["a.", "0 ", "0-", "Aa ", "a-", "[", "FI21", "+0 ", "A-1 "]) {
    const text = part.repeat(Math.floor(20_000 / part.length));
    expect(Array.isArray(findHints(text, "fi"))).toBe(true);
  }
});
