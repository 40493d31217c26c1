// What the live screen does about other windows of this browser: it writes while it holds the box, and reads otherwise.
// Whatever is typed is on the disk before another window may write; what a sleeping window had not saved becomes a note
// of its own, since the draft's place may hold newer words by then.
import { effect } from "@preact/signals";
import type { OpenBox } from "../open-box.ts";
import type { HoldWriting, WritingHold } from "../writing-hold.ts";
import type { CaptureModel } from "./capture-model.ts";

export type SharedModel = Pick<CaptureModel, "settle" | "aside">;
export type SharedBox = {
  readonly holdWriting: HoldWriting;
  readonly box: Pick<OpenBox, "box" | "writer">;
  /** The model that is open for writing. */
  readonly current: () => SharedModel | undefined;
  /** Closes the model for good: resolves when nothing of it is unwritten any more. */
  readonly leave: () => Promise<void>;
  /** This window may write. */
  readonly enter: () => void;
};

export const shareBox = ({ holdWriting, box, current, leave, enter }: SharedBox): WritingHold => {
  const hold = holdWriting(box.box, {
    letGo: async () => {
      const unwritten = await current()?.settle();
      if (unwritten && unwritten.length > 0) return false;
      await leave();
      return true;
    },
    onTaken: () => {
      const left = current()?.aside() ?? [];
      if (left.length > 0) void box.writer.write(left);
      void leave();
    },
  });
  const stop = effect(() => {
    if (hold.state.value === "held") enter();
    if (hold.state.value === "elsewhere") void leave();
  });
  return {
    ...hold,
    release: () => {
      stop();
      hold.release();
    },
  };
};
