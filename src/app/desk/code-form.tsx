// The recovery code, read from paper: by typing, or by the camera where there is one. Proves the sheet or opens the desk.
import { useSignal } from "@preact/signals";
import { Button, type ButtonProps } from "../../ui/button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { useT } from "../../ui/use-texts.ts";
import { hasCamera, QrCamera } from "../qr-camera.tsx";

export const CodeForm = (props: {
  readonly words: { readonly code: string; readonly submit: string; readonly busy: string };
  readonly kind?: ButtonProps["kind"];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly busy: boolean;
  readonly onCode: (typed: string) => void;
}) => {
  const t = useT("desk");
  const scanning = useSignal(false);
  const { words, kind = "primary", typed, onTyped, busy, onCode } = props;
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        onCode(typed);
      }}
    >
      <CodeInput kind="desk" label={words.code} value={typed} onInput={onTyped} />
      {scanning.value && (
        <QrCamera
          words={{
            video: t("proof.camera"),
            close: t("proof.closeCamera"),
            denied: t("proof.noCamera"),
            failed: t("proof.noCamera"),
          }}
          onText={(text) => {
            scanning.value = false;
            onTyped(text);
            onCode(text);
          }}
          onClose={() => {
            scanning.value = false;
          }}
        />
      )}
      <div class="actions">
        <Button type="submit" kind={kind} busy={busy && words.busy}>
          {words.submit}
        </Button>
        {hasCamera() && !scanning.value && (
          <Button
            onClick={() => {
              scanning.value = true;
            }}
          >
            {t("proof.scan")}
          </Button>
        )}
      </div>
    </form>
  );
};
