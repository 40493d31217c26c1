// "Open the desk's file" where no desk is open.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { RadioList } from "../../ui/choice.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { keeperOf } from "./desk-keeper.ts";
import { FailureAlert } from "./failure.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { createRestoreModel, type RestoreModel } from "./restore-model.ts";

export const RestoreSection = ({ deps }: { readonly deps: AppDeps }) => {
  const t = useT("safety");
  const model = useMemo(
    () =>
      createRestoreModel(deps, (desk, report) => {
        keeperOf(deps, desk).restored.value = report;
      }),
    [deps],
  );
  return (
    <Section title={t("restore.title")}>
      <p>{t("restore.body")}</p>
      <FailureAlert failure={model.failure.value} />
      {model.file.value ? (
        <OpenFile model={model} madeAt={model.file.value.madeAt} />
      ) : (
        <FileDrop
          label={t("restore.file")}
          onFiles={([file]) => {
            if (!file) return;
            const { name, size } = file;
            const read = async () => new Uint8Array(await file.arrayBuffer());
            void model.take({ name, size, read });
          }}
        />
      )}
    </Section>
  );
};

const ways = ["passphrase", "code"] as const;

const OpenFile = ({ model, madeAt }: { readonly model: RestoreModel; readonly madeAt: string }) => {
  const t = useT("safety");
  const format = useFormat();
  const hasPassphrase = model.file.value?.slots.passphrase !== undefined;
  const way = useSignal<(typeof ways)[number]>(hasPassphrase ? "passphrase" : "code");
  const secret = useSignal("");
  const input = (next: string) => {
    secret.value = next;
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const { value } = secret;
        void model.open(way.value === "code" ? { code: value } : { passphrase: value });
      }}
    >
      <p>{t("restore.made", { time: format.dayTime(madeAt) })}</p>
      {hasPassphrase && (
        <RadioList
          legend={t("restore.how")}
          options={ways.map((value) => ({
            value,
            label: t(value === "code" ? "restore.byCode" : "restore.byPassphrase"),
          }))}
          value={way.value}
          onChange={(next) => {
            way.value = next;
            secret.value = "";
          }}
        />
      )}
      {way.value === "code" ? (
        <CodeInput kind="desk" label={t("restore.code")} value={secret.value} onInput={input} />
      ) : (
        <PassphraseField label={t("restore.passphrase")} value={secret.value} onInput={input} />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={model.busy.value && t("restore.opening")}>
          {t("restore.open")}
        </Button>
        <Button onClick={model.putAway}>{t("restore.other")}</Button>
      </div>
    </form>
  );
};
