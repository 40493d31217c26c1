// The recovery code, read back from paper: by typing, or by the camera where there is one.
import { useSignal } from "@preact/signals";
import { Button } from "../../ui/button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { useT } from "../../ui/use-texts.ts";
import { hasCamera, QrCamera } from "../qr-camera.tsx";

export const ProofForm = (props: {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly busy: boolean;
  readonly onProve: (typed: string) => void;
}) => {
  const t = useT("desk");
  const scanning = useSignal(false);
  const { typed, onTyped, busy, onProve } = props;
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        onProve(typed);
      }}
    >
      <CodeInput kind="desk" label={t("proof.code")} value={typed} onInput={onTyped} />
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
            onProve(text);
          }}
          onClose={() => {
            scanning.value = false;
          }}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={busy && t("proof.checking")}>
          {t("proof.check")}
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
