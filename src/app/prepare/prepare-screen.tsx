// A link without secrets for the week before: six steps, each with its verdict, and one result. Sends nothing.
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { InstallEvent } from "../install-event.ts";
import { hasCamera } from "../qr-camera.tsx";
import { Shell } from "../shell/shell.tsx";
import { useDeviceFacts } from "../support/device-facts.ts";
import { createInstallOffer } from "./install-offer.ts";
import { countKeptFiles } from "./kept-files.ts";
import { createPrepareModel } from "./prepare-model.ts";
import { PrepareResult } from "./prepare-result.tsx";
import { PrepareSteps } from "./prepare-steps.tsx";
import "./prepare.css";

export type PrepareScreenProps = {
  readonly deps: AppDeps;
  /** `practised` when one comes back from the practice. */
  readonly query: string;
  readonly install: InstallEvent;
  readonly offlineReady: ReadonlySignal<boolean>;
  readonly offlineImpossible: ReadonlySignal<boolean>;
};

const keptFiles = () => countKeptFiles("caches" in globalThis ? caches : undefined);

export const PrepareScreen = (props: PrepareScreenProps) => {
  const t = useT("prepare");
  const { deps, query, install, offlineReady, offlineImpossible } = props;
  const facts = useDeviceFacts();
  const model = useMemo(
    () =>
      createPrepareModel({
        now: deps.env.now,
        device: deps.device,
        hasCamera: hasCamera(),
        update: { offlineReady, offlineImpossible },
        countFiles: keptFiles,
      }),
    [deps, offlineReady, offlineImpossible],
  );
  useEffect(() => {
    void (query === "practised" ? model.practised() : model.load());
    // Read once: a reload must not count as another practice.
    if (query !== "") history.replaceState(null, "", "#/prepare");
  }, [model, query]);
  const offer = useMemo(() => createInstallOffer(install), [install]);
  const isStored = offlineReady.value;
  useEffect(() => void (isStored && model.countFiles()), [model, isStored]);
  const readiness = facts && model.readiness(facts);
  return (
    <Shell>
      <Page title={t("title")} lead={t("lead")} namespace="prepare">
        {facts && readiness ? (
          <>
            <PrepareSteps
              model={model}
              facts={facts}
              readiness={readiness}
              offer={offer}
              nowMs={deps.env.now()}
            />
            <PrepareResult readiness={readiness} failure={model.failure.value} />
          </>
        ) : (
          <Busy label={t("result.looking")} />
        )}
      </Page>
    </Shell>
  );
};
