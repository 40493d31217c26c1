// The last line of a test run, for people and machines alike: `N passed, N failed`, summed over the reports of Vitest
// and Playwright. `--broken` says that a step ended badly; with no failed test that counts as one.
import { globSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export type Sum = { readonly passed: number; readonly failed: number };

/** Reads either tool's JSON report; a report of another form throws, so that nothing is counted as nothing. */
export const sumReport = (text: string): Sum => {
  const report = JSON.parse(text);
  if (typeof report.numPassedTests === "number") {
    // A suite that could not even be loaded has no tests; it is still a failure.
    const broken = report.testResults.filter(
      (suite: { status: string; assertionResults: readonly unknown[] }) =>
        suite.status === "failed" && suite.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  }
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
};

export const toLine = (sums: readonly Sum[], isBroken: boolean): string => {
  const passed = sums.reduce((sum, report) => sum + report.passed, 0);
  const failed = sums.reduce((sum, report) => sum + report.failed, 0);
  return `${passed} passed, ${isBroken && failed === 0 ? 1 : failed} failed`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const reports = globSync(".cache/reports/*.json").map((path) => readFileSync(path, "utf8"));
  console.log(toLine(reports.map(sumReport), process.argv.includes("--broken")));
}
