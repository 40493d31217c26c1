// The parts of the question set's editor. Every text is written in the language chosen above; the Finnish or another
// existing text stands beside an empty one, so that a translator sees what to translate.
import { type Codebook, labelOf } from "../../domain/codebook.ts";
import type { Guide, Question } from "../../domain/guide.ts";
import type { Localized, Tag } from "../../domain/schema.ts";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { GuideModel } from "./guide-model.ts";
import { useAnswer } from "./paper-parts.tsx";

type Props = {
  readonly model: GuideModel;
  readonly guide: Guide;
  readonly codebook: Codebook | undefined;
};

const LocalText = (props: {
  readonly label: string;
  readonly texts: Localized;
  readonly language: string;
  readonly rows?: number;
  readonly maxLength: number;
  readonly onInput: (text: string) => void;
}) => {
  const { label, texts, language, rows = 2, maxLength, onInput } = props;
  const text = texts[language] ?? "";
  const other = ["fi", "sv", "en"].find((code) => code !== language && texts[code]);
  const model = text === "" && other ? texts[other] : undefined;
  return (
    <TextArea
      label={label}
      hint={
        model === undefined ? undefined : (
          <span lang={other} dir="auto">
            {writtenLanguage(other ?? "").endonym}: {model}
          </span>
        )
      }
      lang={language}
      rows={rows}
      maxLength={maxLength}
      value={text}
      onInput={onInput}
    />
  );
};

export const QuestionEditor = ({ model, guide, codebook }: Props) => {
  const t = useT("desk");
  return (
    <>
      <ol class="ruled question-list">
        {guide.questions.map((question, index) => (
          <li key={question.id}>
            <OneQuestion
              model={model}
              question={question}
              codebook={codebook}
              number={index + 1}
              last={guide.questions.length}
            />
          </li>
        ))}
      </ol>
      <Button onClick={model.addQuestion}>{t("guide.addQuestion")}</Button>
    </>
  );
};

const OneQuestion = (props: {
  readonly model: GuideModel;
  readonly question: Question;
  readonly codebook: Codebook | undefined;
  readonly number: number;
  readonly last: number;
}) => {
  const t = useT("desk");
  const screen = useTexts().language().code;
  const { model, question, codebook, number, last } = props;
  const { id } = question;
  return (
    <div class="stack">
      <LocalText
        label={t("guide.question", { number })}
        texts={question.text}
        language={model.language.value}
        maxLength={1_000}
        onInput={(text) => model.setQuestion(id, { text })}
      />
      <div class="fields-row">
        {codebook && (
          <SelectField
            label={t("guide.dimension")}
            value={question.dimension ?? ""}
            options={[
              { value: "", label: t("guide.noDimension") },
              ...codebook.dimensions.map((each) => ({
                value: each.id as string,
                label: labelOf(codebook.dimensions, each.id, screen),
              })),
            ]}
            onChange={(next) =>
              model.setDimension(id, codebook.dimensions.find((each) => each.id === next)?.id)
            }
          />
        )}
        <TextField
          label={t("guide.minutes")}
          optional
          type="number"
          min={1}
          max={240}
          value={question.minutes === undefined ? "" : String(question.minutes)}
          onInput={(next) => {
            const minutes = /^\d{1,3}$/.test(next) ? Number(next) : undefined;
            model.setMinutes(id, minutes && minutes <= 240 ? minutes : undefined);
          }}
        />
      </div>
      <div class="actions">
        <Button
          kind="quiet"
          aria-label={t("guide.upOf", { number })}
          disabled={number === 1}
          onClick={() => model.moveQuestion(id, -1)}
        >
          {t("guide.up")}
        </Button>
        <Button
          kind="quiet"
          aria-label={t("guide.downOf", { number })}
          disabled={number === last}
          onClick={() => model.moveQuestion(id, 1)}
        >
          {t("guide.down")}
        </Button>
        <Button
          kind="quiet"
          aria-label={t("guide.removeOf", { number })}
          disabled={last === 1}
          onClick={() => model.removeQuestion(id)}
        >
          {t("guide.remove")}
        </Button>
      </div>
    </div>
  );
};

export const TextsEditor = ({ model, guide }: Omit<Props, "codebook">) => {
  const t = useT("desk");
  const language = model.language.value;
  return (
    <div class="stack form">
      <p>{t("guide.noticeBody")}</p>
      <LocalText
        label={t("guide.notice")}
        texts={guide.notice}
        language={language}
        rows={6}
        maxLength={5_000}
        onInput={(text) => model.setPart("notice", text)}
      />
      <p>{t("guide.alarmBody")}</p>
      <LocalText
        label={t("guide.alarm")}
        texts={guide.alarm}
        language={language}
        rows={6}
        maxLength={5_000}
        onInput={(text) => model.setPart("alarm", text)}
      />
    </div>
  );
};

export const DefinitionEditor = (props: Props & { readonly deps: Pick<AppDeps, "contents"> }) => {
  const t = useT("desk");
  const screen = useTexts().language().code;
  const { model, guide, deps } = props;
  const shipped = useAnswer(() => deps.contents.currentCodebook(), []);
  const codebook = props.codebook ?? shipped;
  const language = model.language.value;
  if (!codebook) return null;
  const edit = (id: Tag, label: string) => {
    const definition = guide.definitions.find((each) => each.id === id);
    return (
      <div key={id} class="stack">
        <LocalText
          label={t("guide.meaning", { name: label })}
          texts={definition?.meaning ?? {}}
          language={language}
          maxLength={1_000}
          onInput={(text) => model.setDefinition(id, "meaning", text)}
        />
        <LocalText
          label={t("guide.example", { name: label })}
          texts={definition?.example ?? {}}
          language={language}
          maxLength={1_000}
          onInput={(text) => model.setDefinition(id, "example", text)}
        />
      </div>
    );
  };
  return (
    <div class="stack form">
      {codebook.dimensions.map(({ id }) => {
        const label = labelOf(codebook.dimensions, id, screen);
        const under = codebook.subThemes.filter(({ dimension }) => dimension === id);
        return (
          <Disclosure key={id} summary={t("guide.dimensionTexts", { name: label })}>
            <div class="stack">
              {edit(id, label)}
              {under.map((each) => edit(each.id, labelOf(codebook.subThemes, each.id, screen)))}
            </div>
          </Disclosure>
        );
      })}
    </div>
  );
};
