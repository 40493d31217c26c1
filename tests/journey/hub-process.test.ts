// The hub as the process that people start: killed, restarted, backed up, restored, stopped.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, expect, test } from "vitest";
import {
  deskBox,
  deskTokens,
  envelopePath,
  sealed,
  setupCode as someCode,
  tokenNamed,
} from "../fixtures/hub.ts";

const folder = mkdtempSync(join(tmpdir(), "kuuluu-hub-process-"));
afterAll(() => rmSync(folder, { recursive: true }));
const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) await kill(child);
});
const freshData = () => mkdtempSync(join(folder, "data-"));
const main = new URL("../../src/hub/main.ts", import.meta.url).pathname;
const environment = (data: string, more = {}) => ({
  PATH: process.env.PATH,
  DATA_DIR: data,
  PORT: "0",
  ...more,
});

const startHub = async (data: string, more = {}, ...words: readonly string[]) => {
  const child = spawn(process.execPath, [main, ...words], {
    env: environment(data, more),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const hasSaid = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      said += text;
      if (said.includes("Kuuluu: ")) resolve();
    });
    child.once("exit", () => reject(new Error(`the hub ended: ${said}`)));
  });
  await hasSaid;
  const url = /Kuuluu: (http:\S+)\//.exec(said)?.[1] ?? "";
  return { child, url, said: () => said };
};

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
};

const chore = async (data: string, ...words: readonly string[]) => {
  const run = promisify(execFile)(process.execPath, [main, ...words], { env: environment(data) });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error) => ({ code: error.code as number, said: error.stderr as string }), // execFile's own shape.
  );
};

const manage = { authorization: `Bearer ${tokenNamed("manage")}` };
const codeIn = (said: string) => /^Set-up code: (\S+)$/m.exec(said)?.[1];
const makeDesk = (url: string, code: string | undefined, box = deskBox) =>
  fetch(`${url}/v1/desks`, {
    method: "POST",
    headers: { authorization: `Bearer ${code ?? someCode}` },
    body: JSON.stringify({ box, tokens: deskTokens }),
  });
const said = sealed("said at the table");
const { body, digest } = said;
const put = (url: string, envelope = said) =>
  fetch(url + envelopePath(envelope.digest, deskBox), {
    method: "PUT",
    headers: manage,
    body: envelope.body,
  });

test("has what it receipted after a kill, under the same receipt and epoch, and greets once", async () => {
  const data = freshData();
  const hub = await startHub(data);
  expect((await makeDesk(hub.url, codeIn(hub.said()))).status).toBe(201);
  const first = await put(hub.url);
  const receipt = await first.json();
  expect(first.status).toBe(201);
  await kill(hub.child);

  const again = await startHub(data);
  const repeated = await put(again.url);
  expect([repeated.status, await repeated.json()]).toEqual([200, receipt]);
  expect(codeIn(again.said())).toBeUndefined();
  const got = await fetch(again.url + envelopePath(digest, deskBox), { headers: manage });
  expect(await got.text()).toBe("said at the table");
}, 60_000);

test("says where the practice round opens when it is started for practice, and only then", async () => {
  const practice = await startHub(freshData(), {}, "demo");
  expect(practice.said()).toContain(`Practice round: ${practice.url}/?demo=1#/desk\n`);
  expect((await startHub(freshData())).said()).not.toContain("demo");
}, 60_000);

test("makes a new set-up code beside a busy hub, and the unused one stops working", async () => {
  const data = freshData();
  const hub = await startHub(data);
  await makeDesk(hub.url, codeIn(hub.said()));
  const unused = await chore(data, "setup-code");
  const uploads = Array.from({ length: 40 }, (_, at) => put(hub.url, sealed(`envelope ${at}`)));
  const [made, ...answers] = await Promise.all([chore(data, "setup-code"), ...uploads]);
  expect(answers.map(({ status }) => status)).toEqual(uploads.map(() => 201));
  const otherDesk = "0d".repeat(16);
  expect((await makeDesk(hub.url, codeIn(unused.said), otherDesk)).status).toBe(401);
  expect((await makeDesk(hub.url, codeIn(made.said), otherDesk)).status).toBe(201);
}, 60_000);

