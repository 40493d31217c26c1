// Search finds what the naive definition finds: every note gone through, every word compared.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildIndex, searchIndex } from "../../src/analysis/search-index.ts";
import { markHits } from "../../src/analysis/search-marks.ts";
import {
  foldText,
  listWords,
  matchWord,
  startsWithinOne,
  toleratesTypo,
} from "../../src/analysis/search-words.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";

/** Best first, by going through everything. */
const naiveSearch = (texts: readonly string[], query: string): readonly number[] => {
  const words = [...new Set(listWords(query))];
  if (words.length === 0) return [];
  const rank = (text: string, asked: string, typos: boolean) =>
    Math.max(0, ...listWords(text).map((written) => matchWord(written, asked, typos)));
  const scores = words.map((asked) => {
    const typos = toleratesTypo(asked) && texts.every((text) => rank(text, asked, false) === 0);
    return texts.map((text) => rank(text, asked, typos));
  });
  return texts
    .map((_, place) => ({ place, each: scores.map((of) => of[place] ?? 0) }))
    .filter(({ each }) => each.every((score) => score > 0))
    .map(({ place, each }) => ({ place, score: each.reduce((sum, one) => sum + one, 0) }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ place }) => place);
};
const search = (texts: readonly string[], query: string) => [
  ...(searchIndex(buildIndex(texts), query)?.places ?? []),
];

const alphabet = fc.constantFrom(..."abdeikklnstty", "ä", "أ", "ا", "ه", "ة");
const anyWord = fc.array(alphabet, { minLength: 1, maxLength: 9 }).map((each) => each.join(""));
const anyText = fc.array(anyWord, { maxLength: 12 }).map((words) => words.join(" "));

test("finds exactly what going through every word finds, best first", () => {
  const anyCase = fc.record({
    texts: fc.array(anyText, { maxLength: 20 }),
    free: anyText,
    from: fc.nat(),
    cut: fc.nat({ max: 8 }),
    slip: fc.nat({ max: 8 }),
  });
  fc.assert(
    fc.property(anyCase, ({ texts, free, from, cut, slip }) => {
      // Half of the queries are pieces of a word that is there, some with a letter wrong.
      const words = texts.flatMap(listWords);
      const word = words[from % Math.max(1, words.length)] ?? "";
      const slipped = `${word.slice(0, slip)}k${word.slice(slip + 1)}`;
      for (const query of [free, word, word.slice(0, cut), word.slice(cut), slipped]) {
        expect(search(texts, query)).toEqual(naiveSearch(texts, query));
      }
    }),
    { numRuns: 300 },
  );
});

