// The first stage of joining: show the card to the camera, or type its 16 characters.
import { type Signal, useSignal } from "@preact/signals";
import { Button } from "../../ui/button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { useT } from "../../ui/use-texts.ts";
import { hasCamera, QrCamera } from "../qr-camera.tsx";
import type { JoinModel } from "./join-model.ts";

export const AskForCard = ({
  model,
  typed,
}: {
  readonly model: JoinModel;
  readonly typed: Signal<string>;
}) => {
  const t = useT("session");
  const isScanning = useSignal(false);
  return (
    <div class="stack">
      <p class="lead">{t("join.lead")}</p>
      {!hasCamera() && <p>{t("join.noCamera")}</p>}
      {hasCamera() && !isScanning.value && (
        <Button
          kind="primary"
          onClick={() => {
            isScanning.value = true;
          }}
        >
          {t("join.scan")}
        </Button>
      )}
      {isScanning.value && (
        <>
          <p role="status">{t("join.scanning")}</p>
          <QrCamera
            words={{
              video: t("join.video"),
              close: t("join.stopScan"),
              denied: t("join.cameraDenied"),
              failed: t("join.cameraBusy"),
            }}
            onText={(text) => {
              isScanning.value = false;
              void model.takeCard(text, "scan");
            }}
            onClose={() => {
              isScanning.value = false;
            }}
          />
        </>
      )}
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          void model.takeCode(typed.value);
        }}
      >
        <CodeInput
          kind="session"
          label={hasCamera() ? t("join.byCode") : t("join.code")}
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
          }}
        />
        <div class="actions">
          <Button type="submit" kind={hasCamera() ? "plain" : "primary"}>
            {t("join.openCode")}
          </Button>
        </div>
      </form>
    </div>
  );
};
