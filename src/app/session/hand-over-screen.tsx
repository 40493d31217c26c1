// Handing over: what is here, what has left, what has arrived, and the one closing step that makes a release.
import { useEffect, useMemo } from "preact/hooks";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { Shell } from "../shell/shell.tsx";
import { FailureAlert } from "./failure-words.tsx";
import { CopyPart, LockPart, QrPart } from "./hand-over-actions.tsx";
import { ClosingPart } from "./hand-over-closing.tsx";
import { createHandOverModel, type HandOverView } from "./hand-over-model.ts";
import { TransferPart } from "./hand-over-transfer.tsx";
import { nextStepOf } from "./next-step.ts";
import { receiverSentence } from "./receiver-words.ts";
import "./session.css";

export type HandOverScreenProps = { readonly deps: AppDeps; readonly box: OpenBox };

export const HandOverScreen = ({ deps, box }: HandOverScreenProps) => {
  const t = useT("session");
  const model = useMemo(() => createHandOverModel(deps, box), [deps, box]);
  useEffect(() => model.stop, [model]);
  const view = model.view.value;
  const failure = model.failure.value ?? model.loadFailure.value;
  const next = view && toNextStep(view, deps.courier.state.value.activity === "sending");
  return (
    <Shell {...(view?.title && { title: view.title })}>
      <Page
        title={t("handOver.title")}
        lead={
          <>
            {view?.receiver && `${receiverSentence(t, view.receiver)} `}
            {t("handOver.lead")}
          </>
        }
        namespace="session"
      >
        <FailureAlert error={failure} />
        {!view && !failure && <Busy />}
        {view && (
          <>
            <ClosingPart model={model} view={view} next={next} address={`#/session/${box.box}`} />
            <TransferPart model={model} view={view} courier={deps.courier} />
            <CopyPart model={model} isNext={next === "file"} />
            <QrPart href={`#/session/${box.box}/qr`} />
            <LockPart model={model} isNext={next === "lock"} />
            <LinkButton kind="quiet" href={`#/session/${box.box}/keeping`}>
              {t("keeping.link")}
            </LinkButton>
          </>
        )}
      </Page>
    </Shell>
  );
};

const toNextStep = ({ dispatch, receiver, preview }: HandOverView, isSending: boolean) =>
  nextStepOf({ dispatch, canClose: receiver !== undefined && preview?.ok === true, isSending });
