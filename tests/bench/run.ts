// `npm run bench`, or `npm run bench -- P1` for one goal: measures the built app, prints a table, keeps the figures,
// and ends with a failure where a goal is missed. `--rounds 9` for more than five. Needs `npm run build`.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { createServer } from "vite";
import type { Goal } from "./goal.ts";
import { keep, toRows } from "./results.ts";

const leastRounds = 5;

const readCommit = (): string => {
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...args], { encoding: "utf8" }).trim();
  const isChanged = git("status", "--porcelain", "--", "src", "locales") !== "";
  return `${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`;
};

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? "processor"}, Chromium without a screen`;

/** Peers are no part of the app: they come when they are first measured against. */
const installPeers = (): void => {
  if (existsSync("tests/bench/peers/node_modules")) return;
  const words = ["ci", "--no-audit", "--no-fund", "--prefix", "tests/bench/peers"];
  execFileSync("npm", words, { stdio: "inherit" });
};

const known = readdirSync(new URL("goals/", import.meta.url)).map((file) =>
  file.replace(".ts", ""),
);

// The app's own builder loads the goals: the app's modules take names out of JSON files, which Node alone refuses.
const builder = await createServer({
  ...{ configFile: false, appType: "custom", logLevel: "error" },
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});

const run = async (name: string, rounds: number): Promise<boolean> => {
  const loaded = await builder.ssrLoadModule(`/tests/bench/goals/${name}.ts`);
  const goal = loaded.goal as Goal; // What a file in goals/ exports.
  const samples = await goal.measure(rounds);
  const figures = toRows(goal, samples);
  process.stdout.write(`${name}\n`);
  console.table(figures);
  const date = new Date().toISOString().slice(0, 10);
  keep(name, { what: goal.what, date, commit: readCommit(), machine: machine(), rounds, figures });
  return Object.values(figures).every(({ isKept }) => isKept);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: String(leastRounds) } },
});
const rounds = Math.max(leastRounds, Number(values.rounds) || 0);
const wanted = positionals.length > 0 ? positionals.map((name) => name.toLowerCase()) : known;
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such goal: ${unknown.join(", ")}. There are: ${known.join(", ")}.\n`);
  process.exitCode = 1;
} else if (!existsSync("dist/index.html")) {
  process.stderr.write("There is no built app. Run `npm run build` first.\n");
  process.exitCode = 1;
} else {
  installPeers();
  for (const name of wanted) if (!(await run(name, rounds))) process.exitCode = 1;
}
await builder.close();
