// Text from somewhere else: a line a note. Pasted first, looked at as lines then; nothing is saved by pasting.

import { writtenLanguage } from "../../../i18n/languages.ts";
import { useAnnounce } from "../../../ui/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { SelectField, TextArea } from "../../../ui/field.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { RoundRow } from "../desk-view.ts";
import { toTexts } from "./entered-lines.ts";
import type { EnteringModel } from "./entering-model.ts";

export const PastePart = (props: { readonly model: EnteringModel; readonly round: RoundRow }) => {
  const t = useT("entering");
  const announce = useAnnounce();
  const { model, round } = props;
  const languages = [...new Set([...round.fields.languages, model.lang.value])];
  const count = toTexts(model.pasted.value).length;
  return (
    <Disclosure summary={t("paste.title")} open={model.lines.value.length === 0}>
      <div class="stack form">
        <TextArea
          label={t("paste.text")}
          hint={t("paste.hint")}
          rows={6}
          lang={model.lang.value}
          value={model.pasted.value}
          onInput={model.setPasted}
        />
        <SelectField
          label={t("paste.language")}
          value={model.lang.value}
          options={languages.map((code) => ({
            value: code,
            label: writtenLanguage(code).endonym,
            lang: code,
          }))}
          onChange={(next) => {
            model.lang.value = next;
          }}
        />
        <Button
          disabled={count === 0}
          onClick={() => announce(t("paste.taken", { count: model.take() }))}
        >
          {t("paste.take", { count })}
        </Button>
      </div>
    </Disclosure>
  );
};
