// The leaflet as a Word file, for whoever must print it elsewhere. Comes with the docx library, so it is loaded only when
// somebody saves.
import { Document, HeadingLevel, Packer } from "docx";
import type { Bytes } from "../base/bytes.ts";
import { createWriter } from "./docx-text.ts";
import type { LeafletPage } from "./leaflet.ts";

const margin = 1_134; // Twentieths of a point: 20 mm.
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: margin, right: margin, bottom: margin, left: margin },
};

export const toLeafletDocx = async (leaflet: LeafletPage): Promise<Bytes> => {
  const { lang, wordsLang, kicker, title, sections, address, foot } = leaflet;
  const write = createWriter(lang);
  const fixed = createWriter(wordsLang);
  const document = new Document({
    creator: "Kuuluu",
    lastModifiedBy: "Kuuluu",
    title,
    styles: {
      default: { document: { run: { font: "Calibri", size: 21, language: { value: lang } } } },
    },
    sections: [
      {
        properties: { page },
        children: [
          write(kicker, { isSmall: true }),
          fixed(title, { heading: HeadingLevel.HEADING_1 }),
          ...sections.flatMap(({ heading, items, remark }) => [
            fixed(heading, { heading: HeadingLevel.HEADING_2 }),
            ...items.flatMap(({ text, lines }) => [
              write(text, { isBullet: true, keepNext: lines.length > 0 }),
              ...lines.map((line) => write(line, { isIndented: true, isSmall: true })),
            ]),
            ...(remark === undefined ? [] : [fixed(remark)]),
          ]),
          ...(address ? [fixed(`${address.label}: ${address.url}`)] : []),
          fixed(foot, { isSmall: true }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};
