import { expect, test, vi } from "vitest";
import { askToPersist, readStorageHealth } from "../../src/storage/storage-health.ts";

const folder = {} as FileSystemDirectoryHandle;

test("tells what the browser says", async () => {
  const storage = {
    persisted: async () => true,
    estimate: async () => ({ usage: 5, quota: 10 }),
    getDirectory: async () => folder,
  };
  expect(await readStorageHealth(storage)).toEqual({
    persisted: true,
    usedBytes: 5,
    quotaBytes: 10,
    files: "work",
    privateWindow: "unknown",
  });
});

test("tells nothing it was not told, and never fails", async () => {
  const nothing = { files: "missing", privateWindow: "unknown" };
  expect(await readStorageHealth(undefined)).toEqual(nothing);
  const refusing = () => Promise.reject(new DOMException("", "SecurityError"));
  const storage = { persisted: refusing, estimate: refusing, getDirectory: refusing };
  expect(await readStorageHealth(storage)).toEqual({ files: "refused", privateWindow: "likely" });
});

test("does not wait for a person who never answers", async () => {
  const onAnswer = vi.fn();
  askToPersist({ persist: () => new Promise(() => undefined) }, onAnswer);
  askToPersist({ persist: () => Promise.reject(new Error("no")) }, onAnswer);
  askToPersist(undefined, onAnswer);
  await Promise.resolve();
  expect(onAnswer).not.toHaveBeenCalled();
  askToPersist({ persist: async () => false }, onAnswer);
  await vi.waitFor(() => expect(onAnswer).toHaveBeenCalledWith(false));
});
