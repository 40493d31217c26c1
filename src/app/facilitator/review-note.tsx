// The open note: what was said, largest; what it is tagged with; and what can be done to it, the usual first.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { NoteView } from "../../domain/notes.ts";
import { deviceOf } from "../../domain/review-queue.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Message } from "../../ui/message.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { ErasePart } from "../session/erase-part.tsx";
import { speakerWord } from "../session/speaker-words.ts";
import { useReview } from "./review-context.ts";
import { ReviewHints } from "./review-hints.tsx";
import { ReviewHistory } from "./review-history.tsx";
import { verdictKeys, verdictSigns } from "./review-list.tsx";
import { canApprove } from "./review-records.ts";
import { ReviewRivals } from "./review-rivals.tsx";
import { ReviewSuggestion } from "./review-suggestion.tsx";
import { ReviewTags } from "./review-tags.tsx";
import { ReviewText } from "./review-text.tsx";

export const ReviewNote = () => {
  const { model, writing } = useReview();
  const t = useT("review");
  const note = model.current.value;
  const text = writing.open.value;
  const isWriting = text !== undefined && text.noteId === note?.noteId;
  const place = useRef<HTMLElement>(null);
  const asks = isWriting ? "words" : note && note.rivals.size > 0 ? `choice ${note.noteId}` : "";
  const asked = useRef("");
  useEffect(() => {
    // The field or the choice is gone: readers and keys go on at the note.
    const isAnswered = asked.current === "words" || asked.current === `choice ${note?.noteId}`;
    if (asks === "" && isAnswered) place.current?.focus();
    asked.current = asks;
  }, [asks]);
  if (!note) return <section class="review-note" aria-label={t("note.label")} />;
  return (
    <section ref={place} class="review-note" aria-label={t("note.label")} tabIndex={-1}>
      <State note={note} />
      {note.rivals.size > 0 && <ReviewRivals note={note} />}
      {!isWriting && !note.rivals.has("text") && <Words note={note} />}
      {isWriting && <ReviewText note={note} text={text} />}
      <ReviewHints note={note} />
      <ReviewTags note={note} />
      <ReviewSuggestion onAnswered={() => place.current?.focus()} />
      {!isWriting && <Ways note={note} />}
      <ReviewHistory note={note} />
    </section>
  );
};

const State = ({ note }: { readonly note: NoteView }) => {
  const { model } = useReview();
  const t = useT("review");
  const scribe = useT("scribe");
  const format = useFormat();
  const { fields, verdict, remark } = note;
  const letter = model.scribes.value.get(deviceOf(note));
  const at = model.queue.value.findIndex(({ noteId }) => noteId === note.noteId) + 1;
  return (
    <>
      <p class="review-state">
        <span class="numeric">{t("note.place", { at, total: model.queue.value.length })}</span>
        <time class="numeric" dateTime={fields.begunAt}>
          {format.time(fields.begunAt)}
        </time>
        {letter && <span>{t("row.scribe", { letter })}</span>}
        {fields.speaker && <span>{speakerWord(scribe, fields.speaker)}</span>}
        <strong>
          <span aria-hidden="true">{verdictSigns[verdict]} </span>
          {t(verdictKeys[verdict])}
        </strong>
      </p>
      {remark && (
        <Message title={t("note.remark")}>
          <p dir="auto">{remark}</p>
        </Message>
      )}
    </>
  );
};

const Words = ({ note: { fields } }: { readonly note: NoteView }) => (
  <div class="review-words">
    <NoteText
      text={fields.text}
      lang={fields.lang}
      quote={fields.kinds.includes("quote")}
      size="large"
    />
    {fields.translation && (
      <NoteText text={fields.translation.text} lang={fields.translation.lang} />
    )}
  </div>
);

const Ways = ({ note }: { readonly note: NoteView }) => {
  const { model, writing } = useReview();
  const t = useT("review");
  const isErasing = useSignal(false);
  const { text } = note.fields;
  const begin = (mode: Parameters<typeof writing.begin>[0], start: string) => () =>
    writing.begin(mode, note, start);
  const hasRivals = note.rivals.size > 0;
  const ask = () => {
    isErasing.value = true;
  };
  const keep = () => {
    isErasing.value = false;
  };
  useEffect(keep, [note.noteId]);
  if (isErasing.value) return <ErasePart erase={model.erase} onKeep={keep} />;
  return (
    <div class="actions review-ways">
      <Button kind="primary" aria-disabled={!canApprove(note)} onClick={() => void model.approve()}>
        {t("way.approve")}
      </Button>
      <Button onClick={begin("return", "")}>{t("way.return")}</Button>
      <Button onClick={begin("reword", text)}>{t("way.reword")}</Button>
      <Menu
        label={t("way.more")}
        face={t("way.more")}
        items={[
          { label: t("way.generalise"), onSelect: begin("generalise", text) },
          { label: t("way.hold"), onSelect: begin("hold", "") },
          {
            label: t("way.translate"),
            onSelect: begin("translate", note.fields.translation?.text ?? ""),
          },
          ...(hasRivals ? [] : [{ label: t("way.split"), onSelect: begin("split", text) }]),
          ...(model.next.value && !hasRivals
            ? [{ label: t("way.merge"), onSelect: () => void model.mergeNext() }]
            : []),
          { label: t("way.erase"), onSelect: ask },
        ]}
      />
      <span class="review-move">
        <Button kind="quiet" onClick={() => model.move(-1)}>
          {t("way.previous")}
        </Button>
        <Button kind="quiet" onClick={() => model.move(1)}>
          {t("way.next")}
        </Button>
      </span>
    </div>
  );
};
