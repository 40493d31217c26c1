// The hub as people run it: a process of its own, on a free port, with a fresh folder of data.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Hub = {
  readonly url: string;
  /** Where its database lies. */
  readonly folder: string;
  /** Everything the hub has printed. */
  readonly output: () => string;
  /** The code it printed at its first start. */
  readonly setupCode: () => string;
  /** As a power cut would: nothing is flushed. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same port with the same data. */
  readonly restart: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>;
};

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("port")),
      );
    });
  });

const untilExit = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

export const startHub = async (): Promise<Hub> => {
  const port = await findFreePort();
  const data = await mkdtemp(join(tmpdir(), "kuuluu-hub-"));
  const url = `http://127.0.0.1:${port}/`;
  let output = "";

  const start = () =>
    new Promise<ChildProcess>((resolve, reject) => {
      const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: data };
      const child = spawn(process.execPath, ["src/hub/main.ts"], { env });
      const mark = output.length;
      const take = (chunk: Buffer) => {
        output += chunk.toString("utf8");
        if (output.slice(mark).includes(url)) resolve(child);
      };
      child.stdout.on("data", take);
      child.stderr.on("data", take);
      child.once("exit", () => reject(new Error(`the hub ended:\n${output}`)));
    });

  let child = await start();
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    child.kill(signal);
    await untilExit(child);
  };
  return {
    url,
    folder: data,
    output: () => output,
    setupCode: () => {
      const code = /Set-up code: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/.exec(output)?.[1];
      if (!code) throw new Error(`no set-up code in:\n${output}`);
      return code;
    },
    kill: () => end("SIGKILL"),
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await end("SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
};
