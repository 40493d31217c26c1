// Who and in which languages. The app's, the talk's and the notes' languages are three different things.
import { writtenLanguage, writtenLanguages } from "../../i18n/languages.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import { noticeText, type StartModel, type StartState } from "./start-model.ts";

type Props = {
  readonly model: StartModel;
  readonly state: Extract<StartState, { readonly at: "ready" }>;
};

const languageOptions = writtenLanguages.map(({ code, endonym }) => ({
  value: code,
  label: endonym,
  lang: code,
}));

export const StartForm = ({ model, state }: Props) => {
  const t = useT("session");
  const form = model.form.value;
  return (
    <>
      <Section title={t("start.peopleTitle")}>
        <TextField
          type="number"
          label={t("start.people")}
          hint={t("start.peopleHint")}
          optional
          min={1}
          max={500}
          value={form.people}
          error={model.peopleWrong.value ? t("start.peopleWrong") : undefined}
          onInput={(people) => model.change({ people })}
        />
        <SelectField
          label={t("start.sessionLanguage")}
          value={form.sessionLanguage}
          options={languageOptions}
          onChange={(sessionLanguage) => model.change({ sessionLanguage })}
        />
        <SelectField
          label={t("start.noteLanguage")}
          hint={t("start.noteLanguageHint")}
          value={form.noteLanguage}
          options={languageOptions}
          onChange={(noteLanguage) => model.change({ noteLanguage })}
        />
      </Section>
      <Notice model={model} state={state} />
    </>
  );
};

const Notice = ({ model, state }: Props) => {
  const t = useT("session");
  const { noticeLanguage, noticeRead } = model.form.value;
  const { guide, receiver } = state;
  const spoken = writtenLanguage(noticeLanguage);
  const text = guide && noticeText(guide, noticeLanguage, receiver?.name ?? "…");
  const languages = Object.keys(guide?.notice ?? {});
  return (
    <Section title={t("start.notice")}>
      {languages.length > 1 && (
        <SelectField
          label={t("start.noticeLanguage")}
          value={noticeLanguage}
          options={languages.map((code) => ({
            value: code,
            label: writtenLanguage(code).endonym,
            lang: code,
          }))}
          onChange={(lang) => model.change({ noticeLanguage: lang })}
        />
      )}
      {text ? (
        <p class="notice-text" lang={spoken.code} dir={spoken.dir}>
          {text}
        </p>
      ) : (
        <p>{t("start.noNotice")}</p>
      )}
      <Checkbox
        label={t("start.noticeRead")}
        hint={t("start.noticeReadHint")}
        checked={noticeRead}
        onChange={(checked) => model.change({ noticeRead: checked })}
      />
    </Section>
  );
};
