// Receipts for the tablets: by hub by themselves, as one file, on the screen, or as a code to say on the telephone.
import { useEffect, useMemo } from "preact/hooks";
import { toGroups } from "../../base/crockford.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Status } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { fileHost, saveFile } from "../session/save-file.ts";
import { ShowFrames } from "../transfer/lazy-parts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { FailureAlert } from "./failure.tsx";
import type { ReceiptLine } from "./receipts.ts";
import { createReceiptsModel, type ReceiptsModel } from "./receipts-model.ts";

export const ReceiptsScreen = ({ deps, desk }: Pick<DeskScreenProps, "deps" | "desk">) => {
  const t = useT("safety");
  const model = useMemo(
    () => createReceiptsModel(deps, desk, (...file) => saveFile(fileHost(), ...file)),
    [deps, desk],
  );
  useEffect(() => model.stop, [model]);
  const lines = model.lines.value;
  return (
    <Page title={t("receipts.title")} lead={t("receipts.lead")} namespace="safety">
      <FailureAlert failure={model.failure.value} />
      {!lines && <Busy />}
      {lines?.length === 0 && (
        <Empty
          title={t("receipts.empty")}
          actions={<LinkButton href="#/desk/intake">{t("receipts.toIntake")}</LinkButton>}
        >
          <p>{t("receipts.emptyBody")}</p>
        </Empty>
      )}
      {lines && lines.length > 0 && (
        <Receipts deps={deps} lines={lines} model={model} hasHub={desk.facts().hasHub} />
      )}
    </Page>
  );
};

const Receipts = (props: {
  readonly deps: DeskScreenProps["deps"];
  readonly lines: readonly ReceiptLine[];
  readonly model: ReceiptsModel;
  readonly hasHub: boolean;
}) => {
  const t = useT("safety");
  const format = useFormat();
  const { deps, lines, model, hasHub } = props;
  const shown = model.shown.value;
  const columns: readonly Column<ReceiptLine>[] = [
    { id: "session", label: t("receipts.session"), header: true, cell: ({ title }) => title },
    {
      id: "notes",
      label: t("receipts.notes"),
      cell: ({ notes }) => format.number(notes),
    },
    {
      id: "at",
      label: t("receipts.at"),
      cell: ({ receivedAt }) => (receivedAt ? format.dayTime(receivedAt) : t("receipts.waiting")),
    },
    {
      id: "code",
      label: t("receipts.code"),
      cell: ({ code }) => (
        <span class="code receipt-code" dir="ltr" lang="zxx">
          {toGroups(code)}
        </span>
      ),
    },
  ];
  const saved = model.saved.value;
  return (
    <>
      <p class="screen-only">{t(hasHub ? "receipts.byHub" : "receipts.byFile")}</p>
      <div class="actions screen-only">
        <Button
          kind={hasHub ? "plain" : "primary"}
          busy={model.busy.value && t("receipts.saving")}
          onClick={() => void model.save()}
        >
          {t("receipts.save")}
        </Button>
        <Button onClick={() => (shown ? model.hide() : void model.show())}>
          {t(shown ? "receipts.hide" : "receipts.show")}
        </Button>
        <Button onClick={() => window.print()}>{t("receipts.print")}</Button>
      </div>
      {shown && (
        <div class="screen-only">
          <ShowFrames
            deps={deps}
            payload={shown.bytes}
            steps={[t("receipts.stepOpen"), t("receipts.stepRead"), t("receipts.stepTold")]}
            facts={[[t("receipts.sessions"), format.number(shown.sessions)]]}
          />
        </div>
      )}
      {saved !== undefined && (
        <Status>
          <p>{t("receipts.saved", { count: saved })}</p>
        </Status>
      )}
      <Table
        caption={t("receipts.caption")}
        captionHidden
        narrow="stacked"
        columns={columns}
        rows={lines}
        rowKey={({ code }) => code}
      />
      <p>{t("receipts.codeHint")}</p>
    </>
  );
};
