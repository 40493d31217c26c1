// A passphrase: shown on request, pasted freely, kept by password managers.
import { useSignal } from "@preact/signals";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { useT } from "../../ui/use-texts.ts";

export const PassphraseField = (props: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly isNew?: boolean;
  readonly onInput: (value: string) => void;
}) => {
  const t = useT("desk");
  const { isNew, ...field } = props;
  const shown = useSignal(false);
  return (
    <div class="passphrase">
      <TextField
        {...field}
        type={shown.value ? "text" : "password"}
        autoComplete={isNew ? "new-password" : "current-password"}
      />
      <Button
        kind="quiet"
        aria-pressed={shown.value}
        onClick={() => {
          shown.value = !shown.value;
        }}
      >
        {t("passphrase.show")}
      </Button>
    </div>
  );
};
