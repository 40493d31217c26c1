// Files on their way out: one at a time, each made off the page and handed to the person. Names hold ids and days, never a
// word of a note or the name of a place.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Bytes } from "../../../base/bytes.ts";
import { attempt } from "../../../base/result.ts";
import type { ExportJob } from "./export-job.ts";
import type { Run, RunExport } from "./export-runner.ts";

export type ExportState =
  | { readonly state: "idle" | "stopped" }
  | { readonly state: "making" | "failed"; readonly what: string }
  | { readonly state: "saved"; readonly what: string; readonly name: string };

export type ExportHost = {
  readonly now: () => number;
  readonly run: RunExport;
  readonly saveFile: (name: string, bytes: Bytes) => Promise<string>;
};

export interface ExportModel {
  readonly current: ReadonlySignal<ExportState>;
  /** `what` names the button that asked. Does nothing while another file is made. */
  readonly make: (order: {
    readonly what: string;
    /** In the file's name: ASCII letters and hyphens. */
    readonly part: string;
    readonly ending: string;
    readonly prepare: () => ExportJob | Promise<ExportJob>;
  }) => Promise<void>;
  readonly stop: () => void;
}

export const createExportModel = (host: ExportHost, id: string): ExportModel => {
  const current = signal<ExportState>({ state: "idle" });
  let run: Run | undefined;
  let isStopped = false;
  return {
    current,
    make: async ({ what, part, ending, prepare }) => {
      if (current.value.state === "making") return;
      isStopped = false;
      current.value = { state: "making", what };
      const made = await attempt(
        async () => {
          const job = await prepare();
          if (isStopped) return undefined;
          run = host.run(job);
          return run.bytes;
        },
        // Whatever it was, nothing was changed: the file can be made again.
        () => ({ type: "not-made" }) as const,
      );
      run = undefined;
      if (isStopped) return;
      if (!made.ok || !made.value) {
        current.value = made.ok ? { state: "stopped" } : { state: "failed", what };
        return;
      }
      const day = new Date(host.now()).toISOString().slice(0, 10);
      const name = `kuuluu-${id.slice(0, 8)}-${part}-${day}.${ending}`;
      const outcome = await host.saveFile(name, made.value);
      current.value = outcome === "cancelled" ? { state: "idle" } : { state: "saved", what, name };
    },
    stop: () => {
      isStopped = true;
      run?.stop();
      current.value = { state: "stopped" };
    },
  };
};
