// Small files with a stated reason, so that a newcomer can read any of them in one sitting.
import { expect, test } from "vitest";
import { countLines, type SourceFile, sources, styles, tests } from "./source-files.ts";

const longerThan = (limit: number, files: readonly SourceFile[]) =>
  files.filter((file) => countLines(file) > limit).map(({ path }) => path);

test("keeps source files within 250 lines and tests within 400", () => {
  expect(longerThan(250, [...sources, ...styles])).toEqual([]);
  expect(longerThan(400, tests)).toEqual([]);
});

test("keeps the median source file within 80 lines", () => {
  const lengths = sources.map(countLines).toSorted((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
});

test("opens every source file with its reason", () => {
  const silent = sources.filter(({ text }) => !/^\/\/ \S/.test(text));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test("has no barrels", () => {
  expect(sources.filter(({ path }) => /\/index\.tsx?$/.test(path))).toEqual([]);
});
