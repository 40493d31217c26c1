// Starts the hub, also for practice (demo), or does one of its few chores: setup-code, backup FILE, new-epoch.
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { toHex } from "../base/bytes.ts";
import { createHub } from "./app.ts";
import { type BackupError, backUp } from "./backup.ts";
import type { Digest } from "./bearer.ts";
import { type HubConfig, isLoopback, readConfig } from "./config.ts";
import type { HubStore } from "./hub-store.ts";
import type { HubDatabase } from "./hub-tables.ts";
import { openHubStore } from "./kysely-store.ts";
import { openPostgres } from "./postgres.ts";
import { startServer } from "./server.ts";
import { createSetupCode } from "./setup-code.ts";
import { openSqlite } from "./sqlite.ts";
import { createStaticFiles } from "./static-files.ts";

const usage = `Usage:
  npm run hub                     start the hub
  npm run demo                    the same under ./data/demo, with the practice round's address
  npm run hub -- setup-code       make a new set-up code; an unused earlier one stops working
  npm run hub -- backup FILE      copy the running hub's database
  npm run hub -- new-epoch        after a restore by other means: have devices send again what they hold
Settings: PORT, HOST, DATA_DIR, DATABASE_URL.`;

const digest: Digest = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const createEpoch = (): string => toHex(randomBytes(16));

const open = async (config: HubConfig): Promise<{ database: HubDatabase; store: HubStore }> => {
  const database = config.databaseUrl
    ? openPostgres(config.databaseUrl, (error) => console.error(`Database: ${error.message}`))
    : openSqlite(config.file);
  return { database, store: await openHubStore(database, createEpoch()) };
};

const serve = async (config: HubConfig, isDemo: boolean): Promise<void> => {
  const { database, store } = await open(config);
  let isStopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    process.exitCode = exitCode;
    await server.stop();
    await store.close();
  };
  const report = (thrown: unknown): void => {
    console.error(thrown);
    if (!database.isBroken(thrown)) return;
    console.error(
      "The disk or the database file has failed. The hub stops, so that nothing is lost unseen.",
    );
    // First the answer to whoever met the failure, then the end.
    setImmediate(() => void stop(1));
  };
  const hub = createHub({
    store,
    digest,
    now: Date.now,
    files: createStaticFiles(fileURLToPath(new URL("../../dist", import.meta.url))),
    version: manifest.version,
    report,
  });
  const server = await startServer(hub, config);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(0));

  const host = config.host === "0.0.0.0" || config.host === "::" ? "127.0.0.1" : config.host;
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${server.port}/`;
  const greeting = [`Kuuluu: ${address}`];
  if (isDemo) greeting.push(`Practice round: ${address}?demo=1#/desk`);
  const code = createSetupCode(randomBytes, digest);
  if (await store.keepFirstSetupCode(code.sha256)) greeting.push(`Set-up code: ${code.text}`);
  if (!isLoopback(config.host)) greeting.push(openWarning(config.host));
  console.log(greeting.join("\n"));
};

const openWarning = (host: string): string =>
  `HOST is ${host}: others can reach this hub, and it speaks plain HTTP. HTTPS must stand in front of it,` +
  " or browsers refuse the app and tokens can be read on the way.";

const makeSetupCode = async (config: HubConfig): Promise<void> => {
  const { store } = await open(config);
  const code = createSetupCode(randomBytes, digest);
  await store.replaceSetupCode(code.sha256);
  await store.close();
  console.log(`Set-up code: ${code.text}`);
};

const backupRefusals: Record<BackupError["type"], string> = {
  "no-database": "There is no database here yet. Look at DATA_DIR.",
  "file-exists": "There is a file of that name already. Nothing was written.",
  "copy-damaged": "The copy did not pass its check and was removed. Look at the disk.",
};

const makeBackup = ({ databaseUrl, file }: HubConfig, copy: string): void => {
  if (databaseUrl) {
    refuse("PostgreSQL has its own tools: use pg_dump, and new-epoch after a restore.");
    return;
  }
  const made = backUp(file, copy, createEpoch());
  if (!made.ok) {
    refuse(backupRefusals[made.error.type]);
    return;
  }
  console.log(
    `Backup: ${copy}. To restore, stop the hub, remove ${file}, ${file}-wal and ${file}-shm,` +
      ` and put a copy of the backup in the place of ${file}.`,
  );
};

const refuse = (words: string): void => {
  console.error(words);
  process.exitCode = 1;
};

const [command, argument, ...rest] = process.argv.slice(2);
const isDemo = command === "demo" && !argument;
const config = readConfig({ ...(isDemo ? { DATA_DIR: "./data/demo" } : {}), ...process.env });
try {
  if (!config.ok) refuse(config.error.join("\n"));
  else if (command === undefined || isDemo) await serve(config.value, isDemo);
  else if (command === "setup-code" && !argument) await makeSetupCode(config.value);
  else if (command === "backup" && argument && rest.length === 0)
    makeBackup(config.value, argument);
  else if (command === "new-epoch" && !argument) {
    const { store } = await open(config.value);
    await store.renewEpoch(createEpoch());
    await store.close();
    console.log("A new epoch has begun.");
  } else refuse(usage);
} catch (thrown) {
  refuse(`Kuuluu cannot start: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  process.exit(); // A half-opened database would keep the process alive.
}
