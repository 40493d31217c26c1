// One window of a browser writes in a box; the others read. A lock says which, a channel asks it to let go: it saves what
// is being typed first, and keeps the lock when it cannot. A window that sleeps and does not answer loses the lock.
import { type ReadonlySignal, signal } from "@preact/signals";

export interface WritingHold {
  /** `moving`: asked for, and the other window is saving. `refused`: it cannot save what stands there. */
  readonly state: ReadonlySignal<"asking" | "held" | "elsewhere" | "moving" | "refused">;
  readonly take: () => void;
  /** This window writes no longer. */
  readonly release: () => void;
}

export type Holder = {
  /** Another window wants to write: stops typing and saves. False when something typed could not be saved. */
  readonly letGo: () => Promise<boolean>;
  /** It was taken while this window slept: what it had not saved must not overwrite what is written there. */
  readonly onTaken: () => void;
};

export type HoldWriting = (box: string, holder: Holder) => WritingHold;

export type HoldDeps = {
  readonly locks: Pick<LockManager, "request">;
  readonly openChannel: (
    name: string,
  ) => Pick<BroadcastChannel, "postMessage" | "addEventListener" | "close">;
  readonly after: (delayMs: number, work: () => void) => () => void;
  /** Keeps apart what shares a browser and not a database. */
  readonly prefix: string;
};

/** Longer than any save takes; a browser freezes hidden windows, which then never answer. */
export const patienceMs = 3_000;

export const createHoldWriting =
  ({ locks, openChannel, after, prefix }: HoldDeps): HoldWriting =>
  (box, holder) => {
    const name = `${prefix}/writing/${box}`;
    const state = signal<"asking" | "held" | "elsewhere" | "moving" | "refused">("asking");
    const channel = openChannel(name);
    let free: (() => void) | undefined;
    let waiting: AbortController | undefined;
    let isReleased = false;

    /** Resolves when the lock is no longer ours; to "refused" when it never was. */
    const hold = (options: LockOptions): Promise<"ended" | "refused"> =>
      locks.request(name, options, async (lock) => {
        if (!lock || isReleased) return "refused" as const;
        waiting = undefined;
        state.value = "held";
        await new Promise<void>((resolve) => {
          free = resolve;
        });
        return "ended" as const;
      }) as Promise<"ended" | "refused">; // The library's type loses the result of an asynchronous callback.

    const begin = async (options: LockOptions) => {
      try {
        if ((await hold(options)) === "refused" && !isReleased) state.value = "elsewhere";
      } catch {
        // Two reasons to reject: the lock was taken from us, or our waiting for it was called off.
        const wasHeld = free !== undefined;
        free = undefined;
        if (!wasHeld) return;
        state.value = "elsewhere";
        holder.onTaken();
      }
    };

    const yieldNow = async () => {
      if (state.value !== "held") return;
      if (!(await holder.letGo())) {
        channel.postMessage("cannot");
        return;
      }
      state.value = "elsewhere";
      free?.();
      free = undefined;
    };

    channel.addEventListener("message", ({ data }) => {
      if (data === "let-go") void yieldNow();
      if (data === "cannot" && waiting) {
        waiting.abort();
        waiting = undefined;
        state.value = "refused";
      }
    });
    void begin({ ifAvailable: true });

    return {
      state,
      take: () => {
        if (state.value === "held" || state.value === "moving") return;
        state.value = "moving";
        const mine = new AbortController();
        waiting = mine;
        void begin({ signal: mine.signal });
        channel.postMessage("let-go");
        after(patienceMs, () => {
          if (waiting !== mine) return;
          waiting = undefined;
          mine.abort();
          void begin({ steal: true });
        });
      },
      release: () => {
        isReleased = true;
        waiting?.abort();
        free?.();
        free = undefined;
        channel.close();
      },
    };
  };
