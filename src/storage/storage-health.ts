// What the browser says about keeping our data, as plain facts for the check before a session.
// None of it is a promise: Chromium promised 1 GiB on a disk of 120 MB. Every failed write is told on its own.

export type StorageHealth = {
  /** Kept until the person deletes it. Absent where the browser does not say. */
  readonly persisted?: boolean;
  readonly usedBytes?: number;
  readonly quotaBytes?: number;
  /** The private file system, without which there is no resume. */
  readonly files: "work" | "refused" | "missing";
  /** A private window forgets everything. Only Firefox and Safari give it away, by refusing files. */
  readonly privateWindow: "likely" | "unknown";
};

type Storage = Pick<StorageManager, "persisted" | "persist" | "estimate" | "getDirectory">;

/** `navigator.storage`, or undefined where the browser has none. Never throws. */
export const readStorageHealth = async (
  storage: Partial<Storage> | undefined,
): Promise<StorageHealth> => {
  const [persisted, estimate, files] = await Promise.all([
    storage?.persisted?.().catch(() => undefined),
    storage?.estimate?.().catch(() => undefined),
    probeFiles(storage),
  ]);
  return {
    ...(persisted === undefined ? {} : { persisted }),
    ...(estimate?.usage === undefined ? {} : { usedBytes: estimate.usage }),
    ...(estimate?.quota === undefined ? {} : { quotaBytes: estimate.quota }),
    files,
    privateWindow: files === "refused" ? "likely" : "unknown",
  };
};

/**
 * Asks the browser to keep our data. Returns at once: Firefox asks the person and may never answer,
 * so nothing on the way to a screen can wait for it. `onAnswer` is not called where there is no answer.
 */
export const askToPersist = (
  storage: Partial<Storage> | undefined,
  onAnswer: (persisted: boolean) => void,
): void => {
  const asked = storage?.persist?.();
  // A refusal to answer is no answer.
  if (asked !== undefined) void asked.then(onAnswer, () => undefined);
};

const probeFiles = async (
  storage: Partial<Storage> | undefined,
): Promise<StorageHealth["files"]> => {
  if (storage?.getDirectory === undefined) return "missing";
  try {
    await storage.getDirectory();
    return "work";
  } catch {
    return "refused"; // The engines differ in the error; that it is refused is all we need.
  }
};
