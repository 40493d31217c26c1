import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type ChartImages, toDocx } from "../../src/report/report-docx.ts";
import { scanXml } from "../../src/report/xml-scan.ts";
import { exportWords, hostileTexts, report } from "../fixtures/report.ts";

const png = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  ),
  (character) => character.charCodeAt(0),
);
const partsOf = async (
  change: Parameters<typeof report>[0] = {},
  images: ChartImages = new Map(),
) => {
  const files = unzipSync(await toDocx(report(change), exportWords, images));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const document = read("word/document.xml");
  const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([each]) => each);
  const find = (part: string) => {
    const found = paragraphs.find((each) => each.includes(`>${part}<`));
    if (!found) throw new Error(`no paragraph ${part}`);
    return found;
  };
  return { files, read, document, paragraphs, find };
};

/** The words of a document as a reader gets them, a line break as LF. */
const wordsOf = (paragraph: string): string => {
  let words = "";
  let isText = false;
  for (const event of scanXml(paragraph)) {
    if (event.kind === "text") words += isText ? event.text : "";
    else if (event.name === "t") isText = event.kind === "open";
    else if (event.name === "br" && event.kind === "open") words += "\n";
  }
  return words;
};

describe("a report as a Word file", () => {
  test("has its title and language as properties, and real headings in order", async () => {
    const { read, find } = await partsOf();
    expect(read("docProps/core.xml")).toContain("<dc:title>Väestösuhteet Koivulassa &lt;2026&gt;");
    expect(read("word/styles.xml")).toMatch(/<w:lang w:val="fi"/);
    expect(find("Mitä kuultiin")).toContain('w:val="Heading2"');
    expect(find("Tarkemmin")).toContain('w:val="Heading3"');
    expect(find("Väestösuhteet Koivulassa &lt;2026&gt;")).toContain('w:val="Heading1"');
  });

  test("repeats the heads of its tables and captions each", async () => {
    const { document, find } = await partsOf();
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(find("Kirjaukset osa-alueittain")).toContain('w:val="Caption"');
    expect(document).toContain('w:firstColumn="true"');
  });

  test("gives a picture the words of its sentence, and draws bars where there is no picture", async () => {
    const without = await partsOf();
    expect(without.document).toMatch(/w:fill="0B5A6F"/);
    expect(without.document).not.toContain("<pic:pic");
    const images = new Map([["dimensions", { png, width: 720, height: 360 }]]);
    const { document } = await partsOf({}, images);
    expect(document).toContain("<pic:pic");
    expect(document).toMatch(/descr="Turvallisuudesta puhuttiin eniten Luvut ovat alla/);
    expect(document).not.toMatch(/w:fill="0B5A6F"/);
  });

  test("runs what is written from the right from the right, table and all", async () => {
    expect((await partsOf()).find("لا حافلات في المساء")).toMatch(/<w:bidi\/>.*<w:rtl\/>/s);
    const { document } = await partsOf({ lang: "ar" });
    expect(document.match(/<w:bidiVisual\/>/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test("carries the mark on every page when it is not for publishing", async () => {
    const mark = "Ei julkaistavaksi";
    const { read, document, files } = await partsOf({ forPublishing: false, mark });
    const header = Object.keys(files).find((name) => /word\/header\d+\.xml/.test(name)) ?? "";
    expect(read(header)).toContain(mark);
    expect(document).toContain("<w:headerReference");
  });

  test("keeps every hostile text, with line breaks as line breaks", async () => {
    const blocks = hostileTexts.map(
      (each) => ({ kind: "paragraph", text: { text: each } }) as const,
    );
    const { paragraphs } = await partsOf({ blocks });
    const expected = hostileTexts.map((each) => each.replaceAll(/\r\n?/g, "\n"));
    expect(paragraphs.slice(2, 2 + expected.length).map(wordsOf)).toEqual(expected);
  });

  test("is the same file twice, apart from its times", async () => {
    const bare = async () => {
      const { files } = await partsOf();
      return Object.entries(files).map(([name, bytes]) => [
        name,
        strFromU8(bytes).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME"),
      ]);
    };
    expect(await bare()).toEqual(await bare());
  });
});
