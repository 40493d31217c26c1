// Keeps the desk's file up to date while the desk is open: soon after a change into the file that was picked, else by a
// press as a download. It never says that a copy is safe before it was written.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { deskFileDestination, lastCopy, type Parcels, type SafeCopy } from "./copy-state.ts";
import { type PackError, type PackedDesk, packDesk } from "./desk-pack.ts";
import {
  askToWrite,
  type FilePicker,
  mayWrite,
  type PickedFile,
  writeOver,
} from "./picked-file.ts";

export type CopyFailure = PackError | { readonly type: "copy-not-written" };

export interface SafeCopyKeeper {
  /** Undefined where there is no copy anywhere but on this device, or it is not known yet. */
  readonly last: ReadonlySignal<SafeCopy | undefined>;
  readonly isKnown: ReadonlySignal<boolean>;
  /** The name of the picked file, and whether the browser wants a press before it writes. */
  readonly target: ReadonlySignal<
    { readonly name: string; readonly needsPress: boolean } | undefined
  >;
  readonly canPick: boolean;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<CopyFailure | undefined>;
  /** From a press: picks a file and writes it at once. */
  readonly pick: () => Promise<void>;
  /** From a press: writes the picked file now, asking the browser where needed. */
  readonly save: () => Promise<void>;
  /** From a press: the file as a download. */
  readonly download: () => Promise<void>;
  /** Writes what waits for its time, before the desk is locked. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
}

export type SafeCopyHost = {
  readonly picker: FilePicker | undefined;
  /** Answers "cancelled" where the person kept nothing. */
  readonly saveFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
};

type Deps = Pick<AppDeps, "env" | "crypto" | "device" | "delivery" | "after">;
/** Several changes in a row make one file. */
const quietMs = 5_000;

export const createSafeCopy = (deps: Deps, desk: OpenBox, host: SafeCopyHost): SafeCopyKeeper => {
  const parcels = signal<Parcels>();
  const file = signal<PickedFile>();
  const needsPress = signal(false);
  const busy = signal(false);
  const failure = signal<CopyFailure>();
  const setting = `desk-file/${desk.box}`;
  let callOff: (() => void) | undefined;

  const last = computed(() => {
    const known = parcels.value;
    return known && lastCopy(known, desk.box, desk.facts().hasHub);
  });
  const isFileBehind = () => {
    const known = parcels.peek();
    if (!known || known.envelopes.length + known.unbundled === 0) return false;
    return lastCopy(known, desk.box, false)?.newer !== 0;
  };

  const noteCopied = async ({ digests }: PackedDesk, madeAtMs: number) => {
    const noted = await desk.envelopes.deliveries();
    if (!noted.ok) return noted.error;
    const inFile = new Set(
      noted.value.flatMap(({ digest, destination }) =>
        destination === deskFileDestination ? [digest] : [],
      ),
    );
    const receivedAt = new Date(madeAtMs).toISOString();
    // The newest one is always noted anew: its time is the time of the file.
    for (const digest of digests.filter(
      (each, at) => !inFile.has(each) || at === digests.length - 1,
    )) {
      const destination = deskFileDestination;
      const row = { digest, destination, epoch: "file", receivedAt, cursor: "" };
      const confirmed = await desk.envelopes.confirm(row);
      if (!confirmed.ok) return confirmed.error;
    }
    return undefined;
  };

  const copyTo = async (
    write: (packed: PackedDesk) => Promise<"written" | "cancelled" | "failed">,
  ): Promise<void> => {
    if (busy.value) return;
    callOff?.();
    callOff = undefined;
    busy.value = true;
    failure.value = undefined;
    const madeAtMs = deps.env.now();
    const packed = await packDesk(deps, desk);
    if (!packed.ok) failure.value = packed.error;
    else {
      const outcome = await write(packed.value);
      if (outcome === "failed") failure.value = { type: "copy-not-written" };
      if (outcome === "written") failure.value = await noteCopied(packed.value, madeAtMs);
    }
    busy.value = false;
  };
  const writePicked = (picked: PickedFile) =>
    copyTo(async ({ bytes }) => ((await writeOver(picked, bytes)) ? "written" : "failed"));

  const runWaiting = async () => {
    callOff = undefined;
    const picked = file.peek();
    if (picked && !needsPress.peek() && isFileBehind()) await writePicked(picked);
  };
  const plan = () => {
    if (!file.peek() || needsPress.peek() || !isFileBehind()) return;
    callOff ??= deps.after(quietMs, () => void runWaiting());
  };
  const stopWatching = desk.envelopes.watch((answer) => {
    if (!answer.ok) {
      failure.value = answer.error satisfies StoreError;
      return;
    }
    parcels.value = answer.value;
    plan();
  });
  void (async () => {
    const kept = host.picker ? await deps.device.readSetting(setting) : undefined;
    if (!kept?.ok || !isPicked(kept.value) || file.peek()) return;
    needsPress.value = !(await mayWrite(kept.value));
    file.value = kept.value;
    plan();
  })();

  return {
    last,
    isKnown: computed(() => parcels.value !== undefined),
    target: computed(() => file.value && { name: file.value.name, needsPress: needsPress.value }),
    canPick: host.picker !== undefined,
    busy,
    failure,
    pick: async () => {
      const picked = await host.picker?.pick(`kuuluu-desk-${desk.box.slice(0, 8)}.zip`);
      if (!picked) return;
      file.value = picked;
      needsPress.value = false;
      await writePicked(picked);
      const kept = await deps.device.writeSetting(setting, picked);
      if (!kept.ok) failure.value = kept.error;
    },
    save: async () => {
      const picked = file.value;
      if (!picked) return;
      const allowed = !needsPress.value || (await askToWrite(picked));
      needsPress.value = !allowed;
      if (allowed) await writePicked(picked);
    },
    download: () =>
      copyTo(async ({ name, bytes }) =>
        (await host.saveFile(name, bytes)) === "cancelled" ? "cancelled" : "written",
      ),
    settle: runWaiting,
    stop: () => {
      stopWatching();
      callOff?.();
    },
  };
};

// What we put there ourselves, and what the browser gave back of it.
const isPicked = (kept: unknown): kept is PickedFile =>
  typeof kept === "object" && kept !== null && "createWritable" in kept;
