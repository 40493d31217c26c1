// The five headings out as CSV and back: nothing is lost on the way, nothing is guessed, nothing is written over.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvSeparator, parseCsv, writeCsv } from "../../src/base/csv.ts";
import { foldMeasures, type MeasureView } from "../../src/domain/measures.ts";
import { fromKeptCell, toKeptCell } from "../../src/report/kept-cell.ts";
import { toMeasureChange } from "../../src/report/measure-columns.ts";
import { toMeasureSheet } from "../../src/report/measure-sheet.ts";
import { readMeasureSheet } from "../../src/report/measure-sheet-reading.ts";
import { versionOf } from "../../src/report/measure-versions.ts";
import {
  anyMeasures,
  revise,
  sheetWords,
  statusesFi,
  viewOf,
  viewsOf,
} from "../fixtures/measure-sheet-world.ts";
import { measure, noteIdOf } from "../fixtures/records.ts";
import { hostileTexts } from "../fixtures/report.ts";

const languages = ["fi", "sv", "ar"];
const options = { statuses: [statusesFi], today: "2027-05-01" };
const write = (views: readonly MeasureView[], separator: CsvSeparator = ";") =>
  toMeasureSheet(views, languages, sheetWords, separator);
const read = (text: string, views: readonly MeasureView[]) => {
  const result = readMeasureSheet(text, views, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** As a person would: one cell of the row of that measure. */
const edit = (csv: string, code: string, to: string, row = 1): string => {
  const parsed = parseCsv(csv);
  if (!parsed.ok) throw new Error("not ours");
  const at = parsed.value[0]?.cells.findIndex((label) => label.endsWith(`(${code})`)) ?? -1;
  if (at < 0) throw new Error(`no column ${code}`);
  return writeCsv(
    parsed.value.map(({ cells }, index) => (index === row ? cells.with(at, to) : cells)),
    ";",
  );
};

describe("a kept cell", () => {
  test("comes back to the letter, and begins with nothing that a program would run", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(...hostileTexts, "'", "''=", "'1")),
        (text) => {
          expect(fromKeptCell(toKeptCell(text))).toBe(text);
          expect(toKeptCell(text)).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });
});

describe("a sheet of measures", () => {
  test("changes nothing when nobody changed it, whatever stands in it and whatever cuts it", () => {
    fc.assert(
      fc.property(anyMeasures, fc.constantFrom(";", ",", "\t" as const), (records, separator) => {
        const views = viewsOf(records);
        expect(read(write(views, separator as CsvSeparator), views)).toEqual({
          ...{ changes: [], conflicts: [], refusals: [], unchanged: views.length },
        });
      }),
      { numRuns: 60 },
    );
  });

  test("brings every text of another desk's sheet over to the letter", () => {
    fc.assert(
      fc.property(anyMeasures, (records) => {
        const bare = viewsOf(
          records.map(({ record }, at) => measure({ measureId: record.measureId, at })),
        );
        const full = viewsOf(records);
        // The full measures' cells under the bare ones' versions: everything was typed in.
        const csv = bare.reduce(
          (text, view, at) => edit(text, "version", versionOf(view), at + 1),
          write(full),
        );
        const { changes, refusals } = read(csv, bare);
        expect(refusals).toEqual([]);
        for (const { measureId, fields } of changes) {
          const before = bare.find((each) => each.measureId === measureId);
          const wanted = full.find((each) => each.measureId === measureId)?.fields;
          if (!before || !wanted) throw new Error("unknown");
          const after = { ...before.fields, ...toMeasureChange(before.fields, fields) };
          const blank = (text = "") => (text.trim() === "" ? undefined : text);
          for (const name of ["unit", "partners", "cost", "indicator", "baseline"] as const) {
            expect(blank(after[name])).toBe(blank(wanted[name]));
          }
          for (const lang of languages) {
            expect(blank(after.objective?.[lang])).toBe(blank(wanted.objective[lang]));
            expect(blank(after.assessment?.[lang])).toBe(blank(wanted.assessment[lang]));
          }
          expect(after.status).toBe(wanted.status);
          expect([...(after.followUpOn ?? [])].sort()).toEqual([...wanted.followUpOn].sort());
          expect(after.dueOn).toBe(wanted.dueOn);
        }
      }),
      { numRuns: 40 },
    );
  });

  const first = measure({ unit: "Katuyksikkö", statusOn: "2026-12-01" });
  const view = viewOf(first);

  test("tells which field changes from what to what, and how a Finnish spreadsheet writes a day", () => {
    const csv = edit(edit(write([view]), "party", "Tekninen lautakunta"), "due", "1.9.2027");
    expect(read(csv, [view]).changes).toEqual([
      {
        line: 2,
        measureId: view.measureId,
        fields: [
          { column: { code: "due" }, from: "", to: "2027-09-01" },
          { column: { code: "party" }, from: "Katuyksikkö", to: "Tekninen lautakunta" },
        ],
      },
    ]);
  });

  test("gives a new status the day of today, where the sheet names none", () => {
    const csv = edit(write([view]), "status", "Käynnissä");
    expect(read(csv, [view]).changes[0]?.fields).toEqual([
      { column: { code: "status" }, from: "proposed", to: "under-way" },
      { column: { code: "status-since" }, from: "2026-12-01", to: "2027-05-01" },
    ]);
  });

  test("empties an optional field and refuses to empty the measure's own words", () => {
    expect(read(edit(write([view]), "party", " "), [view]).changes[0]?.fields).toEqual([
      { column: { code: "party" }, from: "Katuyksikkö", to: "" },
    ]);
    expect(read(edit(write([view]), "measure:fi", ""), [view])).toMatchObject({
      changes: [],
      refusals: [{ line: 2, type: "needs-words" }],
    });
  });

  test.each([
    ["status", "melkein", { type: "status", said: "melkein" }],
    ["status", "luovuttu", { type: "needs-reason" }],
    ["due", "31.2.2027", { type: "day", said: "31.2.2027" }],
    ["follow-ups", "2027-03-01, pian", { type: "day" }],
    ["party", "x".repeat(201), { type: "too-long", limit: 200 }],
    ["cooperation", "j\ufffdrjest\ufffd", { type: "ill-formed" }],
    ["id", "m-ffff", { type: "unknown", id: "m-ffff" }],
    ["version", "v-000000000000", { type: "version" }],
  ])("refuses the whole row with its line: %s = %s", (code, to, refusal) => {
    const csv = edit(edit(write([view]), "cost", "500 euroa"), code, to);
    expect(read(csv, [view])).toMatchObject({
      changes: [],
      refusals: [{ line: 2, ...refusal }],
    });
  });

  test("refuses a measure on two lines, counts lines as a person sees them, and keeps the rest", () => {
    const other = viewOf(measure({ measureId: noteIdOf(7), what: { fi: "Kaksi\nriviä" } }));
    const csv = edit(write([other, view, view]), "party", "Nuorisopalvelut");
    expect(read(csv, [other, view])).toMatchObject({
      changes: [{ line: 2, measureId: other.measureId }],
      refusals: [
        { line: 4, type: "twice" },
        { line: 5, type: "twice" },
      ],
    });
  });

  test("says what the desk changed since and leaves it, and takes what only the sheet changed", () => {
    const sent = edit(edit(write([view]), "party", "Sivistys"), "cost", "100");
    const now = viewOf(first, revise(first, { unit: "Kaupunkikehitys", partners: "Nuoret" }));
    expect(read(sent, [now])).toEqual({
      changes: [
        {
          ...{ line: 2, measureId: view.measureId },
          fields: [{ column: { code: "cost" }, from: "", to: "100" }],
        },
      ],
      conflicts: [
        {
          ...{ line: 2, measureId: view.measureId },
          fields: [{ column: { code: "party" }, from: "Kaupunkikehitys", to: "Sivistys" }],
        },
      ],
      refusals: [],
      unchanged: 0,
    });
  });

  test("knows a sheet that went out from two heads", () => {
    const [left, right] = [revise(first, { cost: "1" }), revise(first, { target: "5" })];
    const joined = viewOf(first, left, right);
    const later = viewOf(
      first,
      left,
      right,
      measure({
        ...{ unit: "Uusi", cost: "1", target: "5", at: 90 },
        parents: [left.id, right.id],
      }),
    );
    expect(read(edit(write([joined]), "baseline", "0"), [later])).toMatchObject({
      changes: [{ fields: [{ column: { code: "baseline" }, from: "", to: "0" }] }],
      conflicts: [],
    });
  });

  test("does not choose between rivals that wait on the desk", () => {
    const rival = viewOf(first, revise(first, { cost: "1" }), revise(first, { cost: "2" }));
    expect(read(edit(write([rival]), "party", "X"), [rival]).refusals).toEqual([
      { line: 2, type: "rivals" },
    ]);
  });

  test("reads columns wherever they were moved, and passes over columns of others", () => {
    const parsed = parseCsv(write([view]));
    if (!parsed.ok) throw new Error("not ours");
    const moved = writeCsv(
      parsed.value.map(({ cells }) => [...cells, "oma muistiinpano"].reverse()),
      ",",
    );
    expect(read(moved, [view])).toMatchObject({ changes: [], refusals: [], unchanged: 1 });
  });

  test("takes a row that Excel cut behind its last full cell, and no row that is too long", () => {
    const full = viewOf(measure({ assessment: { fi: "Toimii" }, cost: "100" }));
    const [head = "", row = ""] = write([full]).split("\r\n");
    const cut = `${head}\r\n${row.slice(0, row.indexOf("100") + 4)}\r\n`;
    expect(read(cut, [full])).toMatchObject({ changes: [], refusals: [], unchanged: 1 });
    expect(readMeasureSheet(`${head}\r\n${row};;\r\n`, [full], options)).toMatchObject({
      error: { type: "csv-columns", line: 2 },
    });
  });

  test("refuses what is no sheet of measures, and a column that is there twice", () => {
    expect(readMeasureSheet("a;b\r\n1;2\r\n", [view], options)).toMatchObject({
      error: { type: "sheet-foreign" },
    });
    const csv = write([view]).replace("(cost)", "(party)");
    expect(readMeasureSheet(csv, [view], options)).toMatchObject({
      error: { type: "sheet-column-twice", column: { code: "party" } },
    });
    expect(readMeasureSheet(`${write([view])}"a`, [view], options)).toMatchObject({
      error: { type: "csv-open-quote", line: 3 },
    });
  });
});

test("the same measures in any order of their records make the same sheet", () => {
  fc.assert(
    fc.property(anyMeasures, (records) => {
      expect(write(foldMeasures([...records, ...records]))).toBe(write(foldMeasures(records)));
    }),
    { numRuns: 10 },
  );
});
