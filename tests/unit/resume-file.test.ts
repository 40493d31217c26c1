import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BoxId } from "../../src/domain/schema.ts";
import { createResumeFile, parseResume, toResumeBytes } from "../../src/storage/resume-file.ts";

const resumeKey = {
  box: BoxId.parse("0123456789abcdef".repeat(2)),
  key: Uint8Array.from({ length: 32 }, (_, n) => n + 1),
  madeAt: "2026-11-24T18:42:07.123Z",
};

// One file of a private file system, and the real worker code running on it.
let content: Uint8Array<ArrayBuffer> | undefined;
let heldTimes = 0;
let workersAlive = 0;

const fileHandle = {
  getFile: async () => new Blob(content ? [content] : []),
  createSyncAccessHandle: async () => {
    if (heldTimes > 0) {
      heldTimes -= 1;
      throw new DOMException("", "NoModificationAllowedError");
    }
    return {
      write: (bytes: Uint8Array, { at }: { at: number }) => {
        content ??= new Uint8Array(bytes.length);
        content.set(bytes, at);
        return bytes.length;
      },
      flush: () => undefined,
      close: () => undefined,
    };
  },
};
const folder = {
  getFileHandle: async (_name: string, options?: { create: boolean }) => {
    if (content === undefined && !options?.create) throw new DOMException("", "NotFoundError");
    return fileHandle;
  },
  removeEntry: async () => {
    content = undefined;
  },
};
const storage = { getDirectory: async () => folder as unknown as FileSystemDirectoryHandle };

const createWorker = () => {
  workersAlive += 1;
  const page = new EventTarget();
  const worker = new EventTarget();
  vi.stubGlobal("self", {
    addEventListener: worker.addEventListener.bind(worker),
    postMessage: (data: boolean) => page.dispatchEvent(new MessageEvent("message", { data })),
  });
  return Object.assign(page, {
    postMessage: async (data: unknown) => {
      vi.resetModules(); // Each worker runs its file anew.
      await import("../../src/storage/resume-worker.ts");
      worker.dispatchEvent(new MessageEvent("message", { data }));
    },
    terminate: () => {
      workersAlive -= 1;
    },
  }) as unknown as Worker;
};

beforeEach(() => {
  content = undefined;
  heldTimes = 0;
  vi.stubGlobal("navigator", { storage });
});
afterEach(() => vi.unstubAllGlobals());

test("gives back the key it wrote, and lets its worker go", async () => {
  const file = createResumeFile({ createWorker, storage });
  expect(await file.read()).toBeUndefined();
  expect(await file.write(resumeKey)).toBe(true);
  expect(await file.read()).toEqual(resumeKey);
  expect(workersAlive).toBe(0);
});

test("covers the key with zeros, in place, and then has none", async () => {
  const file = createResumeFile({ createWorker, storage });
  await file.write(resumeKey);
  const sizeBefore = content?.length;
  expect(await file.erase()).toBe(true);
  expect(content).toEqual(new Uint8Array(sizeBefore ?? 0));
  expect(sizeBefore).toBe(96);
  expect(await file.read()).toBeUndefined();
});

test("erases last what was asked to be erased last", async () => {
  const file = createResumeFile({ createWorker, storage });
  await Promise.all([file.write(resumeKey), file.write(resumeKey), file.erase()]);
  expect(await file.read()).toBeUndefined();
});

test("waits for another tab that holds the file", async () => {
  heldTimes = 2;
  const file = createResumeFile({ createWorker, storage });
  expect(await file.write(resumeKey)).toBe(true);
});

test("says so when the key could not be covered, and removes the file at least", async () => {
  await createResumeFile({ createWorker, storage }).write(resumeKey);
  const noWorker = () => {
    throw new TypeError("no workers here");
  };
  const file = createResumeFile({ createWorker: noWorker, storage });
  expect(await file.erase()).toBe(false);
  expect(await file.read()).toBeUndefined();
  expect(await file.write(resumeKey)).toBe(false);
});

test("has no resume where there is no private file system, or where it is refused", async () => {
  const refused = { getDirectory: () => Promise.reject(new DOMException("", "SecurityError")) };
  for (const none of [undefined, refused]) {
    const file = createResumeFile({ createWorker, storage: none });
    expect(await file.write(resumeKey)).toBe(false);
    expect(await file.read()).toBeUndefined();
    expect(await file.erase()).toBe(true);
  }
});

test("reads nothing from a file with any byte wrong or missing", async () => {
  const whole = await toResumeBytes(resumeKey);
  expect(await parseResume(whole)).toEqual(resumeKey);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = whole.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(await parseResume(damaged)).toBeUndefined();
    expect(await parseResume(whole.slice(0, at))).toBeUndefined();
  }
});
