// One note of the log: time, speaker, words, tags. Drawn anew only when the note itself, its openness or the language
// changed: the log may hold hundreds.
import { useMemo } from "preact/hooks";
import type { NoteView } from "../../domain/notes.ts";
import type { EntityId } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { DimensionMark } from "../../ui/dimension-mark.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { polaritySign } from "../../ui/polarity-mark.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { speakerWord } from "../session/speaker-words.ts";
import { createLazyScreen } from "../shell/lazy-screen.tsx";
import { useDimensions } from "./dimension-chips.tsx";
import { toExcerpt } from "./undo-stack.ts";

/** Opened by a tap: it comes after the field, and before the tap where the network allows. */
export const loadRowActions = async () => (await import("./row-actions.tsx")).RowActions;
const RowActions = createLazyScreen({ load: loadRowActions, namespaces: ["scribe"] });

type RowProps = {
  readonly note: NoteView;
  readonly isOpen: boolean;
  readonly isEdited: boolean;
  readonly onToggle: (noteId: EntityId) => void;
};

const polarityKeys = {
  strengthens: "polarity.strengthens",
  weakens: "polarity.weakens",
  mixed: "polarity.mixed",
} as const;

const Tags = ({ note }: { readonly note: NoteView }) => {
  const t = useT("scribe");
  const tCommon = useT("common");
  const dimensions = useDimensions();
  const { fields } = note;
  const { polarity, agreement } = fields;
  return (
    <div class="row-tags">
      {fields.dimensions.map((id) => {
        const known = dimensions.find((each) => each.id === id);
        return known ? (
          <DimensionMark key={id} number={known.number} word={known.word} />
        ) : (
          <span key={id}>{id}</span>
        );
      })}
      {fields.dimensions.length === 0 && <span class="row-untagged">{t("row.untagged")}</span>}
      {polarity && (
        <span>
          <span aria-hidden="true">{polaritySign(polarity)} </span>
          {tCommon(polarityKeys[polarity])}
        </span>
      )}
      {fields.star && (
        <span>
          <span aria-hidden="true">★ </span>
          {t("detail.star")}
        </span>
      )}
      {fields.unfinished && (
        <span>
          <span aria-hidden="true">… </span>
          {t("detail.unfinished")}
        </span>
      )}
      {agreement && <span>{t("row.agreement", agreement)}</span>}
    </div>
  );
};

const Words = ({ note }: { readonly note: NoteView }) => {
  const t = useT("scribe");
  const { fields, rivals, verdict, remark } = note;
  const texts = rivals.get("text");
  const isQuote = fields.kinds.includes("quote");
  if (texts && texts.length > 1) {
    return (
      <div class="row-words">
        {texts.map(({ value, revision }) => (
          <NoteText key={revision} text={String(value)} lang={fields.lang} />
        ))}
        <small>{t("row.rivals")}</small>
      </div>
    );
  }
  return (
    <div class="row-words">
      <NoteText
        text={fields.text}
        lang={fields.lang}
        quote={isQuote}
        struck={fields.struck === true}
      />
      {fields.translation && !fields.struck && (
        <NoteText text={fields.translation.text} lang={fields.translation.lang} size="small" />
      )}
      {fields.struck && <small>{t("row.struck")}</small>}
      {verdict === "returned" && (
        <small class="row-returned" dir="auto">
          ↩ {remark === undefined ? t("row.returned") : t("row.returnedWith", { remark })}
        </small>
      )}
    </div>
  );
};

export const LogRow = ({ note, isOpen, isEdited, onToggle }: RowProps) => {
  const t = useT("scribe");
  const format = useFormat();
  const texts = useTexts();
  // Words and times follow the language alone.
  return useMemo(() => {
    const { fields, noteId } = note;
    return (
      <li class={`row${fields.struck ? " row-struck" : ""}${isEdited ? " row-edited" : ""}`}>
        <time class="row-time" dateTime={fields.begunAt} dir="ltr">
          {format.time(fields.begunAt)}
        </time>
        <span class="row-speaker">{fields.speaker && speakerWord(t, fields.speaker)}</span>
        <Words note={note} />
        <Tags note={note} />
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-label={t("row.actions", { excerpt: toExcerpt(fields.text) })}
          onClick={() => onToggle(noteId)}
        >
          <span aria-hidden="true">⋯</span>
        </Button>
        {isOpen && <RowActions note={note} onDone={() => onToggle(noteId)} />}
      </li>
    );
  }, [note, isOpen, isEdited, texts.language().code]);
};
