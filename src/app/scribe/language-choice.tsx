// In which language it is said or written, and a translation beside it with who made it: always of the note in the field.
import { writtenLanguage, writtenLanguages } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { SelectField } from "../../ui/field.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { useCapture } from "./capture-context.ts";

const translators = ["scribe", "interpreter"] as const;
const translatorKeys = { scribe: "detail.byScribe", interpreter: "detail.byInterpreter" } as const;

/** The session's own languages first. */
const useLanguageOptions = (present: readonly string[]) => {
  const { model } = useCapture();
  const session = model.log.session.value?.fields.languages ?? [];
  const all = writtenLanguages.map(({ code }) => code);
  return [...new Set([...present, ...session, ...all])].map((code) => ({
    value: code,
    label: writtenLanguage(code).endonym,
    lang: code,
  }));
};

const TranslationChoice = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  const own = useTexts().language().code;
  const { translation, lang } = model.draft.value;
  const options = useLanguageOptions([own]);
  if (!translation) {
    const other = lang === own ? (own === "fi" ? "sv" : "fi") : own;
    const open = () => model.change({ translation: { text: "", lang: other, by: "interpreter" } });
    return <Button onClick={open}>{t("detail.addTranslation")}</Button>;
  }
  return (
    <>
      <SelectField
        label={t("detail.translationLanguage")}
        value={translation.lang}
        options={options}
        onChange={(value) => model.change({ translation: { ...translation, lang: value } })}
      />
      <ToggleGroup label={t("detail.by")}>
        {translators.map((by) => (
          <Chip
            key={by}
            pressed={translation.by === by}
            onPress={() => model.change({ translation: { ...translation, by } })}
          >
            {t(translatorKeys[by])}
          </Chip>
        ))}
      </ToggleGroup>
      <Button onClick={model.dropTranslation}>{t("detail.dropTranslation")}</Button>
    </>
  );
};

export const LanguageChoice = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  const { lang } = model.draft.value;
  const options = useLanguageOptions([lang]);
  return (
    <section class="detail language-choice">
      <SelectField
        label={t("detail.language")}
        value={lang}
        options={options}
        onChange={model.setLanguage}
      />
      <TranslationChoice />
    </section>
  );
};
