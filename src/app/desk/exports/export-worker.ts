// Makes one file off the main thread, so that the page goes on while it is made. Stopping it is ending the worker.
import type { Bytes } from "../../../base/bytes.ts";
import { attempt } from "../../../base/result.ts";
import { type ExportJob, makeExport } from "./export-job.ts";

/** Without bytes it could not be made. */
export type ExportAnswer = { readonly bytes?: Bytes };

addEventListener("message", async ({ data }: MessageEvent<ExportJob>) => {
  const made = await attempt(
    () => makeExport(data),
    () => ({ type: "not-made" }) as const, // Parts that cannot be had, or no memory left: the page says so.
  );
  const answer: ExportAnswer = made.ok ? { bytes: made.value } : {};
  postMessage(answer, { transfer: made.ok ? [made.value.buffer] : [] });
});
