// A report as a Word file that reads well aloud: real headings, tables with repeating heads, pictures with their words, and
// the mark on every page of what is not for publishing. Comes with the docx library, so it is loaded when somebody saves.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { Bytes } from "../base/bytes.ts";
import { drawWordBars } from "./docx-bars.ts";
import { createWriter, toWordTable, type Write } from "./docx-text.ts";
import type { ExportWords } from "./export-words.ts";
import type { Block, Report, ReportChart } from "./report.ts";
import { stripIllegal } from "./xml.ts";

/** A picture as it came from the canvas, by the id of its table. */
export type ChartImage = { readonly png: Bytes; readonly width: number; readonly height: number };
export type ChartImages = ReadonlyMap<string, ChartImage>;

const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_134, right: 1_134, bottom: 1_134, left: 1_134 },
};
/** Pixels of Word at 96 to the inch: 170 mm. */
const imageWidth = 642;

const toImage = (chart: ReportChart, image: ChartImage): Paragraph =>
  new Paragraph({
    children: [
      new ImageRun({
        type: "png",
        data: image.png,
        transformation: {
          width: imageWidth,
          height: Math.round((imageWidth / image.width) * image.height),
        },
        altText: {
          name: chart.table.id,
          title: stripIllegal(chart.title),
          description: stripIllegal(`${chart.title} ${chart.alternative}`),
        },
      }),
    ],
    keepNext: true,
    spacing: { before: 60, after: 60 },
  });

const toBlock = (
  block: Block,
  report: Report,
  write: Write,
  words: ExportWords,
  images: ChartImages,
): readonly (Paragraph | Table)[] => {
  const { lang } = report;
  switch (block.kind) {
    case "heading": {
      const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
      return [write(block.text, { heading })];
    }
    case "paragraph":
      return [write(block.text)];
    case "list":
      return block.items.map((item) => write(item, { isBullet: true }));
    case "quote":
      return [
        write(block.text, {
          isIndented: true,
          isItalic: true,
          keepNext: block.source !== undefined,
        }),
        ...(block.source === undefined
          ? []
          : [write(`– ${block.source}`, { isIndented: true, isSmall: true })]),
      ];
    case "finding":
      return [
        write(block.statement, { isBold: true, keepNext: true }),
        write(block.evidence, { isSmall: true }),
      ];
    case "table":
      return toWordTable(block.table, lang, write);
    case "chart": {
      const { chart } = block;
      const image = images.get(chart.table.id);
      return [
        write(chart.title, { isBold: true, keepNext: true }),
        image ? toImage(chart, image) : drawWordBars(chart.table, lang, write),
        write(words.tableFollows, { isSmall: true, keepNext: true }),
        ...toWordTable(chart.table, lang, write),
      ];
    }
  }
};

const toHeader = (mark: string, write: Write): Header =>
  new Header({ children: [write(mark, { isBold: true, isSmall: true })] });

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  });

/** Sizes in half points. Black on white: a letterhead may be put on it. */
const styles = (lang: string) => {
  const heading = (size: number) => ({
    run: { size, bold: true, color: "1B2433", font: "Calibri" },
  });
  return {
    default: {
      document: { run: { font: "Calibri", size: 22, language: { value: lang } } },
      heading1: heading(40),
      heading2: heading(30),
      heading3: heading(26),
    },
    paragraphStyles: [
      { id: "Caption", name: "caption", basedOn: "Normal", run: { bold: true, size: 20 } },
    ],
  };
};

export const toDocx = async (
  report: Report,
  words: ExportWords,
  images: ChartImages = new Map(),
): Promise<Bytes> => {
  const { title, lang, mark, blocks } = report;
  const write = createWriter(lang);
  const document = new Document({
    creator: "Kuuluu",
    lastModifiedBy: "Kuuluu",
    title: stripIllegal(title),
    styles: styles(lang),
    sections: [
      {
        properties: { page },
        ...(mark === undefined ? {} : { headers: { default: toHeader(mark, write) } }),
        footers: { default: pageNumbers() },
        children: [
          write(title, { heading: HeadingLevel.HEADING_1 }),
          write(words.made, { isSmall: true }),
          ...blocks.flatMap((block) => toBlock(block, report, write, words, images)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};
