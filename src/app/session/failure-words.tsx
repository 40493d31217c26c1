// What happened, what is safe, what to do next; marked as English where a draft language lacks the words.
import { Alert } from "../../ui/message.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { errorText, type ToldError } from "../error-key.ts";

export const FailureWords = ({ error }: { readonly error: ToldError }) => {
  const t = useT("errors");
  const { code, dir } = useTexts().spoken("errors");
  return (
    <p lang={code} dir={dir}>
      {errorText(t, error)}
    </p>
  );
};

/** Read at once. Nothing is drawn while all is well. */
export const FailureAlert = ({ error }: { readonly error: ToldError | undefined }) =>
  error ? (
    <Alert>
      <FailureWords error={error} />
    </Alert>
  ) : null;
