// Debian's `age`, the program by which any auditor opens an envelope without us. It is looked for, and installed where
// that is possible; where it cannot be had the caller says so loudly.
import { spawnSync } from "node:child_process";
import { size } from "../figures.ts";

const run = (program: string, ...words: readonly string[]) =>
  spawnSync(program, words, { encoding: "utf8" });

/** Its version, or undefined where there is none. */
const versionOf = (): string | undefined => {
  const { status, stdout } = run("age", "--version");
  return status === 0 ? stdout.trim() : undefined;
};

/** `npm test` installs nothing. */
export const findAge = (): string | undefined => {
  const found = versionOf();
  if (found !== undefined || size === "glance" || process.getuid?.() !== 0) return found;
  process.stderr.write("No age here. Trying: apt-get install -y age\n");
  const installed =
    run("apt-get", "update", "-qq").status === 0 &&
    run("apt-get", "install", "-y", "-qq", "age").status === 0;
  return installed ? versionOf() : undefined;
};
