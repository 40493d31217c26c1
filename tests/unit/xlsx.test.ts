import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/report/report.ts";
import { tablesOf } from "../../src/report/report-parts.ts";
import { readWorkbook } from "../../src/report/xlsx-reading.ts";
import { toXlsx } from "../../src/report/xlsx-report.ts";
import { toSheetNames, toWorkbook } from "../../src/report/xlsx-writing.ts";
import { scanXml, XmlRefused } from "../../src/report/xml-scan.ts";
import { exportWords, hostileTexts, report, text } from "../fixtures/report.ts";

const bookOf = (rows: readonly (readonly Cell[])[], change = {}) =>
  toWorkbook({
    title: "t",
    lang: "fi",
    madeAt: "2026-11-24T16:42:00.000Z",
    sheets: [{ name: "Kirjaukset", rows, hasHead: true, isRtl: false, ...change }],
  });
const read = (bytes: Uint8Array) => {
  const sheets = readWorkbook(bytes);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.error));
  return sheets.value;
};
const partsOf = (bytes: Uint8Array) => {
  const files = unzipSync(bytes);
  return (name: string) => strFromU8(files[name] ?? new Uint8Array());
};

describe("a workbook of a report", () => {
  const bytes = toXlsx(report(), exportWords);
  const sheets = read(bytes);

  test("says first what it is and what it hides, then has a sheet for each table", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      "Tietoa",
      "Kirjaukset osa-alueittain",
      "Toinen taulukko",
    ]);
    const about = sheets[0]?.rows.map(({ cells }) => cells[0]) ?? [];
    expect(about[0]).toBe("Väestösuhteet Koivulassa <2026>");
    expect(about).toContain("2 lukua ei näytetä.");
    expect(about).toContain("Luvut on pyöristetty viiteen.");
    expect(about).toContain("Aseman alikulku kierretään iltaisin.");
    expect(sheets).toHaveLength(1 + tablesOf(report()).length);
  });

  test("keeps numbers as numbers and what is hidden in words", () => {
    expect(sheets[1]?.rows.map(({ cells }) => cells)).toEqual([
      ["Osa-alue", "Vahvistaa", "Heikentää"],
      ["1 Asenteet", "15", "0"],
      ["2 Turvallisuus", "alle 5", "1240"],
    ]);
    const styles = partsOf(bytes)("xl/styles.xml");
    expect(styles).toContain("&quot;noin &quot;0");
    expect(styles).toContain("#,##0");
  });

  test("is marked on every printed page when it is not for publishing", () => {
    const mark = "Ei julkaistavaksi & salainen";
    const marked = toXlsx(report({ forPublishing: false, mark }), exportWords);
    expect(read(marked)[0]?.rows[1]?.cells[0]).toBe(mark);
    expect(partsOf(marked)("xl/worksheets/sheet2.xml")).toContain(
      "<oddHeader>&amp;CEi julkaistavaksi &amp;&amp; salainen</oddHeader>",
    );
  });

  test("runs from the right where its language does, and is the same bytes each time", () => {
    const arabic = toXlsx(report({ lang: "ar" }), exportWords);
    expect(partsOf(arabic)("xl/worksheets/sheet1.xml")).toContain('rightToLeft="1"');
    expect(toXlsx(report(), exportWords)).toEqual(bytes);
  });
});