test("says no more than it knows when the database breaks under it, and ends with a failure", async () => {
  const data = freshData();
  const hub = await startHub(data);
  await makeDesk(hub.url, codeIn(hub.said()));
  const exit = once(hub.child, "exit");
  const large = ["a", "b"].map((letter) => sealed(letter.repeat(2_000_000)));
  for (const envelope of large) expect((await put(hub.url, envelope)).status).toBe(201);
  await fetch(hub.url + envelopePath(digest, deskBox), { method: "DELETE", headers: manage });
  truncateSync(join(data, "hub.sqlite"), 100_000);
  const statuses = large.map(({ digest }) =>
    fetch(hub.url + envelopePath(digest, deskBox), { headers: manage }).then(
      ({ status }) => status,
      () => "no answer",
    ),
  );
  for (const status of await Promise.all(statuses)) expect([500, "no answer"]).toContain(status);
  expect(await exit).toEqual([1, null]);
  expect(hub.said()).toContain("The hub stops");
}, 60_000);

test("restores a backup under a new epoch, with what it held", async () => {
  const data = freshData();
  const hub = await startHub(data);
  await makeDesk(hub.url, codeIn(hub.said()));
  const receipt = (await (await put(hub.url)).json()) as { epoch: string };
  const copy = join(folder, "copy.sqlite");
  expect(await chore(data, "backup", copy)).toMatchObject({ code: 0 });
  expect(statSync(copy).mode & 0o077).toBe(0);
  expect(await chore(data, "backup", copy)).toMatchObject({ code: 1 });
  expect(((await (await put(hub.url)).json()) as typeof receipt).epoch).toBe(receipt.epoch);

  const restored = freshData();
  copyFileSync(copy, join(restored, "hub.sqlite"));
  const other = await startHub(restored);
  const answer = await put(other.url);
  expect(answer.status).toBe(200);
  expect(((await answer.json()) as typeof receipt).epoch).not.toBe(receipt.epoch);
}, 60_000);

test("answers what it has begun, then ends cleanly when told to", async () => {
  const data = freshData();
  const hub = await startHub(data);
  await makeDesk(hub.url, codeIn(hub.said()));
  const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
  const head = `PUT ${envelopePath(digest, deskBox)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
  // The interim answer tells that the hub has begun to read.
  socket.write(`${head}Authorization: ${manage.authorization}\r\nExpect: 100-continue\r\n`);
  socket.write(`Content-Length: ${body.length}\r\n\r\n`);
  let answer = "";
  const has = (text: string) =>
    new Promise<void>((resolve) => {
      socket.on("data", (bytes) => {
        answer += bytes;
        if (answer.includes(text)) resolve();
      });
    });
  await has("100 Continue");
  const exit = once(hub.child, "exit");
  hub.child.kill("SIGTERM");
  socket.write(body);
  await has("201 Created");
  expect(await exit).toEqual([0, null]);
  expect(readdirSync(data)).toEqual(["hub.sqlite"]);
}, 60_000);

test("cuts an endless chunked upload off, and goes on serving", async () => {
  const hub = await startHub(freshData());
  await makeDesk(hub.url, codeIn(hub.said()));
  const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
  const closed = new Promise((resolve) => socket.once("close", resolve));
  let answer = "";
  socket.on("data", (bytes) => {
    answer += bytes;
  });
  socket.on("error", () => undefined); // Being cut off is the point.
  socket.write(
    `PUT ${envelopePath(digest, deskBox)} HTTP/1.1\r\nHost: x\r\nAuthorization: ${manage.authorization}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const chunk = Buffer.concat([
    Buffer.from("10000\r\n"),
    Buffer.alloc(65_536),
    Buffer.from("\r\n"),
  ]);
  const pump = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", pump);
  pump();
  await closed;
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect((await put(hub.url)).status).toBe(201);
}, 60_000);

test("warns where others can reach it, and refuses settings it cannot use in words", async () => {
  const open = await startHub(freshData(), { HOST: "0.0.0.0" });
  expect(open.said()).toContain("HTTPS must stand in front");
  const closed = await startHub(freshData());
  expect(closed.said()).not.toContain("HTTPS");
  const data = freshData();
  expect(await chore(data, "sing")).toMatchObject({
    code: 1,
    said: expect.stringContaining("Usage"),
  });
  const taken = { PORT: new URL(closed.url).port };
  await expect(startHub(data, taken)).rejects.toThrow(/cannot start: .*EADDRINUSE/s);
  await expect(startHub(data, { PORT: "x" })).rejects.toThrow(/PORT must be a number/);
}, 60_000);
