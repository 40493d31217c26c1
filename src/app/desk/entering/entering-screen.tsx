// A session typed in afterwards, top to bottom as the paper lies there: what it was, what was said, saved.
import { useEffect, useMemo } from "preact/hooks";
import type { BoxId } from "../../../domain/schema.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choice.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Message, Status } from "../../../ui/message.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { DeskScreenProps } from "../desk-context.ts";
import type { RoundRow } from "../desk-view.ts";
import { FailureAlert } from "../failure.tsx";
import { EnteredLineView } from "./entered-line-view.tsx";
import { createEnteringModel, type EnteringModel } from "./entering-model.ts";
import { PastePart } from "./paste-part.tsx";
import { TablePart } from "./table-part.tsx";

export const EnteringScreen = (
  props: DeskScreenProps & { readonly round: RoundRow; readonly session: BoxId },
) => {
  const t = useT("entering");
  const { deps, desk, round, session } = props;
  const model = useMemo(() => createEnteringModel(deps, desk, session), [deps, desk, session]);
  useEffect(() => {
    void model.load();
    const keep = () => void model.flush();
    document.addEventListener("visibilitychange", keep);
    return () => {
      document.removeEventListener("visibilitychange", keep);
      keep();
    };
  }, [model]);
  const back = `#/desk/sessions/${round.roundId}`;
  return (
    <Page
      title={model.title.value || t("title")}
      lead={t("lead")}
      width="full"
      namespace="entering"
    >
      <FailureAlert failure={model.failure.value} />
      {model.state.value === "loading" ? (
        <Busy />
      ) : (
        <>
          <Beside model={model} />
          <HeadPart model={model} />
          <Lines model={model} round={round} />
          <SavePart model={model} back={back} />
        </>
      )}
    </Page>
  );
};

/** What stands already, so that nobody enters a session twice without knowing. */
const Beside = ({ model }: { readonly model: EnteringModel }) => {
  const t = useT("entering");
  return (
    <>
      {model.others.value > 0 && (
        <Message kind="warning" title={t("others")}>
          <p>{t("othersBody")}</p>
        </Message>
      )}
      {model.isMending.value && model.saved.value === undefined && <p>{t("mending")}</p>}
    </>
  );
};

const HeadPart = ({ model }: { readonly model: EnteringModel }) => {
  const t = useT("entering");
  const { heldOn, people, noticeRead, reviewed } = model.head.value;
  const faults = model.faults.value;
  return (
    <Section title={t("head.title")}>
      <div class="stack form">
        <div class="fields-row">
          <TextField
            label={t("head.day")}
            optional
            type="date"
            value={heldOn}
            error={faults.includes("day") ? t("head.dayWrong") : undefined}
            onInput={(next) => model.setHead({ heldOn: next })}
          />
          <TextField
            label={t("head.people")}
            hint={t("head.peopleHint")}
            type="number"
            min={0}
            value={people}
            error={faults.includes("people") ? t("head.peopleWrong") : undefined}
            onInput={(next) => model.setHead({ people: next })}
          />
        </div>
        <Checkbox
          label={t("head.notice")}
          checked={noticeRead}
          onChange={(next) => model.setHead({ noticeRead: next })}
        />
        <Checkbox
          label={t("head.reviewed")}
          hint={t("head.reviewedHint")}
          checked={reviewed}
          onChange={(next) => model.setHead({ reviewed: next })}
        />
      </div>
    </Section>
  );
};

const Lines = ({ model, round }: { readonly model: EnteringModel; readonly round: RoundRow }) => {
  const t = useT("entering");
  const lines = model.lines.value;
  const removed = model.removed.value;
  return (
    <Section title={t("lines.title", { count: lines.length })}>
      <PastePart model={model} round={round} />
      <TablePart model={model} round={round} />
      {lines.length === 0 ? (
        <p class="muted">{t("lines.empty")}</p>
      ) : (
        <ol class="ruled entered-lines">
          {lines.map((line, at) => (
            <EnteredLineView
              key={line.noteId}
              line={line}
              number={at + 1}
              fault={model.lineFaults.value.find((fault) => fault.at === at)?.type}
              codebook={round.fields.codebook}
              model={model}
            />
          ))}
        </ol>
      )}
      <p class="entered-add">
        <Button onClick={model.add}>{t("lines.add")}</Button>
      </p>
      {removed && <UndoBar message={t("lines.removed")} onUndo={model.putBack} />}
    </Section>
  );
};

const SavePart = ({ model, back }: { readonly model: EnteringModel; readonly back: string }) => {
  const t = useT("entering");
  const format = useFormat();
  const saved = model.saved.value;
  return (
    <>
      {model.faults.value.includes("nothing") && <p role="alert">{t("save.nothing")}</p>}
      {saved !== undefined && (
        <Status
          title={t("save.done", { count: saved })}
          actions={<LinkButton href="#/desk/notes">{t("save.read")}</LinkButton>}
        >
          <p>{t("save.mark")}</p>
        </Status>
      )}
      <div class="actions">
        <Button
          kind="primary"
          busy={model.busy.value && t("save.saving")}
          onClick={() => void model.save()}
        >
          {t(model.isMending.value ? "save.again" : "save.save", {
            count: format.number(model.lines.value.length),
          })}
        </Button>
        <LinkButton href={back}>{t("toSessions")}</LinkButton>
      </div>
      <p class="muted" role="status">
        {model.isKept.value ? t("save.kept") : t("save.keeping")}
      </p>
    </>
  );
};