describe("what a workbook carries", () => {
  test("every hostile text comes back to the letter, and none is a formula", () => {
    const bytes = bookOf([[text("Teksti")], ...hostileTexts.map((each) => [text(each)])]);
    expect(
      read(bytes)[0]
        ?.rows.slice(1)
        .map(({ cells }) => cells[0]),
    ).toEqual(hostileTexts);
    expect(partsOf(bytes)("xl/worksheets/sheet1.xml")).not.toMatch(/<f[ >]/);
  });

  test("any text at all comes back to the letter", () => {
    const any = fc.string({ unit: "grapheme", minLength: 1 });
    const odd = fc.string({
      unit: fc.constantFrom("_x", "000D_", "\u0001", "\r", "\n", "<", "&", "]]>", "\uffff"),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(any, odd), { minLength: 1 }), (texts) => {
        const [sheet] = read(bookOf(texts.map((each) => [text(each)])));
        expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  test("names of sheets fit, are unique, and keep to what the program allows", () => {
    const names = toSheetNames([
      "a/b[c]",
      "A b c",
      "'x'",
      "",
      "x".repeat(60),
      "x".repeat(61),
      "History",
    ]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });
});

const sheetXml = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const foreign = (rows: string, more: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "xl/workbook.xml":
          '<workbook xmlns:r="r"><sheets><sheet name="Taul1" sheetId="1" r:id="rId7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/taul.xml"/></Relationships>',
        "xl/worksheets/taul.xml": sheetXml(rows),
        ...more,
      }).map(([name, part]) => [name, strToU8(part)]),
    ),
  );

describe("a workbook of another program", () => {
  test("has shared texts with runs and readings, numbers, truths, dates and what formulas showed", () => {
    const bytes = foreign(
      '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3"><v>1.5</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" s="1"><v>46350</v></c><c r="F3" s="1"><v>46350.75</v></c><c r="G3" t="str"><f>A1&amp;B1</f><v>ab</v></c></row>',
      {
        "xl/sharedStrings.xml":
          '<sst><si><r><t>Hyv</t></r><r><t xml:space="preserve">ää </t></r><rPh><t>yomi</t></rPh></si></sst>',
        "xl/styles.xml":
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d.m.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      },
    );
    expect(read(bytes)).toEqual([
      {
        name: "Taul1",
        rows: [
          {
            number: 3,
            cells: ["", "Hyvää ", "1.5", "true", "2026-11-24", "2026-11-24 18:00:00", "ab"],
          },
        ],
      },
    ]);
  });

  test("is refused with the sheet and row where a cell holds an error", () => {
    expect(readWorkbook(foreign('<row r="9"><c r="A9" t="e"><v>#REF!</v></c></row>'))).toEqual({
      ok: false,
      error: { type: "xlsx-error-cell", sheet: "Taul1", row: 9 },
    });
  });

  test.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]>', ""],
    ["", "&a;"],
    ["", "<?php ?>"],
    ["", "<row>"],
  ])("is refused when it holds %j%j", (before, inside) => {
    const bytes = foreign("", { "xl/worksheets/taul.xml": before + sheetXml(inside) });
    expect(readWorkbook(bytes)).toMatchObject({
      error: { type: "xlsx-damaged", part: "xl/worksheets/taul.xml" },
    });
  });

  test("is refused when it unpacks to too much, holds a name twice, or is no workbook", () => {
    const bomb = foreign("", { "xl/worksheets/taul.xml": " ".repeat(61_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(readWorkbook(bomb)).toEqual({ ok: false, error: { type: "zip-too-large" } });
    expect(readWorkbook(zipSync({ "a.txt": strToU8("a") }))).toEqual({
      ok: false,
      error: { type: "xlsx-foreign" },
    });
    expect(readWorkbook(strToU8("a;b"))).toEqual({ ok: false, error: { type: "zip-damaged" } });
  });

  test("cut short or with any byte changed gets an answer, and nothing is thrown", () => {
    const whole = bookOf([
      [text("Teksti")],
      ...hostileTexts.slice(0, 12).map((each) => [text(each)]),
    ]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const changed = isCut ? whole.slice(0, at) : whole.with(at, byte);
        expect(typeof readWorkbook(changed).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});

test("the reader of XML answers any text with events or its own refusal", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<b c='1'/>",
    "&lt;",
    "&#x41;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "x",
    " ",
    "<",
    ">",
    "&",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      try {
        expect([...scanXml(`<a>${pieces.join("")}</a>`)].length).toBeGreaterThan(0);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(XmlRefused);
      }
    }),
  );
});
