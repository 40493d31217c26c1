// What has to be said before the list of sessions: something vanished, or this tab will not keep what is written in it.
import { LinkButton } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { useBrowserFacts } from "./device-facts.ts";
import { mayForgetInDays } from "./health.ts";

import { LossMessage } from "./loss-message.tsx";

export const HomeNotice = ({ marks }: Pick<AppDeps, "marks">) => {
  const t = useT("device");
  const browser = useBrowserFacts();
  return (
    <>
      <LossMessage marks={marks} />
      {browser && mayForgetInDays({ browser }) && (
        <Message
          kind="warning"
          actions={<LinkButton href="#/prepare">{t("install.steps")}</LinkButton>}
        >
          <p>{t("keep.safari")}</p>
        </Message>
      )}
    </>
  );
};
