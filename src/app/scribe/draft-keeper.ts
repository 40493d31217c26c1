// Writes what is being typed, sealed, soon after a key. It never waits for a pause: whoever types without one would lose
// the most.
import type { Result } from "../../base/result.ts";
import type { DraftStore, StoreError } from "../../storage/ports.ts";
import type { Enqueue } from "./work-queue.ts";

/** From the first unwritten key to the start of its writing. */
export const soonMs = 300;

export interface DraftKeeper {
  /** Something was typed. */
  readonly touch: () => void;
  /** Writes now what is unwritten. */
  readonly flush: () => Promise<void>;
  /** What was unwritten has just been saved as a record. */
  readonly settle: () => void;
  /** Something typed is not on the disk. */
  readonly isDirty: () => boolean;
}

type Snapshot = { readonly key: string; readonly draft: object | undefined };

export const createDraftKeeper = (options: {
  readonly store: DraftStore;
  readonly enqueue: Enqueue;
  /** What is to be kept now; asked when the writing starts, not when it was ordered. */
  readonly read: () => Snapshot;
  readonly onWritten: (result: Result<void, StoreError>, isKept: boolean) => void;
}): DraftKeeper => {
  const { store, enqueue, read, onWritten } = options;
  let isDirty = false;
  let soon: ReturnType<typeof setTimeout> | undefined;

  const calm = () => {
    clearTimeout(soon);
    soon = undefined;
  };
  const settle = () => {
    isDirty = false;
    calm();
  };

  const flush = async () => {
    calm();
    if (!isDirty) return;
    await enqueue(async () => {
      if (!isDirty) return; // Saved as a record while this waited its turn.
      isDirty = false;
      const { key, draft } = read();
      const result = await (draft ? store.write(key, draft) : store.remove(key));
      if (!result.ok) isDirty = true;
      onWritten(result, draft !== undefined);
    });
  };

  return {
    touch: () => {
      isDirty = true;
      soon ??= setTimeout(() => void flush(), soonMs);
    },
    flush,
    settle,
    isDirty: () => isDirty,
  };
};
