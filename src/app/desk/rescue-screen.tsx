// Rescue: a locked tablet's file, a reason that stays on record, and what came of it.
import { useMemo } from "preact/hooks";
import { foldCards } from "../../domain/desk.ts";
import { ofKind } from "../../domain/record.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { TextArea } from "../../ui/field.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { FailureAlert } from "./failure.tsx";
import type { RescueReport } from "./rescue-keep.ts";
import { createRescueModel, type RescueModel } from "./rescue-model.ts";

export const RescueScreen = ({ deps, desk }: Pick<DeskScreenProps, "deps" | "desk">) => {
  const t = useT("safety");
  const model = useMemo(() => createRescueModel(deps, desk), [deps, desk]);
  const report = model.report.value;
  return (
    <Page title={t("rescue.title")} lead={t("rescue.lead")} namespace="safety">
      <FailureAlert failure={model.failure.value} />
      {report ? (
        <Done report={report} onMore={model.putAway} />
      ) : model.file.value ? (
        <Ask model={model} />
      ) : (
        <FileDrop
          label={t("rescue.file")}
          hint={t("rescue.fileHint")}
          onFiles={([file]) => {
            if (!file) return;
            const { name, size } = file;
            const read = async () => new Uint8Array(await file.arrayBuffer());
            void model.take({ name, size, read });
          }}
        />
      )}
      <Log desk={desk} />
    </Page>
  );
};

const Ask = ({ model }: { readonly model: RescueModel }) => {
  const t = useT("safety");
  const format = useFormat();
  const file = model.file.value;
  if (!file) return null;
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.open();
      }}
    >
      <p>
        {t("rescue.found", {
          time: format.dayTime(file.madeAt),
          count: file.records.length + file.drafts.length,
        })}
      </p>
      <TextArea
        label={t("rescue.reason")}
        hint={t("rescue.reasonHint")}
        value={model.reason.value}
        maxLength={2_000}
        onInput={(next) => {
          model.reason.value = next;
        }}
      />
      {model.asksCode.value && (
        <CodeInput
          kind="session"
          label={t("rescue.code")}
          value={model.code.value}
          onInput={(next) => {
            model.code.value = next;
          }}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={model.busy.value && t("rescue.opening")}>
          {t("rescue.open")}
        </Button>
        <Button onClick={model.putAway}>{t("rescue.other")}</Button>
      </div>
    </form>
  );
};

const Done = (props: { readonly report: RescueReport; readonly onMore: () => void }) => {
  const t = useT("safety");
  const { notes, drafts, damaged, wasKnown, title } = props.report;
  return (
    <>
      <Status
        title={title ?? t("rescue.title")}
        actions={
          <>
            <LinkButton href="#/desk/notes">{t("rescue.toNotes")}</LinkButton>
            <Button onClick={props.onMore}>{t("rescue.more")}</Button>
          </>
        }
      >
        <p>{wasKnown ? t("rescue.known") : t("rescue.done", { count: notes })}</p>
        {drafts > 0 && <p>{t("rescue.drafts", { count: drafts })}</p>}
        <p>{t("rescue.unsigned")}</p>
      </Status>
      {damaged.length > 0 && (
        <Message kind="warning" title={t("rescue.damaged", { count: damaged.length })}>
          <p class="code" dir="ltr" lang="zxx">
            {damaged.map((name) => name.slice(0, 8)).join(" ")}
          </p>
        </Message>
      )}
    </>
  );
};

/** Who looks after the desk sees every opening, with its reason. */
const Log = ({ desk }: Pick<DeskScreenProps, "desk">) => {
  const t = useT("safety");
  const format = useFormat();
  const records = useLive(desk.records.watch).value ?? [];
  const titles = new Map(foldCards(records).map(({ session, fields }) => [session, fields.title]));
  const log = ofKind(records, "rescue/1").filter(({ record }) => record.box === desk.box);
  if (log.length === 0) return null;
  return (
    <Section title={t("rescue.log")}>
      <ul class="ruled">
        {log.map(({ id, record }) => (
          <li key={id}>
            {titles.get(record.session) ?? t("rescue.title")} · {format.dayTime(record.openedAt)}
            <p>{record.reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
