// Erasing cannot be taken back, so it alone is asked about; beside the note, never over it. The words promise no more
// than is true.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Result } from "../../base/result.ts";
import { Button } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { EraseError } from "../erasing.ts";
import { errorText } from "../error-key.ts";

export const ErasePart = (props: {
  readonly erase: () => Promise<Result<void, EraseError>>;
  readonly onKeep: () => void;
}) => {
  const t = useT("scribe");
  const errors = useT("errors");
  const failure = useSignal<EraseError | undefined>(undefined);
  const isWorking = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  const erase = async () => {
    isWorking.value = true;
    const erased = await props.erase();
    isWorking.value = false;
    failure.value = erased.ok ? undefined : erased.error;
  };
  return (
    <div ref={place} tabIndex={-1} class="erase-part">
      <Message
        kind="danger"
        title={t("erase.title")}
        actions={
          <>
            <Button onClick={props.onKeep}>{t("erase.keep")}</Button>
            <Button
              kind="danger"
              busy={isWorking.value && t("erase.working")}
              onClick={() => void erase()}
            >
              {t("erase.confirm")}
            </Button>
          </>
        }
      >
        <p>{t("erase.body")}</p>
        <p>{t("erase.reach")}</p>
        {failure.value && <p role="alert">{errorText(errors, failure.value)}</p>}
      </Message>
    </div>
  );
};
