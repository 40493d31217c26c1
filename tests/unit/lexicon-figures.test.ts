// The figures of tests/fixtures/lexicon/README.md are measured here, so that none of them can grow old unseen.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import codebookFile from "../../src/app/content/codebook-1.json";
import { loadLexicons } from "../../src/app/facilitator/lexicons.ts";
import { Codebook } from "../../src/domain/codebook.ts";
import { createSuggest } from "../../src/domain/lexicon.ts";
import { must } from "../fixtures/device.ts";
import { measure, readCorpus } from "../fixtures/lexicon/corpus.ts";

const readme = readFileSync("tests/fixtures/lexicon/README.md", "utf8");
const languages = ["fi", "sv", "en"] as const;
const parts = ["plain", "spoken"] as const;
const cases = languages.flatMap((lang) => parts.map((part) => [lang, part] as const));

test.each(cases)("%s, %s: the lexicon meets the notes as the README says", async (lang, part) => {
  const lexicons = must(await loadLexicons());
  const suggest = createSuggest(lexicons, Codebook.parse(codebookFile));
  const of = measure(readCorpus(part, lang), suggest, lang);
  expect(readme).toContain(
    `| ${lang} ${part} | ${of.notes} | ${of.firstRight}/${of.about} | ${of.silent}/${of.about} | ${of.right}/${of.shown} | ${of.idle} |`,
  );
});

test.each(languages)(
  "%s: the shipped lexicon is the one that was measured, and stays as it is",
  (lang) => {
    const file = readFileSync(`src/app/content/lexicon-${lang}-1.json`);
    const stems = Object.values(JSON.parse(file.toString()).stems).flat().length;
    const digest = createHash("sha256").update(file).digest("hex").slice(0, 16);
    expect(readme).toContain(`| ${lang}-1 | ${stems} | \`${digest}\` |`);
  },
);
