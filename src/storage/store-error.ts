// The one place where what Dexie and the engines throw becomes a StoreError. What is not known here is a bug and is thrown on.
import { attempt, type Result } from "../base/result.ts";
import type { StoreError } from "./ports.ts";

const brokenNames = new Set([
  "AbortError",
  "DatabaseClosedError",
  "InvalidStateError",
  "MissingAPIError",
  "NotReadableError",
  "OpenFailedError",
  "SecurityError",
  "TimeoutError",
  "UnknownError",
]);

/** What was thrown and all it was wrapped around: quota errors hide inside aborts and bulk errors. */
const withCauses = (thrown: unknown): readonly object[] => {
  if (typeof thrown !== "object" || thrown === null) return [];
  const { inner, cause, failures } = thrown as {
    inner?: unknown;
    cause?: unknown;
    failures?: unknown;
  }; // Dexie's errors carry these; others have none of them.
  const below = [inner, cause, ...(Array.isArray(failures) ? failures : [])];
  return [thrown, ...below.filter((each) => each !== thrown).flatMap(withCauses)];
};

const nameOf = (thrown: object): string =>
  "name" in thrown && typeof thrown.name === "string" ? thrown.name : "";
// Chromium tells a full disk at opening as an UnknownError with these words.
const saysFull = (thrown: object): boolean =>
  "message" in thrown && /full disk|disk is full|quota/i.test(String(thrown.message));

export const classifyStoreError = (thrown: unknown): StoreError | undefined => {
  // WebKit aborts a transaction on a full disk with an error that is null.
  if (thrown === null) return { type: "store-failed", reason: "AbortError" };
  const errors = withCauses(thrown);
  const names = errors.map(nameOf);
  if (names.includes("QuotaExceededError")) return { type: "store-full" };
  if (names.includes("VersionError")) return { type: "store-newer" };
  const reason = names.find((name) => brokenNames.has(name));
  if (reason === undefined) return undefined;
  return errors.some(saysFull) ? { type: "store-full" } : { type: "store-failed", reason };
};

type Reopenable = {
  readonly close: (options: { disableAutoOpen: boolean }) => void;
  readonly open: () => PromiseLike<unknown>;
};

/**
 * Runs work that reads or writes. Firefox answers everything with InvalidStateError after a full disk, iOS after a sleep,
 * until the database is opened anew: so that is done once, and the work, which kept nothing, is run again.
 */
export const inStore = async <T>(
  database: Reopenable,
  work: () => Promise<T>,
): Promise<Result<T, StoreError>> => {
  const first = await attempt(work, classifyStoreError);
  if (first.ok || first.error.type !== "store-failed") return first;
  if (first.error.reason !== "InvalidStateError") return first;
  return attempt(async () => {
    database.close({ disableAutoOpen: false });
    await database.open();
    return await work();
  }, classifyStoreError);
};