test("one slip is what the edit distance says it is", () => {
  /** The least edits, with neighbours changed round as one, to any beginning of `written`. */
  const distance = (written: string, asked: string): number => {
    const rows = [Array.from({ length: written.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= asked.length; i++) {
      const row = [i];
      for (let j = 1; j <= written.length; j++) {
        const same = asked[i - 1] === written[j - 1] ? 0 : 1;
        const at = (r: number, c: number) => rows[r]?.[c] ?? Number.POSITIVE_INFINITY;
        let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + same);
        if (asked[i - 1] === written[j - 2] && asked[i - 2] === written[j - 1]) {
          least = Math.min(least, at(i - 2, j - 2) + 1);
        }
        row.push(least);
      }
      rows.push(row);
    }
    return Math.min(...(rows.at(-1) ?? [0]));
  };
  const word = fc
    .array(fc.constantFrom("a", "b", "c"), { maxLength: 8 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(word, word, (written, asked) => {
      fc.pre(written[0] !== undefined && written[0] === asked[0]);
      expect(startsWithinOne(written, asked)).toBe(distance(written, asked) <= 1);
    }),
    { numRuns: 1_000 },
  );
});

test("finds notes however far apart they stand", () => {
  const places = [0, 127, 128, 300, 16_383, 16_384, 20_000, 39_999];
  const texts = Array.from({ length: 40_000 }, (_, at) =>
    places.includes(at) ? "harva" : "yleinen",
  );
  expect(search(texts, "harva")).toEqual(places);
});

describe("Finnish forms and compounds", () => {
  test.each([
    ["pysäkki", "Odotan bussipysäkillä yksin."],
    ["bussipysäkki", "bussipysäkeillä on pimeää"],
    ["turvallisuus", "turvallisuuden tunne"],
    ["ihminen", "Ihmisiä oli paljon"],
    ["kaupunki", "kaupungissa asuu"],
    ["alikulku", "Aseman alikulussa pelottaa"],
    ["häirintä", "häirinnästä ei puhuta"],
    ["kirjasto", "kirjastossa on hyvä olla"],
    ["nuoret", "nuorten tila"],
    ["vanhemmat", "vanhempien illassa"],
    ["opettaja", "Opettajille kiitos"],
    ["kadulla", "kadut ovat tyhjiä"],
    ["valo", "katuvalot puuttuvat"],
    ["maahanmuuttaja", "maahanmuuttajien neuvosto"],
    ["skolan", "i skolorna talar man"],
    ["människa", "människorna hälsar"],
    ["libraries", "the library closes"],
  ])("%s finds: %s", (query, text) => {
    expect(search(["muuta puhetta aivan", text], query)).toEqual([1]);
  });

  test("what is written as asked comes before its other forms, and those before nothing", () => {
    const texts = ["pysäkillä", "bussipysäkki", "pysäkkien", "pysäkki", "kahvila"];
    expect(search(texts, "pysäkki")).toEqual([3, 2, 1, 0]);
  });

  test("all words must be found, in the text or its translation alike", () => {
    const texts = ["Bussi on myöhässä.\nThe bus is late.", "Bussi tuli ajoissa."];
    expect(search(texts, "bussi late")).toEqual([0]);
    expect(search(texts, "bussi juna")).toEqual([]);
  });
});

describe("Arabic", () => {
  test.each([
    ["اخاف", "أَخافُ من الحافلة"],
    ["أخاف", "اخاف من الحافلة"],
    ["مدرسه", "المدرسة بعيدة"],
    ["مستشفي", "إلى المستشفى"],
    ["سما", "في السماء"],
    ["حافلة", "بالحافلـــة"],
    ["مکان", "مكان"],
    ["قرآن", "قران"],
    ["2026", "سنة ٢٠٢٦"],
  ])("%s finds: %s", (query, text) => {
    expect(search([text], query)).toEqual([0]);
  });
});

describe("typing errors", () => {
  test.each(["kirjatso", "kirasto", "kirjjasto", "kirjaszo"])("%s finds kirjastossa", (query) => {
    expect(search(["kirjastossa", "kahvilassa"], query)).toEqual([0]);
  });

  test("short words and first letters are taken as they are written", () => {
    expect(search(["bussi"], "busi")).toEqual([]);
    expect(search(["kirjasto"], "pirjasto")).toEqual([]);
  });

  test("are looked for only where nothing is written as asked", () => {
    expect(search(["kauppa", "kaappi"], "kauppa")).toEqual([0]);
  });
});

describe("the words that are marked", () => {
  test("are those that were found, and the pieces are the text again", () => {
    const text = "Bussipysäkillä on pimeää, sanoi hän.";
    const asked = [{ word: foldText("pysäkki"), typo: false }];
    const pieces = markHits(text, asked);
    expect(pieces.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual([
      "Bussipysäkillä",
    ]);
  });

  test("stand in every note found, whatever was asked", () => {
    const texts = exampleNotes().map(({ text }) => text);
    const index = buildIndex(texts);
    const words = [...new Set(texts.flatMap(listWords))];
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat({ max: 9 }), (word, cut) => {
        const hits = searchIndex(index, word.slice(0, cut + 1));
        for (const place of hits?.places ?? []) {
          const pieces = markHits(texts[place] ?? "", hits?.asked ?? []);
          expect(pieces.some(({ isHit }) => isHit)).toBe(true);
          expect(pieces.map(({ text }) => text).join("")).toBe(texts[place]);
        }
      }),
    );
  });
});

test.each(["", "  ", "…", "'", "ـ"])("%j asks for nothing", (query) => {
  expect(searchIndex(buildIndex(["teksti"]), query)).toBeUndefined();
});
