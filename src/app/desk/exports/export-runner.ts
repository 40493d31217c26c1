// Runs a job in a worker of its own. A window without workers makes the file on the page, which then waits.
import type { Bytes } from "../../../base/bytes.ts";
import { trustedWorkerUrl } from "../../trusted-urls.ts";
import { type ExportJob, makeExport } from "./export-job.ts";
import type { ExportAnswer } from "./export-worker.ts";
import workerUrl from "./export-worker.ts?worker&url";

export type Run = {
  /** Undefined when it was stopped. Rejects when the file could not be made. */
  readonly bytes: Promise<Bytes | undefined>;
  readonly stop: () => void;
};
export type RunExport = (job: ExportJob) => Run;

export const runInWorker: RunExport = (job) => {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: "module" });
  const { promise, resolve, reject } = withResolvers<Bytes | undefined>();
  worker.addEventListener("message", ({ data }: MessageEvent<ExportAnswer>) => {
    if (data.bytes) resolve(data.bytes);
    else reject(new Error("the file could not be made"));
  });
  worker.addEventListener("error", () => reject(new Error("the worker could not be had")));
  worker.postMessage(job);
  const stop = () => {
    worker.terminate();
    resolve(undefined);
  };
  return { bytes: promise.finally(() => worker.terminate()), stop };
};

/** On this very thread: for a window without workers, and for tests. */
export const runHere: RunExport = (job) => {
  let isStopped = false;
  return {
    bytes: makeExport(job).then((bytes) => (isStopped ? undefined : bytes)),
    stop: () => {
      isStopped = true;
    },
  };
};

export const runExport: RunExport = (job) =>
  typeof Worker === "undefined" ? runHere(job) : runInWorker(job);

/** Promise.withResolvers for the browsers we still serve. */
const withResolvers = <T>() => {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
};
