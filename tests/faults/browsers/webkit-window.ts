// WebKitGTK in a small window of our own (webkit-window.py), on a screen that only exists in memory.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { type Engine, hasProgram, killFamily, preload, readTrouble } from "./engine.ts";

const python = "/usr/bin/python3";
const script = "tests/faults/browsers/webkit-window.py";
const environment = {
  WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  LIBGL_ALWAYS_SOFTWARE: "1",
  // As root there is no sandbox to be had; the machine is the test's own.
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  LANG: "fi_FI.UTF-8",
  LANGUAGE: "fi",
  NO_AT_BRIDGE: "1",
};

const findMissing = (): string | undefined => {
  if (!hasProgram("Xvfb")) return "xvfb is not installed";
  const probe = 'import gi; gi.require_version("WebKit2", "4.1")';
  if (spawnSync(python, ["-c", probe]).status !== 0)
    return "gir1.2-webkit2-4.1 or python3-gi is not installed";
  return undefined;
};

/** Starts a screen; it chooses its own number and says it. */
const startScreen = async (): Promise<{
  readonly display: string;
  readonly screen: ChildProcess;
}> => {
  const screen = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const out = screen.stdio[3];
  if (!out || !("on" in out)) throw new Error("no way to hear the screen's number");
  const display = await new Promise<string>((resolve, reject) => {
    out.once("data", (chunk: Buffer) => resolve(`:${chunk.toString("utf8").trim()}`));
    screen.once("exit", () => reject(new Error("Xvfb ended")));
  });
  return { display, screen };
};

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

export const webkitEngine: Engine = {
  name: "WebKitGTK",
  missing: findMissing,
  open: async (folder) => {
    const { display, screen } = await startScreen();
    const child = spawn(python, [script, folder, preload], {
      env: { ...process.env, ...environment, DISPLAY: display },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const waiting = new Map<number, (answer: Answer) => void>();
    const ended = new Promise<void>((resolve) =>
      child.once("exit", () => {
        for (const [id, settle] of waiting) settle({ id, error: "WebKitGTK is gone" });
        screen.kill("SIGKILL");
        resolve();
      }),
    );
    createInterface({ input: child.stdout }).on("line", (line) => {
      const answer: Answer = JSON.parse(line);
      waiting.get(answer.id)?.(answer);
    });
    let last = 0;
    const ask = async <T>(command: object): Promise<T> => {
      last += 1;
      const id = last;
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      child.stdin.write(`${JSON.stringify({ id, ...command })}\n`);
      const answer = await answered;
      waiting.delete(id);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as T; // What the page returned.
    };
    const run = <T>(body: string) => ask<T>({ run: body });
    return {
      goto: (url) => ask<void>({ url }),
      run,
      trouble: () => readTrouble({ run }),
      kill: async () => {
        if (child.pid !== undefined) await killFamily(child.pid);
        await ended;
      },
      close: async () => {
        child.stdin.end();
        await ended;
      },
    };
  },
};
