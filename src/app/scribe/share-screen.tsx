// A screen that writes among the windows of one browser. Comes after the first screen: a second window is rare, and no
// keystroke waits for its answer.
import type { Signal } from "@preact/signals";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { CaptureElsewhere } from "./capture-elsewhere.tsx";
import type { Stage } from "./session-stage.ts";
import { type SharedModel, shareBox } from "./shared-box.ts";

export type SharedScreen<M> = {
  readonly stage: Signal<Stage<M>>;
  /** Closes a model; the next one waits for it. */
  readonly close: (model: M) => Promise<void>;
  readonly open: () => void;
};

/** Answers how to leave. */
export const shareScreen = async <M extends SharedModel>(
  deps: Pick<AppDeps, "holdWriting">,
  box: OpenBox,
  { stage, close, open }: SharedScreen<M>,
): Promise<() => void> => {
  const current = () => {
    const now = stage.peek();
    return now.state === "ready" ? now.model : undefined;
  };
  const hold = shareBox({
    holdWriting: await deps.holdWriting(),
    box,
    current,
    leave: async () => {
      const model = current();
      stage.value = {
        state: "reading",
        draw: () => <CaptureElsewhere box={box} hold={hold} />,
      };
      if (model) await close(model);
    },
    enter: () => {
      if (stage.peek().state === "reading") open();
    },
  });
  return hold.release;
};
