// Setting up a desk, one question at a time. Nothing of a session can print before the paper has been proved.
import { useMemo } from "preact/hooks";
import { operators } from "../../domain/desk-records.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { RadioList } from "../../ui/choice.tsx";
import { TextField } from "../../ui/field.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { StepText } from "../../ui/steps.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { CodeForm } from "./code-form.tsx";
import { FailureAlert, useFailureText } from "./failure.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { RecoverySheet } from "./recovery-sheet.tsx";
import { createSetupModel, minPassphrase, type SetupModel } from "./setup-model.ts";

type StepProps = { readonly deps: AppDeps; readonly model: SetupModel; readonly withHub: boolean };

const order = ["who", "passphrase", "paper", "proof"] as const;
const names = {
  who: "setup.stepWho",
  passphrase: "setup.stepPassphrase",
  paper: "setup.stepPaper",
  proof: "setup.stepProof",
} as const;

export const SetupScreen = ({
  deps,
  withHub,
}: {
  readonly deps: AppDeps;
  readonly withHub: boolean;
}) => {
  const t = useT("desk");
  const model = useMemo(() => createSetupModel(deps, withHub), [deps, withHub]);
  const step = model.step.value;
  if (step === "done") return <Done />;
  const StepOf = { who: Who, passphrase: Passphrase, paper: Paper, proof: Proof }[step];
  return (
    <Page key={step} title={t(names[step])} namespace="desk">
      <div class="screen-only">
        <StepText current={order.indexOf(step) + 1} total={order.length} />
      </div>
      <FailureAlert failure={model.failure.value} />
      <StepOf deps={deps} model={model} withHub={withHub} />
    </Page>
  );
};

const Who = ({ deps, model, withHub }: StepProps) => {
  const t = useT("desk");
  const isOpen = deps.workspace.open.value?.kind === "desk";
  return (
    <form
      class="stack form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        model.toPassphrase();
      }}
    >
      {isOpen && (
        <Message>
          <p>
            {t("setup.alreadyOpen")} <a href="#/desk/home">{t("setup.toHome")}</a>
          </p>
        </Message>
      )}
      {withHub && (
        <TextField
          label={t("setup.hubCode")}
          hint={t("setup.hubCodeHint")}
          error={model.faults.value.setupCode && t("setup.hubCodeMissing")}
          value={model.setupCode.value}
          onInput={(next) => {
            model.setupCode.value = next;
          }}
        />
      )}
      <RadioList
        legend={t("setup.operator")}
        options={operators.map((value) => ({
          value,
          label: t(value === "ngo" ? "setup.ngo" : "setup.municipality"),
          hint: t(value === "ngo" ? "setup.ngoHint" : "setup.municipalityHint"),
        }))}
        value={model.operator.value}
        onChange={(next) => {
          model.operator.value = next;
        }}
      />
      <TextField
        label={t("setup.name")}
        hint={t("setup.nameHint")}
        error={model.faults.value.name && t("setup.nameMissing")}
        maxLength={200}
        value={model.name.value}
        onInput={(next) => {
          model.name.value = next;
        }}
      />
      <LanguageChoice
        legend={t("setup.languages")}
        hint={t("setup.languagesHint")}
        values={model.languages.value}
        onChange={model.setLanguages}
      />
      <div class="actions">
        <Button type="submit" kind="primary">
          {t("setup.next")}
        </Button>
        <LinkButton kind="quiet" href="#/desk">
          {t("setup.back")}
        </LinkButton>
      </div>
    </form>
  );
};

const Passphrase = ({ model }: StepProps) => {
  const t = useT("desk");
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.create();
      }}
    >
      <p>{t("setup.passphraseBody")}</p>
      <PassphraseField
        isNew
        label={t("setup.passphrase")}
        hint={t("setup.passphraseHint", { count: minPassphrase })}
        error={
          model.faults.value.passphrase && t("setup.passphraseShort", { count: minPassphrase })
        }
        value={model.passphrase.value}
        onInput={(next) => {
          model.passphrase.value = next;
        }}
      />
      <div class="actions">
        <Button type="submit" kind="primary" busy={model.busy.value && t("setup.creating")}>
          {t("setup.create")}
        </Button>
        <Button kind="quiet" onClick={model.back}>
          {t("setup.back")}
        </Button>
      </div>
    </form>
  );
};

const Paper = ({ deps, model }: StepProps) => {
  const t = useT("desk");
  const toText = useFailureText();
  const { desk, code, hubFailure } = model;
  if (!desk.value || !code.value) return null;
  return (
    <>
      <div class="screen-only stack">
        {hubFailure.value && (
          <Alert kind="warning" title={t("setup.hubLater")}>
            <p>{toText(hubFailure.value)}</p>
          </Alert>
        )}
        <p>{t("setup.paperBody")}</p>
        <p class="big-code code" dir="ltr" lang="zxx">
          {code.value}
        </p>
        <Message kind="warning">
          <p>{t("setup.paperOnce")}</p>
        </Message>
        <div class="actions">
          <Button kind="primary" onClick={() => window.print()}>
            {t("setup.print")}
          </Button>
          <Button onClick={model.toProof}>{t("setup.toProof")}</Button>
        </div>
      </div>
      <RecoverySheet
        deps={deps}
        desk={desk.value}
        name={model.name.value.trim()}
        code={code.value}
      />
    </>
  );
};

const Proof = ({ model }: StepProps) => {
  const t = useT("desk");
  return (
    <>
      <p>{t("setup.proofBody")}</p>
      <CodeForm
        words={{ code: t("proof.code"), submit: t("proof.check"), busy: t("proof.checking") }}
        typed={model.typed.value}
        onTyped={(next) => {
          model.typed.value = next;
        }}
        busy={model.busy.value}
        onCode={(typed) => void model.prove(typed)}
      />
      <Button kind="quiet" onClick={model.back}>
        {t("setup.backToPaper")}
      </Button>
    </>
  );
};

const Done = () => {
  const t = useT("desk");
  return (
    <Page title={t("setup.doneTitle")} namespace="desk">
      <p>{t("setup.doneBody")}</p>
      <LinkButton kind="primary" href="#/desk/home">
        {t("setup.toHome")}
      </LinkButton>
    </Page>
  );
};
