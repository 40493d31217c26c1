// A real PostgreSQL for a while: Debian's package on loopback, under a user that may run it, stopped by its own pid.
import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { size } from "../figures.ts";

export type PostgresServer = {
  readonly version: string;
  /** Makes an empty database and gives its address. */
  readonly create: (name: string) => string;
  /** Runs one of its own programs (pg_dump, psql) on a database. */
  readonly run: (program: string, words: readonly string[], input?: string) => string;
  readonly stop: () => void;
};

const isRoot = process.getuid?.() === 0;
const findBin = (): string | undefined =>
  globSync("/usr/lib/postgresql/*/bin/initdb")
    .toSorted()
    .at(-1)
    ?.replace(/\/initdb$/, "");

const install = (): void => {
  if (size === "glance" || !isRoot) return;
  process.stderr.write("No PostgreSQL here. Trying: apt-get install -y postgresql\n");
  spawnSync("apt-get", ["update", "-qq"]);
  spawnSync("apt-get", ["install", "-y", "-qq", "postgresql"]);
};

export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });

/** Undefined where there is none and none can be had. */
export const startPostgres = async (): Promise<PostgresServer | undefined> => {
  if (!findBin()) install();
  const bin = findBin();
  // The server refuses to run as root.
  const user = !isRoot
    ? undefined
    : ["postgres", "nobody"].find((name) => spawnSync("id", [name]).status === 0);
  if (!bin || (isRoot && !user)) return undefined;

  const folder = mkdtempSync(join(tmpdir(), "kuuluu-postgres-"));
  if (user) execFileSync("chown", [user, folder]);
  const port = await findFreePort();
  const run = (program: string, words: readonly string[], input?: string): string => {
    const [command = "", ...rest] = [
      ...(user ? ["runuser", "-u", user, "--"] : []),
      join(bin, program),
      ...words,
    ];
    return execFileSync(command, rest, {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      cwd: folder,
      ...(input === undefined ? {} : { input }),
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
      env: { ...process.env, PGHOST: "127.0.0.1", PGPORT: String(port), PGUSER: "hub" },
    });
  };
  const data = join(folder, "data");
  run("initdb", ["-A", "trust", "-U", "hub", "-E", "UTF8", "--no-locale", "-D", data]);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  run("pg_ctl", ["-D", data, "-o", settings, "-l", join(folder, "log"), "-w", "start"]);
  const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    version: run("postgres", ["--version"]).trim(),
    create: (name) => {
      run("createdb", [name]);
      return `postgres://hub@127.0.0.1:${port}/${name}`;
    },
    run,
    stop: () => {
      process.kill(pid, "SIGINT"); // Its "fast" shutdown.
      while (spawnSync("kill", ["-0", String(pid)]).status === 0) spawnSync("sleep", ["0.05"]);
      rmSync(folder, { recursive: true });
    },
  };
};
