// Locking in the one safe order: what is being typed reaches the disk, what is unsent is bundled, then the key goes.
// Text that the disk would not take is never dropped: it is sealed to the box's own key and offered as a file.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt } from "../../base/result.ts";
import type { Courier } from "../courier-port.ts";
import type { DeliveryDeps } from "../delivery.ts";
import type { OpenBox } from "../open-box.ts";
import type { Workspace } from "../workspace.ts";
import type { Leftover } from "./pack-up.ts";
import type { Typing } from "./typing.ts";

export interface Locking {
  /** Sealed texts that the disk refused, in memory only: to be saved as files before the page goes. */
  readonly leftovers: ReadonlySignal<readonly Leftover[]>;
  /** The person has the file. */
  readonly forgetLeftover: (leftover: Leftover) => void;
  /**
   * Resolves to true when the key is gone; sending goes on from the locked device. False where text could be neither
   * written nor sealed: rather open, under its cover, than lost.
   */
  readonly lockUp: () => Promise<boolean>;
}

export type LockingDeps = {
  readonly delivery: DeliveryDeps;
  readonly workspace: Pick<Workspace, "open" | "lock">;
  readonly courier: Pick<Courier, "sendNow">;
  readonly typing: Pick<Typing, "settle" | "forget">;
};

export const createLocking = (deps: LockingDeps): Locking => {
  const { delivery, workspace, courier, typing } = deps;
  const leftovers = signal<readonly Leftover[]>([]);
  let running: Promise<boolean> | undefined;

  /** Bundles, and seals what is unwritten. False where text would be lost. */
  const pack = async (box: OpenBox): Promise<boolean> => {
    const unkept = await typing.settle(box.box);
    const fetched = await attempt(
      () => import("./pack-up.ts"),
      () => ({ type: "parts-missing" }) as const, // An import rejects when the file cannot be had.
    );
    // Not being able to bundle must not keep the key here: sealed rows stay, and open with the card.
    if (!fetched.ok) return unkept.length === 0;
    const { packAll, sealLeftover } = fetched.value;
    if (unkept.length > 0) {
      const leftover = await sealLeftover(delivery, box, unkept);
      if (!leftover) return false;
      leftovers.value = [...leftovers.value, leftover];
      typing.forget(box.box);
    }
    await packAll(delivery, box);
    return true;
  };

  const lockOnce = async () => {
    const box = workspace.open.value;
    if (box && !(await pack(box))) return false;
    await workspace.lock();
    void courier.sendNow();
    return true;
  };

  return {
    leftovers,
    forgetLeftover: (leftover) => {
      leftovers.value = leftovers.value.filter((one) => one !== leftover);
    },
    lockUp: () => {
      running ??= lockOnce().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
