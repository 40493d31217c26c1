// Every failure a desk can meet, in words: what happened, what is safe, what to do next.
import { Alert } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import { errorText } from "../error-key.ts";
import type { PlanError } from "./desk-plan.ts";
import type { GuideFileError } from "./guide-model.ts";
import type { RegistrationError } from "./hub-registration.ts";
import type { RescueFailure } from "./rescue-model.ts";
import type { RestoreFailure } from "./restore-model.ts";
import type { RetentionFailure } from "./retention-model.ts";
import type { CopyFailure } from "./safe-copy.ts";
import type { SetupFailure } from "./setup-model.ts";

export type DeskFailure =
  | PlanError
  | RegistrationError
  | SetupFailure
  | GuideFileError
  | CopyFailure
  | RestoreFailure
  | RescueFailure
  | RetentionFailure;

/** Desk texts where the desk has something else to say than a tablet, else undefined: the shared texts say it. */
const deskKeys = {
  "box-unknown": "failure.boxUnknown",
  "wrong-key": "failure.wrongKey",
  "code-of-other-desk": "failure.otherDesk",
  "bundle-too-large": "failure.tooLarge",
  "desk-unnamed": "failure.deskUnnamed",
  "round-unknown": "failure.roundUnknown",
  "round-frozen": "failure.roundFrozen",
  "card-unknown": "failure.cardUnknown",
  "card-dead": "failure.cardDead",
  "guide-too-large": "failure.guideTooLarge",
  "guide-invalid": "failure.guideInvalid",
  "setup-code-refused": "failure.setupCodeRefused",
  "hub-unreachable": "failure.hubUnreachable",
  "hub-foreign": "failure.hubForeign",
  "hub-refused-token": "failure.hubRefused",
  "hub-full": "failure.hubFull",
  "hub-busy": "failure.hubBusy",
  "hub-erased": "failure.hubFailed",
  "hub-too-large": "failure.hubFailed",
  "hub-mangled": "failure.hubMangled",
  "hub-not-found": "failure.hubUnknown",
  "hub-stale": "failure.hubStale",
  "hub-failed": "failure.hubFailed",
} as const;
type DeskType = keyof typeof deskKeys;
type OwnFailure = Extract<DeskFailure, { readonly type: DeskType }>;

const isOwn = (failure: DeskFailure): failure is OwnFailure =>
  Object.hasOwn(deskKeys, failure.type);

export const useFailureText = (): ((failure: DeskFailure) => string) => {
  const t = useT("desk");
  const shared = useT("errors");
  return (failure) =>
    isOwn(failure)
      ? t(deskKeys[failure.type], "path" in failure ? { path: failure.path } : {})
      : errorText(shared, failure);
};

export const FailureAlert = ({ failure }: { readonly failure: DeskFailure | undefined }) => {
  const toText = useFailureText();
  return failure ? (
    <Alert>
      <p>{toText(failure)}</p>
    </Alert>
  ) : null;
};
