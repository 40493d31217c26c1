// Choosing or changing the passphrase of this device, on the desk's first page.
import { useMemo } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Status } from "../../ui/message.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { FailureAlert } from "./failure.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { createPassphraseModel } from "./passphrase-model.ts";
import { minPassphrase } from "./setup-model.ts";

export const PassphraseSection = (props: { readonly deps: AppDeps; readonly desk: OpenBox }) => {
  const t = useT("desk");
  const { deps, desk } = props;
  const model = useMemo(() => createPassphraseModel(deps), [deps, desk]);
  const boxes = useLive(deps.device.watchBoxes);
  const stored = boxes.value?.find(({ box }) => box === desk.box);
  if (!stored) return null;
  const has = stored.slots.passphrase !== undefined;
  return (
    <>
      {model.isSaved.value && (
        <Status>
          <p>{t("passphrase.saved")}</p>
        </Status>
      )}
      <Disclosure summary={has ? t("passphrase.change") : t("passphrase.choose")}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void model.save();
          }}
        >
          <p>{has ? t("passphrase.changeBody") : t("passphrase.chooseBody")}</p>
          <FailureAlert failure={model.failure.value} />
          <PassphraseField
            isNew
            label={t("setup.passphrase")}
            hint={t("setup.passphraseHint", { count: minPassphrase })}
            error={
              model.isShort.value ? t("setup.passphraseShort", { count: minPassphrase }) : undefined
            }
            value={model.passphrase.value}
            onInput={(next) => {
              model.passphrase.value = next;
            }}
          />
          <Button type="submit" busy={model.busy.value && t("notice.saving")}>
            {t("passphrase.save")}
          </Button>
        </form>
      </Disclosure>
    </>
  );
};
