// What every part of the live screen is given: the model, the contents it was opened with, and which panel stands open.
import type { Signal } from "@preact/signals";
import { createContext, type RefObject } from "preact";
import { useContext } from "preact/hooks";
import type { DeliveryDeps } from "../delivery.ts";
import type { OpenBox } from "../open-box.ts";
import type { SessionContents } from "../session/session-contents.ts";
import type { Settings } from "../shell/settings.ts";
import type { CaptureModel } from "./capture-model.ts";

/** At most one stands open besides the log and the field; `log` is the whole log without the field. */
export type Panel = "none" | "details" | "alarm" | "keys" | "log";

export type CaptureContextValue = SessionContents & {
  readonly box: OpenBox;
  /** What erasing needs. */
  readonly delivery: DeliveryDeps;
  readonly model: CaptureModel;
  readonly settings: Settings;
  readonly panel: Signal<Panel>;
  readonly field: RefObject<HTMLTextAreaElement | null>;
};

export const CaptureContext = createContext<CaptureContextValue | undefined>(undefined);

export const useCapture = (): CaptureContextValue => {
  const value = useContext(CaptureContext);
  if (!value) throw new Error("a part of the live screen is used outside it");
  return value;
};
