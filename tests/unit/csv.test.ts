import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsv, writeCsv } from "../../src/base/csv.ts";
import { hostileTexts } from "../fixtures/report.ts";

const cellsOf = (text: string) => {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.map(({ cells }) => cells);
};

const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", " ", "a", "ä", "😀") }),
);
const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

describe("a table as text", () => {
  test.each([",", ";", "\t"] as const)(
    "comes back to the letter with %j between cells",
    (separator) => {
      fc.assert(
        fc.property(rows, (table) => {
          const parsed = parseCsv(writeCsv(table, separator), { separator });
          expect(parsed.ok && parsed.value.map(({ cells }) => cells)).toEqual(table);
        }),
      );
    },
  );

  test("keeps every hostile text, and says in which line of the file each begins", () => {
    const parsed = parseCsv(writeCsv(hostileTexts.map((text) => [text, "x"])));
    expect(parsed.ok && parsed.value.map(({ cells }) => cells[0])).toEqual(hostileTexts);
    const three = parseCsv('a,b\n"x\ny",1\nz,2\n');
    expect(three.ok && three.value.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test("finds out which separator a file uses, outside of quotes", () => {
    expect(cellsOf('"a,b,c";d\n1;2')).toEqual([
      ["a,b,c", "d"],
      ["1", "2"],
    ]);
    expect(cellsOf("a\tb\n1\t2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(cellsOf("yksin\n1")).toEqual([["yksin"], ["1"]]);
  });

  test("takes all three line ends, a byte-order mark, empty lines and a last line without an end", () => {
    expect(cellsOf("\ufeffa,b\r\n1,2\r\r\n3,4\n\n5,6")).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(cellsOf(writeCsv([["a"], [""], ["b"]]))).toEqual([["a"], [""], ["b"]]);
  });

  test.each([
    ["a,b\n1,2,3", { type: "csv-columns", line: 2, expected: 2, found: 3 }],
    ['a,b\n"x\n\ny",1\n1', { type: "csv-columns", line: 5, expected: 2, found: 1 }],
    ['a,b\n1,"x', { type: "csv-open-quote", line: 2 }],
    ['a,b\n1,x"y', { type: "csv-stray-quote", line: 2 }],
    ['a,b\n"x"y,1', { type: "csv-stray-quote", line: 2 }],
    ["", { type: "csv-empty" }],
    ["\n\n", { type: "csv-empty" }],
  ])("refuses %j with the line where the fault is", (text, error) => {
    expect(parseCsv(text)).toEqual({ ok: false, error });
  });

  test("refuses what is longer than asked for", () => {
    const limits = { maxCharacters: 10, maxRows: 2 };
    expect(parseCsv("a,b\n1,2,3,4", { limits })).toMatchObject({ error: { type: "csv-too-long" } });
    expect(parseCsv("a\nb\nc", { limits })).toMatchObject({ error: { type: "csv-too-long" } });
  });

  test("answers for any text, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a") }), (any) => {
        expect(typeof parseCsv(any).ok).toBe("boolean");
      }),
    );
  });
});
