// What the scribe may have to read in the middle of it all: what to do when something alarming was said, and the keys.
// They stand between log and field, never over them.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { chooseText } from "../session/session-contents.ts";
import { useCapture } from "./capture-context.ts";
import { KeyList } from "./key-list.tsx";

const ReadingPanel = (props: { readonly title: string; readonly children: ComponentChildren }) => {
  const { panel, field } = useCapture();
  const t = useT("common");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section class="capture-panel reading" aria-label={props.title}>
      <div class="reading-head">
        <h2 ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
        <Button
          onClick={() => {
            panel.value = "none";
            field.current?.focus();
          }}
        >
          {t("action.close")}
        </Button>
      </div>
      {props.children}
    </section>
  );
};

export const AlarmPanel = () => {
  const { guide, model } = useCapture();
  const t = useT("scribe");
  const language = useTexts().language().code;
  const session = model.log.session.value?.fields.languages ?? [];
  const words = chooseText(guide.alarm, [language, ...session]);
  return (
    <ReadingPanel title={t("alarm.title")}>
      {words ? (
        <p class="reading-words" lang={words.lang} dir="auto">
          {words.text}
        </p>
      ) : (
        <p class="reading-words">{t("alarm.missing")}</p>
      )}
      <p class="muted">{t("alarm.noNote")}</p>
    </ReadingPanel>
  );
};

export const KeysPanel = () => {
  const { settings, codebook } = useCapture();
  const t = useT("scribe");
  const enter = settings.enterAddsLine ? "Ctrl + Enter" : "Enter";
  const line = settings.enterAddsLine ? "Enter" : "Shift + Enter";
  return (
    <ReadingPanel title={t("keys.title")}>
      <KeyList
        rows={[
          [enter, t("keys.save")],
          [line, t("keys.line")],
          [`Alt + 1…${codebook.dimensions.length}`, t("keys.dimension")],
          ["Alt + S", t("keys.star")],
          ["Alt + ↑", t("keys.edit")],
          ["Alt + N", t("keys.next")],
          ["Alt + Z", t("keys.undo")],
          ["Esc", t("keys.close")],
        ]}
      />
      {settings.inlineCodes && (
        <>
          <h3>{t("keys.codes")}</h3>
          <KeyList
            rows={[
              ["p3 ", t("keys.codeSpeaker")],
              [" #2", t("keys.codeDimension")],
              [" !", t("keys.codeStar")],
              [" ?", t("keys.codeUnfinished")],
              ["”…”", t("keys.codeQuote")],
            ]}
          />
        </>
      )}
    </ReadingPanel>
  );
};
