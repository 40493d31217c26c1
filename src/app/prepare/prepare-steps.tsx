// The steps one under the other: a word, a shape, what it means, and the one thing to do where there is one.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { StorageHealth } from "../../storage/storage-health.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { QrCamera } from "../qr-camera.tsx";
import type { BrowserFacts } from "../session/browser-check.ts";
import { browserItem, type PreflightItem, toPreflight } from "../session/preflight.ts";
import { preflightText } from "../session/preflight-text.ts";
import { InstallGuide } from "./install-guide.tsx";
import type { InstallOffer } from "./install-offer.ts";
import { toInstallWay } from "./install-way.ts";
import type { PrepareModel } from "./prepare-model.ts";
import type { Readiness, StepVerdict } from "./readiness.ts";

export type StepsProps = {
  readonly model: PrepareModel;
  readonly facts: { readonly browser: BrowserFacts; readonly storage: StorageHealth };
  readonly readiness: Readiness;
  readonly offer: InstallOffer;
  readonly nowMs: number;
};

const signs = { ok: "✓", note: "◆", todo: "○", problem: "▲" } as const;

const Verdict = ({ verdict }: { readonly verdict: StepVerdict }) => {
  const t = useT("prepare");
  const session = useT("session");
  const words = {
    ok: session("check.ok"),
    note: session("check.note"),
    todo: t("verdict.todo"),
    problem: session("check.problem"),
  };
  return (
    <p class={`verdict verdict-${verdict}`}>
      <span aria-hidden="true">{signs[verdict]} </span>
      {words[verdict]}
    </p>
  );
};

const Step = (props: {
  readonly name: string;
  readonly verdict: StepVerdict;
  readonly children: ComponentChildren;
}) => (
  <li class="prepare-step">
    <Verdict verdict={props.verdict} />
    <h2>{props.name}</h2>
    <div class="prepare-words">{props.children}</div>
  </li>
);

/** The lines of the check before a session that are about keeping and space. */
const isOfStorage = ({ say }: PreflightItem) =>
  /^check\.(privateWindow|kept|keptUnknown|notKept|space|spaceLow|spaceUnknown)$/.test(say);

export const PrepareSteps = (props: StepsProps) => {
  const t = useT("prepare");
  const session = useT("session");
  const format = useFormat();
  const { model, facts, readiness, offer, nowMs } = props;
  const { steps } = readiness;
  const items = toPreflight({ ...facts, offline: "ready", nowMs, newestMs: undefined });
  const text = (item: PreflightItem) => preflightText(session, format, item);
  const way = toInstallWay(facts.browser);
  return (
    <ol class="prepare-steps">
      <Step name={t("step.browser")} verdict={steps.browser}>
        <p>{text(browserItem(facts.browser))}</p>
      </Step>
      <Step name={t("step.storage")} verdict={steps.storage}>
        {items.filter(isOfStorage).map((item) => (
          <p key={item.say}>{text(item)}</p>
        ))}
      </Step>
      <Step name={t("install.name")} verdict={steps.install}>
        {way !== "done" && way !== "apple" && way !== "safari-mac" && <p>{t("install.note")}</p>}
        <InstallGuide way={way} offer={offer} />
      </Step>
      <Step name={t("files.name")} verdict={steps.files}>
        <Files model={model} />
      </Step>
      <Step name={t("camera.name")} verdict={steps.camera}>
        <Camera model={model} />
      </Step>
      <Step name={t("practice.name")} verdict={steps.practice}>
        <Practice {...props} />
      </Step>
    </ol>
  );
};

const Files = ({ model }: Pick<StepsProps, "model">) => {
  const t = useT("prepare");
  const format = useFormat();
  const { state, count } = model.files.value;
  // Announced: it comes while one looks at something else.
  return (
    <p role="status">
      {state === "kept" && t("files.kept", { count: format.number(count) })}
      {state === "coming" && t("files.coming")}
      {state === "partial" && t("files.partial")}
      {state === "impossible" && t("files.impossible")}
    </p>
  );
};

const Camera = ({ model }: Pick<StepsProps, "model">) => {
  const t = useT("prepare");
  const isOpen = useSignal(false);
  const close = () => {
    isOpen.value = false;
  };
  const works = () => {
    close();
    void model.cameraWorks();
  };
  switch (model.camera.value) {
    case "none":
      return <p>{t("camera.none")}</p>;
    case "works":
      return <p>{t("camera.works")}</p>;
    default:
      return (
        <>
          <p>{isOpen.value ? t("camera.body") : t("camera.untried")}</p>
          {isOpen.value ? (
            <>
              <QrCamera
                words={{
                  video: t("camera.video"),
                  close: t("camera.stop"),
                  denied: t("camera.denied"),
                  failed: t("camera.failed"),
                }}
                onText={works}
                onClose={close}
              />
              <div class="actions">
                <Button onClick={works}>{t("camera.seen")}</Button>
              </div>
            </>
          ) : (
            <div class="actions">
              <Button
                onClick={() => {
                  isOpen.value = true;
                }}
              >
                {t("camera.try")}
              </Button>
            </div>
          )}
        </>
      );
  }
};

const Practice = ({ model, readiness }: StepsProps) => {
  const t = useT("prepare");
  const format = useFormat();
  const practisedMs = model.prepared.value?.practisedMs;
  const isNext = readiness.result === "almost";
  // A page of its own: the practice has another database, which only a fresh start can open.
  return (
    <>
      <p>
        {practisedMs === undefined
          ? t("practice.todo")
          : t("practice.done", { time: format.dayTime(practisedMs) })}
      </p>
      {readiness.steps.browser === "ok" && (
        <div class="actions">
          <LinkButton kind={isNext ? "primary" : "plain"} href="./?practice=1">
            {practisedMs === undefined ? t("practice.begin") : t("practice.again")}
          </LinkButton>
        </div>
      )}
    </>
  );
};
