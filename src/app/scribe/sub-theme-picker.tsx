// Sub-themes of the chosen dimensions, or those that a search finds in any. Their meanings on request, with an example.
import { useSignal } from "@preact/signals";
import { labelOf } from "../../domain/codebook.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { TextField } from "../../ui/field.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { chooseText } from "../session/session-contents.ts";
import { toggleSubTheme } from "../session/tag-changes.ts";
import { useCapture } from "./capture-context.ts";

const fold = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const Meaning = ({ id, language }: { readonly id: string; readonly language: string }) => {
  const { guide } = useCapture();
  const definition = guide.definitions.find((each) => each.id === id);
  const meaning = definition && chooseText(definition.meaning, [language]);
  const example = definition && chooseText(definition.example, [language]);
  return (
    <>
      {meaning && <small lang={meaning.lang}>{meaning.text}</small>}
      {example && (
        <small lang={example.lang} class="sub-theme-example">
          {example.text}
        </small>
      )}
    </>
  );
};

export const SubThemePicker = () => {
  const { model, codebook } = useCapture();
  const t = useT("scribe");
  const language = useTexts().language().code;
  const search = useSignal("");
  const hasMeanings = useSignal(false);
  const { fields } = model.target.value;
  const wanted = fold(search.value.trim());
  const shown = codebook.subThemes.filter(({ id, dimension, label }) =>
    wanted === ""
      ? fields.dimensions.includes(dimension) || fields.subThemes.includes(id)
      : fold(`${id} ${Object.values(label).join(" ")}`).includes(wanted),
  );
  return (
    <section class="detail sub-themes">
      <h2 class="detail-title">{t("detail.subThemes")}</h2>
      <div class="sub-theme-tools">
        <TextField
          label={t("detail.search")}
          type="search"
          value={search.value}
          onInput={(value) => {
            search.value = value;
          }}
        />
        <Button
          kind="quiet"
          aria-pressed={hasMeanings.value}
          onClick={() => {
            hasMeanings.value = !hasMeanings.value;
          }}
        >
          {t("detail.definitions")}
        </Button>
      </div>
      {shown.length === 0 && (
        <p class="muted">{wanted === "" ? t("detail.subThemesHint") : t("detail.none")}</p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce a form group. */}
      <div
        role="group"
        aria-label={t("detail.subThemes")}
        class={hasMeanings.value ? "sub-theme-list" : "chips"}
      >
        {shown.map(({ id, dimension }) => (
          <div key={id} class="sub-theme">
            <Chip
              pressed={fields.subThemes.includes(id)}
              onPress={() => void model.tag(toggleSubTheme(id, dimension))}
            >
              {labelOf(codebook.subThemes, id, language)}
            </Chip>
            {hasMeanings.value && <Meaning id={id} language={language} />}
          </div>
        ))}
      </div>
    </section>
  );
};
