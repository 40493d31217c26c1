// What the hub is told by its environment, checked before anything starts.
import { join } from "node:path";
import { failed, ok, type Result } from "../base/result.ts";
import { z } from "../wire/schema.ts";

export type HubConfig = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The SQLite file; unused where there is a databaseUrl. */
  readonly file: string;
  readonly databaseUrl: string | undefined;
};

const Port = z.string().check(
  z.regex(/^\d{1,5}$/),
  z.refine((text) => Number(text) <= 65_535),
);
const Host = z.string().check(z.regex(/^[A-Za-z0-9.:-]{1,253}$/));
const DatabaseUrl = z.string().check(z.regex(/^postgres(ql)?:\/\/\S+$/));
const DataFolder = z.string().check(z.refine((text) => text.trim() !== ""));

/** The configuration, or one sentence for each setting that cannot be used. An empty setting is an unset one. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Result<HubConfig, readonly string[]> => {
  const setting = (name: string, fallback: string): string => environment[name] || fallback;
  const port = Port.safeParse(setting("PORT", "8787"));
  const host = Host.safeParse(setting("HOST", "127.0.0.1"));
  const folder = DataFolder.safeParse(setting("DATA_DIR", "./data"));
  const databaseUrl = z.optional(DatabaseUrl).safeParse(environment.DATABASE_URL || undefined);
  if (port.success && host.success && folder.success && databaseUrl.success) {
    return ok({
      port: Number(port.data),
      host: host.data,
      file: join(folder.data, "hub.sqlite"),
      databaseUrl: databaseUrl.data,
    });
  }
  // The address may hold a password: it is never repeated.
  return failed([
    ...(port.success ? [] : ["PORT must be a number from 0 to 65535."]),
    ...(host.success ? [] : ["HOST must be an address or a host name, as in 127.0.0.1."]),
    ...(folder.success ? [] : ["DATA_DIR must name a folder."]),
    ...(databaseUrl.success ? [] : ["DATABASE_URL must begin with postgres:// or postgresql://."]),
  ]);
};

export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
