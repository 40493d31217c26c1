// Joining: by the camera, by an opened link, or by typing. One way on at every stage.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { AppleSteps } from "../prepare/install-guide.tsx";
import { Shell } from "../shell/shell.tsx";
import { type BrowserFacts, mustInstallFirst } from "./browser-check.ts";
import { readBrowserFacts } from "./browser-facts.ts";
import { FailureAlert } from "./failure-words.tsx";
import { AskForCard } from "./join-ask.tsx";
import { createJoinModel } from "./join-model.ts";
import { JoinStages } from "./join-stages.tsx";
import "./session.css";

export type JoinScreenProps = {
  readonly deps: AppDeps;
  /** The part of an opened link behind `#/join/`. */
  readonly data?: string;
};

export const JoinScreen = ({ deps, data }: JoinScreenProps) => {
  const t = useT("session");
  const [facts, setFacts] = useState<BrowserFacts>();
  useEffect(() => {
    void readBrowserFacts(window).then(setFacts);
  }, []);
  return (
    <Shell hasBack>
      <Page title={t("join.title")} namespace="session">
        {facts ? <Joining deps={deps} facts={facts} {...(data && { data })} /> : <Busy />}
      </Page>
    </Shell>
  );
};

const Joining = ({ deps, data, facts }: JoinScreenProps & { readonly facts: BrowserFacts }) => {
  const model = useMemo(() => createJoinModel(deps, { role: "scribe", facts }), [deps, facts]);
  const device = useT("device");
  const typed = useSignal("");
  useEffect(() => {
    if (!data) return;
    // At once: the code should stand in the address no longer than it must.
    history.replaceState(null, "", "#/join");
    void model.takeCard(data, "link");
  }, [data, model]);
  const stage = model.stage.value;
  const isAhead = useSignal(mustInstallFirst(facts) && !data);
  if (isAhead.value && stage.at === "asking") {
    return (
      <Message
        title={device("install.appleTitle")}
        actions={
          <Button
            onClick={() => {
              isAhead.value = false;
            }}
          >
            {device("install.anyway")}
          </Button>
        }
      >
        <AppleSteps />
      </Message>
    );
  }
  return (
    <>
      <FailureAlert error={model.failure.value} />
      {stage.at === "asking" ? (
        <AskForCard model={model} typed={typed} />
      ) : (
        <JoinStages model={model} stage={stage} facts={facts} />
      )}
    </>
  );
};
