// Runs the named npm scripts one after the other and goes on after a failure, so that one run shows everything that
// is wrong. Ends with the time of each step, and fails when any step did.
import { spawnSync } from "node:child_process";

type Outcome = { readonly step: string; readonly state: string; readonly seconds: number };

const needsBuild = new Set(["built", "browser", "engines"]);

const run = (step: string): Outcome => {
  const startedMs = performance.now();
  console.log(`\n── ${step}`);
  const { status } = spawnSync("npm", ["run", "--silent", step], { stdio: "inherit" });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  return { step, state: status === 0 ? "done" : "FAILED", seconds };
};

const outcomes: Outcome[] = [];
for (const step of process.argv.slice(2)) {
  const isBuildBroken = outcomes.some((done) => done.step === "build" && done.state !== "done");
  const isPointless = isBuildBroken && needsBuild.has(step);
  outcomes.push(isPointless ? { step, state: "not run", seconds: 0 } : run(step));
}

console.log("");
for (const { step, state, seconds } of outcomes) {
  console.log(`${step.padEnd(8)} ${state.padEnd(8)} ${seconds} s`);
}
if (outcomes.some(({ state }) => state !== "done")) process.exitCode = 1;
