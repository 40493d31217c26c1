// Opens the practice desk: the one of this device's practice database, made on the first opening and completed where
// an earlier making was cut off.
import type { AppDeps } from "../deps.ts";
import {
  type DemoProgress,
  type DemoWords,
  demoPassphrase,
  fillDemoDesk,
  makeDemoDesk,
} from "./demo-desk.ts";
import { fillDemoEvent } from "./demo-event.ts";

export type DemoOpening =
  | { readonly type: "opened" }
  | { readonly type: "failed"; readonly reason: string };

export const openDemoDesk = async (
  deps: AppDeps,
  words: DemoWords,
  progress: (progress: DemoProgress) => void,
): Promise<DemoOpening> => {
  const boxes = await deps.device.listBoxes();
  if (!boxes.ok) return { type: "failed", reason: boxes.error.type };
  const desk = boxes.value.find(({ kind }) => kind === "desk");
  if (!desk) return withEvent(deps, await makeDemoDesk(deps, words, progress));
  const opened = await deps.workspace.openWithPassphrase(desk.box, demoPassphrase);
  if (!opened.ok) return toOpening(opened);
  return withEvent(deps, await fillDemoDesk(deps, opened.value, words, progress));
};

const withEvent = async (
  deps: AppDeps,
  filled: Awaited<ReturnType<typeof fillDemoDesk>>,
): Promise<DemoOpening> => toOpening(filled.ok ? await fillDemoEvent(deps, filled.value) : filled);

const toOpening = (
  opened: { readonly ok: true } | { readonly ok: false; readonly error: { readonly type: string } },
): DemoOpening => (opened.ok ? { type: "opened" } : { type: "failed", reason: opened.error.type });
