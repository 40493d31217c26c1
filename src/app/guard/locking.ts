// Locking in the one safe order: what is being typed reaches the disk, what is unsent is bundled, then the key goes.
// Text that the disk would not take is never dropped: it is sealed to the box's own key and offered as a file.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt } from "../../base/result.ts";
import type { Courier } from "../courier-port.ts";
import type { DeliveryDeps } from "../delivery.ts";
import type { Workspace } from "../workspace.ts";
import type { Leftover } from "./pack-up.ts";
import type { Typing } from "./typing.ts";

export interface Locking {
  /** Sealed text that the disk refused, in memory only: to be saved as a file before the page goes. */
  readonly leftover: ReadonlySignal<Leftover | undefined>;
  /** The person has the file, or does not want it. */
  readonly forgetLeftover: () => void;
  /** Resolves when the key is gone. Sending goes on from the locked device. */
  readonly lockUp: () => Promise<void>;
}

export type LockingDeps = {
  readonly delivery: DeliveryDeps;
  readonly workspace: Pick<Workspace, "open" | "lock">;
  readonly courier: Pick<Courier, "sendNow">;
  readonly typing: Pick<Typing, "settleAll">;
};

export const createLocking = (deps: LockingDeps): Locking => {
  const { delivery, workspace, courier, typing } = deps;
  const leftover = signal<Leftover>();
  let running: Promise<void> | undefined;

  const lockOnce = async () => {
    const box = workspace.open.value;
    if (box) {
      const unkept = await typing.settleAll();
      // Not being able to bundle, or to fetch how, must not keep the key here: sealed rows stay, and open with the card.
      await attempt(
        async () => {
          const { packAll, sealLeftover } = await import("./pack-up.ts");
          leftover.value = (await sealLeftover(delivery, box, unkept)) ?? leftover.value;
          await packAll(delivery, box);
        },
        () => ({ type: "unpacked" as const }),
      );
    }
    await workspace.lock();
    void courier.sendNow();
  };

  return {
    leftover,
    forgetLeftover: () => {
      leftover.value = undefined;
    },
    lockUp: () => {
      running ??= lockOnce().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
