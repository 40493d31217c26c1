// Senders for the hub's goals: as light as they can be, for they share two cores with what is measured.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createRequire } from "node:module";

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Calls over kept-alive connections; resolves to the status once the answer is whole. */
export const createCaller = (port: number) => {
  const agent = new Agent({ keepAlive: true });
  const call = (
    ...[method, path, body, headers]: readonly [string, string, Uint8Array, Record<string, string>]
  ): Promise<number> =>
    new Promise((resolve, reject) => {
      const length = { "content-length": String(body.length) };
      const outgoing = request(
        { agent, port, host: "127.0.0.1", method, path, headers: { ...headers, ...length } },
        (answer) => {
          answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
        },
      );
      outgoing.once("error", reject).end(body);
    });
  return { call, close: () => agent.destroy() };
};

/** All of `count` pieces of work, `together` at a time; how long each took. */
export const runTogether = async (
  count: number,
  together: number,
  work: (at: number) => Promise<void>,
): Promise<readonly number[]> => {
  const times: number[] = [];
  let next = 0;
  const goOn = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      const from = performance.now();
      await work(at);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: together }, goOn));
  return times;
};

/** Milliseconds of processor time that the process has used, its kernel's share with it. Linux counts in steps of ten. */
export const processorMs = (pid: number): number => {
  const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(after[11]) + Number(after[12])) * 10;
};

/** Kilobytes that the process has held at most so far. */
export const peakKilobytes = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);

type Pouch = {
  readonly bulkDocs: (docs: readonly object[]) => Promise<unknown>;
  readonly replicate: {
    readonly to: (url: string, options: object) => Promise<{ readonly docs_written: number }>;
  };
  readonly close: () => Promise<void>;
};

/** The peer's store as a device has it. */
export const openPouch = (folder: string): Pouch => {
  const PouchDB = createRequire(new URL("./peers/", import.meta.url))("pouchdb-node");
  return new PouchDB(folder);
};

/** The peer's server in a process of its own. */
export const startPouch = async (folder: string) => {
  const file = new URL("./peers/pouch-server.ts", import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, [file, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  while (!/port \d+\n/.test(said)) {
    const [text] = await once(child.stdout as NodeJS.ReadableStream, "data");
    said += String(text);
  }
  return {
    port: Number(/port (\d+)/.exec(said)?.[1]),
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
};
