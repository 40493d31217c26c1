// Before the first question: is the device in order, who receives, which languages, was the notice read. Then one button.
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { Shell } from "../shell/shell.tsx";
import { HealthMessage } from "../support/health-message.tsx";
import { FailureAlert } from "./failure-words.tsx";
import { PreflightList } from "./preflight-list.tsx";
import { receiverSentence } from "./receiver-words.ts";
import { StartForm } from "./start-form.tsx";
import { createStartModel, type StartModel, type StartState } from "./start-model.ts";
import "./session.css";

export type StartScreenProps = {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  readonly offlineReady: ReadonlySignal<boolean>;
  readonly offlineImpossible: ReadonlySignal<boolean>;
};

export const StartScreen = (props: StartScreenProps) => {
  const t = useT("session");
  const { deps, box } = props;
  const model = useMemo(() => createStartModel(deps, box), [deps, box]);
  useEffect(() => model.stop, [model]);
  const state = model.state.value;
  const address = `#/session/${box.box}/write`;
  const clock = `#/session/${box.box}/clock`;
  const title = state.at === "ready" ? state.fields?.title : undefined;
  const receiver = state.at === "ready" ? state.receiver : undefined;
  return (
    <Shell {...(title && { title })}>
      <Page
        title={t("start.title")}
        namespace="session"
        {...(receiver && { lead: receiverSentence(t, receiver) })}
      >
        {state.at === "loading" && <Busy />}
        {state.at === "failed" && <FailureAlert error={state.error} />}
        {state.at === "begun" && (
          <div class="actions">
            <LinkButton kind="primary" href={address}>
              {t("home.write")}
            </LinkButton>
            <LinkButton href={clock}>{t("start.clock")}</LinkButton>
          </div>
        )}
        {state.at === "ready" && (
          <Ready {...props} model={model} state={state} address={address} clock={clock} />
        )}
      </Page>
    </Shell>
  );
};

type ReadyProps = StartScreenProps & {
  readonly model: StartModel;
  readonly state: Extract<StartState, { readonly at: "ready" }>;
  readonly address: string;
  readonly clock: string;
};

const Ready = ({ deps, model, state, address, clock, ...signals }: ReadyProps) => {
  const t = useT("session");
  const begin = async () => {
    if (await model.start()) location.hash = address;
  };
  return (
    <form
      class="stack form"
      noValidate // Our own words, in the language of the app.
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <Receiver model={model} state={state} />
      <Section title={t("check.title")}>
        <HealthMessage deps={deps} />
        <PreflightList
          nowMs={deps.env.now()}
          newestMs={state.newestMs}
          offlineReady={signals.offlineReady}
          offlineImpossible={signals.offlineImpossible}
        />
      </Section>
      <StartForm model={model} state={state} />
      <FailureAlert error={model.failure.value} />
      <p class="muted">{t("start.guideHint")}</p>
      <div class="actions">
        <Button type="submit" kind="primary" busy={model.isStarting.value && t("start.beginning")}>
          {t("start.begin")}
        </Button>
        <LinkButton href={clock}>{t("start.clock")}</LinkButton>
      </div>
    </form>
  );
};

/** What is to be known of the receiver beyond the name, before anything is written. */
const Receiver = ({ model, state }: Pick<ReadyProps, "model" | "state">) => {
  const t = useT("session");
  const { receiver, offer, planDiffers, fields } = state;
  return (
    <>
      {!receiver && !offer && (
        <Message
          title={t("start.planlessTitle")}
          actions={<LinkButton href="#/join">{t("start.scanCard")}</LinkButton>}
        >
          <p>{t("start.planlessBody")}</p>
        </Message>
      )}
      {offer && (
        <Message
          title={t("compare.title")}
          actions={<Button onClick={() => void model.adopt(offer)}>{t("compare.match")}</Button>}
        >
          <p>{t("compare.body")}</p>
          <p>
            {offer.card.desk.name} ·{" "}
            <bdi dir="ltr" class="fingerprint">
              {offer.fingerprint}
            </bdi>
          </p>
        </Message>
      )}
      {planDiffers && (
        <Alert>
          <p>{t("start.differs")}</p>
        </Alert>
      )}
      {fields?.reviewRequired && <p>{t("start.reviewFirst")}</p>}
    </>
  );
};
