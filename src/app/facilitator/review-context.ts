// What the parts of the review share.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { SessionContents } from "../session/session-contents.ts";
import type { ReviewModel } from "./review-model.ts";
import type { ReviewWriting } from "./review-writing.ts";

export type ReviewSharing = {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  readonly model: ReviewModel;
  readonly writing: ReviewWriting;
  readonly contents: SessionContents;
};

export const ReviewContext = createContext<ReviewSharing | undefined>(undefined);

export const useReview = (): ReviewSharing => {
  const shared = useContext(ReviewContext);
  if (!shared) throw new Error("outside the review");
  return shared;
};
