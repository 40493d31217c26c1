// The rescue at the desk: the file, the reason, and only then the notes.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { attempt, failed, type Result } from "../../base/result.ts";
import type { RescueFile, RescueFileError } from "../../sync/rescue-file.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { PickedFile } from "./intake-sources.ts";
import { keepRescue, type RescueError, type RescueReport } from "./rescue-keep.ts";
import { type OpenRescueError, openRescue } from "./rescue-open.ts";

export type RescueFailure =
  | RescueFileError
  | OpenRescueError
  | RescueError
  | { readonly type: "rescue-no-reason" };

export interface RescueModel {
  readonly file: ReadonlySignal<RescueFile | undefined>;
  readonly reason: Signal<string>;
  readonly code: Signal<string>;
  /** The desk's key and cards did not open it: the card's code may. */
  readonly asksCode: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<RescueFailure | undefined>;
  readonly report: ReadonlySignal<RescueReport | undefined>;
  readonly take: (picked: PickedFile) => Promise<void>;
  readonly open: () => Promise<void>;
  readonly putAway: () => void;
}

type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "delivery" | "courier">;

export const createRescueModel = (deps: Deps, desk: OpenBox): RescueModel => {
  const file = signal<RescueFile>();
  const reason = signal("");
  const code = signal("");
  const asksCode = signal(false);
  const busy = signal(false);
  const failure = signal<RescueFailure>();
  const report = signal<RescueReport>();
  const work = async (job: () => Promise<Result<unknown, RescueFailure>>) => {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    const done = await job();
    if (!done.ok) failure.value = done.error;
    busy.value = false;
  };
  return {
    ...{ file, reason, code, asksCode, busy, failure, report },
    putAway: () => {
      file.value = undefined;
      report.value = undefined;
      failure.value = undefined;
      asksCode.value = false;
      reason.value = "";
      code.value = "";
    },
    take: (picked) =>
      work(async () => {
        // Browsers reject for a stick pulled out or a file changed since it was picked.
        const bytes = await attempt(picked.read, () => ({ type: "file-damaged" }) as const);
        if (!bytes.ok) return bytes;
        const { readRescueFile } = await import("../../sync/rescue-file.ts");
        const read = readRescueFile(bytes.value);
        file.value = read.ok ? read.value : undefined;
        return read;
      }),
    open: () =>
      work(async () => {
        const kept = file.value;
        const why = reason.value.trim();
        if (!kept) return failed({ type: "file-empty" });
        if (why === "") return failed({ type: "rescue-no-reason" });
        const typed = code.value === "" ? undefined : code.value;
        const opened = await openRescue(deps, desk, kept, typed);
        if (!opened.ok) {
          asksCode.value = asksCode.value || opened.error.type.startsWith("rescue-");
          return opened;
        }
        const saved = await keepRescue(deps, desk, kept, opened.value, why);
        if (saved.ok) {
          report.value = saved.value;
          deps.courier.nudge();
        }
        return saved;
      }),
  };
};
