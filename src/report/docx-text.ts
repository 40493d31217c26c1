// Paragraphs and tables of a Word file: every text in its own language and direction, line breaks kept, and what XML has
// no place for left out.
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Language } from "../domain/schema.ts";
import type { ReportTable, Wording } from "./report.ts";
import { directionOf, directionOfText } from "./report-parts.ts";
import { stripIllegal } from "./xml.ts";

/** Twentieths of a point: A4 with 20 mm margins leaves 170 mm. */
export const pageWidth = 9_638;

export type TextStyle = {
  readonly heading?: string;
  readonly style?: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isSmall?: boolean;
  readonly isBullet?: boolean;
  readonly isIndented?: boolean;
  readonly isAtEnd?: boolean;
  readonly keepNext?: boolean;
};

export type Write = (wording: Wording | string, style?: TextStyle) => Paragraph;

/** Paragraphs of a document in `own` language. */
export const createWriter =
  (own: Language): Write =>
  (wording, style = {}) => {
    const said = typeof wording === "string" ? { text: wording } : wording;
    const isRtl = directionOfText(said, own) === "rtl";
    const lang = said.lang ?? own;
    const lines = stripIllegal(said.text).split(/\r\n|\r|\n/);
    return new Paragraph({
      children: lines.map(
        (text, at) =>
          new TextRun({
            text,
            ...(at > 0 ? { break: 1 } : {}),
            language: isRtl ? { bidirectional: lang } : { value: lang },
            ...(isRtl ? { rightToLeft: true } : {}),
            ...(style.isBold ? { bold: true } : {}),
            ...(style.isItalic && !isRtl ? { italics: true } : {}), // Arabic script has no slanted form.
            ...(style.isSmall ? { size: 18 } : {}),
          }),
      ),
      ...(isRtl ? { bidirectional: true } : {}),
      ...(style.isBullet ? { bullet: { level: 0 } } : {}),
      ...(style.isIndented ? { indent: { start: 567 } } : {}),
      ...(style.isAtEnd ? { alignment: AlignmentType.END } : {}),
      ...(style.style === undefined ? {} : { style: style.style }),
      ...(style.heading === undefined ? {} : { heading: style.heading }),
      ...(style.heading !== undefined || style.keepNext ? { keepNext: true } : {}),
      spacing: { before: style.heading === undefined ? 0 : 240, after: 100 },
    });
  };

/** Headings of columns repeat on every page, no row is cut between pages, and the first column is a heading too. */
export const toWordTable = (table: ReportTable, own: Language, write: Write) => {
  const { columns, rows, caption, notes, isPairs } = table;
  const even = Math.max(2_600, Math.floor(pageWidth / columns.length));
  const first = columns.length === 1 ? pageWidth : isPairs ? 2_800 : even;
  const others = Math.floor((pageWidth - first) / Math.max(1, columns.length - 1));
  const isNumeric = (at: number) => columns[at]?.numeric === true;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label }, at) =>
        new TableCell({ children: [write(label, { isBold: true, isAtEnd: isNumeric(at) })] }),
    ),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        // A note of many pages must be cut somewhere.
        cantSplit: row.every((cell) => cell.kind !== "text" || cell.text.text.length < 1_000),
        children: row.map((cell, at) => {
          const style = { isAtEnd: isNumeric(at), isItalic: cell.kind === "hidden" };
          return new TableCell({
            children: [write(cell.kind === "text" ? cell.text : cell.said, style)],
          });
        }),
      }),
  );
  return [
    write(caption, { style: "Caption", keepNext: true }),
    new Table({
      rows: [head, ...body],
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: [first, ...columns.slice(1).map(() => others)],
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: directionOf(own) === "rtl",
      tableLook: { firstRow: true, firstColumn: true },
    }),
    ...notes.map((note) => write(note, { isSmall: true })),
    write(""),
  ];
};
