// A session's summary as a Word file: real headings, a table with a header row, and every paragraph in its own language
// and direction. Comes with the docx library, so it is loaded only when somebody saves.
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Bytes } from "../base/bytes.ts";
import type { SummaryPaper, Worded } from "./session-summary.ts";
import { isRightToLeft } from "./text-direction.ts";

/** XML has no place for these two; a file with one of them does not open. Control characters the library takes out itself. */
const unwritable = /[\ufffe\uffff]/g;

type Style = { readonly heading?: string; readonly isBold?: boolean; readonly isSmall?: boolean };

const toParagraph = ({ text, lang }: Worded, isRtl: boolean, style: Style = {}): Paragraph =>
  new Paragraph({
    children: [
      new TextRun({
        text: text.replaceAll(unwritable, ""),
        language: isRtl ? { bidirectional: lang } : { value: lang },
        ...(isRtl ? { rightToLeft: true } : {}),
        ...(style.isBold ? { bold: true } : {}),
        ...(style.isSmall ? { size: 18 } : {}),
      }),
    ],
    ...(isRtl ? { bidirectional: true } : {}),
    ...(style.heading === undefined ? {} : { heading: style.heading, keepNext: true }),
    spacing: { before: style.heading === undefined ? 0 : 200, after: 80 },
  });

/** Twentieths of a point: A4 with 20 mm margins leaves 170 mm. */
const pageWidth = 9_638;
const firstColumn = 3_600;
const page = { size: { width: 11_906, height: 16_838 }, margin: allSides(1_134) };

export const toSummaryDocx = async (paper: SummaryPaper): Promise<Bytes> => {
  const { lang, isRtl, counts } = paper;
  const own = (text: string, style?: Style) => toParagraph({ text, lang }, isRtl, style);
  const said = ({ text, lang: spoken }: Worded) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => toParagraph({ text: line, lang: spoken }, isRightToLeft(line)));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text) => new TableCell({ children: [own(text, { isBold: isHead })] })),
    });
  const others = Math.floor((pageWidth - firstColumn) / Math.max(1, counts.head.length - 1));
  const document = new Document({
    creator: "Kuuluu",
    lastModifiedBy: "Kuuluu",
    title: paper.kicker,
    styles: {
      default: { document: { run: { font: "Calibri", size: 22, language: { value: lang } } } },
    },
    sections: [
      {
        properties: { page },
        children: [
          own(paper.kicker, { isSmall: true }),
          toParagraph({ text: paper.title, lang }, isRightToLeft(paper.title), {
            heading: HeadingLevel.HEADING_1,
          }),
          ...paper.facts.map(({ label, value }) => own(`${label}: ${value}`)),
          ...paper.sections.flatMap(({ heading, said: words }) => [
            own(heading, { heading: HeadingLevel.HEADING_2 }),
            ...said(words),
          ]),
          own(counts.heading, { heading: HeadingLevel.HEADING_2 }),
          new Table({
            rows: [row(counts.head, true), ...counts.rows.map((cells) => row(cells, false))],
            width: { size: pageWidth, type: WidthType.DXA },
            columnWidths: [firstColumn, ...counts.head.slice(1).map(() => others)],
            visuallyRightToLeft: isRtl,
          }),
          own(counts.foot),
          ...paper.foot.map((line) => own(line, { isSmall: true })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

function allSides(margin: number) {
  return { top: margin, right: margin, bottom: margin, left: margin };
}
