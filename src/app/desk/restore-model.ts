// A desk's file on a fresh device: read, then opened by the code or the passphrase, then taken in whole.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt, failed, type Result } from "../../base/result.ts";
import type { DeskFile, DeskFileError } from "../../sync/desk-file.ts";
import type { AppDeps } from "../deps.ts";
import type { DeskSecret, ReviveError } from "../kept-desk.ts";
import type { OpenBox } from "../open-box.ts";
import { type UnpackError, type UnpackReport, unpackDesk } from "./desk-unpack.ts";
import type { PickedFile } from "./intake-sources.ts";

export type RestoreFailure =
  | ReviveError
  | UnpackError
  | DeskFileError
  | { readonly type: "file-damaged" };

export interface RestoreModel {
  /** Read and whole, but not open yet. */
  readonly file: ReadonlySignal<DeskFile | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<RestoreFailure | undefined>;
  readonly take: (picked: PickedFile) => Promise<void>;
  readonly putAway: () => void;
  /** Opens the desk and takes the file in. A desk that is on this device already only gets what it lacks. */
  readonly open: (secret: DeskSecret) => Promise<void>;
}

export const createRestoreModel = (
  deps: Pick<AppDeps, "crypto" | "keys" | "workspace">,
  onRestored: (desk: OpenBox, result: Result<UnpackReport, UnpackError>) => void,
): RestoreModel => {
  const file = signal<DeskFile>();
  const busy = signal(false);
  const failure = signal<RestoreFailure>();
  const work = async (job: () => Promise<Result<unknown, RestoreFailure>>) => {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    const done = await job();
    if (!done.ok) failure.value = done.error;
    busy.value = false;
  };
  return {
    file,
    busy,
    failure,
    putAway: () => {
      file.value = undefined;
      failure.value = undefined;
    },
    take: (picked) =>
      work(async () => {
        // Browsers reject for a stick pulled out or a file changed since it was picked.
        const bytes = await attempt(picked.read, () => ({ type: "file-damaged" }) as const);
        if (!bytes.ok) return bytes;
        const { readDeskFile } = await import("../../sync/desk-file.ts");
        const read = await readDeskFile(bytes.value, deps.crypto.digest);
        file.value = read.ok ? read.value : undefined;
        return read;
      }),
    open: (secret) =>
      work(async () => {
        const kept = file.value;
        if (!kept) return failed({ type: "file-damaged" });
        const desk = await deps.workspace.restoreDesk(kept, secret);
        if (!desk.ok) return desk;
        const unpacked = await unpackDesk(deps, desk.value, kept);
        onRestored(desk.value, unpacked);
        return unpacked;
      }),
  };
};
