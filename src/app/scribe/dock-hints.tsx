// What the text being written may give away, in the last line of the dock: a line that is there anyway, so that nothing
// moves when a hint comes. The whole list, with its reasons, opens over that line when it is asked for.
import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { hintReason, hintTitle, notWords } from "../session/hint-words.ts";
import { addKnownWord, readKnownWords } from "../session/known-words.ts";
import { HintList, useFirstHintSaid, usePrivacyHints } from "../session/privacy-hints.tsx";
import { useCapture } from "./capture-context.ts";
import "./dock-hints.css";

const pauseMs = 700;

/** The words come after the part itself; without them there is nothing to show. */
const useWords = (): boolean => {
  const texts = useTexts();
  const [hasCome, setHasCome] = useState(false);
  useEffect(() => {
    texts.need("hints").then(
      () => setHasCome(true),
      () => undefined,
    );
  }, [texts]);
  return hasCome;
};

export const DockHints = () => (useWords() ? <Hints /> : null);

const useKnownWords = () => {
  const { box } = useCapture();
  const known = useSignal<readonly string[]>([]);
  useEffect(() => {
    void readKnownWords(box).then((read) => {
      if (read.ok) known.value = [...new Set([...read.value, ...known.value])];
    });
  }, [box, known]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  /** Holds at once; where the disk refuses, until the screen closes. One after the other: each adds to what it reads. */
  const add = (word: string) => {
    known.value = [...known.value, word];
    last.current = last.current.then(() => addKnownWord(box, word));
  };
  return { known: known.value, add };
};

const Hints = () => {
  const { model, field } = useCapture();
  const t = useT("hints");
  const spoken = useTexts().spoken("hints");
  const isOpen = useSignal(false);
  const { known, add } = useKnownWords();
  const { text, lang, translation } = model.draft.value;
  const own = usePrivacyHints(
    { text, lang, known },
    { pauseMs, onMask: (next) => model.change({ text: next }), onDismiss: add },
  );
  const beside = usePrivacyHints(
    { text: translation?.text ?? "", lang: translation?.lang ?? lang, known },
    {
      pauseMs,
      onMask: (next) => {
        if (translation) model.change({ translation: { ...translation, text: next } });
      },
      onDismiss: add,
    },
  );
  const isOwn = own.hints.value.length > 0;
  const shown = isOwn ? own : beside;
  const shownLang = isOwn ? lang : (translation?.lang ?? lang);
  const count = own.hints.value.length + beside.hints.value.length;
  const [first] = shown.hints.value;
  const masked = own.masked.value ?? beside.masked.value;
  useFirstHintSaid(count);
  const back = () => field.current?.focus();

  const undo = masked !== undefined && (
    <UndoBar
      message={t("masked", { text: masked })}
      onUndo={() => {
        (own.masked.value === undefined ? beside : own).undo();
        back();
      }}
    />
  );

  if (!first) {
    if (!undo) return null;
    return (
      <div class="dock-hint" lang={spoken.code} dir={spoken.dir}>
        {undo}
      </div>
    );
  }
  const not = notWords(t, first);
  return (
    <>
      <div class="dock-hint" lang={spoken.code} dir={spoken.dir}>
        <Button
          kind="quiet"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          <span class="dock-hint-words">
            {hintTitle(t, first)}: <bdi lang={shownLang}>{first.text}</bdi>
            {count > 1 && ` ${t("more", { count: count - 1 })}`}
          </span>
          <span class="dock-hint-reason">{hintReason(t, first)}</span>
        </Button>
        <Button
          aria-label={t("maskOf", { text: first.text })}
          onClick={() => {
            shown.mask(first);
            back();
          }}
        >
          {t("mask")}
        </Button>
        <Button
          kind="quiet"
          aria-label={not.spoken}
          onClick={() => {
            shown.dismiss(first);
            back();
          }}
        >
          {not.shown}
        </Button>
      </div>
      {isOpen.value && (
        <div class="dock-hint-list">
          {[own, beside].map(
            (each, at) =>
              each.hints.value.length > 0 && (
                <HintList
                  key={at === 0 ? "own" : "beside"}
                  hints={each.hints.value}
                  lang={each === own ? lang : (translation?.lang ?? lang)}
                  onMask={each.mask}
                  onDismiss={each.dismiss}
                  onEmptied={back}
                />
              ),
          )}
          {undo}
        </div>
      )}
    </>
  );
};
