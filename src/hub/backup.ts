// A copy of a running hub's database. The copy gets an epoch of its own: whoever starts a hub from it has restored it,
// and devices must send again what they still hold.
import { closeSync, openSync, unlinkSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { failed, ok, type Result } from "../base/result.ts";

export type BackupError =
  | { readonly type: "no-database" }
  | { readonly type: "file-exists" }
  | { readonly type: "copy-damaged" };

/** Never overwrites a file, and leaves none behind that is not whole. */
export const backUp = (from: string, to: string, epoch: string): Result<void, BackupError> => {
  let source: Sqlite.Database;
  try {
    source = new Sqlite(from, { fileMustExist: true, timeout: 5_000 });
  } catch {
    return failed({ type: "no-database" });
  }
  try {
    closeSync(openSync(to, "wx", 0o600)); // VACUUM INTO takes an empty file as it is, modes and all.
  } catch (thrown) {
    source.close();
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") {
      return failed({ type: "file-exists" });
    }
    throw thrown;
  }
  try {
    // Never copy the file itself: the newest rows may still be in its log.
    source.prepare("vacuum into ?").run(to);
    const isWhole = sealCopy(to, epoch);
    if (isWhole) return ok(undefined);
    unlinkSync(to);
    return failed({ type: "copy-damaged" });
  } catch (thrown) {
    unlinkSync(to);
    throw thrown;
  } finally {
    source.close();
  }
};

const sealCopy = (path: string, epoch: string): boolean => {
  const copy = new Sqlite(path);
  try {
    copy.pragma("synchronous = FULL");
    copy.prepare("update hub set epoch = ?").run(epoch);
    return copy.pragma("integrity_check", { simple: true }) === "ok";
  } finally {
    copy.close();
  }
};
