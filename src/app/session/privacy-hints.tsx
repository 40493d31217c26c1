// The hints of a text as a quiet ruled list: what was seen and why, one tap to mask it, one to say that it is no personal
// data. Advice only: it blocks nothing, takes no focus, and lies over nothing.
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { PrivacyHint } from "../../domain/privacy/hint.ts";
import { useAnnounce } from "../../ui/announcer.tsx";
import { Button } from "../../ui/button.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { hintReason, hintTitle, notWords } from "./hint-words.ts";
import { createPrivacyHintsModel, type PrivacyHintsModel } from "./privacy-hints-model.ts";
import "./privacy-hints.css";

/** Says once that something was seen: when the first hint of a text comes, and again only after it had none. */
export const useFirstHintSaid = (count: number): void => {
  const announce = useAnnounce();
  const t = useT("hints");
  const hadSome = useRef(false);
  useEffect(() => {
    if (count > 0 && !hadSome.current) announce(t("appeared"));
    hadSome.current = count > 0;
  }, [count > 0]);
};

export type HintListProps = {
  readonly hints: readonly PrivacyHint[];
  readonly lang: string;
  /** Absent where the text cannot be changed. */
  readonly onMask?: ((hint: PrivacyHint) => void) | undefined;
  readonly onDismiss: (hint: PrivacyHint) => void;
  /** Focus was on the last hint, which is gone with its list. */
  readonly onEmptied: () => void;
};

export const HintList = ({ hints, lang, onMask, onDismiss, onEmptied }: HintListProps) => {
  const t = useT("hints");
  const spoken = useTexts().spoken("hints");
  const list = useRef<HTMLUListElement>(null);
  /** The pressed button goes away with its hint; whoever came by the keyboard stays in the list. */
  const stay = (event: { readonly currentTarget: HTMLElement }, act: () => void) => {
    const hadFocus = document.activeElement === event.currentTarget;
    act();
    if (!hadFocus) return;
    if (hints.length > 1) list.current?.focus({ preventScroll: true });
    else onEmptied();
  };
  return (
    <ul
      class="hint-list"
      ref={list}
      tabIndex={-1}
      aria-label={t("label")}
      lang={spoken.code}
      dir={spoken.dir}
    >
      {hints.map((hint) => {
        const not = notWords(t, hint);
        return (
          <li key={`${hint.start} ${hint.text}`}>
            <p class="hint-seen">
              <strong>{hintTitle(t, hint)}</strong>{" "}
              <bdi lang={lang} class="hint-text">
                {hint.text}
              </bdi>
            </p>
            <p class="hint-reason">{hintReason(t, hint)}</p>
            <div class="hint-actions">
              {onMask && (
                <Button
                  aria-label={t("maskOf", { text: hint.text })}
                  onClick={(event) => stay(event, () => onMask(hint))}
                >
                  {t("mask")}
                </Button>
              )}
              <Button
                kind="quiet"
                aria-label={not.spoken}
                onClick={(event) => stay(event, () => onDismiss(hint))}
              >
                {not.shown}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
};

/** A model that follows the text of now. */
export const usePrivacyHints = (
  { text, lang, known }: Pick<PrivacyHintsProps, "text" | "lang" | "known">,
  { pauseMs = 0, onMask, onDismiss }: Omit<PrivacyHintsProps, "text" | "lang" | "known">,
): PrivacyHintsModel => {
  const latest = useRef({ onMask, onDismiss });
  latest.current = { onMask, onDismiss };
  const model = useMemo(
    () =>
      createPrivacyHintsModel({
        pauseMs,
        onMask: (newText) => latest.current.onMask(newText),
        onDismiss: (word) => latest.current.onDismiss(word),
      }),
    [pauseMs],
  );
  useEffect(() => model.stop, [model]);
  useEffect(() => model.look(text, lang, known), [model, text, lang, known]);
  return model;
};

export type PrivacyHintsProps = {
  readonly text: string;
  /** Language of the text. */
  readonly lang: string;
  /** What has been said to be no personal data. */
  readonly known: readonly string[];
  readonly pauseMs?: number;
  readonly onMask: (newText: string) => void;
  readonly onDismiss: (word: string) => void;
};

/** For a text under review. Draws nothing where nothing was seen. */
export const PrivacyHints = ({ text, lang, known, ...rest }: PrivacyHintsProps) => {
  const t = useT("hints");
  const model = usePrivacyHints({ text, lang, known }, rest);
  const hints = model.hints.value;
  const masked = model.masked.value;
  const place = useRef<HTMLDivElement>(null);
  useFirstHintSaid(hints.length);
  return (
    <div class="privacy-hints" ref={place} tabIndex={-1}>
      {hints.length > 0 && (
        <HintList
          hints={hints}
          lang={lang}
          onMask={model.mask}
          onDismiss={model.dismiss}
          onEmptied={() => place.current?.focus({ preventScroll: true })}
        />
      )}
      {masked !== undefined && (
        <UndoBar message={t("masked", { text: masked })} onUndo={model.undo} />
      )}
    </div>
  );
};
