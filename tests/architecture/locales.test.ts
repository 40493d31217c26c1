// Every language says the same things: same keys, same placeholders, all plural forms. A draft language does so in the
// namespaces it speaks.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../src/i18n/languages.ts";

type Texts = ReadonlyMap<string, string>;
const plural = /_(zero|one|two|few|many|other)$/;

const flatten = (value: unknown, path = ""): readonly (readonly [string, string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [[path, ""]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, path ? `${path}.${key}` : key),
  );
};

const read = (code: string, namespace: string): Texts =>
  new Map(flatten(JSON.parse(readFileSync(`locales/${code}/${namespace}.json`, "utf8"))));

const namespacesOf = (code: string): readonly string[] =>
  readdirSync(`locales/${code}`).map((file) => file.replace(/\.json$/, ""));

const bases = (texts: Texts) =>
  [...new Set([...texts.keys()].map((key) => key.replace(plural, "")))].sort();

const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort();

/** The most that any form of a text names: "Yksi merkki" may leave the count out. */
const placeholdersOf = (texts: Texts, base: string) =>
  [
    ...new Set(
      [...texts].flatMap(([key, text]) =>
        key.replace(plural, "") === base ? placeholders(text) : [],
      ),
    ),
  ].sort();

const english = "en";
const all = namespacesOf(english);

describe.each(interfaceLanguages)("$code", ({ code, namespaces }) => {
  const spoken = namespaces === "all" ? all : namespaces;

  test("has a file for every namespace it speaks, and no other", () => {
    expect([...namespacesOf(code)].sort()).toEqual([...spoken].sort());
  });

  test.each(spoken)("%s says the same things as English, with the same values", (namespace) => {
    const here = read(code, namespace);
    const there = read(english, namespace);
    expect(bases(here)).toEqual(bases(there));
    for (const base of bases(there)) {
      expect([base, placeholdersOf(here, base)]).toEqual([base, placeholdersOf(there, base)]);
    }
  });

  test.each(spoken)(
    "%s has every plural form that the language needs, and no other",
    (namespace) => {
      const texts = read(code, namespace);
      const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
      const forms = new Map<string, string[]>();
      for (const key of texts.keys()) {
        const form = plural.exec(key)?.[1];
        const base = key.replace(plural, "");
        if (form) forms.set(base, [...(forms.get(base) ?? []), form]);
      }
      for (const [base, given] of forms) {
        expect([base, given.sort()]).toEqual([base, [...needed].sort()]);
      }
    },
  );

  test.each(spoken)("%s has no empty text, no markup and no stray space", (namespace) => {
    const odd = [...read(code, namespace)].filter(
      ([, text]) => text.trim() !== text || text === "" || text.includes("<"),
    );
    expect(odd).toEqual([]);
  });
});

test.each(all)("%s is a namespace that the compiler knows", (namespace) => {
  const resources = readFileSync("src/i18n/resources.ts", "utf8");
  expect(resources).toContain(`readonly ${namespace}: typeof ${namespace};`);
});
