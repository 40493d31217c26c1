// The one next step of the hand-over screen: it alone is drawn as the primary button.
import type { Dispatch } from "./dispatch.ts";

export type NextStep = "close" | "file" | "lock";

/** Undefined while there is nothing to do but wait, or nothing to hand over. */
export const nextStepOf = (view: {
  readonly dispatch: Pick<Dispatch, "release" | "newer">;
  readonly canClose: boolean;
  readonly isSending: boolean;
}): NextStep | undefined => {
  const { release, newer } = view.dispatch;
  if (!release || newer > 0) return view.canClose ? "close" : undefined;
  if (release.arrivedAt ?? release.sentAt ?? release.filedAt) return "lock";
  // No network so far: the file is a way that is always there.
  return view.isSending ? undefined : "file";
};
