// Why a passkey did not do what was asked, and that code and passphrase still do.
import { Alert } from "../../../ui/message.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { FailureAlert } from "../failure.tsx";
import type { PasskeyFailure } from "./passkey-model.ts";

const words = {
  "passkey-refused": "failure.refused",
  "passkey-no-secret": "failure.noSecret",
  "passkey-failed": "failure.failed",
  "wrong-key": "failure.wrongKey",
} as const;
type OwnFailure = Extract<PasskeyFailure, { readonly type: keyof typeof words }>;
const isOwn = (failure: PasskeyFailure): failure is OwnFailure =>
  Object.hasOwn(words, failure.type);

export const PasskeyFailureAlert = ({
  failure,
}: {
  readonly failure: PasskeyFailure | undefined;
}) => {
  const t = useT("passkey");
  if (!failure || !isOwn(failure)) return <FailureAlert failure={failure} />;
  return (
    <Alert>
      <p>{t(words[failure.type])}</p>
    </Alert>
  );
};
