// When a screen has failed: everything of the open box as a sealed file, without any screen.
import type { AppDeps } from "../deps.ts";
import { makeCopy } from "./hand-over-file.ts";
import { fileHost, saveFile } from "./save-file.ts";

/** Resolves to false where there is nothing open or the disk refuses; what is stored stays stored. */
export const saveOpenBox = async (
  deps: Pick<AppDeps, "workspace" | "delivery">,
): Promise<boolean> => {
  const box = deps.workspace.open.value;
  const copy = box && (await makeCopy(deps.delivery, box));
  if (!copy?.ok) return false;
  return (await saveFile(fileHost(), copy.value.name, copy.value.bytes)) !== "cancelled";
};
