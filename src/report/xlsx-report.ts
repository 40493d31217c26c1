// A report as a workbook: the first sheet says what it is and what was left out, then a sheet per table with its heads in
// the first row, so that it can be sorted and read by machines.
import type { Bytes } from "../base/bytes.ts";
import type { ExportWords } from "./export-words.ts";
import type { Block, Cell, Report, Wording } from "./report.ts";
import { directionOf, tablesOf } from "./report-parts.ts";
import { type Sheet, toSheetNames, toWorkbook } from "./xlsx-writing.ts";

const line = (text: Wording | string): readonly Cell[] => [
  { kind: "text", text: typeof text === "string" ? { text } : text },
];

const toLines = (block: Block): readonly (readonly Cell[])[] => {
  switch (block.kind) {
    case "heading":
      return [line(""), line(block.text)];
    case "paragraph":
      return [line(block.text)];
    case "list":
      return block.items.map(line);
    case "quote":
      return [line(block.text), ...(block.source === undefined ? [] : [line(`– ${block.source}`)])];
    case "finding":
      return [line(block.statement), line(block.evidence)];
    default:
      return []; // Tables have sheets of their own; the list of them stands at the end.
  }
};

export const toXlsx = (report: Report, words: ExportWords): Bytes => {
  const { title, lang, madeAt, mark, blocks } = report;
  const isRtl = directionOf(lang) === "rtl";
  const tables = tablesOf(report);
  const names = toSheetNames([words.about, ...tables.map(({ caption }) => caption)]);
  const about = [
    line(title),
    ...(mark === undefined ? [] : [line(mark)]),
    line(words.made),
    ...(words.hidden === "" ? [] : [line(words.hidden)]),
    line(""),
    ...tables.flatMap((table, at) => [
      line(`${words.sheet} ${names[at + 1] ?? ""}: ${table.caption}`),
      ...table.notes.map(line),
    ]),
    ...blocks.flatMap(toLines),
  ];
  const common = { isRtl, ...(mark === undefined ? {} : { mark }) };
  const sheets: readonly Sheet[] = [
    { ...common, name: names[0] ?? "", rows: about, hasHead: false, widths: [100] },
    ...tables.map(({ columns, rows }, at) => ({
      ...common,
      name: names[at + 1] ?? "",
      rows: [columns.map(({ label }): Cell => ({ kind: "text", text: { text: label } })), ...rows],
      hasHead: true,
    })),
  ];
  return toWorkbook({ title, lang, madeAt, sheets });
};
