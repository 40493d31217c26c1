import { expect, test } from "vitest";
import { corpusReleases, makeCorpus } from "../fixtures/corpus.ts";

test("the same seed gives the same round, another seed another", () => {
  const corpus = makeCorpus({ sessions: 12, notes: 20 });
  expect(makeCorpus({ sessions: 12, notes: 20 })).toEqual(corpus);
  expect(makeCorpus({ sessions: 12, notes: 20, seed: 1 })).not.toEqual(corpus);
});

test("its notes pass the strict gate, speak four languages and lean as talk does", () => {
  const releases = corpusReleases(makeCorpus({ sessions: 40, notes: 20 }));
  const notes = releases.flatMap(({ record }) => record.notes);
  expect(notes).toHaveLength(800);
  expect(new Set(notes.map(({ lang }) => lang))).toEqual(new Set(["fi", "sv", "ar", "en"]));
  const counts = new Map<string, number>();
  for (const id of notes.flatMap(({ subThemes }) => subThemes)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const sizes = [...counts.values()].toSorted((a, b) => b - a);
  expect(sizes[0]).toBeGreaterThan(4 * (sizes.at(-1) ?? 0));
  const untagged = notes.filter(({ dimensions }) => dimensions.length === 0).length;
  expect(untagged).toBeGreaterThan(20);
});
