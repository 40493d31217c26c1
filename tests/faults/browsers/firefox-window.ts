// Firefox by the WebDriver BiDi protocol that it speaks itself; Playwright cannot drive an installed one.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Engine, hasProgram, killFamily, preload, readTrouble } from "./engine.ts";

const program = "firefox-esr";
const preferences: Readonly<Record<string, string | number | boolean>> = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "app.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "intl.accept_languages": "fi",
  // What a crash leaves is what is looked for, so crashing must not make it start in another mode.
  "toolkit.startup.max_resumed_crashes": -1,
};

type Answer = { readonly id?: number; readonly result?: unknown; readonly message?: string };

const connect = async (address: string) => {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("no connection to Firefox")));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer: Answer = JSON.parse(String(data));
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  socket.addEventListener("close", () => {
    for (const settle of waiting.values()) settle({ message: "Firefox is gone" });
  });
  let last = 0;
  return async <T>(method: string, params: object): Promise<T> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    waiting.delete(id);
    if (answer.result === undefined) throw new Error(`${method}: ${answer.message}`);
    return answer.result as T; // As the protocol says.
  };
};

export const firefoxEngine: Engine = {
  name: "Firefox ESR",
  missing: () => (hasProgram(program) ? undefined : "firefox-esr is not installed"),
  open: async (folder) => {
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(folder, "user.js"), lines.join("\n"));
    const child = spawn(
      program,
      ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0"],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stderr }).on("line", (line) => {
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
        if (found) resolve(found);
      });
      child.once("exit", () => reject(new Error("Firefox ended before it listened")));
    });
    const ask = await connect(`${address}/session`);
    await ask("session.new", { capabilities: {} });
    await ask("script.addPreloadScript", { functionDeclaration: `() => { ${preload} }` });
    const tree = await ask<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
    const context = tree.contexts[0]?.context;
    const run = async <T>(body: string): Promise<T> => {
      const answer = await ask<{
        type: string;
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>("script.callFunction", {
        functionDeclaration: `async () => JSON.stringify((await (async () => { ${body} })()) ?? null)`,
        target: { context },
        awaitPromise: true,
      });
      if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text ?? "failed");
      return JSON.parse(answer.result?.value ?? "null");
    };
    return {
      goto: async (url) => {
        await ask("browsingContext.navigate", { context, url, wait: "complete" });
      },
      run,
      trouble: () => readTrouble({ run }),
      kill: async () => {
        if (child.pid !== undefined) await killFamily(child.pid);
        await ended;
      },
      close: async () => {
        await ask("browser.close", {}).catch(() => undefined); // It may be gone before it answers.
        await ended;
      },
    };
  },
};
