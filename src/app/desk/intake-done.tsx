// What an import brought, where it can be read, and how it is taken back.
import { Button, LinkButton } from "../../ui/button.tsx";
import { Status } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { IntakeModel, IntakeStage } from "./intake-model.ts";
import { SumLine } from "./intake-sum.tsx";

const Receipts = () => {
  const t = useT("safety");
  return (
    <p>
      {t("receipts.afterImport")} <a href="#/desk/receipts">{t("receipts.open")}</a>
    </p>
  );
};

export const IntakeDone = (props: {
  readonly model: IntakeModel;
  readonly stage: Extract<IntakeStage, { readonly at: "done" }>;
}) => {
  const t = useT("intake");
  const { model, stage } = props;
  if (stage.undone) {
    return (
      <Status
        title={t("undo.done", { count: stage.releases.length })}
        actions={<Button onClick={() => void model.setAside(false)}>{t("undo.redo")}</Button>}
      >
        <p>{t("undo.doneBody")}</p>
      </Status>
    );
  }
  return (
    <Status
      title={t("done.title")}
      actions={
        <>
          <LinkButton href="#/desk/notes">{t("done.toNotes")}</LinkButton>
          <LinkButton href="#/desk/analysis">{t("done.toTable")}</LinkButton>
          {stage.releases.length > 0 && (
            <Button kind="quiet" onClick={() => void model.setAside(true)}>
              {t("undo.undo")}
            </Button>
          )}
        </>
      }
    >
      <p>
        <SumLine sum={stage.sum} nothing={t("done.nothing")} />
      </p>
      {stage.sum.sessions + stage.sum.renewed + stage.sum.rivals > 0 && <Receipts />}
      {stage.setAside > 0 && <p>{t("done.setAside", { count: stage.setAside })}</p>}
      {stage.wasStopped && <p>{t("done.stopped")}</p>}
    </Status>
  );
};
