// What the app knows of its own numbers. The counting itself comes after the first screen: a scribe's first keystroke
// does not wait for it.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt } from "../../base/result.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { DeviceStore } from "../../storage/ports.ts";
import type { BoxMark, Mark, Sums } from "./mark.ts";
import type { MarkKeeper, MarkSignals, MarksDeps } from "./mark-ports.ts";

export interface DeviceMarks extends MarkKeeper {
  /** By box; empty until the first answers. */
  readonly boxes: ReadonlySignal<ReadonlyMap<BoxId, BoxMark>>;
  /** Sessions and notes that were here and are not. */
  readonly lost: ReadonlySignal<Sums | undefined>;
  readonly clockBack: ReadonlySignal<Mark["clockBack"]>;
  /** What is here was compared with what should be; until then an empty device may be an emptied one. */
  readonly isCompared: ReadonlySignal<boolean>;
  /** Compares and begins to watch. Never rejects; until it is called, the rest does nothing. */
  readonly start: () => Promise<void>;
}

export const createDeviceMarks = (deps: MarksDeps): DeviceMarks => {
  const signals: MarkSignals = {
    boxes: signal(new Map()),
    lost: signal(undefined),
    clockBack: signal(undefined),
  };
  const isCompared = signal(false);
  let keeper: MarkKeeper | undefined;
  const begin = async () => {
    const { startMarkKeeper } = await import("./mark-keeper.ts");
    keeper = await startMarkKeeper(deps, signals);
  };
  return {
    ...signals,
    isCompared,
    start: async () => {
      // An import rejects when the file cannot be had: then this run counts nothing and writes nothing over.
      await attempt(begin, () => ({ type: "keeper-missing" }) as const);
      isCompared.value = true;
    },
    forget: async (box) => keeper?.forget(box),
    acknowledge: async () => keeper?.acknowledge(),
    flush: async () => keeper?.flush(),
  };
};

/** Takes a box from the numbers before it is removed: what goes on purpose must not pass for vanished. */
export const forgetFirst = (stored: DeviceStore, forget: MarkKeeper["forget"]): DeviceStore => ({
  ...stored,
  removeBox: async (box) => {
    await forget(box);
    return stored.removeBox(box);
  },
});
