import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readTranslationSheet,
  type TranslationEntry,
  type TranslationWords,
  toTranslationSheet,
} from "../../src/report/translation-sheet.ts";
import { toWorkbook } from "../../src/report/xlsx-writing.ts";
import { hostileTexts, text } from "../fixtures/report.ts";

const words: TranslationWords = {
  title: "Käännökset",
  guide: ["Kirjoita käännös oman kielesi sarakkeeseen."],
  about: "Ohje",
  sheet: "Tekstit",
  id: "Tunniste",
  what: "Mikä",
  lang: "fi",
  languages: { fi: "suomi", sv: "svenska" },
};
const madeAt = "2026-11-25T08:00:00.000Z";
const entry = (id: string, texts: TranslationEntry["texts"] = {}): TranslationEntry => ({
  id,
  what: "Havainto",
  texts,
  maxLength: 20_000,
});
const languages = ["fi", "sv", "ar"];
const sheetOf = (rows: readonly (readonly string[])[]) =>
  toWorkbook({
    title: "t",
    lang: "fi",
    madeAt,
    sheets: [
      {
        name: "x",
        rows: rows.map((row) => row.map((cell) => text(cell))),
        hasHead: true,
        isRtl: false,
      },
    ],
  });
const head = ["Tunniste", "Mikä", "suomi (fi)", "svenska (sv)"];

describe("a translation sheet", () => {
  test("comes back unchanged without a change, hostile texts and all", () => {
    const entries = hostileTexts.map((each, at) => entry(`finding/${at}`, { fi: each, ar: each }));
    const read = readTranslationSheet(
      toTranslationSheet(entries, languages, words, madeAt),
      entries,
    );
    expect(read).toEqual({
      ok: true,
      value: { changes: [], unchanged: 2 * entries.length, refusals: [] },
    });
  });

  test("brings back exactly what was written into it", () => {
    const any = fc.string({ unit: "grapheme", minLength: 1 }).filter((each) => each.trim() !== "");
    fc.assert(
      fc.property(any, any, (old, translated) => {
        const desk = [entry("finding/1", { fi: old })];
        const filled = [entry("finding/1", { fi: old, sv: translated })];
        const read = readTranslationSheet(
          toTranslationSheet(filled, languages, words, madeAt),
          desk,
        );
        expect(read.ok && read.value.changes).toEqual([
          { id: "finding/1", lang: "sv", text: translated },
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test("refuses with the row what does not fit, and keeps the rest", () => {
    const bytes = sheetOf([
      head,
      ["finding/1", "", "Alikulku", "Tunneln"],
      ["finding/9", "", "?", "?"],
      ["finding/1", "", "Alikulku", "Igen"],
      ["finding/2", "", "x".repeat(11), "kort"],
      ["finding/3", "", "", "ny"],
    ]);
    const entries = [
      entry("finding/1", { fi: "Alikulku" }),
      { ...entry("finding/2"), maxLength: 10 },
      entry("finding/3", { fi: "Oli tässä" }),
    ];
    expect(readTranslationSheet(bytes, entries)).toEqual({
      ok: true,
      value: {
        changes: [
          { id: "finding/1", lang: "sv", text: "Tunneln" },
          { id: "finding/2", lang: "sv", text: "kort" },
          { id: "finding/3", lang: "sv", text: "ny" },
        ],
        unchanged: 1,
        refusals: [
          { row: 3, type: "translation-unknown", id: "finding/9" },
          { row: 4, type: "translation-twice", id: "finding/1" },
          { row: 5, type: "translation-too-long", language: "fi", limit: 10 },
          { row: 6, type: "translation-emptied", language: "fi" },
        ],
      },
    });
  });

  test("of another sort is refused whole", () => {
    expect(
      readTranslationSheet(
        sheetOf([
          ["a", "b"],
          ["c", "d"],
        ]),
        [entry("finding/1")],
      ),
    ).toEqual({
      ok: false,
      error: { type: "translation-foreign" },
    });
    const twice = sheetOf([
      [...head, "toinen (sv)"],
      ["finding/1", "", "a", "b", "c"],
    ]);
    expect(readTranslationSheet(twice, [entry("finding/1")])).toEqual({
      ok: false,
      error: { type: "translation-column-twice", language: "sv" },
    });
  });
});
