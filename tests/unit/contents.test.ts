// What the shipped codebook and question set promise, and that neither ever changes silently.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createContents } from "../../src/app/content/contents.ts";
import { type DigestBytes, nameByDigest } from "../../src/domain/codebook.ts";
import { findGaps } from "../../src/domain/guide.ts";
import { Digest } from "../../src/domain/schema.ts";

const digestBytes: DigestBytes = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const contents = createContents(digestBytes);
const folder = new URL("../../src/app/content/", import.meta.url);
const readJson = (url: URL) => JSON.parse(readFileSync(url, "utf8"));
const golden = readJson(new URL("../golden/contents.json", import.meta.url));
const unknown = Digest.parse("0".repeat(64));

test("every shipped content keeps the digest it was first released under", async () => {
  const shipped: Record<string, string> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")))
    shipped[file] = await nameByDigest(readJson(new URL(file, folder)), digestBytes);
  expect(shipped).toEqual(golden);
});

describe("the codebook", () => {
  test("is found by its digest, and an unknown digest finds nothing", async () => {
    const digest = Digest.parse(golden["codebook-1.json"]);
    expect(await contents.loadCodebook(digest)).toEqual(await contents.currentCodebook());
    expect(await contents.loadCodebook(unknown)).toBeUndefined();
  });

  test("names four dimensions in five languages and 26 sub-themes, each under one of them", async () => {
    const content = await contents.currentCodebook();
    const dimensions = content.dimensions.map((dimension) => dimension.id);
    expect(dimensions).toEqual(["A", "S", "V", "O"]);
    for (const { label, short } of content.dimensions) {
      expect(Object.keys(label).sort()).toEqual(["ar", "en", "fi", "so", "sv"]);
      expect(Object.keys(short).sort()).toEqual(["ar", "en", "fi", "so", "sv"]);
    }
    expect(content.subThemes).toHaveLength(26);
    for (const { id, dimension } of content.subThemes) {
      expect(dimensions).toContain(dimension);
      expect(id.startsWith(dimension)).toBe(true);
    }
  });

  test("gives every label and indicator in Finnish, Swedish and English, and no id twice", async () => {
    const content = await contents.currentCodebook();
    const entries = [
      ...content.dimensions,
      ...content.subThemes,
      ...content.topics,
      ...content.areas,
      ...content.kinds,
    ];
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    const texts = [
      ...entries.map((entry) => entry.label),
      ...content.subThemes.map((subTheme) => subTheme.indicator),
    ];
    for (const text of texts) expect(Object.keys(text)).toEqual(expect.arrayContaining(inAll));
  });
});

const inAll = ["fi", "sv", "en"];

describe("the question set", () => {
  test("is found by its digest, and an unknown digest finds nothing", async () => {
    const digest = Digest.parse(golden["guide-1.json"]);
    expect(await contents.loadGuide(digest)).toEqual(await contents.currentGuide());
    expect(await contents.loadGuide(unknown)).toBeUndefined();
  });

  test("lacks nothing in Finnish, Swedish and English", async () => {
    const content = await contents.currentGuide();
    for (const language of inAll) expect(findGaps(content, language)).toEqual([]);
  });

  test("can be held in Somali and Arabic: only the sub-themes' definitions are missing", async () => {
    const { subThemes } = await contents.currentCodebook();
    const content = await contents.currentGuide();
    for (const language of ["so", "ar"])
      expect(findGaps(content, language).map(({ part, id }) => `${part} ${id}`)).toEqual(
        subThemes.map(({ id }) => `definition ${id}`),
      );
  });

  test("promises no review before the hand-over, for a round may do without one", async () => {
    const { notice } = await contents.currentGuide();
    expect(notice.fi).toContain("voi käydä kirjaukset läpi ennen luovutusta");
    for (const text of Object.values(notice))
      expect(text).not.toMatch(/ennen tarkistusta|före granskningen|before the review|المراجعة/i);
  });

  test("explains every dimension and sub-theme, and asks about every dimension", async () => {
    const codebook = await contents.currentCodebook();
    const guide = await contents.currentGuide();
    const dimensions = codebook.dimensions.map((dimension) => dimension.id);
    const explained = guide.definitions.map((definition) => definition.id).sort();
    expect(explained).toEqual([...dimensions, ...codebook.subThemes.map(({ id }) => id)].sort());
    const asked = guide.questions.flatMap((question) => question.dimension ?? []);
    expect(new Set(asked)).toEqual(new Set(dimensions));
    expect(guide.questions).toHaveLength(14);
  });

  test("names the receiver in every language, and promises no anonymity", async () => {
    const content = await contents.currentGuide();
    for (const notice of Object.values(content.notice)) {
      expect(notice).toContain("{{receiver}}");
      expect(notice.replaceAll("{{receiver}}", "")).not.toMatch(/[{}]/);
      expect(notice).not.toMatch(/anonym|nimettöm|مجهول/i);
    }
    for (const alarm of Object.values(content.alarm)) {
      expect(alarm).toContain("112");
      expect(alarm).toContain("080 005 005");
    }
  });

  test("fits a session of two hours", async () => {
    const content = await contents.currentGuide();
    const minutes = content.questions.reduce((sum, question) => sum + (question.minutes ?? 0), 0);
    expect(minutes).toBeGreaterThanOrEqual(90);
    expect(minutes).toBeLessThanOrEqual(115);
  });
});
