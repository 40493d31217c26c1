// The question set: what is asked, what is read aloud, what to do when something alarming is said, what the tags mean.
// Written one language at a time, with what is missing in it in sight.
import { useMemo } from "preact/hooks";
import { findGaps } from "../../domain/guide.ts";
import { writtenLanguages } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Message } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { openRounds, type RoundRow } from "./desk-view.ts";
import { FailureAlert } from "./failure.tsx";
import { createGuideModel, type GuideModel, toGuideFile } from "./guide-model.ts";
import { DefinitionEditor, QuestionEditor, TextsEditor } from "./guide-parts.tsx";

export const GuideScreen = ({ deps, desk, state }: DeskScreenProps) => {
  const t = useT("desk");
  const format = useFormat();
  const screen = useTexts().language().code;
  const model = useMemo(() => createGuideModel(deps, desk, screen), [deps, desk]);
  const guide = model.guide.value;
  if (!guide) return <Busy />;
  const codebook = state.rounds[0]?.fields.codebook;
  const language = model.language.value;
  const gaps = findGaps(guide, language);
  return (
    <Page title={t("guide.title")} lead={t("guide.lead")} namespace="desk">
      <FailureAlert failure={model.failure.value} />
      <div class="stack form">
        <TextField
          label={t("guide.name")}
          maxLength={200}
          value={guide.name}
          onInput={model.setName}
        />
        <SelectField
          label={t("guide.language")}
          value={language}
          options={writtenLanguages.map(({ code, endonym }) => ({
            value: code,
            label: endonym,
            lang: code,
          }))}
          onChange={(next) => {
            model.language.value = next;
          }}
        />
        <p role="status">
          {gaps.length === 0 ? t("guide.complete") : t("guide.gaps", { count: gaps.length })}
          {model.savedAt.value !== undefined &&
            ` · ${t("guide.saved", { time: format.time(model.savedAt.value) })}`}
        </p>
      </div>
      <Section title={t("guide.questions")}>
        <QuestionEditor model={model} guide={guide} codebook={codebook} />
      </Section>
      <Section title={t("guide.texts")}>
        <TextsEditor model={model} guide={guide} />
      </Section>
      <Section title={t("guide.definitions")}>
        <DefinitionEditor model={model} guide={guide} codebook={codebook} deps={deps} />
      </Section>
      <Section title={t("guide.files")}>
        <GuideFiles model={model} />
        <TakeInto model={model} rounds={openRounds(state)} />
      </Section>
      {model.undoable.value && (
        <UndoBar
          message={t(model.undoable.value === "removed" ? "guide.removed" : "guide.loaded")}
          onUndo={model.undo}
        />
      )}
    </Page>
  );
};

const GuideFiles = ({ model }: { readonly model: GuideModel }) => {
  const t = useT("desk");
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (file) model.load(new Uint8Array(await file.arrayBuffer()));
  };
  const saveFile = () => {
    const guide = model.guide.value;
    if (!guide) return;
    const url = URL.createObjectURL(new Blob([toGuideFile(guide)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${guide.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div class="stack form">
      <Button onClick={saveFile}>{t("guide.saveFile")}</Button>
      <FileDrop
        label={t("guide.load")}
        hint={t("guide.loadHint")}
        onFiles={(files) => void take(files)}
      />
    </div>
  );
};

const TakeInto = (props: { readonly model: GuideModel; readonly rounds: readonly RoundRow[] }) => {
  const t = useT("desk");
  const { model, rounds } = props;
  if (rounds.length === 0) {
    return (
      <Message>
        <p>{t("guide.nextRound")}</p>
      </Message>
    );
  }
  return (
    <div class="stack">
      <p>{t("guide.takeBody")}</p>
      <div class="actions">
        {rounds.map(({ roundId, fields }) => (
          <Button key={roundId} onClick={() => void model.takeInto(roundId)}>
            {t("guide.takeInto", { round: fields.name })}
          </Button>
        ))}
      </div>
    </div>
  );
};
