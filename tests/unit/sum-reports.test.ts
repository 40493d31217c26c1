// A test run that failed must never end in a line that says it passed.
import { expect, test } from "vitest";
import { sumReport, toLine } from "../tools/sum-reports.ts";

const suite = (status: string, tests: number) => ({
  status,
  assertionResults: Array(tests).fill({}),
});
const vitest = (passed: number, failed: number, testResults = [suite("passed", passed)]) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });
const playwright = (expected: number, unexpected: number, errors: readonly unknown[] = []) =>
  JSON.stringify({ stats: { expected, unexpected, flaky: 0, skipped: 0 }, errors });

test("adds up the reports of both tools", () => {
  const sums = [vitest(40, 1), vitest(3, 0), playwright(5, 2)].map(sumReport);
  expect(toLine(sums, true)).toBe("48 passed, 3 failed");
});

test("counts what could not be loaded as failed", () => {
  const sums = [vitest(4, 0, [suite("passed", 4), suite("failed", 0)]), playwright(1, 0, [{}])];
  expect(toLine(sums.map(sumReport), true)).toBe("5 passed, 2 failed");
});

test("counts a step that ended badly as failed when no test did", () => {
  expect(toLine([], true)).toBe("0 passed, 1 failed");
  expect(toLine([{ passed: 9, failed: 0 }], true)).toBe("9 passed, 1 failed");
  expect(toLine([{ passed: 9, failed: 0 }], false)).toBe("9 passed, 0 failed");
});

test("refuses a report of another form", () => {
  expect(() => sumReport("{}")).toThrow();
});
