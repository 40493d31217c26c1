// How far the live screen has come.
import type { ComponentChildren } from "preact";
import type { CaptureModel } from "./capture-model.ts";
import type { LoadedCapture } from "./load-capture.ts";

export type CaptureStage =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  /** Another window writes here. */
  | { readonly state: "reading"; readonly draw: () => ComponentChildren }
  | { readonly state: "ready"; readonly loaded: LoadedCapture; readonly model: CaptureModel };
