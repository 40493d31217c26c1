// Handing over: what is here, what has left, what has arrived, and the one closing step that makes a release.
import { useEffect, useMemo } from "preact/hooks";
import { LinkButton } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import type { OpenBox } from "../open-box.ts";
import { Shell } from "../shell/shell.tsx";
import { CopyPart, LockPart } from "./hand-over-actions.tsx";
import { ClosingPart } from "./hand-over-closing.tsx";
import { createHandOverModel } from "./hand-over-model.ts";
import { TransferPart } from "./hand-over-transfer.tsx";
import "./session.css";

export type HandOverScreenProps = { readonly deps: AppDeps; readonly box: OpenBox };

export const HandOverScreen = ({ deps, box }: HandOverScreenProps) => {
  const t = useT("session");
  const errors = useT("errors");
  const model = useMemo(() => createHandOverModel(deps, box), [deps, box]);
  useEffect(() => model.stop, [model]);
  const view = model.view.value;
  const failure = model.failure.value ?? model.loadFailure.value;
  return (
    <Shell {...(view?.title && { title: view.title })}>
      <Page title={t("handOver.title")} lead={t("handOver.lead")} namespace="session">
        {failure && (
          <Alert>
            <p>{errorText(errors, failure)}</p>
          </Alert>
        )}
        {!view && !failure && <Busy />}
        {view && (
          <div class="stack">
            <ClosingPart model={model} view={view} />
            <TransferPart model={model} view={view} courier={deps.courier} />
            <CopyPart model={model} />
            <LockPart model={model} />
          </div>
        )}
        <Section title={t("handOver.afterTitle")}>
          <p>{t("handOver.afterBody")}</p>
          <LinkButton href={`#/session/${box.box}/write`}>{t("handOver.write")}</LinkButton>
        </Section>
      </Page>
    </Shell>
  );
};
