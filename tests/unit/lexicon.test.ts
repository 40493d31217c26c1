// How a lexicon is read: which words it meets, what it says of them, and what it leaves alone.
import { expect, test } from "vitest";
import codebookFile from "../../src/app/content/codebook-1.json";
import { loadLexicons } from "../../src/app/facilitator/lexicons.ts";
import { Codebook } from "../../src/domain/codebook.ts";
import { createSuggest, Lexicon } from "../../src/domain/lexicon.ts";
import { must } from "../fixtures/device.ts";

const codebook = Codebook.parse(codebookFile);
const lexiconOf = (stems: Record<string, readonly string[]>, language = "fi") =>
  Lexicon.parse({ format: "kuuluu-lexicon/1", language, version: 1, stems });
const suggestWith = (stems: Record<string, readonly string[]>, text: string) =>
  createSuggest([lexiconOf(stems)], codebook)({ text, lang: "fi" });

test("meets beginnings of words, whole words, parts of words and words in a row", () => {
  const stems = { S1: ["pelk"], A4: ["luota|"], S2: ["*häirin"], O3: ["ei kysyt"] };
  expect(suggestWith(stems, "Lapsi pelkää.")).toMatchObject([{ dimension: "S", score: 1 }]);
  expect(suggestWith(stems, "Hän ei luota.")).toMatchObject([{ dimension: "A" }]);
  expect(suggestWith(stems, "Luotain lähti.")).toEqual([]);
  expect(suggestWith(stems, "Nettihäirintää on.")).toMatchObject([{ dimension: "S" }]);
  expect(suggestWith(stems, "Meiltä EI KYSYTTY mitään.")).toMatchObject([
    { dimension: "O", why: [{ word: "EI KYSYTTY", subTheme: "O3" }] },
  ]);
  expect(suggestWith(stems, "Ei minulta kysytty.")).toEqual([]);
});

test("shows each word once, as it stands, and lets the longest stem speak for it", () => {
  const stems = { A1: ["ystävälli"], V3: ["ystävä"] };
  expect(suggestWith(stems, "Ystävällinen myyjä, ystävällinen kuski")).toEqual([
    {
      dimension: "A",
      score: 1,
      why: [{ word: "Ystävällinen", subTheme: "A1" }],
      lexicon: "fi-1",
    },
  ]);
});

test("keeps Finnish letters apart: to fear is not to play", () => {
  expect(suggestWith({ S1: ["pelä"] }, "Pelataan yhdessä")).toEqual([]);
});

test("shows at most two, those with more words first", () => {
  const stems = { A1: ["aa"], S1: ["bb"], V1: ["cc"] };
  const shown = suggestWith(stems, "aa bb cc ccc aaa aaaa");
  expect(shown.map(({ dimension, score }) => [dimension, score])).toEqual([
    ["A", 3],
    ["V", 2],
  ]);
});

test("reads the translation where it has no words for the language that was spoken", () => {
  const suggest = createSuggest([lexiconOf({ S1: ["pelk"] })], codebook);
  const translation = { text: "Pelkään iltaisin.", lang: "fi" };
  expect(suggest({ text: "أخاف", lang: "ar", translation })).toMatchObject([{ dimension: "S" }]);
  expect(suggest({ text: "أخاف", lang: "ar" })).toEqual([]);
});

test("says nothing of sub-themes that the round's codebook does not have", () => {
  expect(suggestWith({ X9: ["pelk"] }, "pelkään")).toEqual([]);
});

test("ships a lexicon for each of the three languages, every sub-theme in it, no stem twice", async () => {
  const lexicons = must(await loadLexicons());
  expect(lexicons.map(({ language }) => language)).toEqual(["fi", "sv", "en"]);
  const subThemes = codebook.subThemes.map(({ id }) => id).toSorted();
  for (const { language, stems } of lexicons) {
    expect([language, Object.keys(stems).toSorted()]).toEqual([language, subThemes]);
    const all = Object.values(stems).flat();
    expect([language, all.filter((stem, at) => all.indexOf(stem) !== at)]).toEqual([language, []]);
    expect(all.filter((stem) => stem !== stem.normalize("NFC").toLowerCase())).toEqual([]);
  }
});
