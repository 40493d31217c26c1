// Before notes leave: how many may hold personal data, and which they are. Advice: the button beside it works all the same.
import { useRef } from "preact/hooks";
import type { HintedNote } from "../../domain/privacy/hinted-notes.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { HintList } from "./privacy-hints.tsx";

export type HintedPartProps = {
  readonly notes: readonly HintedNote[];
  /** Where a text is put right. */
  readonly writeHref: string;
  readonly onDismiss: (word: string) => Promise<void>;
};

export const HintedPart = ({ notes, writeHref, onDismiss }: HintedPartProps) => {
  const t = useT("hints");
  const spoken = useTexts().spoken("hints");
  const place = useRef<HTMLDivElement>(null);
  return (
    <div class="hinted" ref={place} tabIndex={-1} lang={spoken.code} dir={spoken.dir}>
      {notes.length === 0 ? (
        <p class="muted">{t("closing.none")}</p>
      ) : (
        <Disclosure summary={t("closing.count", { count: notes.length })}>
          <p>{t("closing.body")}</p>
          {notes.map(({ noteId, parts }) => (
            <div class="hinted-note" key={noteId}>
              {parts.map(({ text, lang, hints }) => (
                <div key={lang}>
                  <NoteText text={text} lang={lang} size="small" />
                  <HintList
                    hints={hints}
                    lang={lang}
                    onDismiss={(hint) => void onDismiss(hint.text)}
                    onEmptied={() => place.current?.focus({ preventScroll: true })}
                  />
                </div>
              ))}
            </div>
          ))}
          <div class="actions">
            <LinkButton href={writeHref}>{t("closing.write")}</LinkButton>
          </div>
        </Disclosure>
      )}
    </div>
  );
};
