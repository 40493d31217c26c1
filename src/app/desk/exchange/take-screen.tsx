// A file from another desk: looked at whole before anything is kept.
import { Button } from "../../../ui/button.tsx";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Alert, Message } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import { ExchangeContentView } from "./exchange-content.tsx";
import { purposeKeys } from "./received-screen.tsx";
import type { Preview, TakeModel, TakeRefusal } from "./take-model.ts";

export const TakeScreen = ({ model }: { readonly model: TakeModel }) => {
  const t = useT("exchange");
  const preview = model.preview.value;
  const refusal = model.refusal.value;
  return (
    <>
      <FileDrop
        label={t("take.drop")}
        hint={t("take.dropHint")}
        onFiles={([file]) => {
          if (!file) return;
          const read = async () => new Uint8Array(await file.arrayBuffer());
          void model.look({ size: file.size, read });
        }}
      />
      {refusal && <Refused refusal={refusal} />}
      {model.busy.value && !preview && <Busy />}
      {preview && <Shown preview={preview} model={model} />}
    </>
  );
};

const Shown = ({ preview, model }: { readonly preview: Preview; readonly model: TakeModel }) => {
  const t = useT("exchange");
  const format = useFormat();
  const { content, digest, isKnown } = preview;
  const take = async () => {
    if (await model.take()) location.hash = `#/desk/exchange/${digest}`;
  };
  return (
    <Section title={t("take.preview")}>
      <p>
        {t("take.from", {
          origin: content.origin,
          round: content.round.name,
          day: format.day(content.madeAt),
        })}
      </p>
      <p class="muted">{t(purposeKeys[content.purpose])}</p>
      {isKnown ? (
        <Message
          title={t("take.known")}
          actions={
            <a class="alone" href={`#/desk/exchange/${digest}`}>
              {t("take.toKnown")}
            </a>
          }
        />
      ) : (
        <div class="actions">
          <Button
            kind="primary"
            busy={model.busy.value && t("take.taking")}
            onClick={() => void take()}
          >
            {t(content.purpose === "examples" ? "take.asExamples" : "take.asHandOver")}
          </Button>
          <Button onClick={model.forget}>{t("take.forget")}</Button>
        </div>
      )}
      <ExchangeContentView content={content} heading="h3" />
    </Section>
  );
};

const refusalKeys = {
  "exchange-too-large": "refused.tooLarge",
  "exchange-damaged": "refused.damaged",
  "exchange-other": "refused.other",
  "exchange-newer": "refused.newer",
  "exchange-invalid": "refused.invalid",
  "exchange-own": "refused.own",
} as const;
type OwnRefusal = Extract<TakeRefusal, { readonly type: keyof typeof refusalKeys }>;
const isOwn = (refusal: TakeRefusal): refusal is OwnRefusal =>
  Object.hasOwn(refusalKeys, refusal.type);

const Refused = ({ refusal }: { readonly refusal: TakeRefusal }) => {
  const t = useT("exchange");
  const errors = useT("errors");
  return (
    <Alert title={t("refused.title")}>
      <p>
        {isOwn(refusal)
          ? t(refusalKeys[refusal.type], "path" in refusal ? { path: refusal.path || "–" } : {})
          : errorText(errors, refusal)}
      </p>
    </Alert>
  );
};
