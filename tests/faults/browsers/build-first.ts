// The engines run the built app. `npm test` has just built it; a run of its own builds first, so that it never tells
// of an older one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { size } from "../figures.ts";

export const setup = (): void => {
  if (size === "glance" && existsSync("dist/index.html")) return;
  // With vitest's own names in its environment the app would be built for tests, without its service worker.
  const { VITEST, NODE_ENV, MODE, DEV, PROD, ...env } = process.env;
  void [VITEST, NODE_ENV, MODE, DEV, PROD];
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit", env });
  if (status !== 0 || !existsSync("dist/sw.js")) throw new Error("the app does not build");
};
