// Adding and removing the desk's passkey, on its first page; and opening with it, where no desk is open. Drawn only where
// the browser has such a thing, or the desk has one already.
import { useEffect, useMemo } from "preact/hooks";
import type { StoredBox } from "../../../storage/ports.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Status } from "../../../ui/message.tsx";
import { useLive } from "../../../ui/use-live.ts";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { PasskeyFailureAlert } from "./passkey-failure.tsx";
import { createPasskeyModel, type PasskeyModel } from "./passkey-model.ts";

export const PasskeySection = (props: { readonly deps: AppDeps; readonly desk: OpenBox }) => {
  const { deps, desk } = props;
  const model = useMemo(() => createPasskeyModel(deps), [deps, desk]);
  useEffect(() => void model.look(), [model]);
  const boxes = useLive(deps.device.watchBoxes);
  const stored = boxes.value?.find(({ box }) => box === desk.box);
  if (!stored || !(model.isOffered.value || stored.slots.passkey)) return null;
  return <Section model={model} stored={stored} />;
};

const Section = (props: { readonly model: PasskeyModel; readonly stored: StoredBox }) => {
  const t = useT("passkey");
  const format = useFormat();
  const { model, stored } = props;
  const busy = model.busy.value;
  const has = stored.slots.passkey !== undefined;
  const label = t("label", { day: format.longDay(stored.addedAt) });
  return (
    <>
      {model.done.value && (
        <Status>
          <p>{model.done.value === "added" ? t("added") : t("removed")}</p>
        </Status>
      )}
      <PasskeyFailureAlert failure={model.failure.value} />
      <Disclosure summary={has ? t("summaryHas") : t("summary")}>
        <div class="stack">
          <p>{has ? t("bodyHas") : t("body")}</p>
          <p class="muted">{t("never")}</p>
          {has ? (
            <Button onClick={() => void model.remove()} busy={busy === "removing" && t("waiting")}>
              {t("remove")}
            </Button>
          ) : (
            <Button
              onClick={() => void model.add(stored.box, label)}
              busy={busy === "adding" && t("asking")}
            >
              {t("add")}
            </Button>
          )}
        </div>
      </Disclosure>
    </>
  );
};

export const PasskeyOpen = (props: { readonly deps: AppDeps; readonly stored: StoredBox }) => {
  const t = useT("passkey");
  const { deps, stored } = props;
  const model = useMemo(() => createPasskeyModel(deps), [deps]);
  return (
    <div class="stack">
      <PasskeyFailureAlert failure={model.failure.value} />
      <Button
        kind="primary"
        onClick={() => void model.open(stored)}
        busy={model.busy.value === "opening" && t("asking")}
      >
        {t("open")}
      </Button>
      <p class="muted">{t("openHint")}</p>
    </div>
  );
};
