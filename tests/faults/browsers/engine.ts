// What the fault suites need of a browser, the same for three engines: a window whose data lies in a folder, that runs
// code in the page, and that can be killed whole.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export type EngineWindow = {
  readonly goto: (url: string) => Promise<void>;
  /** Runs the body of an async function in the page and answers what it returns, as JSON. */
  readonly run: <T>(body: string) => Promise<T>;
  /** Breaches of the content policy and uncaught errors of this page so far. */
  readonly trouble: () => Promise<readonly string[]>;
  /** SIGKILL to every process of the browser at once; resolves when they are gone. */
  readonly kill: () => Promise<void>;
  /** As a person would close it. */
  readonly close: () => Promise<void>;
};

export type Engine = {
  readonly name: "Chromium" | "Firefox ESR" | "WebKitGTK";
  /** Why it cannot be used on this machine. */
  readonly missing: () => string | undefined;
  readonly open: (folder: string) => Promise<EngineWindow>;
};

/** Runs before any script of a page: keeps what went wrong where `trouble` finds it, and how long the disk took. */
export const preload = `
  window.__trouble = [];
  addEventListener("securitypolicyviolation", (event) =>
    __trouble.push("policy: " + event.effectiveDirective + " " + event.blockedURI + " " + event.sample));
  addEventListener("error", (event) => __trouble.push("uncaught: " + event.message));
  addEventListener("unhandledrejection", (event) => __trouble.push("uncaught: " + event.reason));
  window.__slowestWriteMs = 0;
  const startWrite = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = startWrite.apply(this, asked);
    const from = performance.now();
    begun.addEventListener("complete", () => {
      window.__slowestWriteMs = Math.max(window.__slowestWriteMs, performance.now() - from);
    });
    return begun;
  };
`;

export const readTrouble = (window: Pick<EngineWindow, "run">): Promise<readonly string[]> =>
  window.run("return window.__trouble ?? []");

export const hasProgram = (name: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;

const parentOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0; // It has just ended.
  }
};

/** The process and all that it has started. */
export const familyOf = (pid: number): readonly number[] => {
  const parents = readdirSync("/proc")
    .map(Number)
    .filter((each) => each > 0)
    .map((each) => [each, parentOf(each)] as const);
  const collect = (root: number): readonly number[] => [
    root,
    ...parents.flatMap(([child, parent]) => (parent === root ? collect(child) : [])),
  ];
  return collect(pid);
};

/** Kills them all before any can hear of it, and waits until they are gone. */
export const killFamily = async (pid: number): Promise<void> => {
  const family = familyOf(pid);
  for (const each of family) send(each, "SIGKILL");
  while (family.some((each) => isAlive(each))) await new Promise((done) => setTimeout(done, 10));
};

const send = (pid: number, signal: "SIGKILL" | 0): boolean => {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false; // It was gone already.
  }
};
const isAlive = (pid: number): boolean => {
  if (!send(pid, 0)) return false;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};
