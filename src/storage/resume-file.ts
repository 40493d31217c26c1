// The resume key in a file that is overwritten in place, because deleted database bytes stay on the disk.
// Only a dedicated worker can overwrite in place; it lives for one write, so the key stays in no idle thread.
import { type Bytes, concatBytes, equalBytes, parseUtf8, toUtf8 } from "../base/bytes.ts";
import { BoxId, Instant } from "../domain/schema.ts";
import type { ResumeFile, ResumeKey } from "./ports.ts";
import type { ResumeMessage } from "./resume-worker.ts";

export const resumeFileName = "resume";
// Box id 32, time 24, key 32, checksum 8.
const size = 96;
const answerWithinMs = 5_000;

export type ResumeFileDeps = {
  /** Starts `resume-worker.ts`. The app makes it, because its address must pass the content policy. */
  readonly createWorker: () => Worker;
  /** `navigator.storage`; WebKitGTK has none. */
  readonly storage: Pick<StorageManager, "getDirectory"> | undefined;
};

export const createResumeFile = ({ createWorker, storage }: ResumeFileDeps): ResumeFile => {
  // One at a time, in the order of the calls: an erasure must not be overtaken by an earlier write.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const done = last.then(work).catch(() => otherwise);
    last = done;
    return done;
  };

  const openFolder = async (): Promise<FileSystemDirectoryHandle | undefined> => {
    try {
      return await storage?.getDirectory();
    } catch {
      return undefined; // Private windows of Firefox and Safari have the call and refuse it.
    }
  };
  const readFile = async (): Promise<Bytes | undefined> => {
    const folder = await openFolder();
    try {
      const file = await (await folder?.getFileHandle(resumeFileName))?.getFile();
      return file && new Uint8Array(await file.arrayBuffer());
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === "NotFoundError") return undefined;
      throw thrown;
    }
  };

  return {
    read: () =>
      inTurn(async () => {
        const bytes = await readFile();
        return bytes && (await parseResume(bytes));
      }, undefined),
    write: (key) =>
      inTurn(async () => {
        if ((await openFolder()) === undefined) return false;
        return overwrite(createWorker, await toResumeBytes(key));
      }, false),
    erase: () =>
      inTurn(async () => {
        if ((await readFile()) === undefined) return true;
        const erased = await overwrite(createWorker, new Uint8Array(size)).catch(() => false);
        // A removed file at least opens nothing, though its bytes may stay on the disk.
        if (!erased) await (await openFolder())?.removeEntry(resumeFileName);
        return erased;
      }, false),
  };
};

const overwrite = async (createWorker: () => Worker, bytes: Bytes): Promise<boolean> => {
  const worker = createWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = new Promise<boolean>((resolve) => {
    worker.addEventListener("message", ({ data }) => resolve(data === true));
    worker.addEventListener("error", () => resolve(false));
    timer = setTimeout(() => resolve(false), answerWithinMs); // Locking must not wait for ever.
  });
  const message: ResumeMessage = { name: resumeFileName, bytes };
  worker.postMessage(message);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
};

const toChecksum = async (body: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 8);

/** Always of one size, so that every write covers the one before it wholly. */
export const toResumeBytes = async ({ box, key, madeAt }: ResumeKey): Promise<Bytes> => {
  const body = concatBytes(toUtf8(box + Instant.parse(madeAt)), key);
  const bytes = concatBytes(body, await toChecksum(body));
  if (bytes.length !== size) throw new Error("a resume key has 32 bytes");
  return bytes;
};

/** Undefined for zeros, a torn write or anything else that is not whole. */
export const parseResume = async (bytes: Bytes): Promise<ResumeKey | undefined> => {
  if (bytes.length !== size) return undefined;
  const body = bytes.slice(0, 88);
  if (!equalBytes(bytes.slice(88), await toChecksum(body))) return undefined;
  const box = BoxId.safeParse(parseUtf8(body.slice(0, 32)));
  const madeAt = Instant.safeParse(parseUtf8(body.slice(32, 56)));
  if (!box.success || !madeAt.success) return undefined;
  return { box: box.data, madeAt: madeAt.data, key: body.slice(56) };
};
