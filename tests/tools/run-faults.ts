// `npm run test:faults`: every fault suite, one after the other, then one table of figures, kept in
// tests/faults/RESULTS.md. Words after it narrow it down: `long` for the long run, else names of suites.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Figure, figuresFile } from "../faults/figures.ts";

type Suite = { readonly name: string; readonly command: readonly string[] };

const vitest = (folder: string): readonly string[] => [
  "vitest",
  "run",
  "--project",
  "node",
  `tests/faults/${folder}/`,
];

/** Whole browsers of three engines; what is missing on this machine is told. */
const inEngines = (name: string): Suite => ({
  name,
  command: ["vitest", "run", "--project", "engines", `tests/faults/browsers/${name}.engines.ts`],
});

/** In this order: what is quick and finds most comes first. */
const suites: readonly Suite[] = [
  { name: "hostile", command: vitest("hostile") },
  { name: "interop", command: vitest("interop") },
  { name: "cuts", command: vitest("cuts") },
  { name: "simulator", command: vitest("simulator") },
  { name: "publishing", command: vitest("publishing") },
  inEngines("kill"),
  inEngines("flipped"),
  inEngines("canaries"),
  inEngines("hostile-words"),
];

const results = "tests/faults/RESULTS.md";
const words = process.argv.slice(2);
const size = words.includes("long") ? "long" : "short";
const named = words.filter((word) => word !== "long" && word !== "short");
const chosen = named.length > 0 ? suites.filter(({ name }) => named.includes(name)) : suites;

const git = (...words: readonly string[]): string =>
  spawnSync("git", words, { encoding: "utf8" }).stdout.trim();
const commit = `${git("rev-parse", "--short", "HEAD")}${
  git("status", "--porcelain", "--untracked-files=no") ? " with changes" : ""
}`;

const run = ({ name, command: [program = "", ...words] }: Suite) => {
  console.log(`\n── ${name}, ${size}`);
  rmSync(figuresFile, { force: true });
  const startedMs = performance.now();
  const { status } = spawnSync(program, words, {
    stdio: "inherit",
    env: { ...process.env, FAULTS: size },
  });
  const seconds = Math.round((performance.now() - startedMs) / 1_000);
  const lines = existsSync(figuresFile) ? readFileSync(figuresFile, "utf8").trim().split("\n") : [];
  const figures = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Figure);
  return { name, passed: status === 0, seconds, figures };
};
type Ran = ReturnType<typeof run>;

const cell = (text: string): string => text.replaceAll("|", "\\|");
const toSection = ({ name, passed, seconds, figures }: Ran): string =>
  [
    `## ${name}, ${size} run`,
    "",
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}: ${passed ? "passed" : "**FAILED**"} in ${seconds} s.`,
    "",
    "| what | figure |",
    "| --- | --- |",
    ...figures.map(({ what, figure }) => `| ${cell(what)} | ${cell(figure)} |`),
    "",
  ].join("\n");

/** Replaces the sections that were run now; what another day's run said stays under its own date. */
const keep = (ran: readonly Ran[]): void => {
  const before = existsSync(results) ? readFileSync(results, "utf8") : "";
  const [, ...old] = before.split(/^(?=## )/m);
  const sections = new Map(old.map((text) => [text.split("\n")[0] ?? "", text.trim()]));
  for (const each of ran) {
    const text = toSection(each);
    sections.set(text.split("\n")[0] ?? "", text.trim());
  }
  const head =
    "# What the fault suites counted\n\nWritten by `npm run test:faults`; nothing here is written by hand. What was not run is not here.\n";
  writeFileSync(
    results,
    `${[head, ...sections.values()].join("\n\n").replace("\n\n\n", "\n\n")}\n`,
  );
};

// Kept suite by suite: what a long run has found stands even where the rest was not reached.
const ran = chosen.map((suite) => {
  const each = run(suite);
  keep([each]);
  return each;
});
const rows = ran.flatMap(({ name, figures }) =>
  figures.map(({ what, figure }) => [name, what, figure] as const),
);
const width = (column: 0 | 1): number => Math.max(0, ...rows.map((row) => row[column].length));
console.log("");
for (const [name, what, figure] of rows) {
  console.log(`${name.padEnd(width(0))}  ${what.padEnd(width(1))}  ${figure}`);
}
for (const { name, passed, seconds } of ran) {
  console.log(`${name.padEnd(width(0))}  ${passed ? "passed" : "FAILED"} in ${seconds} s`);
}
if (ran.some(({ passed }) => !passed) || ran.length === 0) process.exitCode = 1;
