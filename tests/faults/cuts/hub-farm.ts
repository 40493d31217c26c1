// One or more hub processes as people start them, over one database. Any of them can be killed and started again.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "./postgres-server.ts";

const main = new URL("../../../src/hub/main.ts", import.meta.url).pathname;
const killer = new URL("./kill-at.ts", import.meta.url).pathname;

export type HubProcess = {
  readonly port: number;
  readonly pid: number;
  readonly said: () => string;
  readonly isUp: () => boolean;
  /** SIGKILL: nothing is flushed, nobody is answered. */
  readonly kill: () => Promise<void>;
  /** On the same port, over the same database. */
  readonly restart: () => Promise<void>;
  /** From now on it kills itself at the given point of its work with the database. */
  readonly killAt: (point: number) => Promise<void>;
  readonly hasEnded: () => Promise<void>;
};

export const startHubProcess = async (
  environment: Readonly<Record<string, string>>,
): Promise<HubProcess> => {
  const port = await findFreePort();
  let said = "";
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    const mark = said.length;
    child = spawn(process.execPath, ["--import", killer, main], {
      env: { PATH: process.env.PATH, PORT: String(port), ...environment },
      stdio: ["pipe", "pipe", "pipe"],
    });
    await new Promise<void>((resolve, reject) => {
      const take = (text: Buffer) => {
        said += text.toString("utf8");
        if (said.slice(mark).includes("Kuuluu: ")) resolve();
      };
      child.stdout?.on("data", take);
      child.stderr?.on("data", take);
      child.once("exit", () => reject(new Error(`the hub ended: ${said.slice(mark)}`)));
    });
  };
  const isUp = () => child.exitCode === null && child.signalCode === null;
  const hasEnded = async () => {
    if (isUp()) await once(child, "exit");
  };
  await start();
  return {
    port,
    // Of the process that was started last.
    get pid() {
      return child.pid ?? 0;
    },
    isUp,
    hasEnded,
    said: () => said,
    kill: async () => {
      const ended = hasEnded();
      child.kill("SIGKILL");
      await ended;
    },
    restart: start,
    killAt: async (point) => {
      const mark = said.length;
      child.stdin?.write(`${point}\n`);
      while (!said.slice(mark).includes(`armed ${point}`))
        await once(child.stderr as NodeJS.ReadableStream, "data");
    },
  };
};
