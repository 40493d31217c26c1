// A table made elsewhere: what its columns are taken for, what its words become, and what is refused.
import { expect, test } from "vitest";
import codebookJson from "../../src/app/content/codebook-1.json" with { type: "json" };
import { readForeignTable } from "../../src/app/desk/entering/foreign-table.ts";
import { guessColumns, toTableLines } from "../../src/app/desk/entering/table-columns.ts";
import { toUtf8 } from "../../src/base/bytes.ts";
import { Codebook } from "../../src/domain/codebook.ts";
import type { Polarity } from "../../src/domain/note.ts";
import { toWorkbook } from "../../src/report/xlsx-writing.ts";

const codebook = Codebook.parse(codebookJson);
const options = {
  codebook,
  lang: "fi",
  polarityWords: new Map<string, Polarity>([["heikentää", "weakens"]]),
} as const;
const fileOf = (bytes: Uint8Array<ArrayBuffer>) => ({
  size: bytes.length,
  read: async () => bytes,
});
const csv = (text: string) => readForeignTable(fileOf(toUtf8(text)));

test("reads a form's export by its headings, in any language and behind its groups", async () => {
  const table = await csv(
    "\ufeffstart;group_1/Kirjaus;group_1/Osa-alue;Suunta;Kieli\r\n1;Alikulku on pimeä;Turvallisuuden tunne;heikentää;\r\n2;الحافلة;1, 2;▲;ar\r\n",
  );
  if (!table.ok) throw new Error(table.error.type);
  const choice = guessColumns(table.value);
  expect(choice).toEqual({ text: 1, dimension: 2, polarity: 3, lang: 4 });
  const { lines, unknown } = toTableLines(table.value, choice, options);
  expect(unknown).toBe(0);
  expect(lines).toMatchObject([
    { text: "Alikulku on pimeä", lang: "fi", dimensions: ["S"], polarity: "weakens" },
    { text: "الحافلة", lang: "ar", dimensions: ["A", "S"], polarity: "strengthens" },
  ]);
});

test("keeps a note whose tags this round does not know, and counts them", async () => {
  const table = await csv("text,dimension\nBussi,Jokin muu\n,Asenteet\n");
  if (!table.ok) throw new Error(table.error.type);
  const read = toTableLines(table.value, guessColumns(table.value), options);
  expect(read.unknown).toBe(1);
  expect(read.lines.map(({ text, dimensions }) => [text, dimensions])).toEqual([["Bussi", []]]);
});

test("reads the first sheet that has rows", async () => {
  const cell = (text: string) => ({ kind: "text", text: { text } }) as const;
  const sheet = { hasHead: true, isRtl: false };
  const bytes = toWorkbook({
    ...{ title: "t", lang: "fi", madeAt: "2026-11-24T16:42:00.000Z" },
    sheets: [
      { ...sheet, name: "Ohje", rows: [[cell("Lue tämä")]] },
      { ...sheet, name: "Aineisto", rows: [[cell("Teksti")], [cell("=1+1 sanoi joku")]] },
    ],
  });
  const table = await readForeignTable(fileOf(new Uint8Array(bytes)));
  if (!table.ok) throw new Error(table.error.type);
  const { lines } = toTableLines(table.value, guessColumns(table.value), options);
  expect(lines.map(({ text }) => text)).toEqual(["=1+1 sanoi joku"]);
});

test("refuses a broken table with its line, and what is no table at all", async () => {
  expect(await csv('text\n"auki\n')).toMatchObject({
    ok: false,
    error: { type: "csv-open-quote" },
  });
  expect(await csv("a,b\n1\n")).toMatchObject({
    ok: false,
    error: { type: "csv-columns", line: 2 },
  });
  expect(await csv("text\n")).toMatchObject({ ok: false, error: { type: "table-empty" } });
  const foreign = await readForeignTable(fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])));
  expect(foreign.ok).toBe(false);
  expect(await readForeignTable(fileOf(new Uint8Array([0xff, 0xfe, 0])))).toMatchObject({
    error: { type: "table-unreadable" },
  });
});
