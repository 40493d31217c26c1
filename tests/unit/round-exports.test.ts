import { describe, expect, test } from "vitest";
import { parseCsv } from "../../src/base/csv.ts";
import { toCsv } from "../../src/report/csv-table.ts";
import { type NotesTableWords, toNotesTable } from "../../src/report/notes-table.ts";
import { readRoundContent } from "../../src/report/round-content.ts";
import { RoundFile, toRoundFile, toRoundJson } from "../../src/report/round-json.ts";
import { note, receipt } from "../fixtures/records.ts";
import { hostileTexts } from "../fixtures/report.ts";
import { contentOf, exportRecords, round, roundId } from "../fixtures/round.ts";

const madeAt = "2026-11-25T08:00:00.000Z";
const words = new Proxy({}, { get: (_, name) => String(name) });
const tableWords: NotesTableWords = {
  lang: "fi",
  caption: "Kirjaukset",
  columns: words as NotesTableWords["columns"], // Every column is called by its own name.
  polarities: words as NotesTableWords["polarities"], // The same.
  yes: "kyllä",
  questions: {},
};

describe("a round as JSON", () => {
  const records = [...exportRecords(), note(), receipt()];
  const file = toRoundFile(contentOf(records), records, { mark: "Ei julkaistavaksi" }, madeAt);

  test("holds every released note to the letter and fits its published schema", () => {
    const read = RoundFile.parse(JSON.parse(new TextDecoder().decode(toRoundJson(file))));
    expect(read).toEqual(file);
    expect(read.sessions[0]?.notes.map(({ text }) => text)).toEqual(hostileTexts);
    expect(read.findings).toHaveLength(1);
    expect(read.forPublishing).toBe(false);
  });

  test("holds no key, code, device, author or salt", () => {
    const keys = new Set(JSON.stringify(file).match(/"\w+":/g));
    for (const key of ["rootKey", "code", "device", "author", "salt", "stamp", "parents", "box"]) {
      expect([key, keys.has(`"${key}":`)]).toEqual([key, false]);
    }
  });

  test("counts the kinds of records that it leaves out", () => {
    expect(file.leftOut.kinds).toEqual([
      { kind: "note/1", records: 1 },
      { kind: "receipt/1", records: 1 },
    ]);
  });

  test("is the same twice, and is nothing for a round that is not there", () => {
    expect(toRoundFile(contentOf(records), records, { mark: "Ei julkaistavaksi" }, madeAt)).toEqual(
      file,
    );
    expect(readRoundContent([], roundId)).toBeUndefined();
    expect(contentOf([round()]).releases).toEqual([]);
  });
});

describe("the notes of a round as a table", () => {
  const table = toNotesTable(contentOf(), tableWords);

  test("have a row each and a column for every field", () => {
    expect(table.rows).toHaveLength(hostileTexts.length + 1);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    expect(table.columns.map(({ label }) => label)).toContain("quotable");
  });

  test.each([",", ";"] as const)(
    "come back from CSV with %j, formulas behind an apostrophe",
    (separator) => {
      const csv = toCsv(table, { separator });
      expect(csv.startsWith("\ufeff")).toBe(true);
      const parsed = parseCsv(csv);
      const at = table.columns.findIndex(({ label }) => label === "text");
      const texts = parsed.ok ? parsed.value.slice(1).map(({ cells }) => cells[at] ?? "") : [];
      expect(texts.slice(0, hostileTexts.length)).toEqual(
        hostileTexts.map((each) => (/^[=+\-@\t\r]/.test(each) ? `'${each}` : each)),
      );
      expect(texts.some((each) => /^[=+\-@\t\r]/.test(each))).toBe(false);
    },
  );
});
