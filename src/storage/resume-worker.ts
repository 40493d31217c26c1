// Runs as a dedicated worker: overwrites one file of the private file system in place, and answers true when it is flushed.
// It keeps nothing and knows nothing of what the bytes are.

export type ResumeMessage = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Exists in dedicated workers only, so the page's library does not know it. */
type SyncFile = {
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { at: number }) => number;
  readonly flush: () => void;
  readonly close: () => void;
};
type SyncFileHandle = { readonly createSyncAccessHandle: () => Promise<SyncFile> };
type Scope = {
  readonly addEventListener: (
    type: "message",
    listener: (event: { data: ResumeMessage }) => void,
  ) => void;
  readonly postMessage: (answer: boolean) => void;
};

const tries = 40;
const pauseMs = 50;

/** Another tab may hold the file for a moment: then it is asked again. */
const openAlone = async (handle: SyncFileHandle): Promise<SyncFile> => {
  for (let left = tries; ; left -= 1) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (thrown) {
      const isHeld = thrown instanceof DOMException && thrown.name === "NoModificationAllowedError";
      if (!isHeld || left <= 1) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
};

const overwrite = async ({ name, bytes }: ResumeMessage): Promise<boolean> => {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  // As declared above: this runs where the call exists, or it throws and the answer is false.
  const file = await openAlone(handle as unknown as SyncFileHandle);
  try {
    const written = file.write(bytes, { at: 0 });
    file.flush();
    return written === bytes.length;
  } finally {
    file.close();
  }
};

// The worker's own global scope; the page's library types `self` as a window.
const scope = self as unknown as Scope;
scope.addEventListener("message", ({ data }) => {
  void overwrite(data).then(
    (isWritten) => scope.postMessage(isWritten),
    () => scope.postMessage(false),
  );
});
