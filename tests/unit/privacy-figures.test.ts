// The figures of tests/fixtures/privacy/README.md are measured here, so that none of them can grow old unseen.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findHints } from "../../src/domain/privacy/find-hints.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { codeShaped, digitStrings } from "../fixtures/privacy/codes.ts";
import { type Line, meet, readCorpus } from "../fixtures/privacy/corpus.ts";

const readme = readFileSync("tests/fixtures/privacy/README.md", "utf8");
const languages = ["fi", "sv", "en"] as const;
const parts = ["A", "B", "C"] as const;

const nameRow = (lang: string, part: string, lines: readonly Line[]): string => {
  const of = (group: string) => {
    const { met, marks } = meet(lines, lang, "name", group);
    return `${met}/${marks}`;
  };
  const { hints, wrong } = meet(lines, lang, "name");
  return `| ${lang} ${part} | ${lines.length} | ${of("home")} | ${of("far")} | ${hints - wrong}/${hints} |`;
};

test.each(languages.flatMap((lang) => parts.map((part) => [lang, part] as const)))(
  "names, %s, part %s, are found as the README says",
  (lang, part) => {
    const lines = readCorpus(`names-${lang}`).filter((line) => line.part === part);
    expect(readme).toContain(nameRow(lang, part, lines));
  },
);

test.each(["phone", "email", "iban", "plate", "address"] as const)(
  "%s marks are found as the README says",
  (kind) => {
    const { met, marks, wrong } = meet(readCorpus("marks"), "fi", kind, kind);
    expect(readme).toContain(`| ${kind} | ${met}/${marks} | ${wrong} |`);
  },
);

test("digit noise is met as the README says", () => {
  const countCodes = (texts: readonly string[], certainty?: string) =>
    texts.filter((text) =>
      findHints(text, "fi").some(
        (hint) =>
          hint.kind === "henkilotunnus" &&
          (certainty === undefined || hint.certainty === certainty),
      ),
    ).length;
  const mixed = [1, 2, 3, 4, 5].flatMap((seed) => digitStrings(seed, 1_000));
  const shaped = codeShaped(1, 1_000);
  expect(readme).toContain(`| mixed digit strings, five seeds of 1,000 | ${countCodes(mixed)} |`);
  expect(readme).toContain(
    `| 1,000 strings of the very shape \`dddddd-dddd\` | sure ${countCodes(shaped, "sure")}, likely ${countCodes(shaped, "likely")}, weak ${countCodes(shaped, "weak")} |`,
  );
});

test("the example notes are met as the README says", () => {
  const hints = exampleNotes().flatMap(({ text, lang }) => findHints(text, lang));
  expect(readme).toContain(
    `${exampleNotes().length} notes without personal data: ${hints.length} hints`,
  );
});
