// Opens the practice desk: the one of this device's practice database, made on the first opening.
import type { AppDeps } from "../deps.ts";
import { type DemoProgress, type DemoWords, demoPassphrase, makeDemoDesk } from "./demo-desk.ts";

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
  const opened = desk
    ? await deps.workspace.openWithPassphrase(desk.box, demoPassphrase)
    : await makeDemoDesk(deps, words, progress);
  return opened.ok ? { type: "opened" } : { type: "failed", reason: opened.error.type };
};
