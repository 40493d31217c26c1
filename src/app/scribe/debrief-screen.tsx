// The debrief: three stages on one page, each an address, so that the browser's own way back goes back.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { labelOf } from "../../domain/codebook.ts";
import type { EntityId } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Steps, StepText } from "../../ui/steps.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { eraseNote } from "../erasing.ts";
import type { OpenBox } from "../open-box.ts";
import type { SessionContents } from "../session/session-contents.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { Shell } from "../shell/shell.tsx";
import { DebriefContext, useDebrief } from "./debrief-context.ts";
import { DebriefFinishPart } from "./debrief-finish-part.tsx";
import { createDebriefModel, type DebriefModel } from "./debrief-model.ts";
import { DebriefReadPart } from "./debrief-read-part.tsx";
import { type DebriefStage, stageOf, stages } from "./debrief-stage.ts";
import { DebriefSummaryPart } from "./debrief-summary-part.tsx";
import { DebriefTimer } from "./debrief-timer.tsx";
import { OpenedSession, useKeeping } from "./opened-session.tsx";
import { FailureText, SavedState } from "./save-state.tsx";
import "./debrief.css";

type Props = { readonly deps: AppDeps; readonly box: OpenBox; readonly query: string };

const stageKeys = { finish: "stage.finish", read: "stage.read", sum: "stage.sum" } as const;

export const DebriefScreen = ({ deps, box, query }: Props) => {
  const t = useT("debrief");
  const format = useFormat();
  const language = useTexts().language().code;
  const create = ({ codebook, usualLanguage }: SessionContents) =>
    createDebriefModel(deps, box, {
      lang: usualLanguage ?? language,
      remark: t("read.remark"),
      toCorrection: ({ fields }) => {
        const time = format.time(fields.begunAt);
        const first = fields.dimensions[0];
        if (first === undefined) return t("sum.correctionLine", { time });
        const word = labelOf(codebook.dimensions, first, language);
        return t("sum.correctionLineIn", { time, word });
      },
    });
  return (
    <OpenedSession
      deps={deps}
      box={box}
      create={create}
      draw={(loaded, model) => (
        <Debrief deps={deps} box={box} loaded={loaded} model={model} stage={stageOf(query)} />
      )}
    />
  );
};

const tickMs = 15_000;

const Debrief = (props: {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  readonly loaded: SessionContents;
  readonly model: DebriefModel;
  readonly stage: DebriefStage;
}) => {
  const { deps, box, loaded, model, stage } = props;
  const t = useT("debrief");
  const texts = useTexts();
  useKeeping(deps, box, model);
  useEffect(() => {
    const ticking = setInterval(model.tick, tickMs);
    return () => clearInterval(ticking);
  }, [model]);
  const address = `#/session/${box.box}`;
  const value = useMemo(
    () => ({
      ...{ ...loaded, model, address },
      lang: loaded.usualLanguage ?? texts.language().code,
      erase: (noteId: EntityId) => {
        model.forget(noteId);
        return eraseNote(deps.delivery, box, noteId);
      },
    }),
    [deps, box, loaded, model, address, texts],
  );
  const title = sessionFieldsOf(model.log.records.value, box.facts().card)?.title;
  const now = stages.indexOf(stage);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(stage);
  useEffect(() => {
    // At first the page's own heading has the focus.
    if (shown.current !== stage) heading.current?.focus();
    shown.current = stage;
  }, [stage]);
  return (
    <DebriefContext.Provider value={value}>
      <Shell
        {...(title && { title })}
        status={model.status.value.state !== "empty" && <SavedState status={model.status} />}
      >
        <Page
          title={t("title")}
          {...(stage === "finish" && { lead: t("lead") })}
          namespace="debrief"
        >
          <div class="debrief-way">
            <Steps
              label={t("stages")}
              steps={stages.map((each, at) => ({
                name: t(stageKeys[each]),
                state: at === now ? "now" : "later",
                ...(at === now ? {} : { href: `${address}/debrief?${each}` }),
              }))}
            />
            <DebriefTimer />
          </div>
          <Failure />
          <section class="section" aria-labelledby="debrief-stage">
            <div>
              <StepText current={now + 1} total={stages.length} />
              <h2 id="debrief-stage" ref={heading} tabIndex={-1} class="debrief-focus">
                {t(stageKeys[stage])}
              </h2>
            </div>
            {stage === "finish" && <DebriefFinishPart />}
            {stage === "read" && <DebriefReadPart />}
            {stage === "sum" && <DebriefSummaryPart />}
          </section>
          <Undo />
        </Page>
      </Shell>
    </DebriefContext.Provider>
  );
};

const Failure = () => {
  const { model, address } = useDebrief();
  const t = useT("debrief");
  const tCommon = useT("common");
  const { value: status } = model.status;
  return (
    <>
      {status.state === "failed" && (
        <Alert
          actions={<Button onClick={() => void model.saveAll()}>{tCommon("action.retry")}</Button>}
        >
          <FailureText error={status.error} />
        </Alert>
      )}
      {model.isHalfWritten.value && (
        <Message kind="warning" actions={<a href={`${address}/write`}>{t("halfOpen")}</a>}>
          <p>{t("half")}</p>
        </Message>
      )}
    </>
  );
};

const undoWords = {
  saved: "undo.saved",
  tagged: "undo.tagged",
  edited: "undo.edited",
  struck: "undo.struck",
  restored: "undo.restored",
} as const;

const Undo = () => {
  const { model } = useDebrief();
  const t = useT("scribe");
  const { top, isShown, dismiss } = model.undoStack;
  const entry = top.value;
  if (!entry || entry.kind === "phase" || !isShown.value) return null;
  return (
    <UndoBar
      message={t(undoWords[entry.kind], { excerpt: entry.excerpt })}
      onUndo={() => void model.undo()}
      onDismiss={dismiss}
    />
  );
};
