// What the watcher of this device's numbers is given, and what it offers once it has started.
import type { Signal } from "@preact/signals";
import type { BoxId } from "../../domain/schema.ts";
import type { DeviceStore, EnvelopeStore } from "../../storage/ports.ts";
import type { SecondStore } from "../platform.ts";
import type { Workspace } from "../workspace.ts";
import type { BoxMark, Mark, Sums } from "./mark.ts";

export type MarksDeps = {
  readonly now: () => number;
  readonly device: Pick<DeviceStore, "readSetting" | "writeSetting" | "listBoxes" | "watchBoxes">;
  readonly outboxOf: (box: BoxId) => Pick<EnvelopeStore, "watch" | "list" | "unbundled">;
  readonly workspace: Pick<Workspace, "open">;
  readonly second: SecondStore;
  readonly after: (delayMs: number, work: () => void) => () => void;
};

export type MarkSignals = {
  readonly boxes: Signal<ReadonlyMap<BoxId, BoxMark>>;
  readonly lost: Signal<Sums | undefined>;
  readonly clockBack: Signal<Mark["clockBack"]>;
};

export interface MarkKeeper {
  /** A box is about to be removed on purpose. */
  readonly forget: (box: BoxId) => Promise<void>;
  /** Somebody has read what was lost. */
  readonly acknowledge: () => Promise<void>;
  /** Writes now what would be written soon. */
  readonly flush: () => Promise<void>;
}
