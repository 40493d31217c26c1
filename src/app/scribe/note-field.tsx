// The field and, beside it, the line for a translation. Plain textareas, so that handwriting and every keyboard work.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { useT } from "../../ui/use-texts.ts";
import { useCapture } from "./capture-context.ts";

/** Enter saves, Shift+Enter starts a line; some keyboards tell of Enter only as a line break about to be inserted. */
const useEnter = (element: { readonly current: HTMLTextAreaElement | null }) => {
  const { model, settings } = useCapture();
  useEffect(() => {
    const area = element.current;
    if (!area) return undefined;
    let wantsLine = settings.enterAddsLine;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing) return;
      const isCommand = event.ctrlKey || event.metaKey;
      wantsLine = !isCommand && (event.shiftKey || settings.enterAddsLine);
      if (wantsLine) return;
      event.preventDefault();
      void model.save();
    };
    const onBeforeInput = (event: InputEvent) => {
      const isBreak =
        event.inputType === "insertLineBreak" || event.inputType === "insertParagraph";
      if (!isBreak || event.isComposing) return;
      if (!wantsLine) {
        event.preventDefault();
        void model.save();
      }
      wantsLine = settings.enterAddsLine;
    };
    area.addEventListener("keydown", onKey);
    area.addEventListener("beforeinput", onBeforeInput);
    return () => {
      area.removeEventListener("keydown", onKey);
      area.removeEventListener("beforeinput", onBeforeInput);
    };
  }, [model, settings, element]);
};

/** As high as its text where the browser cannot do so by style. */
const useGrowth = (element: { readonly current: HTMLTextAreaElement | null }, text: string) => {
  useLayoutEffect(() => {
    const area = element.current;
    if (!area || text === undefined || CSS.supports?.("field-sizing", "content")) return;
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + 4}px`;
  }, [element, text]);
};

const attributes = {
  autocomplete: "off",
  autocapitalize: "sentences",
  writingsuggestions: "false",
  rows: 1,
  dir: "auto",
} as const;

const SourceField = () => {
  const { model, settings, field } = useCapture();
  const t = useT("scribe");
  const { text, lang } = model.draft.value;
  const caret = useRef<number | undefined>(undefined);
  useEnter(field);
  useGrowth(field, text);
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const take = (area: HTMLTextAreaElement, isComposing: boolean) => {
    const place = model.typed(area.value, area.selectionStart, isComposing);
    if (place !== area.selectionStart) caret.current = place;
  };
  return (
    <textarea
      {...attributes}
      ref={field}
      class="input note-field"
      aria-label={t("dock.text")}
      placeholder={t("dock.text")}
      lang={lang}
      spellcheck={settings.spellCheck}
      enterkeyhint={settings.enterAddsLine ? "enter" : "send"}
      value={text}
      onInput={(event) => take(event.currentTarget, event.isComposing)}
      onCompositionEnd={(event) => take(event.currentTarget, false)}
      onKeyDown={(event) => {
        const { selectionStart, selectionEnd } = event.currentTarget;
        if (event.key !== "Backspace" || event.isComposing || selectionStart !== selectionEnd)
          return;
        const place = model.giveBack();
        if (place === undefined) return;
        event.preventDefault();
        caret.current = place;
      }}
    />
  );
};

/** The line stays for the next note: an interpreted talk goes on. An empty one is put away with a press. */
const TranslationField = () => {
  const { model, settings, field } = useCapture();
  const t = useT("scribe");
  const area = useRef<HTMLTextAreaElement>(null);
  const { translation } = model.draft.value;
  useEnter(area);
  useGrowth(area, translation?.text ?? "");
  if (!translation) return null;
  const label = t("detail.translation", { language: writtenLanguage(translation.lang).endonym });
  return (
    <div class="note-beside">
      <textarea
        {...attributes}
        ref={area}
        class="input note-field note-field-translation"
        aria-label={label}
        placeholder={label}
        lang={translation.lang}
        spellcheck={settings.spellCheck}
        enterkeyhint={settings.enterAddsLine ? "enter" : "send"}
        value={translation.text}
        onInput={(event) =>
          model.change({ translation: { ...translation, text: event.currentTarget.value } })
        }
      />
      {translation.text === "" && (
        <Button
          kind="quiet"
          aria-label={t("detail.dropTranslation")}
          onClick={() => {
            model.dropTranslation();
            field.current?.focus();
          }}
        >
          <span aria-hidden="true">✕</span>
        </Button>
      )}
    </div>
  );
};

/** Tab goes from the words to their translation and Shift+Tab back: they are neighbours. */
export const NoteField = () => {
  const { model } = useCapture();
  return (
    <div class="note-fields">
      <SourceField />
      {model.draft.value.translation && <TranslationField />}
    </div>
  );
};
