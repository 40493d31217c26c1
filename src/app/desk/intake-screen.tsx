// Intake: look at the hub or choose files, see what importing would do, then import or not.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { foldReleases } from "../../domain/desk.ts";
import type { Named } from "../../domain/record.ts";
import { toMs } from "../../domain/stamp.ts";
import { Button } from "../../ui/button.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { FailureAlert } from "./failure.tsx";
import { SetAsideList } from "./intake-aside-view.tsx";
import { IntakeDone } from "./intake-done.tsx";
import { DryRunView } from "./intake-lines-view.tsx";
import { createIntakeModel, type IntakeModel, type IntakeStage } from "./intake-model.ts";
import { Sources } from "./intake-sources-view.tsx";
import { listAwaited } from "./intake-waiting.ts";
import "./intake.css";

export type IntakeScreenProps = {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly records: readonly Named[];
};

/** More are drawn on demand: at the beginning of a large round every session is awaited. */
const pageSize = 50;

export const IntakeScreen = ({ deps, desk, records }: IntakeScreenProps) => {
  const t = useT("intake");
  const safety = useT("safety");
  const model = useMemo(() => createIntakeModel(deps, desk), [deps, desk]);
  useEffect(() => void model.readSetAside(), [model]);
  const stage = model.stage.value;
  const failure = model.failure.value;
  return (
    <Page title={t("title")} lead={t("lead")} namespace="intake">
      <FailureAlert failure={failure} />
      {(stage.at === "idle" || stage.at === "done") && (
        <Sources deps={deps} model={model} hasHub={desk.facts().hasHub} />
      )}
      <StageView model={model} stage={stage} />
      <Waiting model={model} desk={desk} records={records} />
      <Rivals records={records} />
      <SetAsideList model={model} isFree={stage.at === "idle" || stage.at === "done"} />
      <p class="actions">
        <a href="#/desk/rescue">{safety("rescue.link")}</a>
        <a href="#/desk/receipts">{safety("receipts.title")}</a>
      </p>
    </Page>
  );
};

const workKeys = {
  reading: "work.reading",
  fetching: "work.fetching",
  counting: "work.counting",
  examining: "work.examining",
  importing: "work.importing",
} as const;

const StageView = ({
  model,
  stage,
}: {
  readonly model: IntakeModel;
  readonly stage: IntakeStage;
}) => {
  const t = useT("intake");
  switch (stage.at) {
    case "idle":
      return stage.wasStopped ? (
        <Status kind="info">
          <p>{t("dry.stopped")}</p>
        </Status>
      ) : null;
    case "working": {
      const { done, total } = stage;
      return (
        <Progress
          label={t(workKeys[stage.work])}
          value={done}
          max={total ?? done + 1}
          counted={
            total === undefined ? t("work.sofar", { done }) : t("work.counted", { done, total })
          }
          onCancel={model.cancel}
        />
      );
    }
    case "ready":
      return (
        <DryRunView
          dryRun={stage.dryRun}
          onImport={() => void model.importAll()}
          onCancel={model.cancel}
        />
      );
    case "done":
      return <IntakeDone model={model} stage={stage} />;
  }
};

const Waiting = (props: {
  readonly model: IntakeModel;
  readonly desk: OpenBox;
  readonly records: readonly Named[];
}) => {
  const t = useT("intake");
  const format = useFormat();
  const { model, desk, records } = props;
  const shown = useSignal(pageSize);
  const awaited = useMemo(() => listAwaited(records), [records]);
  const hidden = awaited.length - shown.value;
  const sealed = model.sealed.value;
  return (
    <Section title={t("waiting.title")}>
      {awaited.length === 0 && <p>{t("waiting.none")}</p>}
      {awaited.length > 0 && desk.facts().hasHub && !sealed && <p>{t("waiting.unseen")}</p>}
      <ul class="ruled">
        {awaited.slice(0, shown.value).map(({ session, title, plannedFor }) => {
          const count = sealed?.get(session);
          return (
            <li key={session}>
              {title}
              <br />
              <small>
                {plannedFor !== undefined && t("waiting.planned", { day: format.day(plannedFor) })}
                {plannedFor !== undefined && count && " · "}
                {count &&
                  (count.deliveries > 0 && count.lastAt
                    ? t("waiting.sealed", {
                        count: count.deliveries,
                        time: format.dayTime(count.lastAt),
                      })
                    : t("waiting.nothing"))}
              </small>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Button
          onClick={() => {
            shown.value += pageSize;
          }}
        >
          {t("waiting.more", { count: Math.min(hidden, pageSize) })}
        </Button>
      )}
    </Section>
  );
};

const Rivals = ({ records }: { readonly records: readonly Named[] }) => {
  const t = useT("intake");
  const format = useFormat();
  const rivals = useMemo(
    () => foldReleases(records).filter(({ heads }) => heads.length > 1),
    [records],
  );
  if (rivals.length === 0) return null;
  return (
    <Section title={t("rivals.title")}>
      <Message kind="warning">
        <p>{t("rivals.body")}</p>
      </Message>
      <ul class="ruled">
        {rivals.flatMap(({ heads, current }) =>
          heads.map(({ id, record }) => (
            <li key={id}>
              {t("rivals.line", {
                title: record.title,
                count: record.notes.length,
                time: format.dayTime(toMs(record.stamp)),
              })}
              {id === current.id && ` (${t("rivals.counted")})`}
            </li>
          )),
        )}
      </ul>
    </Section>
  );
};
