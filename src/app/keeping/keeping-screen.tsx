// What this device holds of one session, the receipt read over the telephone, and removing it. Works for a locked session.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { BoxId } from "../../domain/schema.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { CodeInput } from "../../ui/code-input.tsx";
import { TextField } from "../../ui/field.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { Shell } from "../shell/shell.tsx";
import { CertificatePart } from "./certificate-part.tsx";
import { createKeepingModel, type KeepingModel } from "./keeping-model.ts";
import { OpenFilePart } from "./open-file-part.tsx";
import type { Held } from "./removal.ts";
import "../session/session.css";

const whyKeys = {
  unpacked: "keeping.unpacked",
  "no-release": "keeping.noRelease",
  "no-receipt": "keeping.noReceipt",
} as const;

export type KeepingScreenProps = { readonly deps: AppDeps; readonly box: BoxId };

export const KeepingScreen = ({ deps, box }: KeepingScreenProps) => {
  const t = useT("session");
  const errors = useT("errors");
  const model = useMemo(() => createKeepingModel(deps, box), [deps, box]);
  useEffect(() => void model.load(), [model]);
  const held = model.held.value;
  const certificate = model.certificate.value;
  return (
    <Shell>
      <Page title={t("keeping.title")} lead={t("keeping.lead")} namespace="session">
        {model.failure.value && (
          <Alert>
            <p>{errorText(errors, model.failure.value)}</p>
          </Alert>
        )}
        {held === undefined && !model.failure.value && <Busy />}
        {certificate && <CertificatePart certificates={[certificate]} />}
        {held === "gone" && !certificate && <p>{t("keeping.gone")}</p>}
        {typeof held === "object" && (
          <>
            <HeldPart held={held} />
            <CodePart model={model} />
            {deps.workspace.open.value?.box === box && <OpenFilePart deps={deps} />}
            <RemovePart model={model} held={held} />
          </>
        )}
        <LinkButton href="#/">{t("keeping.back")}</LinkButton>
      </Page>
    </Shell>
  );
};

const HeldPart = ({ held }: { readonly held: Held }) => {
  const t = useT("session");
  const format = useFormat();
  const { holding, rows, safety, keeping, stored } = held;
  const lines = [
    [t("keeping.rows"), rows],
    [t("keeping.envelopes"), holding.envelopes.length],
    [t("keeping.unpackedCount"), holding.unbundled + holding.drafts],
  ] as const;
  return (
    <Section title={t("home.added", { time: format.dayTime(stored.addedAt) })}>
      <dl class="facts counts">
        {lines.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p>{safety.type === "safe" ? t("keeping.safe") : t(whyKeys[safety.why])}</p>
      {keeping.type === "kept" && (
        <p>{t("keeping.until", { day: format.day(new Date(keeping.untilMs).toISOString()) })}</p>
      )}
      {(keeping.type === "told" || keeping.type === "due") && <p>{t("keeping.told")}</p>}
    </Section>
  );
};

const CodePart = ({ model }: { readonly model: KeepingModel }) => {
  const t = useT("session");
  const typed = useSignal("");
  return (
    <Section title={t("keeping.codeTitle")}>
      {model.receiptTaken.value && (
        <Status kind="ok">
          <p>{t("keeping.codeTaken")}</p>
        </Status>
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void model.takeCode(typed.value).then((isTaken) => {
            if (isTaken) typed.value = "";
          });
        }}
      >
        <CodeInput
          label={t("keeping.codeLabel")}
          hint={t("keeping.codeHint")}
          kind="receipt"
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
          }}
        />
        <div class="actions">
          <Button type="submit">{t("keeping.codeTake")}</Button>
        </div>
      </form>
    </Section>
  );
};

const RemovePart = ({ model, held }: { readonly model: KeepingModel; readonly held: Held }) => {
  const t = useT("session");
  const word = useSignal("");
  const isSafe = held.safety.type === "safe";
  const wanted = t("keeping.word");
  const isSure = isSafe || word.value.trim().toLocaleUpperCase() === wanted;
  return (
    <Section title={t("keeping.removeTitle")}>
      <p>{isSafe ? t("keeping.removeBody") : t("keeping.removeForced")}</p>
      {!isSafe && (
        <TextField
          label={t("keeping.wordLabel", { word: wanted })}
          value={word.value}
          autoComplete="off"
          onInput={(value) => {
            word.value = value;
          }}
        />
      )}
      <div class="actions">
        <Button kind="danger" disabled={!isSure} onClick={() => void model.remove(!isSafe)}>
          {t("keeping.remove")}
        </Button>
      </div>
    </Section>
  );
};
