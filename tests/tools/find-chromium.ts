// Where a Chromium lies on this machine. Playwright's own cannot be downloaded everywhere, so an installed one is
// preferred. Run as a program, it installs one where there is none and says what it did.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const macPath = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for us: the next place may have one.
  }
};

/** CHROME_PATH, then an installed browser, then Playwright's own; undefined when there is none. */
export const findChromium = (): string | undefined => {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const given = process.env.CHROME_PATH;
  return [...(given ? [given] : []), ...installed, macPath, chromium.executablePath()].find(
    isProgram,
  );
};

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "inherit" }).status === 0;

const installers = [
  {
    isPossible: () => process.getuid?.() === 0 && isProgram("/usr/bin/apt-get"),
    name: "apt-get install -y chromium",
    install: () =>
      run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "chromium"]),
  },
  {
    isPossible: () => true,
    name: "npx playwright install chromium",
    install: () => run("npx", ["playwright", "install", "chromium"]),
  },
];

const setUp = (): number => {
  const found = findChromium();
  if (found) {
    console.log(`Browser tests use ${found}.`);
    return 0;
  }
  for (const { name, isPossible, install } of installers) {
    if (!isPossible()) continue;
    console.log(`No Chromium found. Trying: ${name}`);
    const path = install() ? findChromium() : undefined;
    if (path) {
      console.log(`Installed. Browser tests use ${path}.`);
      return 0;
    }
  }
  console.log("No Chromium found or installed. Install one, or set CHROME_PATH to its program.");
  return 1;
};

if (process.argv[1] === import.meta.filename) process.exitCode = setUp();
