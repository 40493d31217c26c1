// One session of this device, open or locked: what is held, whether the desk has it, and letting go of it.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { BoxId } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import type { ToldError } from "../error-key.ts";
import { takeReceiptCode } from "./receipts.ts";
import { type Certificate, type Held, lookAtHeld, removeBox } from "./removal.ts";

export type KeepingModel = {
  /** Undefined while it is read; `gone` once it is removed or was never here. */
  readonly held: ReadonlySignal<Held | "gone" | undefined>;
  readonly failure: ReadonlySignal<ToldError | undefined>;
  readonly receiptTaken: ReadonlySignal<boolean>;
  readonly certificate: ReadonlySignal<Certificate | undefined>;
  readonly load: () => Promise<void>;
  readonly takeCode: (typed: string) => Promise<boolean>;
  /** `forced` only after the person has typed that it may be lost. An open session is locked first. */
  readonly remove: (forced: boolean) => Promise<void>;
};

export type KeepingDeps = Pick<AppDeps, "env" | "device" | "delivery" | "workspace" | "locking">;

export const createKeepingModel = (deps: KeepingDeps, box: BoxId): KeepingModel => {
  const held = signal<Held | "gone">();
  const failure = signal<ToldError>();
  const receiptTaken = signal(false);
  const certificate = signal<Certificate>();

  const load = async () => {
    const stored = await deps.device.readBox(box);
    if (!stored.ok) {
      failure.value = stored.error;
      return;
    }
    if (!stored.value) {
      held.value = "gone";
      return;
    }
    const looked = await lookAtHeld(deps, stored.value);
    if (looked.ok) held.value = looked.value;
    else failure.value = looked.error;
  };

  return {
    held,
    failure,
    receiptTaken,
    certificate,
    load,
    takeCode: async (typed) => {
      failure.value = undefined;
      const outbox = deps.delivery.outboxOf(box);
      const taken = await takeReceiptCode(deps, outbox, box, typed);
      if (!taken.ok) failure.value = taken.error;
      receiptTaken.value = taken.ok;
      if (taken.ok) await load();
      return taken.ok;
    },
    remove: async (forced) => {
      failure.value = undefined;
      if (deps.workspace.open.value?.box === box) await deps.locking.lockUp();
      const removed = await removeBox(deps, box, forced ? "forced" : "hand");
      if (!removed.ok) failure.value = removed.error;
      else {
        certificate.value = removed.value;
        held.value = "gone";
      }
    },
  };
};
