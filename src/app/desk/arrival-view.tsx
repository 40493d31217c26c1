// What a coordinator sees who opened a desk by its code on a new device: that it is being fetched, or where it is.
import type { ComponentChildren } from "preact";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { ArrivalModel, ArrivalStage } from "./arrival-model.ts";
import { FailureAlert } from "./failure.tsx";

const reasons = {
  "no-hub": "arrival.noHub",
  unknown: "arrival.unknown",
  empty: "arrival.empty",
} as const;

export const ArrivalPage = (props: {
  readonly model: ArrivalModel;
  /** Opens the desk's own file. */
  readonly restore: ComponentChildren;
  /** The form that says who runs the desk, for a desk that is really new. */
  readonly naming: ComponentChildren;
}) => {
  const t = useT("desk");
  const { model, restore, naming } = props;
  const stage = model.stage.value;
  if (stage.at === "idle" || stage.at === "looking") {
    return (
      <Page title={t("arrival.title")} namespace="desk">
        <Busy
          label={
            stage.at === "looking" && stage.fetched > 0
              ? t("arrival.fetched", { count: stage.fetched })
              : t("arrival.looking")
          }
        />
      </Page>
    );
  }
  return (
    <Page title={t("arrival.title")} namespace="desk">
      {stage.at === "failed" && <FailureAlert failure={stage.error} />}
      {stage.at === "nothing" && (
        <Message>
          <p>{t(reasons[stage.why])}</p>
        </Message>
      )}
      <p>{t("arrival.body")}</p>
      <Button kind="primary" onClick={() => void model.look()}>
        {t("arrival.again")}
      </Button>
      {restore}
      <p>{t("arrival.wrongCode")}</p>
      <Button onClick={() => void model.leave()}>{t("arrival.leave")}</Button>
      <Disclosure summary={t("arrival.isNew")}>{naming}</Disclosure>
    </Page>
  );
};

/** On the desk's first page, once its rounds have come. */
export const ArrivedStatus = ({ stage }: { readonly stage: ArrivalStage }) => {
  const t = useT("desk");
  if (stage.at !== "arrived") return null;
  const { waiting } = stage;
  return (
    <Status
      actions={waiting > 0 && <LinkButton href="#/desk/intake">{t("arrival.toIntake")}</LinkButton>}
    >
      <p>{t("arrival.done")}</p>
      {waiting > 0 && <p>{t("arrival.waiting", { count: waiting })}</p>}
    </Status>
  );
};
