// A note of the reviewer's own: what the table said and nobody wrote, or what was seen.

import { useEffect, useRef } from "preact/hooks";
import { maxNoteLength } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { useReview } from "./review-context.ts";

export const ReviewOwn = () => {
  const { model, writing, contents } = useReview();
  const t = useT("review");
  const language = useTexts().language().code;
  const text = writing.open.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const isOpen = text?.mode === "add";
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  if (text?.mode !== "add") {
    return (
      <div class="actions">
        <Button kind="quiet" onClick={() => writing.begin("add", undefined, "")}>
          {t("own.begin")}
        </Button>
      </div>
    );
  }
  const save = async () => {
    if (text.text.trim() === "") return;
    const lang = contents.usualLanguage ?? language;
    if (await model.add(text.text.trim(), lang, [])) await writing.end();
  };
  return (
    <Section title={t("own.title")}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label={t("own.label")}
          hint={t("own.hint")}
          value={text.text}
          rows={3}
          inputRef={field}
          maxLength={maxNoteLength}
          onInput={writing.type}
        />
        <div class="actions">
          <Button type="submit" kind="primary">
            {t("own.save")}
          </Button>
          <Button kind="quiet" onClick={() => void writing.end()}>
            {t("text.cancel")}
          </Button>
        </div>
      </form>
    </Section>
  );
};
