// What follows the card: waiting, comparing with the paper, or a reason to stop. Every stage has its way on.
import { Button, LinkButton } from "../../ui/button.tsx";
import { Alert, Message, Status } from "../../ui/message.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { AppleSteps } from "../prepare/install-guide.tsx";
import type { BrowserFacts } from "./browser-check.ts";
import { FailureWords } from "./failure-words.tsx";
import type { JoinModel, JoinStage } from "./join-model.ts";
import { browserItem } from "./preflight.ts";
import { preflightText } from "./preflight-text.ts";

type Props = {
  readonly model: JoinModel;
  readonly stage: JoinStage;
  readonly facts: BrowserFacts;
};

const InstallSteps = () => {
  const t = useT("session");
  return (
    <Message title={t("join.installTitle")}>
      <p>{t("join.installBody")}</p>
      <AppleSteps />
      <p>{t("join.installOpen")}</p>
    </Message>
  );
};

export const JoinStages = ({ model, stage, facts }: Props) => {
  const t = useT("session");
  const format = useFormat();
  switch (stage.at) {
    case "asking":
      return null;
    case "opening":
      return <Busy label={t("join.opening")} />;
    case "looking":
      return <Busy label={t("join.looking")} />;
    case "unable":
      return (
        <Alert title={t("check.unable")}>
          <p>{preflightText(t, format, browserItem(facts))}</p>
        </Alert>
      );
    case "install":
      return <InstallSteps />;
    case "joined":
      return <Joined box={stage.box} isLink={stage.way === "link"} />;
    case "no-plan":
      return (
        <Message
          title={t("join.noPlanTitle")}
          actions={
            <>
              <Button kind="primary" onClick={model.goOn}>
                {t("join.toSession")}
              </Button>
              <Button onClick={() => void model.lookAgain()}>{t("join.again")}</Button>
            </>
          }
        >
          <p>{t("join.noPlanBody")}</p>
          {stage.failure && <FailureWords error={stage.failure} />}
        </Message>
      );
    case "comparing":
      return (
        <Message
          title={t("compare.title")}
          actions={
            <>
              <Button kind="primary" onClick={() => void model.confirmMatch()}>
                {t("compare.match")}
              </Button>
              <Button onClick={model.denyMatch}>{t("compare.differ")}</Button>
            </>
          }
        >
          <p>{t("compare.body")}</p>
          <dl class="facts">
            <div>
              <dt>{t("compare.receiver")}</dt>
              <dd>{stage.offer.card.desk.name}</dd>
            </div>
            <div>
              <dt>{t("compare.fingerprint")}</dt>
              <dd>
                <bdi dir="ltr" class="fingerprint">
                  {stage.offer.fingerprint}
                </bdi>
              </dd>
            </div>
          </dl>
        </Message>
      );
    case "not-matching":
      return (
        <Alert
          title={t("join.differTitle")}
          actions={<Button onClick={model.goOn}>{t("join.toSession")}</Button>}
        >
          <p>{t("join.differBody")}</p>
        </Alert>
      );
    case "other-receiver":
      return (
        <Alert
          title={t("join.otherTitle")}
          actions={<Button onClick={model.goOn}>{t("join.toSession")}</Button>}
        >
          <p>{t("join.otherBody", { known: stage.known.name, claimed: stage.claimed.name })}</p>
        </Alert>
      );
  }
};

const Joined = ({ box, isLink }: { readonly box: string; readonly isLink: boolean }) => {
  const t = useT("session");
  const go = (
    <LinkButton kind="primary" href={`#/session/${box}/start`}>
      {t("join.toStart")}
    </LinkButton>
  );
  return (
    <Status title={isLink ? t("join.linkTitle") : t("join.joined")} actions={go}>
      {isLink && <p>{t("join.linkBody")}</p>}
    </Status>
  );
};
