import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { SummaryPaper } from "../../src/report/session-summary.ts";
import { toSessionSummary } from "../../src/report/session-summary.ts";
import { toSummaryDocx } from "../../src/report/session-summary-docx.ts";
import { isRightToLeft } from "../../src/report/text-direction.ts";
import { testCodebook } from "../fixtures/capture-world.ts";
import { note, noteIdOf, review, summary } from "../fixtures/records.ts";

describe("what the summary of a session holds", () => {
  test("notes per dimension, once in each, with what they were said to be", () => {
    const records = [
      note({ noteId: noteIdOf(1), dimensions: ["A", "S"], kinds: ["concern"] }),
      note({ noteId: noteIdOf(2), dimensions: ["S"], kinds: ["strength", "proposal"] }),
      note({ noteId: noteIdOf(3) }),
    ];
    const { dimensions, notes, untagged } = toSessionSummary(records, testCodebook);
    const row = (id: string) => dimensions.find((each) => each.id === id);
    expect(row("A")).toMatchObject({ number: 1, notes: 1, concerns: 1, strengths: 0 });
    expect(row("S")).toMatchObject({ notes: 2, concerns: 1, strengths: 1, proposals: 1 });
    expect(row("V")?.notes).toBe(0);
    expect([notes, untagged]).toEqual([3, 1]);
  });

  test("neither struck notes nor what is not passed on", () => {
    const held = note({ noteId: noteIdOf(2), dimensions: ["S"] });
    const records = [
      note({ noteId: noteIdOf(1), dimensions: ["S"], struck: true }),
      held,
      review({ noteId: noteIdOf(2), revision: held.id, verdict: "held-back", at: 5 }),
    ];
    expect(toSessionSummary(records, testCodebook).notes).toBe(0);
  });

  test("texts of two devices one under the other, and a no before a yes", () => {
    const records = [
      summary({ at: 1, important: "Valaistus", groupConsent: false }),
      summary({ at: 2, important: "Bussit", groupConsent: true }),
    ];
    const { texts, groupConsent } = toSessionSummary(records, testCodebook);
    expect(texts.important?.split("\n").toSorted()).toEqual(["Bussit", "Valaistus"]);
    expect(groupConsent).toBe(false);
  });

  test("nothing of who said what, nor the words of a note", () => {
    const records = [note({ text: "Salaiset sanat", speaker: "P7", dimensions: ["A"] })];
    const told = JSON.stringify(toSessionSummary(records, testCodebook));
    expect(told).not.toMatch(/Salaiset|P7/);
  });
});

const paper = (change: Partial<SummaryPaper> = {}): SummaryPaper => ({
  lang: "fi",
  isRtl: false,
  title: "Asukasilta",
  kicker: "Tilaisuuden tiivistelmä",
  facts: [{ label: "Kierros", value: "Syksy & talvi" }],
  sections: [
    { heading: "Tärkeintä", said: { text: "Valo <ja> \"pimeä\" & 'hämärä'", lang: "fi" } },
    {
      heading: "Mistä oltiin samaa mieltä",
      said: { text: "لا حافلات في المساء\nBussi 3", lang: "ar" },
    },
  ],
  counts: {
    heading: "Kirjaukset",
    head: ["Osa-alue", "Kirjauksia"],
    rows: [["1 Asenteet", "3"]],
    foot: "Yhteensä 3",
  },
  foot: ["Ei nimiä."],
  ...change,
});

const partsOf = async (change: Partial<SummaryPaper> = {}) => {
  const files = unzipSync(await toSummaryDocx(paper(change)));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const document = read("word/document.xml");
  return {
    names: Object.keys(files),
    properties: read("docProps/core.xml"),
    document,
    styles: read("word/styles.xml"),
    paragraphs: [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([text]) => text),
  };
};
const withText = (paragraphs: readonly string[], text: string) => {
  const found = paragraphs.find((each) => each.includes(`>${text}<`));
  if (!found) throw new Error(`no paragraph ${text}`);
  return found;
};

describe("the Word file", () => {
  test("has real headings and a table whose first row is its head", async () => {
    const { paragraphs, document } = await partsOf();
    expect(withText(paragraphs, "Asukasilta")).toContain('w:val="Heading1"');
    for (const heading of ["Tärkeintä", "Mistä oltiin samaa mieltä", "Kirjaukset"]) {
      expect(withText(paragraphs, heading)).toContain('w:val="Heading2"');
    }
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:tr>/g)).toHaveLength(2);
  });

  test("names the language of each text and runs each its own way", async () => {
    const { paragraphs, styles } = await partsOf();
    const arabic = withText(paragraphs, "لا حافلات في المساء");
    expect(arabic).toContain("<w:bidi/>");
    expect(arabic).toContain("<w:rtl/>");
    expect(arabic).toMatch(/<w:lang [^>]*w:bidi="ar"/);
    const finnish = withText(paragraphs, "Bussi 3");
    expect(finnish).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
    expect(styles).toMatch(/<w:lang w:val="fi"/);
  });

  test("of a screen that runs from the right does so whole, table and all", async () => {
    const { document, paragraphs } = await partsOf({ lang: "ar", isRtl: true });
    expect(document).toContain("<w:bidiVisual/>");
    expect(withText(paragraphs, "Tärkeintä")).toContain("<w:bidi/>");
  });

  test("carries <, >, & and quotes as they were written, and drops what no file may hold", async () => {
    const { document } = await partsOf();
    expect(document).toContain("Valo &lt;ja&gt; &quot;pimeä&quot; &amp; &apos;hämärä&apos;");
    const odd = await partsOf({ foot: ["a\u0001\u000b\u001f\ufffe\uffffb"] });
    expect(odd.document).toContain(">ab<");
  });

  test("tells nothing of the person or the device in its properties", async () => {
    const { names, properties } = await partsOf();
    expect(names).toContain("docProps/core.xml");
    expect(properties).toContain("<dc:creator>Kuuluu</dc:creator>");
    expect(properties).toContain("<cp:lastModifiedBy>Kuuluu</cp:lastModifiedBy>");
    expect(properties).not.toContain("Asukasilta");
  });
});

test("a text runs by its first letter, whatever stands before it", () => {
  expect(["أهلا", "3 – أهلا", "“שלום”"].map(isRightToLeft)).toEqual([true, true, true]);
  expect(["Terve أهلا", "123", "", "Привет"].map(isRightToLeft)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
