// The engines run the built app. `npm test` has just built it; a run of its own builds first, so that it never tells
// of an older one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { size } from "../figures.ts";

export const setup = (): void => {
  if (size === "glance" && existsSync("dist/index.html")) return;
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  if (status !== 0) throw new Error("the app does not build");
};
