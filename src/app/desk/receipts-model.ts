// What the receipts' screen shows and does: the codes of what has arrived, and the file for the tablets.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { listReceipts, makeReceiptFile, type ReceiptFile, type ReceiptLine } from "./receipts.ts";

/** Hands a file to the person; the browser's own way. */
export type SaveFile = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

export interface ReceiptsModel {
  /** Undefined until read. */
  readonly lines: ReadonlySignal<readonly ReceiptLine[] | undefined>;
  readonly failure: ReadonlySignal<StoreError | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  /** How many sessions the saved file serves. */
  readonly saved: ReadonlySignal<number | undefined>;
  readonly save: () => Promise<void>;
  /** The same file, to be shown to a tablet's camera. */
  readonly shown: ReadonlySignal<ReceiptFile | undefined>;
  readonly show: () => Promise<void>;
  readonly hide: () => void;
  readonly stop: () => void;
}

export const createReceiptsModel = (
  deps: Pick<AppDeps, "env" | "keys">,
  desk: OpenBox,
  saveFile: SaveFile,
): ReceiptsModel => {
  const lines = signal<readonly ReceiptLine[]>();
  const failure = signal<StoreError>();
  const busy = signal(false);
  const saved = signal<number>();
  const shown = signal<ReceiptFile>();
  let turn = 0;
  const read = async () => {
    turn += 1;
    const mine = turn;
    const listed = await listReceipts(deps, desk);
    if (mine !== turn) return; // A newer answer is on its way.
    if (listed.ok) lines.value = listed.value;
    else failure.value = listed.error;
  };
  return {
    lines,
    failure,
    busy,
    saved,
    shown,
    show: async () => {
      const file = await makeReceiptFile(deps, desk);
      if (file.ok) shown.value = file.value;
      else failure.value = file.error;
    },
    hide: () => {
      shown.value = undefined;
    },
    stop: desk.records.watch(() => void read()),
    save: async () => {
      if (busy.value) return;
      busy.value = true;
      const file = await makeReceiptFile(deps, desk);
      if (!file.ok) failure.value = file.error;
      else if (file.value) {
        const { name, bytes, sessions } = file.value;
        if ((await saveFile(name, bytes)) !== "cancelled") saved.value = sessions;
      }
      busy.value = false;
    },
  };
};
