// Setting a session PIN for the open box, changing it, taking it away. Said plainly: a hurdle, no protection.
import { useSignal } from "@preact/signals";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import type { OpenBox } from "../open-box.ts";
import { type PinError, removePin, setPin } from "./pin.ts";

type Props = { readonly deps: AppDeps; readonly box: OpenBox };

export const PinPart = ({ deps, box }: Props) => {
  const t = useT("settings");
  const errors = useT("errors");
  const pin = useSignal("");
  const hasPin = useSignal(box.facts().pin !== undefined);
  const outcome = useSignal<"set" | "removed" | PinError | undefined>(undefined);
  const keep = async () => {
    const pinDeps = { keys: deps.keys, device: deps.device, random: deps.env.random };
    const done = await setPin(pinDeps, box, pin.value);
    pin.value = "";
    outcome.value = done.ok ? "set" : done.error;
    hasPin.value = box.facts().pin !== undefined;
  };
  const drop = async () => {
    const done = await removePin(box);
    outcome.value = done.ok ? "removed" : done.error;
    hasPin.value = box.facts().pin !== undefined;
  };
  const told = outcome.value;
  return (
    <Section title={t("pin.title")}>
      <p>{t("pin.body")}</p>
      {typeof told === "object" && (
        <Alert>
          <p>{errorText(errors, told)}</p>
        </Alert>
      )}
      {(told === "set" || told === "removed") && (
        <Status kind="ok">
          <p>{told === "set" ? t("pin.set") : t("pin.removed")}</p>
        </Status>
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label={hasPin.value ? t("pin.change") : t("pin.label")}
          value={pin.value}
          onInput={(value) => {
            pin.value = value.replace(/\D/g, "").slice(0, 8);
          }}
          type="password"
          autoComplete="off"
        />
        <div class="actions">
          <Button type="submit" disabled={pin.value.length < 4}>
            {t("pin.keep")}
          </Button>
          {hasPin.value && (
            <Button kind="quiet" onClick={() => void drop()}>
              {t("pin.remove")}
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
};
